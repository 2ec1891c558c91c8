/**
 * Worker that checks the findings of a scenario over all its stories. Its message is the scenario; it replies with
 * the results.
 */
import { outcomesOf } from '../../../analysis/judge/facts.ts';
import { holdsClaim } from '../../../analysis/judge/findings.ts';
import type { Scenario } from '../../../scenario/scenario.ts';

self.addEventListener('message', ({ data: scenario }: MessageEvent<Scenario>) => {
  const graph = outcomesOf(scenario);
  self.postMessage(scenario.findings.map(({ id, claim }) => ({ id, holds: holdsClaim(graph, claim) })));
});
