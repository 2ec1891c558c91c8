/** Parses command-line arguments and reads the files that they name. */
import { readFileSync } from 'node:fs';
import { parseJson as readTextOfJson } from '../../scenario/parse/json.ts';
import { LIMITS } from '../../scenario/limits.ts';
import { parse } from '../../scenario/parse/parse.ts';
import { examine } from '../../analysis/judge/examine.ts';
import { validateStories } from '../../analysis/judge/validate.ts';
import { readWeights, type Weights } from '../../analysis/questions/odds.ts';
import { byId } from '../../scenario/lookups.ts';
import { hasErrors, type Problem, type Result } from '../../scenario/problems.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { commandWords } from '../../words/beyond/command-line.ts';
import { report } from './output.ts';

/** A wrong call of the command line. Its message is printed, and the exit code is 2. */
export class UsageError extends Error {}

export function readScenario(file: string): Result<Scenario> {
  return parse(readBytes(file));
}

/**
 * The id and the text of a source from the argument `given`, in the form `ID=FILE`. Throws a UsageError for another
 * form.
 */
export function readSource(given: string): [id: string, text: string] {
  const [id = '', ...rest] = given.split('=');
  const file = rest.join('=');
  if (id === '' || file === '') throw new UsageError(commandWords.sourceForm(given));
  try {
    return [id, new TextDecoder('utf-8', { fatal: true }).decode(readBytes(file))];
  } catch (error) {
    if (error instanceof TypeError) throw new UsageError(commandWords.notText(file));
    throw error;
  }
}

function readBytes(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT') throw new UsageError(commandWords.noFile(file));
    if (code === 'EISDIR') throw new UsageError(commandWords.folder(file));
    throw new UsageError(
      commandWords.unreadable(file, error instanceof Error ? error.message : String(error)),
    );
  }
}

/**
 * The value in a JSON file that is not a scenario, read with the strict parser of scenarios
 * (`scenario/parse/json.ts`). Throws a UsageError where it cannot be parsed.
 */
export function readJsonFile(file: string): unknown {
  const bytes = readBytes(file);
  if (bytes.length > LIMITS.bytes) throw new UsageError(commandWords.fileTooLarge(file, LIMITS.bytes));
  const { value, problems } = readTextOfJson(new TextDecoder().decode(bytes));
  const [fault] = problems;
  if (fault) throw new UsageError(`${file}: ${fault.message}`);
  return value;
}

export function singleFile(positionals: string[]): string {
  const [file, ...others] = positionals;
  if (file === undefined || others.length > 0) throw new UsageError(commandWords.oneFile);
  return file;
}

/**
 * Ids of the actors of a coalition, from the argument `given` in the form `a+b`. Throws a UsageError for an unknown
 * actor.
 */
export function actorsIn(given: string, { actors }: Scenario): string[] {
  const ids = given.split('+');
  for (const id of ids)
    if (!byId(actors, id))
      throw new UsageError(
        commandWords.noActor(
          id,
          actors.map(({ id }) => id),
        ),
      );
  return ids;
}

/**
 * The weights in `file` as an option; an empty object where `file` is undefined. Throws a UsageError where they are
 * invalid.
 */
export function weightsIn(file: string | undefined, scenario: Scenario): { weights?: Weights } {
  if (file === undefined) return {};
  const weights = readWeights({ scenario }, readJsonFile(file));
  if (weights.ok) return { weights: weights.value };
  throw new UsageError(weights.problems.map(({ where, message }) => `${where}: ${message}`).join('\n'));
}

/** What the page would find of `file` when it opens it; `scenario` is null where that is an error. */
export function examineScenario(file: string): {
  readonly scenario: Scenario | null;
  readonly problems: readonly Problem[];
} {
  let scenario: Scenario | null = null;
  let problems: readonly Problem[] = [];
  examine(readBytes(file), (stage) => {
    if (stage.stage === 'read') scenario = stage.scenario;
    if (stage.stage === 'refused') scenario = null;
    if ('problems' in stage) problems = stage.problems;
  });
  return { scenario, problems };
}

/** The scenario in `file` after all checks of its stories; null where it has faults, which are printed. */
export function lawful(file: string): Scenario | null {
  const read = readScenario(file);
  const problems = [...read.problems, ...(read.ok ? validateStories(read.value) : [])];
  if (read.ok && !hasErrors(problems)) return read.value;
  report(file, problems);
  return null;
}
