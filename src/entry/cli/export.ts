/** The command `export`: prints a scenario in the format of another program. */
import { parseArgs } from 'node:util';
import { explore } from '../../analysis/graph/explore.ts';
import { futuresOf } from '../../analysis/graph/futures.ts';
import { graphOf } from '../../analysis/graph/graph.ts';
import { readOpenings } from '../../analysis/graph/openings.ts';
import { compileRules } from '../../analysis/graph/rules.ts';
import { dot } from '../../export/models/dot.ts';
import { flow, type Flow, type State } from '../../export/models/flow.ts';
import { mermaid } from '../../export/models/mermaid.ts';
import { prism } from '../../export/models/prism.ts';
import { prismGame } from '../../export/models/prism-game.ts';
import { promela } from '../../export/models/promela.ts';
import { scxml } from '../../export/models/scxml.ts';
import { compile } from '../../machine/compile.ts';
import { machineOf } from '../../machine/machine.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { commandWords } from '../../words/beyond/command-line.ts';
import { actorsIn, lawful, singleFile, UsageError, weightsIn } from './input.ts';
import { print, tooLarge } from './output.ts';

export function exportCommand(args: string[]): number {
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

/** The configuration of the XState machine of `scenario`, as JSON. */
export const configuration = (scenario: Scenario): string =>
  JSON.stringify(machineOf(scenario).config, null, 2);

/**
 * Writers of `export`, by format. A writer takes the scenario and the file of weights, which only `prism` uses, and
 * returns null where the scenario has too many situations for the format.
 */
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

/** The flow of `scenario`; null where it has too many situations to explore. */
function flowOf(scenario: Scenario): Flow | null {
  const rules = compileRules(scenario);
  const exploration = explore(rules);
  if (!exploration.complete) return null;
  const { question, ending } = compile(scenario).start;
  const openings = readOpenings(graphOf(scenario, futuresOf(rules, exploration)));
  return flow(scenario, openings, (question ?? ending) as State);
}
