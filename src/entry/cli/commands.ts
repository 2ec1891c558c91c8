/** The commands of the command line for authors, and their exit codes. */
import { parseArgs } from 'node:util';
import { facts, outcomesWithin } from '../../analysis/judge/facts.ts';
import { walk } from '../../analysis/graph/walk.ts';
import { checkQuotations } from '../../scenario/evidence.ts';
import { LIMITS } from '../../scenario/limits.ts';
import { answersOf, byId } from '../../scenario/lookups.ts';
import { hasErrors } from '../../scenario/problems.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { forTerminal } from '../../scenario/text/unseen.ts';
import { commandWords } from '../../words/beyond/command-line.ts';
import { configuration, exportCommand } from './export.ts';
import {
  actorsIn,
  examineScenario,
  lawful,
  readScenario,
  readSource,
  singleFile,
  UsageError,
  weightsIn,
} from './input.ts';
import { print, printJson, report, tooLarge } from './output.ts';

/** Runs a command with its arguments. Returns the exit code: 0 for success, 1 where the scenario has faults. */
type Command = (args: string[]) => number | Promise<number>;

const COMMANDS = new Map<string, Command>([
  ['check', checkCommand],
  ['quotes', quotesCommand],
  ['machine', machineCommand],
  ['facts', factsCommand],
  ['export', exportCommand],
]);

function checkCommand(args: string[]): number {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { json: { type: 'boolean' } },
  });
  const file = singleFile(positionals);
  const { scenario, problems } = examineScenario(file);
  if (values.json) {
    printJson({ ok: scenario !== null, problems });
  } else {
    report(file, problems);
    if (scenario) print(contents(scenario));
  }
  return scenario ? 0 : 1;
}

async function quotesCommand(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { source: { type: 'string', multiple: true } },
  });
  const file = singleFile(positionals);
  const texts = new Map((values.source ?? []).map(readSource));
  if (texts.size === 0) throw new UsageError(commandWords.noSource);

  const read = readScenario(file);
  if (!read.ok) {
    report(file, read.problems);
    return 1;
  }
  const { sources, evidence } = read.value;
  for (const id of texts.keys())
    if (!byId(sources, id)) throw new UsageError(commandWords.unknownSource(file, id));

  const problems = await checkQuotations(read.value, texts);
  report(file, problems);
  for (const { id } of sources) {
    const quotations = evidence.filter(({ source }) => source === id).length;
    print(texts.has(id) ? commandWords.checked(id, quotations) : commandWords.skipped(id, quotations));
  }
  return hasErrors(problems) ? 1 : 0;
}

function machineCommand(args: string[]): number {
  const { positionals } = parseArgs({ args, allowPositionals: true });
  const scenario = lawful(singleFile(positionals));
  if (scenario) print(configuration(scenario));
  return scenario ? 0 : 1;
}

function factsCommand(args: string[]): number {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      story: { type: 'string' },
      coalition: { type: 'string', multiple: true },
      odds: { type: 'string' },
      json: { type: 'boolean' },
    },
  });
  const file = singleFile(positionals);
  const scenario = lawful(file);
  if (!scenario) return 1;
  const graph = outcomesWithin(scenario);
  if (!graph) return tooLarge(file, 'facts');

  const story = (values.story ?? '').split(/[\s,]+/).filter((code) => code !== '');
  const { refused: refusal } = walk(graph, story);
  if (refusal) throw new UsageError(commandWords.notPlayed(refusal.code));

  const asked = values.coalition ?? [];
  if (asked.length > LIMITS.coalitions)
    throw new UsageError(commandWords.tooManyCoalitions(asked.length, LIMITS.coalitions));
  const coalitions = asked.map((given) => actorsIn(given, scenario));
  const options = { story, coalitions, ...weightsIn(values.odds, scenario) };
  printJson(facts(graph, options));
  return 0;
}

/** Summary of a lawful scenario: numbers of questions, answers, endings, quotations and sources. */
const contents = ({ questions, endings, evidence, sources }: Scenario): string =>
  commandWords.lawful(
    questions.length,
    answersOf({ questions }).length,
    endings.length,
    evidence.length,
    sources.length,
  );

/**
 * Runs the command `name` with `args` and prints its output. Returns the exit code: that of the command, or 2 for a
 * wrong call.
 */
export async function runCommand([name = '', ...args]: string[]): Promise<number> {
  try {
    const command = COMMANDS.get(name);
    if (!command) throw new UsageError(commandWords.noCommand(name));
    return await command(args);
  } catch (error) {
    const misused =
      error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
    if (!(error instanceof UsageError) && !misused) throw error;
    console.error(forTerminal(`${error.message}\n\n${commandWords.usage}`));
    return 2;
  }
}
