/** Random stories and classes of a scenario, the same for every run of a seed. */
import { explore } from '../../src/analysis/graph/explore.ts';
import { futuresOf } from '../../src/analysis/graph/futures.ts';
import { graphOf, startOf } from '../../src/analysis/graph/graph.ts';
import { compileRules } from '../../src/analysis/graph/rules.ts';
import type { Ending, Scenario, Story } from '../../src/scenario/scenario.ts';
import { real } from '../support/real.ts';

/** The graph of `scenario`, and stories on it. */
export function storiesOf(scenario: Scenario) {
  const compiled = compileRules(scenario);
  const graph = graphOf(scenario, futuresOf(compiled, explore(compiled)));

  /** The story that takes the answer with the number `picks[n]`, counted round, at step n; it stops where they do. */
  function storyOf(picks: readonly number[]): { readonly story: Story; readonly ending: Ending | null } {
    const story: string[] = [];
    let node = graph.nodes[startOf(graph)];
    for (const pick of picks) {
      const edge = node?.edges[pick % node.edges.length];
      if (!edge) break;
      story.push(graph.answers[edge.answer]?.code ?? '');
      node = graph.nodes[edge.to];
    }
    return { story, ending: scenario.endings[node?.end ?? -1] ?? null };
  }
  return { graph, storyOf };
}

export const { graph: realGraph, storyOf } = storiesOf(real);

/** Numbers below `most` that look random and are the same for a seed (Park and Miller, 1988). */
export function numbers(seed: number): (most: number) => number {
  let at = seed;
  return (most) => {
    at = (at * 48_271) % 2_147_483_647;
    return at % most;
  };
}
