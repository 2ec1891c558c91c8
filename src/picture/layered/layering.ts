/** Which layer each node of a graph without cycles stands on, so that every edge leads down and few are long. */
import { rows, type Links } from './graph.ts';

/** How often the nodes are moved towards their neighbours; more changes hardly anything. */
const ROUNDS = 8;

/**
 * The layer of each node, from 0. First each node stands as high as it can (longest path); then, again and again,
 * each goes to where its edges are shortest in all, as far as its neighbours let it: up where more edges come in than
 * go out, down where fewer do, and along with them where it makes no difference. Linear time. Throws a RangeError
 * where there is a cycle.
 */
export function layering({ count, from, to }: Links): Int32Array {
  const up = rows(count, to, from);
  const down = rows(count, from, to);
  const layer = new Int32Array(count);
  const order = new Int32Array(count);
  const waiting = new Int32Array(count);
  let placed = 0;
  for (let node = 0; node < count; node++) {
    waiting[node] = (up.start[node + 1] as number) - (up.start[node] as number);
    if (waiting[node] === 0) order[placed++] = node;
  }
  for (let at = 0; at < placed; at++) {
    const node = order[at] as number;
    for (let edge = down.start[node] as number; edge < (down.start[node + 1] as number); edge++) {
      const below = down.list[edge] as number;
      layer[below] = Math.max(layer[below] as number, (layer[node] as number) + 1);
      waiting[below] = (waiting[below] as number) - 1;
      if (waiting[below] === 0) order[placed++] = below;
    }
  }
  if (placed < count) throw new RangeError('The graph has a cycle: it cannot stand in layers.');

  for (let round = 0; round < ROUNDS; round++) {
    let moved = false;
    for (let at = 0; at < count; at++) {
      // From the bottom up first, so that what can go down takes along what stands above it.
      const node = order[round % 2 === 0 ? count - 1 - at : at] as number;
      let highest = -1;
      for (let edge = up.start[node] as number; edge < (up.start[node + 1] as number); edge++)
        highest = Math.max(highest, layer[up.list[edge] as number] as number);
      let lowest = Infinity;
      for (let edge = down.start[node] as number; edge < (down.start[node + 1] as number); edge++)
        lowest = Math.min(lowest, layer[down.list[edge] as number] as number);
      const more =
        (up.start[node + 1] as number) -
        (up.start[node] as number) -
        ((down.start[node + 1] as number) - (down.start[node] as number));
      const goes =
        more > 0 || (more === 0 && round % 2 === 1)
          ? highest + 1
          : lowest === Infinity
            ? (layer[node] as number)
            : lowest - 1;
      if (goes !== layer[node]) moved = true;
      layer[node] = goes;
    }
    if (!moved) break;
  }
  return layer;
}
