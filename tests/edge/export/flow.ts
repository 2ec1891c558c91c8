/** What can come after what in a scenario, as the command line works it out. */
import { explore } from '../../../src/analysis/explore.ts';
import { futures } from '../../../src/analysis/futures.ts';
import { graphOf } from '../../../src/analysis/graph.ts';
import { readOpenings } from '../../../src/analysis/openings.ts';
import { rules as compileRules } from '../../../src/analysis/rules.ts';
import { flow, type Flow, type State } from '../../../src/edge/export/flow.ts';
import { compile } from '../../../src/machine/compile.ts';
import type { Scenario } from '../../../src/scenario/scenario.ts';

export function flowOf(scenario: Scenario): Flow {
  const rules = compileRules(scenario);
  const { question, ending } = compile(scenario).start;
  return flow(
    scenario,
    readOpenings(graphOf(scenario, futures(rules, explore(rules)))),
    (question ?? ending) as State,
  );
}
