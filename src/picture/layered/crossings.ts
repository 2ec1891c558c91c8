/** How many edges of a drawing in layers cross, counted exactly. */
import { raise, type Order, type Proper } from './graph.ts';

/** The crossings between all layers. */
export function crossings(graph: Proper, order: Order): number {
  let total = 0;
  for (let layer = 0; layer + 1 < graph.layers; layer++) total += crossingsBelow(graph, order, layer);
  return total;
}

/**
 * The crossings between layer `layer` and the next: the pairs of edges whose ends stand in opposite order. Counted with
 * an accumulator tree in O(m log n) (Barth, Jünger and Mutzel: Simple and Efficient Bilayer Cross Counting, 2002).
 */
export function crossingsBelow({ up, down }: Proper, order: Order, layer: number): number {
  const first = order.start[layer] as number;
  const middle = order.start[layer + 1] as number;
  const last = order.start[layer + 2] as number;
  // The lower ends of the edges, sorted by upper end and then by lower: each lower vertex is dealt out to its
  // neighbours above, from left to right.
  const next = new Int32Array(middle - first + 1);
  for (let at = first; at < middle; at++) {
    const vertex = order.list[at] as number;
    next[at - first + 1] =
      (next[at - first] as number) + (down.start[vertex + 1] as number) - (down.start[vertex] as number);
  }
  const ends = new Int32Array(next[middle - first] as number);
  for (let at = middle; at < last; at++) {
    const vertex = order.list[at] as number;
    for (let edge = up.start[vertex] as number; edge < (up.start[vertex + 1] as number); edge++)
      ends[raise(next, order.place[up.list[edge] as number] as number)] = at - middle;
  }
  return inversions(ends, last - middle);
}

/** How many pairs of `values`, which are from 0 up to `size` - 1, stand with the larger first. */
export function inversions(values: ArrayLike<number>, size: number): number {
  let leaves = 1;
  while (leaves < size) leaves *= 2;
  const tree = new Int32Array(2 * leaves);
  let count = 0;
  for (let at = 0; at < values.length; at++) {
    let node = (values[at] as number) + leaves;
    raise(tree, node);
    while (node > 1) {
      // What stands to the right of this value has come before it.
      if (node % 2 === 0) count += tree[node + 1] as number;
      node >>= 1;
      raise(tree, node);
    }
  }
  return count;
}
