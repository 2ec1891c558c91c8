/** The line as it is drawn, from measured places. */
import { pathRound } from 'd3';
import type { Leg, Visit } from './line.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The centre of a mark, the number of its row among all rows, and the upper and lower edge of that row. */
export interface Spot extends Point {
  readonly row: number;
  readonly top: number;
  readonly bottom: number;
  /** How many rows are folded into this one; 1 where none says. */
  readonly rows?: number;
}

/** Where everything stands that a line goes through. */
export interface Spots {
  /** How far from the left edge the rail is. */
  readonly rail: number;
  /** Where lines come in, above the first row. */
  readonly start: Spot;
  /** Where they end, below the last. */
  readonly end: Spot;
  /** The spot of a mark; undefined where it is not drawn. */
  readonly at: (row: number, column: number) => Spot | undefined;
}

export interface DrawnLeg {
  readonly leg: Leg;
  readonly corners: readonly Point[];
}

/** The legs of the line through `visits`, from where it comes in; to where it ends, if it is `over`. */
export function legsOf(visits: readonly Visit[], spots: Spots, over: boolean, aside = 0): DrawnLeg[] {
  const places = visits.flatMap(({ row, column, leg }) => {
    const spot = spots.at(row, column);
    return spot ? [{ spot, leg }] : [];
  });
  // The piece from the last answer to the ending has the pattern of the piece to that answer.
  if (over) places.push({ spot: spots.end, leg: places.at(-1)?.leg ?? 'solid' });
  let from = spots.start;
  const { x, y } = from;
  // The piece with which the line comes in is solid: it stands for what the sources report.
  const coming: DrawnLeg = {
    leg: 'solid',
    corners: moved(
      [
        { x, y: y - 6 },
        { x, y },
      ],
      aside,
    ),
  };
  const legs = places.flatMap(({ spot, leg }) => {
    const before = from;
    from = spot;
    const same = before.x === spot.x && before.y === spot.y;
    return same ? [] : [{ leg, corners: legPoints(before, spot, spots.rail, aside) }];
  });
  return places.length > 0 ? [coming, ...legs] : [];
}

/**
 * The corners of the leg from one mark to another. It runs in the gaps between rows, and along the rail at x = `rail`
 * where stops lie between, so that it crosses no word. `aside` moves it to its left as it runs, for a line beside another.
 */
export function legPoints(from: Spot, to: Spot, rail: number, aside = 0): Point[] {
  const direct = to.row === from.row + (from.rows ?? 1);
  const corners: Point[] = [from];
  if (direct && from.x !== to.x) corners.push({ x: from.x, y: to.top }, { x: to.x, y: to.top });
  if (!direct)
    corners.push(
      { x: from.x, y: from.bottom },
      { x: rail, y: from.bottom },
      { x: rail, y: to.top },
      { x: to.x, y: to.top },
    );
  corners.push(to);
  return moved(
    corners.map(({ x, y }) => ({ x, y })),
    aside,
  );
}

/** The same corners, each straight piece moved by `by` to the left of the way it runs. */
function moved(corners: readonly Point[], by: number): Point[] {
  if (by === 0) return [...corners];
  /** By how much the piece that leaves corner `at` is moved; the one that comes before it where it has no length. */
  const shift = (at: number): Point => {
    const [a, b] = [corners[at], corners[at + 1]];
    if (!a || !b) return { x: 0, y: 0 };
    return { x: Math.sign(b.y - a.y) * by, y: -Math.sign(b.x - a.x) * by };
  };
  return corners.map(({ x, y }, at) => {
    const [before, after] = [shift(at - 1), shift(at)];
    return { x: x + (before.x || after.x), y: y + (before.y || after.y) };
  });
}

/** A straight piece of one line or several. */
export interface Section {
  readonly from: Point;
  readonly to: Point;
  /** How many lines run along it. */
  readonly lines: number;
}

/** The pieces of `lines`, each a list of corners, cut wherever one of them turns, with the number of lines along each. */
export function sections(lines: readonly (readonly Point[])[]): Section[] {
  const inOrder = (values: readonly number[]) => [...new Set(values)].sort((a, b) => a - b);
  const cuts = { x: inOrder(lines.flat().map(({ x }) => x)), y: inOrder(lines.flat().map(({ y }) => y)) };
  const found = new Map<string, { from: Point; to: Point; lines: number }>();
  for (const corners of lines)
    corners.slice(1).forEach((end, at) => {
      const start = corners[at] as Point;
      const axis = start.x === end.x ? 'y' : 'x';
      const [low, high] = [Math.min(start[axis], end[axis]), Math.max(start[axis], end[axis])];
      const stops = cuts[axis].filter((value) => value >= low && value <= high);
      stops.slice(1).forEach((to, stop) => {
        const [a, b] = [
          { ...start, [axis]: stops[stop] as number },
          { ...start, [axis]: to },
        ];
        const key = `${a.x} ${a.y} ${b.x} ${b.y}`;
        const section = found.get(key) ?? { from: a, to: b, lines: 0 };
        section.lines += 1;
        found.set(key, section);
      });
    });
  return [...found.values()];
}

/** An SVG path of straight pieces through `points`, with corners rounded by up to `radius`. */
export function linePath(points: readonly Point[], radius = 7): string {
  const path = pathRound(1);
  points.forEach((point, at) => {
    const [before, after] = [points[at - 1], points[at + 1]];
    if (!before) path.moveTo(point.x, point.y);
    else if (!after) path.lineTo(point.x, point.y);
    else {
      const shorter = Math.min(...[before, after].map(({ x, y }) => Math.hypot(x - point.x, y - point.y)));
      path.arcTo(point.x, point.y, after.x, after.y, Math.min(radius, shorter / 2));
    }
  });
  return path.toString();
}
