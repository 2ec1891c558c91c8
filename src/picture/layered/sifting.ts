/** How the last crossings that a move within a layer can remove are removed. */
import { sorted, type Order, type Proper, type Rows } from './graph.ts';

/** How many places to either side a vertex tries, and how often every layer is gone through. Both keep it linear. */
const REACH = 30;
const PASSES = 3;

/**
 * Moves each vertex of `order`, layer by layer, to that place nearby where its edges cross the fewest others, above and
 * below together (sifting: Matuszewski, Schönfeld and Molitor, 1999; here with a bounded reach). Never adds a crossing.
 */
export function sift(graph: Proper, order: Order): void {
  const { layers } = graph;
  for (let pass = 0; pass < PASSES; pass++) {
    // What changes in the pass itself is set right layer by layer.
    const { up, down } = sorted(graph, order);
    let gained = 0;
    for (let step = 0; step < layers; step++) {
      const layer = pass % 2 === 0 ? step : layers - 1 - step;
      gained += siftLayer(order, layer, up, down);
      if (pass % 2 === 0) resort(order, layer + 1, up);
      else resort(order, layer - 1, down);
    }
    if (gained === 0) return;
  }
}

/** Sifts one layer; `up` and `down` must be sorted for its vertices. Gives how many crossings that removed. */
function siftLayer({ start, list, place }: Order, layer: number, up: Rows, down: Rows): number {
  const first = start[layer] as number;
  const last = start[layer + 1] as number;
  let gained = 0;
  for (const vertex of list.slice(first, last)) {
    const at = first + (place[vertex] as number);
    let best = at;
    let most = 0;
    let sum = 0;
    for (let to = at + 1; to < last && to <= at + REACH; to++) {
      const other = list[to] as number;
      sum += saved(vertex, other, up, place) + saved(vertex, other, down, place);
      if (sum > most) [most, best] = [sum, to];
    }
    sum = 0;
    for (let to = at - 1; to >= first && to >= at - REACH; to--) {
      const other = list[to] as number;
      sum += saved(other, vertex, up, place) + saved(other, vertex, down, place);
      if (sum > most) [most, best] = [sum, to];
    }
    if (most === 0) continue;
    gained += most;
    const step = best > at ? 1 : -1;
    for (let to = at; to !== best; to += step) {
      const other = list[to + step] as number;
      list[to] = other;
      place[other] = to - first;
    }
    list[best] = vertex;
    place[vertex] = best - first;
  }
  return gained;
}

/** How many crossings fewer there are on the side of `rows` when two vertices side by side change places. */
function saved(left: number, right: number, rows: Rows, place: Int32Array): number {
  const { start, list } = rows;
  const firstLeft = start[left] as number;
  const lastLeft = start[left + 1] as number;
  const firstRight = start[right] as number;
  const lastRight = start[right + 1] as number;
  if (firstLeft === lastLeft || firstRight === lastRight) return 0;
  let saved = 0;
  // The two sorted lists are merged: a pair crosses now where the left one’s neighbour stands farther right, and
  // would cross then where it stands farther left.
  let less = firstLeft;
  let atMost = firstLeft;
  for (let edge = firstRight; edge < lastRight; edge++) {
    const at = place[list[edge] as number] as number;
    while (less < lastLeft && (place[list[less] as number] as number) < at) less += 1;
    while (atMost < lastLeft && (place[list[atMost] as number] as number) <= at) atMost += 1;
    saved += lastLeft - atMost - (less - firstLeft);
  }
  return saved;
}

/** Sorts the neighbours that the vertices of `layer` have in `rows` by their places; they are few, and nearly sorted. */
function resort({ start, list, place }: Order, layer: number, rows: Rows): void {
  if (layer < 0 || layer + 1 >= start.length) return;
  for (let at = start[layer] as number; at < (start[layer + 1] as number); at++) {
    const vertex = list[at] as number;
    const from = rows.start[vertex] as number;
    const to = rows.start[vertex + 1] as number;
    const row = rows.list;
    if (to - from > 24) {
      row.set(
        row.slice(from, to).sort((a, b) => (place[a] as number) - (place[b] as number)),
        from,
      );
      continue;
    }
    for (let edge = from + 1; edge < to; edge++) {
      const neighbour = row[edge] as number;
      const wanted = place[neighbour] as number;
      let gap = edge;
      for (; gap > from && (place[row[gap - 1] as number] as number) > wanted; gap--)
        row[gap] = row[gap - 1] as number;
      row[gap] = neighbour;
    }
  }
}
