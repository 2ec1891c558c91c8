/** Explores a scenario away from the page, and sends back what is open from where. */
import { explore, inOrder } from '../analysis/explore.ts';
import { follows } from '../analysis/follows.ts';
import { openings } from '../analysis/openings.ts';
import { rules as compileRules } from '../analysis/rules.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { Explored } from './explored.ts';

self.onmessage = ({ data }: MessageEvent<Scenario>) => {
  const explored = exploreAll(data);
  const { firstEdge, edgeAnswer, edgeTarget, open } = explored.table;
  self.postMessage(explored, {
    transfer: [firstEdge.buffer, edgeAnswer.buffer, edgeTarget.buffer, open.buffer],
  });
};

function exploreAll(scenario: Scenario): Explored {
  const rules = compileRules(scenario);
  const exploration = explore(rules);
  const sorted = inOrder(exploration);
  if ('loop' in sorted || !exploration.complete)
    throw new Error(`“${scenario.id}” was not checked: its situations cannot all be listed.`);
  return { table: openings(rules, exploration, sorted.order), follows: follows(rules, exploration) };
}
