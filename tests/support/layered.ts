/** Graphs in layers of any size, the same in every run, to draw and to measure with. */
import { seeded } from './laws.ts';
import type { Links } from '../../src/picture/layered/graph.ts';

/**
 * A graph without cycles of `count` nodes and one and a half times as many edges, none there twice. Nodes stand in
 * about √n rows; each has an edge from the row before, and one edge in three passes a row or more. `local` edges
 * stay near; others lead anywhere in their row.
 */
export function layeredGraph(count: number, seed: number, local: boolean): Links {
  const random = seeded(seed);
  const width = Math.round(Math.sqrt(count));
  const from: number[] = [];
  const to: number[] = [];
  const known = new Set<number>();
  const add = (above: number, below: number) => {
    if (known.has(above * count + below)) return;
    known.add(above * count + below);
    from.push(above);
    to.push(below);
  };
  const near = (column: number) => column + Math.round((random() + random() + random() - 1.5) * 6);
  const pick = (row: number, column: number) => {
    const place = local ? near(column) : Math.floor(random() * width);
    return row * width + Math.min(width - 1, Math.max(0, place));
  };
  for (let node = width; node < count; node++) add(pick(Math.floor(node / width) - 1, node % width), node);
  while (from.length < count * 1.5) {
    const node = width + Math.floor(random() * (count - width));
    const row = Math.floor(node / width);
    let span = 1;
    while (span < row && random() < 0.3) span += 1;
    add(pick(row - span, node % width), node);
  }
  return { count, from, to };
}
