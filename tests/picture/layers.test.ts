/** A drawing in layers, for graphs of every kind: everything leads down, nothing overlaps, crossings are counted right. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crossings, inversions } from '../../src/picture/layered/crossings.ts';
import { proper, type Links, type Order, type Proper } from '../../src/picture/layered/graph.ts';
import { layering } from '../../src/picture/layered/layering.ts';
import { ordering } from '../../src/picture/layered/ordering.ts';
import { sift } from '../../src/picture/layered/sifting.ts';
import { layLayers, type Layered } from '../../src/picture/layers.ts';
import { compiled, seeded } from '../support/laws.ts';
import { layeredGraph } from '../support/layered.ts';
import { ZOO } from '../zoo/zoo.ts';

const SIZES = { widths: 20, gap: 10, lane: 6, step: 60 };

/** Any graph without cycles of up to 40 nodes, their numbers in no order; edges may be there twice. */
const acyclic: fc.Arbitrary<Links> = fc
  .integer({ min: 1, max: 40 })
  .chain((count) =>
    fc.record({
      names: fc.shuffledSubarray(
        Array.from({ length: count }, (_, node) => node),
        { minLength: count },
      ),
      pairs: fc.array(fc.tuple(fc.nat(count - 1), fc.nat(count - 1)), { maxLength: 90 }),
    }),
  )
  .map(({ names, pairs }) => {
    const edges = pairs.filter(([a, b]) => a !== b).map(([a, b]) => (a < b ? [a, b] : [b, a]));
    const name = (node: number | undefined) => names[node ?? 0] ?? 0;
    return {
      count: names.length,
      from: edges.map(([a]) => name(a)),
      to: edges.map(([, b]) => name(b)),
    };
  });

/** Every pair of steps between the same two layers whose ends stand in opposite order. */
function crossingsPairByPair({ count, down, layer }: Proper, { place }: Order): number {
  const steps: { layer: number; from: number; to: number }[] = [];
  for (let vertex = 0; vertex < count; vertex++)
    for (const below of down.list.slice(down.start[vertex], down.start[vertex + 1]))
      steps.push({ layer: layer[vertex] ?? 0, from: place[vertex] ?? 0, to: place[below] ?? 0 });
  let total = 0;
  steps.forEach((a, at) => {
    for (const b of steps.slice(at + 1))
      if (a.layer === b.layer && (a.from - b.from) * (a.to - b.to) < 0) total += 1;
  });
  return total;
}

function shuffled({ start, list, place }: Order, seed: number): Order {
  const random = seeded(seed);
  const other = { start, list: list.slice(), place: place.slice() };
  for (let layer = 0; layer + 1 < start.length; layer++) {
    const row = [...list.slice(start[layer], start[layer + 1])]
      .map((vertex) => ({ vertex, at: random() }))
      .sort((a, b) => a.at - b.at);
    row.forEach(({ vertex }, at) => {
      other.list[(start[layer] ?? 0) + at] = vertex;
      other.place[vertex] = at;
    });
  }
  return other;
}

function lawful(links: Links, drawn: Layered, widths: (node: number) => number = () => SIZES.widths): void {
  expect(drawn.nodes).toHaveLength(links.count);
  expect(drawn.edges).toHaveLength(links.from.length);
  drawn.edges.forEach(({ from, to, points }, at) => {
    expect([from, to]).toEqual([links.from[at], links.to[at]]);
    // Down, layer by layer, from the one node to the other.
    const [above, below] = [drawn.nodes[from], drawn.nodes[to]];
    expect(points[0]).toEqual([above?.x, above?.y]);
    expect(points.at(-1)).toEqual([below?.x, below?.y]);
    for (const [step, [, y]] of points.entries())
      expect(y).toBe(((above?.layer ?? 0) + step + 0.5) * SIZES.step);
  });
  expect(drawn.layers.flat().toSorted((a, b) => a - b)).toEqual(drawn.nodes.map((_, node) => node));
  for (const row of drawn.layers) {
    let edge = 0;
    for (const node of row) {
      const x = drawn.nodes[node]?.x ?? NaN;
      expect(x - widths(node) / 2).toBeGreaterThanOrEqual(edge - 1e-6);
      edge = x + widths(node) / 2 + SIZES.gap;
    }
    expect(edge - SIZES.gap).toBeLessThanOrEqual(drawn.width + 1e-6);
  }
  // Nor does an edge pass through a node of a layer on its way.
  for (const { points } of drawn.edges)
    for (const [x, y] of points.slice(1, -1)) {
      expect(x).toBeGreaterThanOrEqual(-1e-6);
      for (const node of drawn.layers[Math.floor(y / SIZES.step)] ?? [])
        expect(Math.abs((drawn.nodes[node]?.x ?? NaN) - x)).toBeGreaterThan(widths(node) / 2);
    }
}

describe('a drawing in layers', () => {
  it('leads every edge down, lays nothing over anything, and is the same every time', () => {
    fc.assert(
      fc.property(acyclic, (links) => {
        const drawn = layLayers(links, SIZES);
        lawful(links, drawn);
        expect(layLayers(links, SIZES)).toEqual(drawn);
      }),
      { numRuns: 300 },
    );
  });

  it('gives wide nodes the room they need', () => {
    fc.assert(
      fc.property(acyclic, fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 40 }), (links, widths) => {
        lawful(links, layLayers(links, { ...SIZES, widths }), (node) => widths[node] ?? 0);
      }),
    );
  });

  it('keeps to the layers it is given', () => {
    const links = { count: 3, from: [0, 0], to: [1, 2] };
    const drawn = layLayers(links, SIZES, Int32Array.of(0, 1, 3));
    lawful(links, drawn);
    expect(drawn.nodes.map(({ layer }) => layer)).toEqual([0, 1, 3]);
    expect(drawn.edges[1]?.points).toHaveLength(4);
  });

  it('draws a tree, and a long edge beside it, without a crossing', () => {
    const tree = { count: 7, from: [0, 0, 1, 1, 2, 2, 0], to: [1, 2, 3, 4, 5, 6, 6] };
    expect(layLayers(tree, SIZES).crossings).toBe(0);
  });

  it('draws nothing, and a single node', () => {
    expect(layLayers({ count: 0, from: [], to: [] }, SIZES).nodes).toEqual([]);
    lawful({ count: 1, from: [], to: [] }, layLayers({ count: 1, from: [], to: [] }, SIZES));
  });

  it('refuses a cycle, and layers in which an edge does not lead down', () => {
    expect(() => layLayers({ count: 2, from: [0, 1], to: [1, 0] }, SIZES)).toThrow(/cycle/);
    expect(() => layLayers({ count: 2, from: [0], to: [1] }, SIZES, Int32Array.of(1, 1))).toThrow(
      /lead down/,
    );
  });

  it('keeps these laws for a thousand nodes, and for the futures of every scenario of the zoo', () => {
    for (const local of [true, false]) {
      const links = layeredGraph(1000, 5, local);
      lawful(links, layLayers(links, SIZES));
    }
    for (const scenario of ZOO) {
      const from: number[] = [];
      const to: number[] = [];
      const { futures } = compiled(scenario);
      futures.forEach((node, point) => {
        if (typeof node === 'number') return;
        for (let at = 1; at < node.length; at += 3) {
          from.push(point);
          to.push(node[at] as number);
        }
      });
      const links = { count: futures.length, from, to };
      lawful(links, layLayers(links, SIZES));
    }
  });
});

describe('layers', () => {
  it('are never in sum longer than when every node stands as high as it can', () => {
    fc.assert(
      fc.property(acyclic, (links) => {
        const layer = layering(links);
        const highest = new Int32Array(links.count);
        for (let round = 0; round < links.count; round++)
          for (let edge = 0; edge < links.from.length; edge++)
            highest[links.to[edge] ?? 0] = Math.max(
              highest[links.to[edge] ?? 0] ?? 0,
              (highest[links.from[edge] ?? 0] ?? 0) + 1,
            );
        const length = (layer: Int32Array) =>
          Array.from(
            { length: links.from.length },
            (_, edge) => (layer[links.to[edge] ?? 0] ?? 0) - (layer[links.from[edge] ?? 0] ?? 0),
          ).reduce((sum, one) => sum + one, 0);
        expect(length(layer)).toBeLessThanOrEqual(length(highest));
        expect(Math.max(...layer)).toBe(Math.max(...highest));
      }),
    );
  });
});

describe('crossings', () => {
  it('are counted as they are pair by pair', () => {
    fc.assert(
      fc.property(acyclic, fc.nat(), (links, seed) => {
        const graph = proper(links, layering(links));
        const order = shuffled(ordering(graph), seed);
        expect(crossings(graph, order)).toBe(crossingsPairByPair(graph, order));
      }),
      { numRuns: 300 },
    );
  });

  it('of a row of numbers are its inversions', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(30)), (values) => {
        let count = 0;
        values.forEach((value, at) => {
          for (const later of values.slice(at + 1)) if (value > later) count += 1;
        });
        expect(inversions(values, 31)).toBe(count);
      }),
    );
  });

  it('are fewer after ordering than before, and never more after sifting', () => {
    fc.assert(
      fc.property(acyclic, fc.nat(), (links, seed) => {
        const graph = proper(links, layering(links));
        const order = shuffled(ordering(graph), seed);
        const before = crossings(graph, order);
        sift(graph, order);
        expect(crossings(graph, order)).toBeLessThanOrEqual(before);
        for (const [at, vertex] of order.list.entries())
          expect((order.start[graph.layer[vertex] ?? 0] ?? 0) + (order.place[vertex] ?? 0)).toBe(at);
      }),
    );
    const graph = proper(layeredGraph(300, 1, true), layering(layeredGraph(300, 1, true)));
    const found = ordering(graph);
    for (const seed of [1, 2, 3])
      expect(crossings(graph, found)).toBeLessThan(crossings(graph, shuffled(found, seed)) / 4);
  });
});
