/** How far from the left each vertex of a drawing in layers stands: long edges straight, neighbours under each other. */
import { raise, sorted, type Order, type Proper, type Rows } from './graph.ts';

/**
 * The middle of each vertex, from the left edge of the drawing, by Brandes and Köpf (Fast and Simple Horizontal
 * Coordinate Assignment, 2001), in linear time: vertices are aligned with their median neighbours into blocks, in four
 * ways (with those above or below, from the left or from the right); each way is packed; the mean of the two middle
 * ones is taken. Packing is by longest paths over the blocks, which is not open to the fault that the authors’ erratum
 * of 2020 mends. `widths` holds the width of each vertex with the room it needs beside it: none overlaps another.
 */
export function placing(graph: Proper, order: Order, widths: Float64Array): Float64Array {
  const { up, down } = sorted(graph, order);
  const crossed = crossedByLong(graph, order, up);
  const ways: { at: Float64Array; left: number; right: number; toRight: boolean }[] = [];
  for (const rows of [up, down])
    for (const toRight of [false, true]) {
      const root = align(graph, order, rows, rows === up, toRight, crossed);
      const at = pack(graph, order, root, widths, toRight);
      let left = Infinity;
      let right = -Infinity;
      for (let vertex = 0; vertex < graph.count; vertex++) {
        const half = (widths[vertex] as number) / 2;
        left = Math.min(left, (at[vertex] as number) - half);
        right = Math.max(right, (at[vertex] as number) + half);
      }
      ways.push({ at, left, right, toRight });
    }
  // All are moved to the bounds of the narrowest.
  const narrow = ways.reduce((a, b) => (b.right - b.left < a.right - a.left ? b : a));
  const moves = ways.map(({ left, right, toRight }) => (toRight ? narrow.right - right : narrow.left - left));
  const places = new Float64Array(graph.count);
  const [a, b, c, d] = ways.map(({ at }) => at) as [Float64Array, Float64Array, Float64Array, Float64Array];
  const [e, f, g, h] = moves as [number, number, number, number];
  let least = Infinity;
  for (let vertex = 0; vertex < graph.count; vertex++) {
    const one = (a[vertex] as number) + e;
    const two = (b[vertex] as number) + f;
    const three = (c[vertex] as number) + g;
    const four = (d[vertex] as number) + h;
    const middle =
      (one + two + three + four - Math.min(one, two, three, four) - Math.max(one, two, three, four)) / 2;
    places[vertex] = middle;
    least = Math.min(least, middle - (widths[vertex] as number) / 2);
  }
  for (let vertex = 0; vertex < graph.count; vertex++) places[vertex] = (places[vertex] as number) - least;
  return places;
}

/** A number for the step between two vertices. */
const step = ({ count }: Proper, above: number, below: number) => above * count + below;

/**
 * The steps that cross an inner part of a long edge, from dummy to dummy: these yield, so that long edges are straight
 * (type 1 conflicts; the paper’s Algorithm 1).
 */
function crossedByLong(graph: Proper, { start, list, place }: Order, up: Rows): ReadonlySet<number> {
  const crossed = new Set<number>();
  for (let layer = 1; layer < graph.layers; layer++) {
    const first = start[layer] as number;
    const last = start[layer + 1] as number;
    let behind = first;
    let leftmost = 0;
    for (let at = first; at < last; at++) {
      const vertex = list[at] as number;
      const above = vertex >= graph.real ? (up.list[up.start[vertex] as number] as number) : -1;
      const inner = above >= graph.real;
      if (!inner && at + 1 < last) continue;
      const rightmost = inner ? (place[above] as number) : Infinity;
      for (; behind <= at; behind++) {
        const below = list[behind] as number;
        for (let edge = up.start[below] as number; edge < (up.start[below + 1] as number); edge++) {
          const end = up.list[edge] as number;
          if (end >= graph.real && below >= graph.real) continue;
          const where = place[end] as number;
          if (where < leftmost || where > rightmost) crossed.add(step(graph, end, below));
        }
      }
      leftmost = rightmost;
    }
  }
  return crossed;
}

/** Aligns each vertex with a median neighbour in `rows` where nothing is in the way; gives the root of its block. */
function align(
  graph: Proper,
  { start, list, place }: Order,
  rows: Rows,
  downwards: boolean,
  toRight: boolean,
  crossed: ReadonlySet<number>,
): Int32Array {
  const root = Int32Array.from({ length: graph.count }, (_, vertex) => vertex);
  const taken = new Uint8Array(graph.count);
  for (let number = 1; number < graph.layers; number++) {
    const layer = downwards ? number : graph.layers - 1 - number;
    const first = start[layer] as number;
    const last = start[layer + 1] as number;
    let bound = toRight ? Infinity : -1;
    for (let turn = 0; turn < last - first; turn++) {
      const vertex = list[toRight ? last - 1 - turn : first + turn] as number;
      const from = rows.start[vertex] as number;
      const degree = (rows.start[vertex + 1] as number) - from;
      if (degree === 0) continue;
      const lower = from + ((degree - 1) >> 1);
      const upper = from + (degree >> 1);
      for (const edge of toRight ? [upper, lower] : [lower, upper]) {
        const neighbour = rows.list[edge] as number;
        const where = place[neighbour] as number;
        if (taken[neighbour] || (toRight ? where >= bound : where <= bound)) continue;
        const key = downwards ? step(graph, neighbour, vertex) : step(graph, vertex, neighbour);
        if (crossed.has(key)) continue;
        taken[neighbour] = 1;
        root[vertex] = root[neighbour] as number;
        bound = where;
        break;
      }
    }
  }
  return root;
}

/**
 * Packs the blocks to the left, or to the right: each as far as those before it let it (longest path), then back to
 * those behind it, so that none strays from its company.
 */
function pack(
  graph: Proper,
  { start, list }: Order,
  root: Int32Array,
  widths: Float64Array,
  toRight: boolean,
): Float64Array {
  const { count, layers } = graph;
  const sign = toRight ? -1 : 1;
  // The blocks right behind each, as lists linked through the vertex that stands behind.
  const firstBehind = new Int32Array(count).fill(-1);
  const nextBehind = new Int32Array(count).fill(-1);
  const room = new Float64Array(count);
  const waiting = new Int32Array(count);
  for (let layer = 0; layer < layers; layer++) {
    const first = start[layer] as number;
    const last = start[layer + 1] as number;
    for (let number = 1; number < last - first; number++) {
      const vertex = list[toRight ? last - 1 - number : first + number] as number;
      const ahead = list[toRight ? last - number : first + number - 1] as number;
      const block = root[ahead] as number;
      room[vertex] = ((widths[ahead] as number) + (widths[vertex] as number)) / 2;
      nextBehind[vertex] = firstBehind[block] as number;
      firstBehind[block] = vertex;
      raise(waiting, root[vertex] as number);
    }
  }
  const order = new Int32Array(count);
  let placed = 0;
  for (let vertex = 0; vertex < count; vertex++)
    if (root[vertex] === vertex && waiting[vertex] === 0) order[placed++] = vertex;
  const at = new Float64Array(count);
  for (let number = 0; number < placed; number++) {
    const block = order[number] as number;
    for (let vertex = firstBehind[block] as number; vertex !== -1; vertex = nextBehind[vertex] as number) {
      const behind = root[vertex] as number;
      at[behind] = Math.max(at[behind] as number, (at[block] as number) + (room[vertex] as number));
      waiting[behind] = (waiting[behind] as number) - 1;
      if (waiting[behind] === 0) order[placed++] = behind;
    }
  }
  for (let number = placed - 1; number >= 0; number--) {
    const block = order[number] as number;
    let least = Infinity;
    for (let vertex = firstBehind[block] as number; vertex !== -1; vertex = nextBehind[vertex] as number)
      least = Math.min(least, (at[root[vertex] as number] as number) - (room[vertex] as number));
    if (least < Infinity) at[block] = Math.max(at[block] as number, least);
  }
  return at.map((_, vertex) => sign * (at[root[vertex] as number] as number));
}
