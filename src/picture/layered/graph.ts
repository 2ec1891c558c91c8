/** A graph in layers: what it is, and how long edges are cut so that each leads from one layer to the next. */

/** Nodes are numbered from 0 to `count` - 1; edge e leads from node `from[e]` to node `to[e]`. */
export interface Links {
  readonly count: number;
  readonly from: ArrayLike<number>;
  readonly to: ArrayLike<number>;
}

/** For each vertex v, its neighbours: `list[start[v]]` up to `list[start[v + 1]]` (compressed rows). */
export interface Rows {
  readonly start: Int32Array;
  readonly list: Int32Array;
}

/**
 * A graph in which each edge leads from one layer to the next. The first `real` vertices are nodes; the others are
 * dummies, the places where an edge passes a layer.
 */
export interface Proper {
  readonly count: number;
  readonly real: number;
  readonly layers: number;
  /** The layer of each vertex, from 0, the uppermost. */
  readonly layer: Int32Array;
  readonly up: Rows;
  readonly down: Rows;
  /** The dummies of edge e are numbered from `dummies[e]` up to `dummies[e + 1]`, from the top down. */
  readonly dummies: Int32Array;
}

/** The vertices of each layer from left to right: those of layer l from `start[l]` up to `start[l + 1]`. */
export interface Order {
  readonly start: Int32Array;
  readonly list: Int32Array;
  /** The place of each vertex in its layer, from 0. */
  readonly place: Int32Array;
}

/** Raises the number at `at` by one; gives what it was. */
export function raise(numbers: Int32Array, at: number): number {
  const was = numbers[at] as number;
  numbers[at] = was + 1;
  return was;
}

/** The neighbours of each of `count` vertices: what stands in `to` where the vertex stands in `from`. */
export function rows(count: number, from: ArrayLike<number>, to: ArrayLike<number>): Rows {
  const start = new Int32Array(count + 1);
  for (let edge = 0; edge < from.length; edge++) raise(start, (from[edge] as number) + 1);
  for (let vertex = 0; vertex < count; vertex++)
    start[vertex + 1] = (start[vertex + 1] as number) + (start[vertex] as number);
  const next = start.slice(0, count);
  const list = new Int32Array(from.length);
  for (let edge = 0; edge < from.length; edge++) list[raise(next, from[edge] as number)] = to[edge] as number;
  return { start, list };
}

/** Cuts every edge of `links` at the layers it passes. `layer` gives that of each node; each edge must lead down. */
export function proper({ count: real, from, to }: Links, layer: Int32Array): Proper {
  const edges = from.length;
  const dummies = new Int32Array(edges + 1);
  dummies[0] = real;
  for (let edge = 0; edge < edges; edge++) {
    const length = (layer[to[edge] as number] as number) - (layer[from[edge] as number] as number);
    if (!(length > 0)) throw new RangeError(`Edge ${edge} does not lead down: it spans ${length} layers.`);
    dummies[edge + 1] = (dummies[edge] as number) + length - 1;
  }
  const count = dummies[edges] as number;
  const all = new Int32Array(count);
  all.set(layer);
  const upper = new Int32Array(edges + count - real);
  const lower = new Int32Array(edges + count - real);
  let at = 0;
  let layers = 0;
  for (const each of layer) layers = Math.max(layers, each + 1);
  for (let edge = 0; edge < edges; edge++) {
    let above = from[edge] as number;
    for (let dummy = dummies[edge] as number; dummy < (dummies[edge + 1] as number); dummy++) {
      all[dummy] = (all[above] as number) + 1;
      upper[at] = above;
      lower[at++] = dummy;
      above = dummy;
    }
    upper[at] = above;
    lower[at++] = to[edge] as number;
  }
  return {
    count,
    real,
    layers,
    layer: all,
    up: rows(count, lower, upper),
    down: rows(count, upper, lower),
    dummies,
  };
}

/** The rows of `graph` with the neighbours of each vertex sorted from left to right. */
export function sorted({ count, up, down }: Proper, order: Order): { up: Rows; down: Rows } {
  const deal = (along: Rows, into: Rows): Rows => {
    const next = into.start.slice(0, count);
    const list = new Int32Array(into.list.length);
    // Layer by layer from left to right, each vertex is dealt out to its neighbours.
    for (const vertex of order.list)
      for (let edge = along.start[vertex] as number; edge < (along.start[vertex + 1] as number); edge++)
        list[raise(next, along.list[edge] as number)] = vertex;
    return { start: into.start, list };
  };
  return { up: deal(down, up), down: deal(up, down) };
}
