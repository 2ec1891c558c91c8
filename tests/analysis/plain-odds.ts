/**
 * The odds as defined in `seeds/README.md`, node by node in exact fractions, as the reference for `src/analysis`.
 * Slow.
 */
import {
  divided,
  less,
  ONE,
  plus,
  times,
  ZERO,
  type Fraction,
} from '../../src/analysis/questions/fraction.ts';
import { startOf, type Graph } from '../../src/analysis/graph/graph.ts';
import type { Range, Weights } from '../../src/analysis/questions/odds.ts';

/** The range of the ending with number `ending`, from node `from`. */
export function plainOdds(graph: Graph, weights: Weights, ending: number, from = startOf(graph)): Range {
  const known = new Map<number, Range>();
  const weighted = new Set([...weights.keys()].map((key) => key.split('.')[0]));
  const rangeAt = (number: number): Range => {
    const before = known.get(number);
    if (before) return before;
    const node = graph.nodes[number];
    if (!node) throw new Error(`no node ${number}`);
    const found = node.end >= 0 ? certain(graph.endingOf(node.end) === ending) : overAnswers(node.edges);
    known.set(number, found);
    return found;
  };
  const certain = (is: boolean): Range => (is ? { low: ONE, high: ONE } : { low: ZERO, high: ZERO });
  const overAnswers = (edges: readonly { answer: number; to: number }[]): Range => {
    const given = edges.map(({ answer }) => graph.answers[answer]);
    const weightOf = given.map((answer) => weights.get(answer?.key ?? '') ?? ZERO);
    const sum = weightOf.reduce(plus, ZERO);
    const next = edges.map(({ to }) => rangeAt(to));
    const [lows, highs] = [next.map(({ low }) => low), next.map(({ high }) => high)];
    if (!weighted.has(given[0]?.question) || sum.over === 0n)
      return {
        low: lows.reduce((a, b) => (less(b, a) ? b : a)),
        high: highs.reduce((a, b) => (less(a, b) ? b : a)),
      };
    const mean = (values: readonly Fraction[]) =>
      values.map((value, at) => times(value, divided(weightOf[at] ?? ZERO, sum))).reduce(plus, ZERO);
    return { low: mean(lows), high: mean(highs) };
  };
  return rangeAt(from);
}
