/** How far the range of an ending moves as one weight goes from never to always, the others of its question in proportion. */
import {
  lookAhead,
  pass,
  passAgain,
  pointsBefore,
  rangeOf,
  split,
  unitsOf,
  type Choice,
  type Point,
  type Range,
  type Split,
  type Weights,
} from './chances.ts';
import { toNumber, same } from './fraction.ts';
import { startOf, type Graph } from '../graph/graph.ts';

export interface Swing {
  /** The key of the answer whose weight moves. */
  readonly answer: string;
  /** The range of the ending where the answer is never given, and where it is always given when it can be. */
  readonly never: Range;
  readonly always: Range;
}

/**
 * The swing of every answer in `weights`, in their order, for the ending with number `ending`: exact, by one pass each
 * way over what the answer’s question can change. None where `from` is no node.
 */
export function sensitivity(graph: Graph, weights: Weights, ending: number, from = startOf(graph)): Swing[] {
  const ahead = lookAhead(graph, weights, from);
  if (ahead.length === 0) return [];
  // Room for every sum that is left when one share is taken away.
  const units = unitsOf(ahead, ({ shares, sum }) => [sum, ...shares.map((share) => sum - share)]);
  const now = pass(ahead, units, ending);
  const numbers = new Map(graph.answers.map(({ key }, number) => [key, number]));

  const before = new Map<string, number[]>();

  return [...weights.keys()].map((answer) => {
    const number = numbers.get(answer);
    const question = answer.slice(0, answer.indexOf('.'));
    const points = before.get(question) ?? pointsBefore(ahead, question);
    before.set(question, points);
    /** The range where `share` says what part each answer of the question has. */
    const where = (share: (isIt: boolean, now: bigint) => bigint): Range => {
      const splits = new Map<Choice, Split>();
      const splitOf = ({ question: asked, choice }: Point): Split => {
        if (asked !== question) return choice.split;
        const known = splits.get(choice);
        if (known !== undefined) return known;
        const made = split(
          choice.answers.map((one, way) => share(one === number, choice.split?.shares[way] ?? 0n)),
        );
        splits.set(choice, made);
        return made;
      };
      return rangeOf(units, passAgain(ahead, now, points, splitOf));
    };
    return {
      answer,
      never: where((isIt, now) => (isIt ? 0n : now)),
      always: where((isIt) => (isIt ? 1n : 0n)),
    };
  });
}

/** Those of `swings` that move the range at all, those first that move its two ends furthest together. */
export const strongest = (swings: readonly Swing[]): Swing[] =>
  swings
    .filter(({ never, always }) => !same(never.low, always.low) || !same(never.high, always.high))
    .sort((a, b) => moved(b) - moved(a));

const moved = ({ never, always }: Swing): number =>
  Math.abs(toNumber(always.low) - toNumber(never.low)) +
  Math.abs(toNumber(always.high) - toNumber(never.high));
