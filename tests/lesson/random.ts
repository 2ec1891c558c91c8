/** Random stories and classes of the real scenario, the same for every run of a seed. */
import { explore } from '../../src/analysis/graph/explore.ts';
import { futures } from '../../src/analysis/graph/futures.ts';
import { graphOf, startOf } from '../../src/analysis/graph/graph.ts';
import { rules } from '../../src/analysis/graph/rules.ts';
import type { Ending, Story } from '../../src/scenario/scenario.ts';
import { real } from '../support/real.ts';

const compiled = rules(real);
export const realGraph = graphOf(real, futures(compiled, explore(compiled)));

/** The story that takes the answer with the number `picks[n]`, counted round, at step n; it stops where they do. */
export function storyOf(picks: readonly number[]): { readonly story: Story; readonly ending: Ending | null } {
  const story: string[] = [];
  let node = realGraph.nodes[startOf(realGraph)];
  for (const pick of picks) {
    const edge = node?.edges[pick % node.edges.length];
    if (!edge) break;
    story.push(realGraph.answers[edge.answer]?.code ?? '');
    node = realGraph.nodes[edge.to];
  }
  return { story, ending: real.endings[node?.end ?? -1] ?? null };
}

/** Numbers below `most` that look random and are the same for a seed (Park and Miller, 1988). */
export function numbers(seed: number): (most: number) => number {
  let at = seed;
  return (most) => {
    at = (at * 48_271) % 2_147_483_647;
    return at % most;
  };
}
