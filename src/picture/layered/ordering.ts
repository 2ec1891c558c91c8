/** In which order the vertices of each layer stand, so that few edges cross. */
import { crossings } from './crossings.ts';
import { raise, type Order, type Proper, type Rows } from './graph.ts';
import { sift } from './sifting.ts';

/** At most so many rounds of a sweep down and a sweep up for each start, and so many without a gain. */
const ROUNDS = 8;
const PATIENCE = 3;

/**
 * Two orders to start from: those in which a depth-first search comes by, from above and from below. From each, layer
 * by layer, down and up again, every vertex goes to the middle of its neighbours (the barycentre heuristic of Sugiyama,
 * Tagawa and Toda, 1981), and the best order met is kept. The better of the two is then sifted. The same graph always
 * gives the same order; the time is linear in vertices and edges but for sorting within layers.
 */
export function ordering(graph: Proper): Order {
  const [one, other] = [graph.down, graph.up].map((along) => swept(graph, depthFirst(graph, along)));
  const best = one && other && one.crossings <= other.crossings ? one.order : (other?.order as Order);
  sift(graph, best);
  return best;
}

function swept(graph: Proper, order: Order): { order: Order; crossings: number } {
  const keys = new Float64Array(graph.count);
  const before = new Int32Array(graph.count);
  let best = copyOf(order);
  let least = crossings(graph, order);
  let waited = 0;
  for (let round = 0; round < ROUNDS && least > 0 && waited < PATIENCE; round++) {
    const turned = round % 2 === 1;
    for (let layer = 1; layer < graph.layers; layer++)
      sortByMiddle(order, graph.up, layer, turned, keys, before);
    for (let layer = graph.layers - 2; layer >= 0; layer--)
      sortByMiddle(order, graph.down, layer, turned, keys, before);
    const now = crossings(graph, order);
    waited += 1;
    if (now >= least) continue;
    best = copyOf(order);
    least = now;
    waited = 0;
  }
  return { order: best, crossings: least };
}

const copyOf = ({ start, list, place }: Order): Order => ({
  start,
  list: list.slice(),
  place: place.slice(),
});

/** The order in which a depth-first search along `along` comes by. */
function depthFirst({ count, layers, layer, up, down }: Proper, along: Rows): Order {
  const start = new Int32Array(layers + 1);
  for (const each of layer) raise(start, each + 1);
  for (let each = 0; each < layers; each++)
    start[each + 1] = (start[each + 1] as number) + (start[each] as number);
  const next = start.slice(0, layers);
  const list = new Int32Array(count);
  const place = new Int32Array(count).fill(-1);
  const against = along === down ? up : down;
  const waiting: number[] = [];
  for (let root = 0; root < count; root++) {
    if (against.start[root] !== against.start[root + 1]) continue;
    waiting.push(root);
    for (let vertex = waiting.pop(); vertex !== undefined; vertex = waiting.pop()) {
      if (place[vertex] !== -1) continue;
      const row = layer[vertex] as number;
      place[vertex] = (next[row] as number) - (start[row] as number);
      list[raise(next, row)] = vertex;
      for (
        let edge = (along.start[vertex + 1] as number) - 1;
        edge >= (along.start[vertex] as number);
        edge--
      )
        waiting.push(along.list[edge] as number);
    }
  }
  return { start, list, place };
}

/** More than there are vertices in any layer, and how finely a middle is told. */
const MOST = 2 ** 21;
const FINE = 2 ** 10;

/**
 * Sorts a layer by the mean place of each vertex’s neighbours in `rows`; one without any stays by what stands before it.
 * Ties stay in order, or are `turned` round, which shakes what has settled. `keys` and `before` are room to work in.
 */
function sortByMiddle(
  { start, list, place }: Order,
  rows: Rows,
  layer: number,
  turned: boolean,
  keys: Float64Array,
  before: Int32Array,
): void {
  const first = start[layer] as number;
  const last = start[layer + 1] as number;
  let middle = 0;
  for (let at = first; at < last; at++) {
    const vertex = list[at] as number;
    const from = rows.start[vertex] as number;
    const to = rows.start[vertex + 1] as number;
    if (to > from) {
      let sum = 0;
      for (let edge = from; edge < to; edge++) sum += place[rows.list[edge] as number] as number;
      middle = Math.round((sum / (to - from)) * FINE);
    }
    keys[at] = middle * MOST + (turned ? last - 1 - at : at - first);
    before[at] = vertex;
  }
  // Numbers alone are sorted fast, and each says whose it is.
  keys.subarray(first, last).sort();
  for (let at = first; at < last; at++) {
    const from = (keys[at] as number) % MOST;
    const vertex = before[turned ? last - 1 - from : first + from] as number;
    list[at] = vertex;
    place[vertex] = at - first;
  }
}
