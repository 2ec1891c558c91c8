/** How a story gets to an answer: the shortest list of codes from a point of the futures. */
import type { Answer, Story } from '../../scenario/scenario.ts';
import type { Graph } from './graph.ts';
import { walk } from './walk.ts';

/**
 * The fewest answers after `story` of which the last one is `wanted`, as codes; null where none can be given any more.
 * `story` must be one that can be played. Breadth-first search over the graph.
 */
export function wayToAnswer(graph: Graph, story: Story, wanted: (answer: Answer) => boolean): Story | null {
  const start = walk(graph, story).at;
  const seen = new Set([start]);
  let frontier: { point: number; way: Story }[] = [{ point: start, way: [] }];
  while (frontier.length > 0) {
    const next: typeof frontier = [];
    for (const { point, way } of frontier)
      for (const edge of graph.nodes[point]?.edges ?? []) {
        const answer = graph.answers[edge.answer] as Answer;
        if (wanted(answer)) return [...way, answer.code];
        if (seen.has(edge.to)) continue;
        seen.add(edge.to);
        next.push({ point: edge.to, way: [...way, answer.code] });
      }
    frontier = next;
  }
  return null;
}
