/** Where the nodes and edges of any graph without cycles stand when it is drawn in layers, from the top down. */
import { crossings } from './layered/crossings.ts';
import { proper, type Links } from './layered/graph.ts';
import { layering } from './layered/layering.ts';
import { ordering } from './layered/ordering.ts';
import { placing } from './layered/placing.ts';

export type Point = readonly [x: number, y: number];

export interface LayeredNode {
  /** The middle of the node. */
  readonly x: number;
  readonly y: number;
  readonly layer: number;
}

export interface LayeredEdge {
  readonly from: number;
  readonly to: number;
  /** From the middle of one node to that of the other, with a point on each layer passed. */
  readonly points: readonly Point[];
}

export interface Layered {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly LayeredNode[];
  /** In the order given. */
  readonly edges: readonly LayeredEdge[];
  /** The nodes of each layer from left to right. */
  readonly layers: readonly (readonly number[])[];
  readonly crossings: number;
}

/** In pixels of the drawing. */
export interface LayerSizes {
  /** The width of each node, or of all. */
  readonly widths: number | ArrayLike<number>;
  /** The least room between two nodes side by side. */
  readonly gap: number;
  /** The room that an edge takes where it passes a layer. */
  readonly lane: number;
  /** From the middle of one layer to that of the next. */
  readonly step: number;
}

/**
 * Lays `links` out in the way of Sugiyama, Tagawa and Toda (1981): layers, then the order within each, then places.
 * `layer` gives the layer of each node where that is known; otherwise it is found. Nothing overlaps, every edge leads
 * down, and the same graph is always drawn the same. The time is linear in the nodes, the edges and the layers that
 * edges pass, but for sorting within layers. Throws a RangeError where there is a cycle, or an edge does not lead down.
 */
export function layLayers(links: Links, sizes: LayerSizes, layer: Int32Array = layering(links)): Layered {
  const graph = proper(links, layer);
  const order = ordering(graph);
  const { widths } = sizes;
  const places = placing(
    graph,
    order,
    Float64Array.from({ length: graph.count }, (_, vertex) =>
      vertex >= graph.real
        ? sizes.lane
        : sizes.gap + (typeof widths === 'number' ? widths : (widths[vertex] as number)),
    ),
  );
  let right = 0;
  const yOf = (of: number) => (of + 0.5) * sizes.step;
  const nodes = Array.from({ length: links.count }, (_, node): LayeredNode => {
    const x = places[node] as number;
    const width = typeof widths === 'number' ? widths : (widths[node] as number);
    right = Math.max(right, x + (width + sizes.gap) / 2);
    return { x, y: yOf(layer[node] as number), layer: layer[node] as number };
  });
  const edges = Array.from({ length: links.from.length }, (_, edge): LayeredEdge => {
    const from = links.from[edge] as number;
    const to = links.to[edge] as number;
    const { x, y } = nodes[from] as LayeredNode;
    const points: Point[] = [[x, y]];
    for (let dummy = graph.dummies[edge] as number; dummy < (graph.dummies[edge + 1] as number); dummy++) {
      const at = places[dummy] as number;
      right = Math.max(right, at + sizes.lane / 2);
      points.push([at, yOf(graph.layer[dummy] as number)]);
    }
    points.push([(nodes[to] as LayeredNode).x, (nodes[to] as LayeredNode).y]);
    return { from, to, points };
  });
  const layers: number[][] = Array.from({ length: graph.layers }, () => []);
  for (const vertex of order.list)
    if (vertex < graph.real) layers[graph.layer[vertex] as number]?.push(vertex);
  return {
    width: right,
    height: graph.layers * sizes.step,
    nodes,
    edges,
    layers,
    crossings: crossings(graph, order),
  };
}
