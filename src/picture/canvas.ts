/** How a drawing too large for SVG is painted: what is in view, found in no time, and put on a canvas. */
import { quadtree, type Quadtree } from 'd3';
import { trace } from './curve.ts';
import { LIGHTS, type Drawing, type DrawnBox, type Light, type Lighting } from './paths.ts';
import type { Point } from './layers.ts';

/** Which places and steps touch which square of the drawing. */
export interface Tiles {
  readonly across: number;
  readonly down: number;
  readonly places: readonly (readonly number[])[];
  readonly steps: readonly (readonly number[])[];
}

/** A part of the drawing. */
export interface Part {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The side of a tile, in pixels of the drawing. */
const TILE = 400;

/** Sorts what is drawn into tiles. Linear in what is drawn and the tiles it touches. */
export function tiled({ width, height, places, steps }: Drawing): Tiles {
  const across = Math.max(1, Math.ceil(width / TILE));
  const down = Math.max(1, Math.ceil(height / TILE));
  const lists = () => Array.from({ length: across * down }, (): number[] => []);
  const tiles = { across, down, places: lists(), steps: lists() };
  const put = (into: number[][], number: number, part: Part) => {
    for (const tile of touched(tiles, part)) {
      const list = into[tile] as number[];
      if (list.at(-1) !== number) list.push(number);
    }
  };
  places.forEach(({ x, y, width, height }, number) =>
    put(tiles.places, number, { left: x, top: y, right: x + width, bottom: y + height }),
  );
  // Part by part, since a long line touches few of the tiles of the box around it.
  steps.forEach(({ points }, number) => {
    for (let at = 1; at < points.length; at++) {
      const [x, top] = points[at - 1] as Point;
      const [toX, bottom] = points[at] as Point;
      put(tiles.steps, number, { left: Math.min(x, toX), top, right: Math.max(x, toX), bottom });
    }
  });
  return tiles;
}

function* touched({ across, down }: Pick<Tiles, 'across' | 'down'>, part: Part): Generator<number> {
  const first = (at: number) => Math.max(0, Math.floor(at / TILE));
  const last = (at: number, most: number) => Math.min(most - 1, Math.floor(at / TILE));
  for (let row = first(part.top); row <= last(part.bottom, down); row++)
    for (let column = first(part.left); column <= last(part.right, across); column++)
      yield row * across + column;
}

/** The numbers of the places and steps that may be seen in `part`, each once, in order. */
export function inView(tiles: Tiles, part: Part): { places: number[]; steps: number[] } {
  const places = new Set<number>();
  const steps = new Set<number>();
  for (const tile of touched(tiles, part)) {
    for (const place of tiles.places[tile] ?? []) places.add(place);
    for (const step of tiles.steps[tile] ?? []) steps.add(step);
  }
  const inOrder = (numbers: Set<number>) => [...numbers].sort((a, b) => a - b);
  return { places: inOrder(places), steps: inOrder(steps) };
}

/** The middles of the places, to find the one under a pointer. */
export const findable = (places: readonly DrawnBox[]): Quadtree<number> =>
  quadtree<number>()
    .x((place) => middle(places[place]).x)
    .y((place) => middle(places[place]).y)
    .addAll(places.map((_, place) => place));

const middle = (box: DrawnBox | undefined) => ({
  x: (box?.x ?? NaN) + (box?.width ?? 0) / 2,
  y: (box?.y ?? NaN) + (box?.height ?? 0) / 2,
});

/** The number of the place at a point of the drawing, or within `near` of it; -1 for none. */
export function placeAt(
  tree: Quadtree<number>,
  places: readonly DrawnBox[],
  x: number,
  y: number,
  near: number,
): number {
  const widest = places.reduce((most, { width, height }) => Math.max(most, width, height), 0);
  let best = -1;
  let least = near;
  tree.visit((node, left, top, right, bottom) => {
    if (!('length' in node) || node.length === undefined) {
      for (let leaf: typeof node | undefined = node; leaf; leaf = leaf.next) {
        const { x: boxX, y: boxY, width, height } = places[leaf.data] as DrawnBox;
        const away = Math.hypot(
          Math.max(boxX - x, 0, x - boxX - width),
          Math.max(boxY - y, 0, y - boxY - height),
        );
        if (away <= least) [best, least] = [leaf.data, away];
      }
    }
    const room = widest / 2 + near;
    return x < left - room || x > right + room || y < top - room || y > bottom + room;
  });
  return best;
}

/** The colours and the letters that a page lends to its canvas. */
export interface Paints {
  readonly ink: string;
  readonly faint: string;
  readonly line: string;
  readonly rule: string;
  readonly raised: string;
  readonly accent: string;
  readonly accentInk: string;
  readonly letters: string;
}

/** Where the drawing is looked at from: a point p of it is seen at p × `k` + (`x`, `y`), in a window of this size. */
export interface Look {
  readonly x: number;
  readonly y: number;
  readonly k: number;
  readonly width: number;
  readonly height: number;
  /** How many dots of the screen a pixel has to a side. */
  readonly ratio: number;
}

const OPACITY: Readonly<Record<Light, number>> = { plain: 0.45, closed: 0.12, way: 0.9, lit: 1 };
const THICK: Readonly<Record<Light, number>> = { plain: 1, closed: 1, way: 1.5, lit: 3.5 };
/** Words smaller than this on the screen are left out. */
const LEGIBLE = 5;

/** Paints what can be seen of `drawing` on the whole of a canvas. Gives how much that was. */
export function paint(
  context: CanvasRenderingContext2D,
  drawing: Drawing,
  tiles: Tiles,
  light: Lighting,
  looked: number,
  look: Look,
  paints: Paints,
): { places: number; steps: number } {
  const { x, y, k, width, height, ratio } = look;
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, width, height);
  context.setTransform(ratio * k, 0, 0, ratio * k, ratio * x, ratio * y);
  const seen = inView(tiles, { left: -x / k, top: -y / k, right: (width - x) / k, bottom: (height - y) / k });

  // One path for each light: thousands of lines are one call.
  for (const kind of LIGHTS) {
    const steps = seen.steps.filter((step) => light.steps[step] === kind);
    if (steps.length === 0) continue;
    context.beginPath();
    for (const step of steps) trace(context, drawing.steps[step]?.points ?? []);
    context.globalAlpha = OPACITY[kind];
    // Never thinner than a hair, however small the drawing.
    context.lineWidth = Math.max(THICK[kind], (kind === 'lit' ? 2 : 0.6) / k);
    context.strokeStyle = kind === 'lit' || kind === 'way' ? paints.accent : paints.line;
    context.stroke();
  }
  context.globalAlpha = 1;
  const legible = drawing.letters * k >= LEGIBLE;
  context.font = `${drawing.letters}px ${paints.letters}`;
  for (const place of seen.places) {
    const box = drawing.places[place] as DrawnBox;
    const kind = light.places[place] ?? 'plain';
    const full = kind === 'lit';
    context.fillStyle = full ? paints.accent : paints.raised;
    context.strokeStyle = kind === 'closed' ? paints.rule : kind === 'plain' ? paints.line : paints.accent;
    context.lineWidth = place === looked || place === light.here ? 3 : 1.2;
    context.beginPath();
    context.roundRect(box.x, box.y, box.width, box.height, 5);
    context.fill();
    context.stroke();
    if (!legible) continue;
    context.fillStyle = full ? paints.accentInk : kind === 'closed' ? paints.faint : paints.ink;
    box.lines.forEach((words, at) =>
      context.fillText(words, box.x + 8, box.y + 4 + (at + 0.78) * drawing.leading),
    );
  }
  return { places: seen.places.length, steps: seen.steps.length };
}
