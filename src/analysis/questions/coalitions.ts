/**
 * The smallest sets of actors that can do something. There are 2ⁿ sets of n actors, and the smallest among them can be
 * nearly as many, so the search ends where its work is used up, and says how far it came.
 */
import type { Graph } from '../graph/graph.ts';

export interface Coalitions {
  /** The sets found, the smaller first. None of them contains another. */
  readonly sets: readonly (readonly string[])[];
  /** Every set of at most so many actors was looked at; null where all sets were. */
  readonly upTo: number | null;
}

/** Steps of the graph that may be looked at: a tenth of a second or so. */
const MOST_WORK = 3_000_000;

/**
 * The smallest sets of actors, of those whose consent counts, for which `can` holds. `can` must be monotone, as power
 * is, and cost about one pass over `graph`. Sets are looked at by their size, so that what was found is right, and is
 * all there is up to the size returned.
 */
export function smallestCoalitions(
  graph: Graph,
  can: (coalition: ReadonlySet<string>) => boolean,
  work = MOST_WORK,
): Coalitions {
  const counts = new Set(graph.answers.flatMap(({ consent }) => consent.flat()));
  const actors = graph.scenario.actors.map(({ id }) => id).filter((id) => counts.has(id));
  // What all of them together cannot do, none can.
  if (!can(new Set(actors))) return { sets: [], upTo: null };
  const pass = graph.answers.length + graph.nodes.reduce((sum, { edges }) => sum + 1 + edges.length, 0);
  const sets: string[][] = [];
  let left = work;
  let count = 1;
  for (let size = 0; size <= actors.length; size++) {
    left -= count * (pass + sets.length * size);
    if (left < 0) return { sets, upTo: size - 1 };
    for (const set of subsets(actors, size))
      if (!sets.some((smaller) => smaller.every((actor) => set.includes(actor))) && can(new Set(set)))
        sets.push(set);
    // How many sets there are of the next size (Pascal’s triangle along a row).
    count = (count * (actors.length - size)) / (size + 1);
  }
  return { sets, upTo: null };
}

/** Every part of `of` with `size` members, in the order of their places: the places count up like an odometer. */
function* subsets<T>(of: readonly T[], size: number): Generator<T[]> {
  const places = Array.from({ length: size }, (_, at) => at);
  for (;;) {
    yield places.flatMap((at) => of.slice(at, at + 1));
    let turning = size - 1;
    while (turning >= 0 && places[turning] === of.length - size + turning) turning -= 1;
    if (turning < 0) return;
    const first = (places[turning] ?? 0) + 1;
    for (let at = turning; at < size; at++) places[at] = first + at - turning;
  }
}
