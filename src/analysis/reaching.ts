/** How a story gets to an answer: the shortest list of codes from a point of the futures. */
import type { Answer, Scenario, Story } from '../scenario/scenario.ts';
import type { Futures } from './futures.ts';

/**
 * The fewest answers after `story` of which the last one is `wanted`, as codes; null where none can be given any more.
 * `story` must be one that can be played. Breadth-first search over the graph of futures.
 */
export function wayToAnswer(
  scenario: Scenario,
  futures: Futures,
  story: Story,
  wanted: (answer: Answer) => boolean,
): Story | null {
  const answers = scenario.questions.flatMap((question) => question.answers);
  function* steps(point: number): Generator<{ answer: Answer; to: number }> {
    const node = futures[point];
    if (typeof node !== 'object') return;
    for (let at = 0; at < node.length; at += 3)
      yield { answer: answers[node[at] as number] as Answer, to: node[at + 1] as number };
  }
  let start = futures.length - 1;
  for (const code of story)
    for (const { answer, to } of steps(start))
      if (answer.code === code) {
        start = to;
        break;
      }

  const seen = new Set([start]);
  let edge: { point: number; way: Story }[] = [{ point: start, way: [] }];
  while (edge.length > 0) {
    const next: typeof edge = [];
    for (const { point, way } of edge)
      for (const { answer, to } of steps(point)) {
        if (wanted(answer)) return [...way, answer.code];
        if (seen.has(to)) continue;
        seen.add(to);
        next.push({ point: to, way: [...way, answer.code] });
      }
    edge = next;
  }
  return null;
}
