/**
 * The futures of a scenario as a graph that can be searched, filtered and cut. Nothing else reads the numbers in which
 * `futures.ts` writes them.
 */
import { LIMITS } from '../../scenario/limits.ts';
import {
  undocumented,
  type Answer,
  type Ending,
  type Question,
  type Scenario,
} from '../../scenario/scenario.ts';
import type { Futures } from './futures.ts';
import { answersOf } from '../../scenario/lookups.ts';

export interface Edge {
  /** The number of the answer, in the order of the file. */
  readonly answer: number;
  readonly to: number;
  /** The clauses of the answer’s `againstWhen` that hold here, as bits. */
  readonly clauses: number;
}

export interface Node {
  /** What was put at the end of the story by `futures`: the ending, or a finer outcome. -1 on the way. */
  readonly end: number;
  readonly edges: readonly Edge[];
}

/** Every node stands after those it leads to; the last is where stories start. */
export interface Graph {
  readonly scenario: Scenario;
  readonly answers: readonly Answer[];
  /** For each answer, its question. */
  readonly questionOf: readonly Question[];
  readonly nodes: readonly Node[];
  /** The ending that an `end` stands for, by its number in the file. */
  readonly endingOf: (end: number) => number;
}

/** The graph of `futures`, which were made from `scenario`. */
export function graphOf(
  scenario: Scenario,
  futures: Futures,
  endingOf: (end: number) => number = (end) => end,
): Graph {
  const answers = answersOf(scenario);
  // Where quotations were set aside, a clause may have come to hold never, though it does in the futures.
  const living = answers.map(({ againstWhen }) =>
    againstWhen.reduce(
      (bits, { when }, bit) => ('any' in when && when.any.length === 0 ? bits : bits | (1 << bit)),
      0,
    ),
  );
  const nodes = futures.map((entry): Node => {
    if (typeof entry === 'number') return { end: entry, edges: [] };
    const edges: Edge[] = [];
    for (let at = 0; at < entry.length; at += 3)
      edges.push({
        answer: entry[at] as number,
        to: entry[at + 1] as number,
        clauses: (entry[at + 2] as number) & (living[entry[at] as number] as number),
      });
    return { end: -1, edges };
  });
  const questionOf = scenario.questions.flatMap((question) => question.answers.map(() => question));
  return { scenario, answers, questionOf, nodes, endingOf };
}

/** Whether `futures`, read from outside, can be a graph over so many `answers` that ends in so many `endings`. */
export function isFutures(value: unknown, answers: number, endings: number): value is Futures {
  const counts = (entry: unknown, bound = Infinity) =>
    typeof entry === 'number' && Number.isInteger(entry) && entry >= 0 && entry < bound;
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    value.length <= LIMITS.futures &&
    value.every((entry: unknown, at) =>
      Array.isArray(entry)
        ? // Each node stands after those it leads to.
          entry.length > 0 &&
          entry.length % 3 === 0 &&
          entry.every((number, place) => counts(number, [answers, at][place % 3]))
        : counts(entry, endings),
    )
  );
}

/** The question on the table at node `at`; null where the story is over. */
export const questionAt = ({ questionOf, nodes }: Graph, at: number): Question | null =>
  questionOf[nodes[at]?.edges[0]?.answer ?? -1] ?? null;

/** The ending of the stories that stand at node `at`; null where they go on. */
export const endingAt = ({ scenario, nodes, endingOf }: Graph, at: number): Ending | null =>
  scenario.endings[endingOf(nodes[at]?.end ?? -1)] ?? null;

/** The number of the node where the stories of `graph` start; -1 when none is left. */
export const startOf = ({ nodes }: Graph): number => nodes.length - 1;

/** Given answers are kept as bits of a number; a scenario file may name fewer. */
const MOST_GIVEN = 30;

/**
 * The graph of those stories that contain all of `given` and none of `without`, answers named by key. It has a copy of
 * a node for each set of given answers already met, and only those that lead to an end; it may be empty. Throws a RangeError where more than 30 are given.
 */
export function storiesWith(
  graph: Graph,
  given: readonly string[] = [],
  without: readonly string[] = [],
): Graph {
  if (given.length === 0 && without.length === 0) return graph;
  if (given.length > MOST_GIVEN)
    throw new RangeError(`${given.length} given answers: at most ${MOST_GIVEN}.`);
  if (graph.nodes.length === 0) return graph;
  const wanted = new Map(given.map((key, bit) => [key, 1 << bit]));
  const all = 2 ** given.length - 1;
  const barred = new Set(without);
  const keyOf = ({ answer }: Edge) => graph.answers[answer]?.key ?? '';
  const kept = graph.nodes.map(({ edges }) => edges.filter((edge) => !barred.has(keyOf(edge))));
  // The given answers that some story from each node on still meets: where one is missing for good, no copy is made.
  const ahead: number[] = [];
  for (const edges of kept)
    ahead.push(
      edges.reduce((bits, edge) => bits | (wanted.get(keyOf(edge)) ?? 0) | (ahead[edge.to] ?? 0), 0),
    );

  // Every node stands after those it leads to: downwards, the sets of given answers met at each; upwards, the copies.
  const met = graph.nodes.map(() => new Set<number>());
  met.at(-1)?.add(0);
  for (let at = kept.length - 1; at >= 0; at--)
    for (const before of met[at] ?? []) {
      if ((before | (ahead[at] ?? 0)) !== all) continue;
      for (const edge of kept[at] ?? []) met[edge.to]?.add(before | (wanted.get(keyOf(edge)) ?? 0));
    }
  const nodes: Node[] = [];
  const copies = graph.nodes.map(() => new Map<number, number>());
  for (const [at, { end }] of graph.nodes.entries())
    for (const before of met[at] ?? []) {
      const edges = (kept[at] ?? []).flatMap((edge) => {
        const to = copies[edge.to]?.get(before | (wanted.get(keyOf(edge)) ?? 0));
        return to === undefined ? [] : [{ ...edge, to }];
      });
      const lives = end >= 0 ? before === all : edges.length > 0;
      if (lives) copies[at]?.set(before, nodes.push({ end, edges }) - 1);
    }
  // Where the start itself is gone, no story is left.
  return { ...graph, nodes: copies.at(-1)?.has(0) ? nodes : [] };
}

/** The graph of those stories whose every answer passes `keep`. */
export function storiesOf(graph: Graph, keep: (answer: Answer, edge: Edge) => boolean): Graph {
  const nodes: Node[] = [];
  const copied: number[] = [];
  for (const { end, edges } of graph.nodes) {
    const kept = edges
      .filter((edge) => keep(graph.answers[edge.answer] as Answer, edge))
      .map((edge) => ({ ...edge, to: copied[edge.to] as number }))
      .filter((edge) => edge.to !== -1);
    copied.push(end >= 0 || kept.length > 0 ? nodes.push({ end, edges: kept }) - 1 : -1);
  }
  // Where the start itself is gone, no story is left, whatever else could be told from elsewhere.
  return { ...graph, nodes: (copied.at(-1) ?? -1) === -1 ? [] : nodes };
}

/** The endings of the stories of `graph`, by their numbers, in the order of the file. */
export function endingsOf(graph: Graph): number[] {
  const found = new Set<number>();
  for (const number of reachableNodes(graph)) {
    const { end } = graph.nodes[number] as Node;
    if (end >= 0) found.add(graph.endingOf(end));
  }
  return [...found].sort((a, b) => a - b);
}

/** The numbers of the nodes that a story comes to, from node `from` on. */
export function reachableNodes(graph: Graph, from = startOf(graph)): number[] {
  const seen = new Set<number>();
  const waiting = graph.nodes.length > 0 ? [from] : [];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (seen.has(at)) continue;
    seen.add(at);
    for (const { to } of (graph.nodes[at] as Node).edges) waiting.push(to);
  }
  return [...seen].sort((a, b) => a - b);
}

/** What a step adds to a story’s measure. */
export type Measure = 'length' | 'undocumented' | 'against';

/**
 * What choosing the answer of `edge` adds: 1 for each answer; for each that is inferred, urged, suggested or assumed;
 * for each that, where it is chosen, something in `against` or an `againstWhen` that holds speaks against.
 */
export function cost(graph: Graph, measure: Measure, edge: Edge): number {
  const answer = graph.answers[edge.answer] as Answer;
  if (measure === 'length') return 1;
  if (measure === 'undocumented') return undocumented(answer) ? 1 : 0;
  return answer.against.length > 0 || edge.clauses !== 0 ? 1 : 0;
}
