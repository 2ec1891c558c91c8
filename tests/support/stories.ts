/** Counts and lists the stories of a scenario. */
import { topologicalOrder, type Exploration } from '../../src/analysis/graph/explore.ts';

/** The number of stories from each situation to an end. Throws when a situation can come round again. */
export function countStories(exploration: Exploration): bigint[] {
  const sorted = topologicalOrder(exploration);
  if ('cycle' in sorted) throw new Error('A situation can come round again: there is no number of stories.');
  const { count, firstEdge, edgeTarget } = exploration;
  const stories = new Array<bigint>(count).fill(0n);
  for (let at = count - 1; at >= 0; at--) {
    const number = sorted.order[at] as number;
    const from = firstEdge[number] as number;
    const to = firstEdge[number + 1] as number;
    let sum = from === to ? 1n : 0n;
    for (let edge = from; edge < to; edge++) sum += stories[edgeTarget[edge] as number] as bigint;
    stories[number] = sum;
  }
  return stories;
}

/** Every story, as the numbers of its answers and of the situation it ends in. For small scenarios only. */
export function* listStories(
  exploration: Exploration,
): Generator<{ answers: readonly number[]; end: number }> {
  const { firstEdge, edgeAnswer, edgeTarget } = exploration;
  const told: number[] = [];
  function* from(number: number): Generator<{ answers: readonly number[]; end: number }> {
    if (firstEdge[number] === firstEdge[number + 1]) yield { answers: [...told], end: number };
    for (let edge = firstEdge[number] as number; edge < (firstEdge[number + 1] as number); edge++) {
      told.push(edgeAnswer[edge] as number);
      yield* from(edgeTarget[edge] as number);
      told.pop();
    }
  }
  yield* from(0);
}
