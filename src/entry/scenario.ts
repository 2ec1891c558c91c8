/** The command line for authors: `npm run scenario -- COMMAND …`. */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { explore } from '../analysis/explore.ts';
import { facts, outcomesOf } from '../analysis/facts.ts';
import { futures } from '../analysis/futures.ts';
import { graphOf } from '../analysis/graph.ts';
import { readWeights, type Weights } from '../analysis/odds.ts';
import { readOpenings } from '../analysis/openings.ts';
import { prism } from '../analysis/prism.ts';
import { prismGame } from '../analysis/prism-game.ts';
import { promela } from '../analysis/promela.ts';
import { prove } from '../analysis/prove.ts';
import { rules as compileRules } from '../analysis/rules.ts';
import { walk } from '../analysis/walk.ts';
import { dot } from '../edge/export/dot.ts';
import { flow, type Flow, type State } from '../edge/export/flow.ts';
import { mermaid } from '../edge/export/mermaid.ts';
import { scxml } from '../edge/export/scxml.ts';
import { compile } from '../machine/compile.ts';
import { machineOf } from '../machine/machine.ts';
import { checkQuotations } from '../scenario/evidence.ts';
import { parse } from '../scenario/parse.ts';
import { refused, type Problem, type Result } from '../scenario/problems.ts';
import type { Scenario } from '../scenario/scenario.ts';

/** Does what a command is for; gives the exit code: 0 all is well, 1 the scenario is at fault. */
type Command = (args: string[]) => number | Promise<number>;

/** Something was asked for that cannot be done: told to the author as it stands, with exit code 2. */
class Impossible extends Error {}

const COMMANDS = new Map<string, Command>([
  ['check', checkCommand],
  ['quotes', quotesCommand],
  ['machine', machineCommand],
  ['facts', factsCommand],
  ['export', exportCommand],
]);

const USAGE = `Usage: npm run scenario -- COMMAND …

  check FILE [--json]                      whether FILE is a lawful scenario, and what is wrong with it if not
  quotes FILE --source ID=article.txt …    whether every quotation stands in its source, character for character
  machine FILE                             the XState machine of FILE, as a JSON configuration
  facts FILE [--story CODES] [--coalition a+b …] [--odds WEIGHTS.json] --json
                                           what can be known of FILE, from the start or after a story
  export FILE --to promela                 a model of FILE for Spin
  export FILE --to prism [--odds WEIGHTS.json]
                                           a model of FILE for PRISM and Storm
  export FILE --to prism --coalition a+b   a game for PRISM-games: what this coalition can make sure of
  export FILE --to xstate | scxml          the machine of FILE, for programs that run statecharts
  export FILE --to mermaid | dot           what can come after what in FILE, for programs that draw`;

function checkCommand(args: string[]): number {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { json: { type: 'boolean' } },
  });
  const file = only(positionals);
  const read = readScenario(file);
  const problems = [...read.problems, ...(read.ok ? prove(read.value) : [])];
  const ok = !refused(problems);
  if (values.json) {
    console.log(JSON.stringify({ ok, problems }, null, 2));
  } else {
    report(file, problems);
    if (read.ok && ok) console.log(`lawful: ${contents(read.value)}`);
  }
  return ok ? 0 : 1;
}

async function quotesCommand(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { source: { type: 'string', multiple: true } },
  });
  const file = only(positionals);
  const texts = new Map((values.source ?? []).map(readSource));
  if (texts.size === 0) throw new Impossible('No source is given.');

  const read = readScenario(file);
  if (!read.ok) {
    report(file, read.problems);
    return 1;
  }
  const { sources, evidence } = read.value;
  for (const id of texts.keys())
    if (!sources.some((source) => source.id === id)) throw new Impossible(`${file} has no source “${id}”.`);

  const problems = await checkQuotations(read.value, texts);
  report(file, problems);
  for (const { id } of sources) {
    const quotations = counted(evidence.filter(({ source }) => source === id).length, 'quotation');
    console.log(
      texts.has(id) ? `${id}: ${quotations} checked` : `${id}: ${quotations} skipped, no text is given`,
    );
  }
  return refused(problems) ? 1 : 0;
}

function machineCommand(args: string[]): number {
  const { positionals } = parseArgs({ args, allowPositionals: true });
  const scenario = lawful(only(positionals));
  if (scenario) console.log(configuration(scenario));
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
  const scenario = lawful(only(positionals));
  if (!scenario) return 1;
  const graph = outcomesOf(scenario);

  const story = (values.story ?? '').split(/[\s,]+/).filter((code) => code !== '');
  const { refused: refusal } = walk(graph, story);
  if (refusal) throw new Impossible(`The story cannot be played: “${refusal.code}” is not available there.`);

  const coalitions = (values.coalition ?? []).map((given) => actorsIn(given, scenario));
  const options = { story, coalitions, ...weightsIn(values.odds, scenario) };
  console.log(JSON.stringify(facts(graph, options), null, 2));
  return 0;
}

function exportCommand(args: string[]): number {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { to: { type: 'string' }, odds: { type: 'string' }, coalition: { type: 'string' } },
  });
  const file = only(positionals);
  const { to = '', odds, coalition } = values;
  const print = FORMATS.get(to);
  if (!print)
    throw new Impossible(
      `${to === '' ? 'Name a format with --to' : `There is no format “${to}”`}; there are ${[...FORMATS.keys()].join(', ')}.`,
    );
  if (to !== 'prism' && odds !== undefined) throw new Impossible('Only PRISM has odds.');
  if (coalition !== undefined && to !== 'prism')
    throw new Impossible('Only PRISM has games: give --coalition with --to prism.');
  if (coalition !== undefined && odds !== undefined)
    throw new Impossible('A game has no odds: give --coalition or --odds, not both.');
  const scenario = lawful(file);
  if (!scenario) return 1;
  if (coalition !== undefined) {
    console.log(prismGame(scenario, new Set(actorsIn(coalition, scenario))));
    return 0;
  }
  try {
    console.log(print(scenario, odds));
  } catch (error) {
    if (error instanceof RangeError) throw new Impossible(error.message);
    throw error;
  }
  return 0;
}

/** The configuration of the XState machine, as JSON. */
const configuration = (scenario: Scenario): string => JSON.stringify(machineOf(scenario).config, null, 2);

/** The formats of `export`. */
const FORMATS = new Map<string, (scenario: Scenario, odds: string | undefined) => string>([
  ['promela', (scenario) => promela(scenario)],
  ['prism', (scenario, odds) => prism(scenario, weightsIn(odds, scenario))],
  ['xstate', configuration],
  ['scxml', scxml],
  ['mermaid', (scenario) => mermaid(flowOf(scenario))],
  ['dot', (scenario) => dot(flowOf(scenario))],
]);

function flowOf(scenario: Scenario): Flow {
  const rules = compileRules(scenario);
  const exploration = explore(rules);
  if (!exploration.complete)
    throw new Impossible(
      `${scenario.id} has too many situations for it to be known what can come after what.`,
    );
  const { question, ending } = compile(scenario).start;
  const openings = readOpenings(graphOf(scenario, futures(rules, exploration)));
  return flow(scenario, openings, (question ?? ending) as State);
}

/** The actors of a coalition given as `a+b`. */
function actorsIn(given: string, { actors }: Scenario): string[] {
  const ids = given.split('+');
  for (const id of ids)
    if (!actors.some((actor) => actor.id === id))
      throw new Impossible(`There is no actor “${id}”; there are ${actors.map(({ id }) => id).join(', ')}.`);
  return ids;
}

/** The weights in `file`, where one is given. */
function weightsIn(file: string | undefined, scenario: Scenario): { weights?: Weights } {
  if (file === undefined) return {};
  const weights = readWeights({ scenario }, readJson(file));
  if (weights.ok) return { weights: weights.value };
  throw new Impossible(weights.problems.map(({ where, message }) => `${where}: ${message}`).join('\n'));
}

/** The scenario in `file`, proven; null when it has faults, which are then printed. */
function lawful(file: string): Scenario | null {
  const read = readScenario(file);
  const problems = [...read.problems, ...(read.ok ? prove(read.value) : [])];
  if (read.ok && !refused(problems)) return read.value;
  report(file, problems);
  return null;
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(readBytes(file)));
  } catch (error) {
    if (error instanceof SyntaxError) throw new Impossible(`${file} is not JSON: ${error.message}.`);
    throw error;
  }
}

function only(positionals: string[]): string {
  const [file, ...others] = positionals;
  if (file === undefined || others.length > 0) throw new Impossible('Name one scenario file.');
  return file;
}

function readScenario(file: string): Result<Scenario> {
  return parse(readBytes(file));
}

/** The id and the text of a source given as `ID=FILE`. */
function readSource(given: string): [id: string, text: string] {
  const [id = '', ...rest] = given.split('=');
  const file = rest.join('=');
  if (id === '' || file === '') throw new Impossible(`Write a source as ID=FILE, not “${given}”.`);
  try {
    return [id, new TextDecoder('utf-8', { fatal: true }).decode(readBytes(file))];
  } catch (error) {
    if (error instanceof TypeError) throw new Impossible(`${file} is not a text in UTF-8.`);
    throw error;
  }
}

function readBytes(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT') throw new Impossible(`There is no file ${file}.`);
    if (code === 'EISDIR') throw new Impossible(`${file} is a folder, not a file.`);
    throw new Impossible(
      `${file} cannot be read: ${error instanceof Error ? error.message : String(error)}.`,
    );
  }
}

/** Prints problems, errors first, those of one kind together. */
function report(file: string, problems: readonly Problem[]): void {
  for (const level of ['error', 'warning'] as const) {
    const found = problems.filter((problem) => problem.level === level);
    if (found.length === 0) continue;
    console.log(`${basename(file)}: ${counted(found.length, level)}\n`);
    for (const code of new Set(found.map((problem) => problem.code))) {
      console.log(`  ${code}`);
      for (const { where, message, tryThis } of found.filter((problem) => problem.code === code))
        console.log(`    ${where || 'the whole file'}\n      ${message}\n      ${tryThis}`);
      console.log('');
    }
  }
}

function contents({ questions, endings, evidence, sources }: Scenario): string {
  const parts = [
    counted(questions.length, 'question'),
    counted(questions.flatMap(({ answers }) => answers).length, 'answer'),
    counted(endings.length, 'ending'),
    `${counted(evidence.length, 'quotation')} from ${counted(sources.length, 'source')}`,
  ];
  return parts.join(', ');
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

const [name = '', ...args] = process.argv.slice(2);
try {
  const command = COMMANDS.get(name);
  if (!command) throw new Impossible(name ? `There is no command “${name}”.` : 'Name a command.');
  process.exitCode = await command(args);
} catch (error) {
  const misused =
    error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
  if (!(error instanceof Impossible) && !misused) throw error;
  console.error(`${error.message}\n\n${USAGE}`);
  process.exitCode = 2;
}
