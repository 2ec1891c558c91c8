/** What is given at the command line: one file, and what files hold. */
import { readFileSync } from 'node:fs';
import { parseJson as readTextOfJson } from '../../scenario/parse/json.ts';
import { LIMITS } from '../../scenario/limits.ts';
import { parse } from '../../scenario/parse/parse.ts';
import type { Result } from '../../scenario/problems.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { commandWords } from '../../words/beyond/command-line.ts';

/** Something was asked for that cannot be done: told to the author as it stands, with exit code 2. */
export class UsageError extends Error {}

export function readScenario(file: string): Result<Scenario> {
  return parse(readBytes(file));
}

/** The id and the text of a source given as `ID=FILE`. */
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

/** What a JSON file other than a scenario says. It is read as strictly as a scenario is. */
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
