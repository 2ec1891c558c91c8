/** How an ending can come about: how many stories lead to it, the least of each measure, and what every one contains. */
import type { WayKind } from '../../scenario/way.ts';
import { cost, startOf, type Edge, type Graph, type Measure } from '../graph/graph.ts';

/** For each node, the number of stories from it to `ending`; to any ending when that is left out. */
export function countWays(graph: Graph, ending?: number): bigint[] {
  const ways: bigint[] = [];
  for (const { end, edges } of graph.nodes) {
    if (end >= 0) ways.push(ending === undefined || graph.endingOf(end) === ending ? 1n : 0n);
    else ways.push(edges.reduce((sum, { to }) => sum + (ways[to] as bigint), 0n));
  }
  return ways;
}

/** For each node, the least (or with `most` the greatest) measure of a story to `ending`; null where none leads to it. */
export function extremes(graph: Graph, measure: Measure, ending?: number, most = false): (number | null)[] {
  const found: (number | null)[] = [];
  for (const { end, edges } of graph.nodes) {
    if (end >= 0) {
      found.push(ending === undefined || graph.endingOf(end) === ending ? 0 : null);
      continue;
    }
    const values = edges.flatMap((edge) => {
      const rest = found[edge.to] ?? null;
      return rest === null ? [] : [rest + cost(graph, measure, edge)];
    });
    found.push(values.length === 0 ? null : most ? Math.max(...values) : Math.min(...values));
  }
  return found;
}

/** A best story, as the edges to follow, the measure it has, and how many stories have the same. */
export interface BestWay {
  readonly edges: readonly Edge[];
  readonly measure: number;
  readonly ties: bigint;
}

/**
 * A story from `from` to `ending` with the least `measure`, and among those the shortest; null when it is closed.
 * Dynamic programming from the ends; the graph has no circles.
 */
export function bestWay(
  graph: Graph,
  measure: Measure,
  ending: number,
  from = startOf(graph),
): BestWay | null {
  interface Best {
    measure: number;
    length: number;
    ties: bigint;
    edge: Edge | null;
  }
  const best: (Best | null)[] = [];
  for (const { end, edges } of graph.nodes) {
    if (end >= 0) {
      best.push(graph.endingOf(end) === ending ? { measure: 0, length: 0, ties: 1n, edge: null } : null);
      continue;
    }
    let found = null as Best | null;
    for (const edge of edges) {
      const rest: Best | null | undefined = best[edge.to];
      if (!rest) continue;
      const here = { measure: rest.measure + cost(graph, measure, edge), length: rest.length + 1 };
      const than = found ? here.measure - found.measure : -1;
      if (than < 0) found = { ...here, ties: rest.ties, edge };
      else if (found && than === 0) {
        const ties: bigint = found.ties + rest.ties;
        found = here.length < found.length ? { ...here, ties, edge } : { ...found, ties };
      }
    }
    best.push(found);
  }
  const start = best[from];
  if (!start) return null;
  const edges: Edge[] = [];
  for (let at = start.edge; at; at = best[at.to]?.edge ?? null) edges.push(at);
  return { edges, measure: start.measure, ties: start.ties };
}

const BEST: readonly (readonly [WayKind, Measure])[] = [
  ['short', 'length'],
  ['reported', 'undocumented'],
  ['unopposed', 'against'],
];

/** A way to an ending, and in which respects no other way is better. */
export interface GoodWay {
  readonly kinds: readonly WayKind[];
  readonly edges: readonly Edge[];
}

/**
 * As few ways from `from` to `ending` as it takes to have one that is the best in each respect: shortest, fewest answers
 * that no source reports, fewest that something speaks against. Each is the best in the others too as far as that goes.
 */
export function bestWays(graph: Graph, ending: number, from = startOf(graph)): GoodWay[] {
  const found: GoodWay[] = [];
  const sum = (edges: readonly Edge[], measure: Measure) =>
    edges.reduce((total, edge) => total + cost(graph, measure, edge), 0);
  for (const [kind, measure] of BEST) {
    if (found.some(({ kinds }) => kinds.includes(kind))) continue;
    const others = BEST.map(([, other]) => other).filter((other) => other !== measure);
    const edges = leastWay(graph, ending, from, [measure, ...others]);
    if (!edges) return [];
    const best = BEST.filter(
      ([other, by]) =>
        !found.some(({ kinds }) => kinds.includes(other)) &&
        sum(edges, by) === (extremes(graph, by, ending)[from] ?? 0),
    );
    found.push({ kinds: best.map(([kind]) => kind), edges });
  }
  return found;
}

/** More than a story can have of any measure, so that several can be put into one number. */
const MOST = 2 ** 16;

/** A way with the least of the first measure, among those with the least of the second, and so on; the first in the file. */
function leastWay(graph: Graph, ending: number, from: number, by: readonly Measure[]): Edge[] | null {
  const best: { readonly least: number; readonly edge: Edge | null }[] = [];
  for (const { end, edges } of graph.nodes) {
    let found = {
      least: end >= 0 && graph.endingOf(end) === ending ? 0 : Infinity,
      edge: null as Edge | null,
    };
    for (const edge of edges) {
      const here = by.reduce((sum, measure) => sum * MOST + cost(graph, measure, edge), 0);
      const least = here + (best[edge.to]?.least ?? Infinity);
      if (least < found.least) found = { least, edge };
    }
    best.push(found);
  }
  if (best[from]?.least === Infinity) return null;
  const way: Edge[] = [];
  for (let edge = best[from]?.edge; edge; edge = best[edge.to]?.edge) way.push(edge);
  return way;
}

/**
 * The answers, by number, that every story from `from` to `ending` contains, in the order of the file; null when none
 * leads to it. The set that every path meets, by intersection over the graph (dominators of the ending, seen as
 * answers: an answer may be given at different points).
 */
export function necessary(graph: Graph, ending: number, from = startOf(graph)): number[] | null {
  const must: (bigint | null)[] = [];
  for (const { end, edges } of graph.nodes) {
    if (end >= 0) {
      must.push(graph.endingOf(end) === ending ? 0n : null);
      continue;
    }
    let common: bigint | null = null;
    for (const { answer, to } of edges) {
      const rest = must[to] ?? null;
      if (rest === null) continue;
      const here = rest | (1n << BigInt(answer));
      common = common === null ? here : common & here;
    }
    must.push(common);
  }
  const bits = must[from] ?? null;
  return bits === null ? null : graph.answers.flatMap((_, at) => ((bits >> BigInt(at)) & 1n ? [at] : []));
}
