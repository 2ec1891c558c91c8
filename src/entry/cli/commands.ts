/** The commands for authors, each with the exit code that it gives. */
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { explore } from '../../analysis/graph/explore.ts';
import { facts, outcomesWithin } from '../../analysis/judge/facts.ts';
import { futuresOf } from '../../analysis/graph/futures.ts';
import { graphOf } from '../../analysis/graph/graph.ts';
import { readWeights, type Weights } from '../../analysis/questions/odds.ts';
import { readOpenings } from '../../analysis/graph/openings.ts';
import { prism } from '../../export/models/prism.ts';
import { prismGame } from '../../export/models/prism-game.ts';
import { promela } from '../../export/models/promela.ts';
import { validateStories } from '../../analysis/judge/validate.ts';
import { compileRules } from '../../analysis/graph/rules.ts';
import { walk } from '../../analysis/graph/walk.ts';
import { dot } from '../../export/models/dot.ts';
import { flow, type Flow, type State } from '../../export/models/flow.ts';
import { mermaid } from '../../export/models/mermaid.ts';
import { scxml } from '../../export/models/scxml.ts';
import { compile } from '../../machine/compile.ts';
import { machineOf } from '../../machine/machine.ts';
import { checkQuotations } from '../../scenario/evidence.ts';
import { LIMITS } from '../../scenario/limits.ts';
import { hasErrors, type Problem } from '../../scenario/problems.ts';
import { answersOf, byId } from '../../scenario/lookups.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { forTerminal, forTerminalAsJson } from '../../scenario/text/unseen.ts';
import { commandWords } from '../../words/beyond/command-line.ts';
import { UsageError, singleFile, readJsonFile, readScenario, readSource } from './input.ts';

/** Does what a command is for; gives the exit code: 0 all is well, 1 the scenario is at fault. */
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
  const read = readScenario(file);
  const problems = [...read.problems, ...(read.ok ? validateStories(read.value) : [])];
  const ok = !hasErrors(problems);
  if (values.json) {
    printJson({ ok, problems });
  } else {
    report(file, problems);
    if (read.ok && ok) print(contents(read.value));
  }
  return ok ? 0 : 1;
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

function exportCommand(args: string[]): number {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { to: { type: 'string' }, odds: { type: 'string' }, coalition: { type: 'string' } },
  });
  const file = singleFile(positionals);
  const { to = '', odds, coalition } = values;
  const write = FORMATS.get(to);
  if (!write) throw new UsageError(commandWords.noFormat(to, [...FORMATS.keys()]));
  if (to !== 'prism' && odds !== undefined) throw new UsageError(commandWords.oddsOfPrism);
  if (coalition !== undefined && to !== 'prism') throw new UsageError(commandWords.gamesOfPrism);
  if (coalition !== undefined && odds !== undefined) throw new UsageError(commandWords.gameOrOdds);
  const scenario = lawful(file);
  if (!scenario) return 1;
  if (coalition !== undefined) {
    print(prismGame(scenario, new Set(actorsIn(coalition, scenario))));
    return 0;
  }
  try {
    const text = write(scenario, odds);
    if (text === null) return tooLarge(file, 'flow');
    print(text);
  } catch (error) {
    if (error instanceof RangeError) throw new UsageError(error.message);
    throw error;
  }
  return 0;
}

/** The configuration of the XState machine, as JSON. */
const configuration = (scenario: Scenario): string => JSON.stringify(machineOf(scenario).config, null, 2);

/** The formats of `export`: null where the scenario is too large for one. */
const FORMATS = new Map<string, (scenario: Scenario, odds: string | undefined) => string | null>([
  ['promela', (scenario) => promela(scenario)],
  ['prism', (scenario, odds) => prism(scenario, weightsIn(odds, scenario))],
  ['xstate', configuration],
  ['scxml', scxml],
  ['mermaid', (scenario) => drawn(scenario, mermaid)],
  ['dot', (scenario) => drawn(scenario, dot)],
]);

function drawn(scenario: Scenario, draw: (flow: Flow) => string): string | null {
  const found = flowOf(scenario);
  return found && draw(found);
}

/** What can come after what; null where not every situation can be visited. */
function flowOf(scenario: Scenario): Flow | null {
  const rules = compileRules(scenario);
  const exploration = explore(rules);
  if (!exploration.complete) return null;
  const { question, ending } = compile(scenario).start;
  const openings = readOpenings(graphOf(scenario, futuresOf(rules, exploration)));
  return flow(scenario, openings, (question ?? ending) as State);
}

/** Says that `file` is lawful as far as it was looked at, and too large for `what` to be known. */
function tooLarge(file: string, what: keyof typeof commandWords.tooLarge): number {
  print(commandWords.tooLarge[what](basename(file)));
  return 1;
}

/** The actors of a coalition given as `a+b`. */
function actorsIn(given: string, { actors }: Scenario): string[] {
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

/** The weights in `file`, where one is given. */
function weightsIn(file: string | undefined, scenario: Scenario): { weights?: Weights } {
  if (file === undefined) return {};
  const weights = readWeights({ scenario }, readJsonFile(file));
  if (weights.ok) return { weights: weights.value };
  throw new UsageError(weights.problems.map(({ where, message }) => `${where}: ${message}`).join('\n'));
}

/** The scenario in `file`, proven; null when it has faults, which are then printed. */
function lawful(file: string): Scenario | null {
  const read = readScenario(file);
  const problems = [...read.problems, ...(read.ok ? validateStories(read.value) : [])];
  if (read.ok && !hasErrors(problems)) return read.value;
  report(file, problems);
  return null;
}

/** Prints `text`. Names and texts of a file are outside data, and a terminal obeys characters that cannot be seen. */
function print(text: string): void {
  console.log(forTerminal(text));
}

function printJson(value: object): void {
  console.log(forTerminalAsJson(JSON.stringify(value, null, 2)));
}

/** Prints problems, errors first, those of one kind together. */
function report(file: string, problems: readonly Problem[]): void {
  for (const level of ['error', 'warning'] as const) {
    const found = problems.filter((problem) => problem.level === level);
    if (found.length === 0) continue;
    print(`${commandWords.problems(basename(file), found.length, level)}\n`);
    for (const code of new Set(found.map((problem) => problem.code))) {
      print(`  ${code}`);
      for (const { where, message, tryThis } of found.filter((problem) => problem.code === code))
        print(`    ${where || commandWords.wholeFile}\n      ${message}\n      ${tryThis}`);
      print('');
    }
  }
}

/** What a lawful scenario holds, in numbers. */
const contents = ({ questions, endings, evidence, sources }: Scenario): string =>
  commandWords.lawful(
    questions.length,
    answersOf({ questions }).length,
    endings.length,
    evidence.length,
    sources.length,
  );

/** Does what the command line asks for and prints what comes of it; gives the exit code, 2 where it cannot be done. */
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
