/** Checks what a scenario claims about itself, over all its stories, beside the page: send it the scenario. */
import { outcomesOf } from '../../../analysis/judge/facts.ts';
import { holdsClaim } from '../../../analysis/judge/findings.ts';
import type { Scenario } from '../../../scenario/scenario.ts';

self.addEventListener('message', ({ data: scenario }: MessageEvent<Scenario>) => {
  const graph = outcomesOf(scenario);
  self.postMessage(scenario.findings.map(({ id, claim }) => ({ id, holds: holdsClaim(graph, claim) })));
});
