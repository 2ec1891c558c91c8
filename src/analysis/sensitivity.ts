/** How far each ending’s range moves as one weight goes from never to always, the others of its question in proportion. */
import { ONE, ZERO } from './fraction.ts';
import { startOf, type Graph } from './graph.ts';
import { odds, type Range, type Weights } from './odds.ts';

export interface Swing {
  /** The key of the answer whose weight moves. */
  readonly answer: string;
  /** For each ending, its range where the answer is never given, and where it is always given when it can be. */
  readonly never: readonly Range[];
  readonly always: readonly Range[];
}

/** The swing of every answer in `weights`, in their order: exact, by one pass of the odds each way. */
export function sensitivity(graph: Graph, weights: Weights, from = startOf(graph)): Swing[] {
  return [...weights.keys()].map((answer) => {
    const question = answer.slice(0, answer.indexOf('.') + 1);
    const always = new Map(
      [...weights].map(([key, weight]) => [key, key.startsWith(question) ? ZERO : weight]),
    );
    return {
      answer,
      never: odds(graph, new Map(weights).set(answer, ZERO), from),
      always: odds(graph, always.set(answer, ONE), from),
    };
  });
}
