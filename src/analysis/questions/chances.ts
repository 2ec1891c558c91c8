/**
 * The chance of an ending from every point ahead, in whole numbers of one small unit: exact, without a fraction on the way.
 *
 * At a node the shares of the answers are whole numbers with a sum. A unit that the product of the sums along any story
 * divides makes every chance a whole number of units: a mean is then a sum of products and one division that leaves
 * nothing over, a comparison is one of whole numbers, and only the result is brought to lowest terms. That is what
 * makes a pass some fifty times as fast as one in fractions, and fast enough to follow a slider.
 */
import { fraction, gcd, ZERO, type Fraction } from './fraction.ts';
import type { Graph } from '../graph/graph.ts';

/** The weight of answers, by key; an answer of a weighted question that is not named weighs nothing. */
export type Weights = ReadonlyMap<string, Fraction>;

export interface Range {
  readonly low: Fraction;
  readonly high: Fraction;
}

/** How a story goes on from a point: a share for each way, and their sum; null where the question is left open. */
export type Split = { readonly shares: readonly bigint[]; readonly sum: bigint } | null;

export interface Point {
  /** The ending where the story is over; -1 on the way. */
  readonly ending: number;
  /** The id of the question; empty where the story is over. */
  readonly question: string;
  /** The same for all points where the same answers are available. */
  readonly choice: Choice;
  /** For each answer available, the number of the point that it leads to. */
  readonly next: readonly number[];
}

export interface Choice {
  /** The numbers of the answers available. */
  readonly answers: readonly number[];
  readonly split: Split;
}

/** The points ahead of one, each after those it leads to, numbered in that order; the last is the point itself. */
export type Ahead = readonly Point[];

/** Chances by number of the point, in units, and whether the two may differ there. */
interface Pass {
  readonly low: bigint[];
  readonly high: bigint[];
  readonly open: boolean[];
}

const lcm = (a: bigint, b: bigint): bigint => (a / gcd(a, b)) * b;

/** The shares in lowest terms; null where there is nothing to share. */
export function split(shares: readonly bigint[]): Split {
  const common = shares.reduce(gcd, 0n);
  if (common === 0n) return null;
  const least = common === 1n ? shares : shares.map((share) => share / common);
  return { shares: least, sum: least.reduce((a, b) => a + b) };
}

/** What lies ahead of node `from`, under `weights`; nothing where there is no such node. */
export function lookAhead(graph: Graph, weights: Weights, from: number): Ahead {
  const weighted = new Set([...weights.keys()].map((key) => key.slice(0, key.indexOf('.'))));
  // One scale for all weights: only those of one question are compared, and a split is in lowest terms.
  const scale = [...weights.values()].reduce((all, { under }) => lcm(all, under), 1n);
  const whole = graph.answers.map(({ key }) => {
    const { over, under } = weights.get(key) ?? ZERO;
    return over * (scale / under);
  });
  const choices = new Map<string, Choice>();
  const choiceOf = (answers: readonly number[], counts: boolean): Choice => {
    const name = answers.join();
    const known = choices.get(name);
    if (known) return known;
    const made = { answers, split: counts ? split(answers.map((answer) => whole[answer] as bigint)) : null };
    choices.set(name, made);
    return made;
  };

  const isAhead = graph.nodes.map((_, number) => number === from);
  for (let number = from; number >= 0; number--)
    if (isAhead[number]) for (const { to } of graph.nodes[number]?.edges ?? []) isAhead[to] = true;

  const points: Point[] = [];
  const numbers: number[] = [];
  graph.nodes.forEach(({ end, edges }, number) => {
    if (!isAhead[number]) return;
    const answers = edges.map(({ answer }) => answer);
    const question = graph.answers[answers[0] ?? -1]?.question ?? '';
    numbers[number] = points.length;
    points.push({
      ending: end < 0 ? -1 : graph.endingOf(end),
      question,
      choice: choiceOf(answers, weighted.has(question)),
      next: edges.map(({ to }) => numbers[to] as number),
    });
  });
  return points;
}

/** How many units make certainty, for passes whose sums at a split are among `sumsOf` of it. */
export function unitsOf(
  ahead: Ahead,
  sumsOf: (split: NonNullable<Split>) => readonly bigint[] = ({ sum }) => [sum],
): bigint {
  const byQuestion = new Map<string, Set<NonNullable<Split>>>();
  for (const { question, choice } of ahead)
    if (choice.split) byQuestion.set(question, (byQuestion.get(question) ?? new Set()).add(choice.split));
  let units = 1n;
  for (const [question, splits] of byQuestion) {
    const sums = new Set([...splits].flatMap((split) => [...sumsOf(split)]));
    sums.delete(0n);
    units *= [...sums].reduce(lcm, 1n) ** BigInt(mostOften(ahead, question));
  }
  return units;
}

/** How often a story ahead comes to `question`, at the most. */
function mostOften(ahead: Ahead, question: string): number {
  const often: number[] = [];
  for (const point of ahead) {
    let most = 0;
    for (const to of point.next) most = Math.max(most, often[to] as number);
    often.push(most + (point.question === question ? 1 : 0));
  }
  return often.at(-1) ?? 0;
}

/** The lowest and the highest chance of `ending` from every point ahead. */
export function pass(ahead: Ahead, units: bigint, ending: number): Pass {
  const found: Pass = { low: [], high: [], open: [] };
  ahead.forEach((point, at) => {
    if (point.ending < 0) return settle(found, at, point.next, point.choice.split);
    found.low.push(point.ending === ending ? units : 0n);
    found.high.push(point.ending === ending ? units : 0n);
    found.open.push(false);
  });
  return found;
}

/** The numbers of the points from which a story can come to `question`, those where it is asked among them. */
export function pointsBefore(ahead: Ahead, question: string): number[] {
  const leads: boolean[] = [];
  for (const point of ahead)
    leads.push(point.question === question || point.next.some((to) => leads[to] === true));
  return leads.flatMap((found, at) => (found ? [at] : []));
}

/** `known`, with other splits at the points that `splitOf` gives one for; only the points `numbers` are worked out again. */
export function passAgain(
  ahead: Ahead,
  known: Pass,
  numbers: readonly number[],
  splitOf: (point: Point) => Split,
): Pass {
  const found: Pass = { low: known.low.slice(), high: known.high.slice(), open: known.open.slice() };
  for (const at of numbers) {
    const point = ahead[at] as Point;
    settle(found, at, point.next, splitOf(point));
  }
  return found;
}

/** Fills in one point from those it leads to. */
function settle({ low, high, open }: Pass, at: number, next: readonly number[], split: Split): void {
  let isOpen = split === null && next.length > 1;
  for (let way = 0; !isOpen && way < next.length; way++) isOpen = open[next[way] as number] as boolean;
  open[at] = isOpen;
  low[at] = split ? mean(split, next, low) : next.map((to) => low[to] as bigint).reduce(lower);
  if (!isOpen) high[at] = low[at];
  else high[at] = split ? mean(split, next, high) : next.map((to) => high[to] as bigint).reduce(higher);
}

const lower = (a: bigint, b: bigint) => (b < a ? b : a);
const higher = (a: bigint, b: bigint) => (b > a ? b : a);

function mean(
  { shares, sum }: NonNullable<Split>,
  next: readonly number[],
  values: readonly bigint[],
): bigint {
  let all = 0n;
  for (let at = 0; at < next.length; at++) {
    const share = shares[at] as bigint;
    const value = values[next[at] as number] as bigint;
    if (share !== 0n && value !== 0n) all += share * value;
  }
  return all / sum;
}

/** The range that a pass finds for the point from which it looked ahead. */
export function rangeOf(units: bigint, { low, high }: Pass): Range {
  return { low: fraction(low.at(-1) ?? 0n, units), high: fraction(high.at(-1) ?? 0n, units) };
}
