/**
 * The exact lowest and highest chance of each ending under the reader’s own weights, over everything left open.
 *
 * A question with weights goes to each available answer in proportion; one without, or whose available answers all weigh
 * nothing, is left open and contributes the lowest and the highest of its answers. One pass from the ends for each
 * ending: an interval Markov decision process on a graph without circles. Each ending’s range is its own; they need not
 * be attained together.
 */
import { lookAhead, pass, rangeOf, unitsOf, type Range, type Weights } from './chances.ts';
import { readFraction, type Fraction } from './fraction.ts';
import { startOf, type Graph } from '../graph/graph.ts';
import { isRecord } from '../../scenario/record.ts';
import { byId } from '../../scenario/lookups.ts';

export type { Range, Weights } from './chances.ts';

/** For each ending, in the order of the file, its range from `from` under `weights`; none where `from` is no node. */
export function odds(graph: Graph, weights: Weights, from = startOf(graph)): Range[] {
  const ahead = lookAhead(graph, weights, from);
  if (ahead.length === 0) return [];
  const units = unitsOf(ahead);
  return graph.scenario.endings.map((_, ending) => rangeOf(units, pass(ahead, units, ending)));
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
  if (!isRecord(given))
    return { ok: false, problems: [{ where: '', message: 'Weights are an object of questions.' }] };
  for (const [id, answers] of Object.entries(given)) {
    const question = byId(scenario.questions, id);
    if (!question) {
      problems.push({ where: id, message: `There is no question “${id}”.` });
      continue;
    }
    if (!isRecord(answers)) {
      problems.push({ where: id, message: 'The weights of a question are an object of answers.' });
      continue;
    }
    for (const [name, value] of Object.entries(answers)) {
      const answer = byId(question.answers, name);
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
