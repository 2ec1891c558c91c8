/** A class on the map: a thread along every link that a story took, as wide as the number of pasted links that took it. */
import { scaleSqrt } from 'd3';
import type { MapPicture } from './map.ts';

export interface Thread {
  readonly id: string;
  readonly path: string;
  /** How many links pass here. */
  readonly links: number;
  /** In pixels of the picture. */
  readonly width: number;
}

/** The widest thread, and the least that can be seen, in pixels of the picture. */
const WIDEST = 13;
const THINNEST = 1.4;

/**
 * The threads of `passes`, a number for each id of a link of `picture`, the thinnest last so that none is hidden. `most`
 * is the number that gets the widest thread: the same for two pictures that are compared. Widths grow with the square
 * root, so that a thread of a single link stands beside one of a hundred.
 */
export function threads(picture: MapPicture, passes: ReadonlyMap<string, number>, most: number): Thread[] {
  const width = scaleSqrt([0, Math.max(1, most)], [0, WIDEST]);
  return picture.links
    .flatMap(({ id, path }) => {
      const links = passes.get(id) ?? 0;
      return links > 0 ? [{ id, path, links, width: Math.max(THINNEST, width(links)) }] : [];
    })
    .sort((a, b) => b.links - a.links);
}
