/** The flow of a scenario, computed as the command line does. */
import { explore } from '../../../src/analysis/graph/explore.ts';
import { futuresOf } from '../../../src/analysis/graph/futures.ts';
import { graphOf } from '../../../src/analysis/graph/graph.ts';
import { readOpenings } from '../../../src/analysis/graph/openings.ts';
import { compileRules } from '../../../src/analysis/graph/rules.ts';
import { flow, type Flow, type State } from '../../../src/export/models/flow.ts';
import { compile } from '../../../src/machine/compile.ts';
import type { Scenario } from '../../../src/scenario/scenario.ts';

export function flowOf(scenario: Scenario): Flow {
  const rules = compileRules(scenario);
  const { question, ending } = compile(scenario).start;
  return flow(
    scenario,
    readOpenings(graphOf(scenario, futuresOf(rules, explore(rules)))),
    (question ?? ending) as State,
  );
}
