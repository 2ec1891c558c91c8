/**
 * The exact lowest and highest chance of each ending under the reader’s own weights, over everything left open.
 *
 * A question with weights goes to each available answer in proportion; one without, or whose available answers all weigh
 * nothing, is left open and contributes the lowest and the highest of its answers. One pass from the ends, in exact
 * fractions: an interval Markov decision process on a graph without circles. Each ending’s range is its own; they need
 * not be attained together.
 */
import { divided, less, ONE, plus, readFraction, times, ZERO, type Fraction } from './fraction.ts';
import { startOf, type Graph } from './graph.ts';

/** The weight of answers, by key; an answer of a weighted question that is not named weighs nothing. */
export type Weights = ReadonlyMap<string, Fraction>;

export interface Range {
  readonly low: Fraction;
  readonly high: Fraction;
}

/** For each ending, in the order of the file, its range from `from` under `weights`. */
export function odds(graph: Graph, weights: Weights, from = startOf(graph)): Range[] {
  const weighted = new Set([...weights.keys()].map((key) => key.slice(0, key.indexOf('.'))));
  const endings = graph.scenario.endings.map((_, at) => at);
  const nothing: Range = { low: ZERO, high: ZERO };
  const certain: Range = { low: ONE, high: ONE };
  const ranges: Range[][] = [];
  for (const { end, edges } of graph.nodes) {
    if (end >= 0) {
      const ending = graph.endingOf(end);
      ranges.push(endings.map((at) => (at === ending ? certain : nothing)));
      continue;
    }
    const question = graph.answers[edges[0]?.answer ?? -1]?.question ?? '';
    const shares = edges.map(({ answer }) => weights.get(graph.answers[answer]?.key ?? '') ?? ZERO);
    const sum = shares.reduce(plus, ZERO);
    const next = edges.map(({ to }) => ranges[to] as Range[]);
    if (weighted.has(question) && sum.over > 0n) {
      ranges.push(
        endings.map((ending) => {
          let [low, high] = [ZERO, ZERO];
          next.forEach((range, at) => {
            const share = divided(shares[at] as Fraction, sum);
            if (share.over === 0n) return;
            low = plus(low, times(share, (range[ending] as Range).low));
            high = plus(high, times(share, (range[ending] as Range).high));
          });
          return { low, high };
        }),
      );
    } else {
      ranges.push(
        endings.map((ending) => ({
          low: next.map((range) => (range[ending] as Range).low).reduce((a, b) => (less(b, a) ? b : a)),
          high: next.map((range) => (range[ending] as Range).high).reduce((a, b) => (less(a, b) ? b : a)),
        })),
      );
    }
  }
  return ranges[from] ?? [];
}

/** A fault in weights as they were given: where it is, and what is wrong. */
export interface WeightProblem {
  readonly where: string;
  readonly message: string;
}

/** Reads weights given as `{ question: { answer: weight } }`; unknown names and bad numbers are problems. */
export function readWeights(
  { scenario }: Pick<Graph, 'scenario'>,
  given: unknown,
): { ok: true; value: Weights } | { ok: false; problems: WeightProblem[] } {
  const problems: WeightProblem[] = [];
  const weights = new Map<string, Fraction>();
  const isRecord = (value: unknown): value is Record<string, unknown> =>
    typeof value === 'object' && value !== null && !Array.isArray(value);
  if (!isRecord(given))
    return { ok: false, problems: [{ where: '', message: 'Weights are an object of questions.' }] };
  for (const [id, answers] of Object.entries(given)) {
    const question = scenario.questions.find((question) => question.id === id);
    if (!question) {
      problems.push({ where: id, message: `There is no question “${id}”.` });
      continue;
    }
    if (!isRecord(answers)) {
      problems.push({ where: id, message: 'The weights of a question are an object of answers.' });
      continue;
    }
    for (const [name, value] of Object.entries(answers)) {
      const answer = question.answers.find((answer) => answer.id === name);
      const weight = readFraction(value);
      if (!answer) problems.push({ where: `${id}.${name}`, message: `“${id}” has no answer “${name}”.` });
      else if (!weight)
        problems.push({
          where: `${id}.${name}`,
          message: `A weight is a number from 0 up or a fraction such as "3/10", not ${JSON.stringify(value)}.`,
        });
      else weights.set(answer.key, weight);
    }
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: weights };
}
