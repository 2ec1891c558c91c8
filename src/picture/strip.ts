/**
 * The line map in small and laid on its side, from left to right, as plain data for whatever draws it: every question is a
 * stop, with its answers as marks below each other; the line of the story comes in from the edge; at the end stand the endings as tiles. Stops that the
 * line passes without being asked have no marks. All places follow from the pitch: nothing is measured.
 */
import type { Openings } from '../analysis/graph/openings.ts';
import type { Replay } from '../machine/replay.ts';
import { indexById } from '../scenario/lookups.ts';
import type { Answer, Ending, Scenario } from '../scenario/scenario.ts';
import { lineOf, type Leg } from './line.ts';
import type { Point } from './path.ts';

/** Between two stops, two answers, two tiles; and the side of a tile. */
const STOP = 17;
const ROW = 8;
const TILE = 10;
const SIDE = 7;
const EDGE = 8;
/** How far from the left the first stop is: up to the half of that the line is what the articles report. */
const START = 24;
/** How far before a stop the line turns, and with which radius. */
const TURN = 8;
const RADIUS = 3;

/** How the marks look that are no part of the line: answers open and closed, endings open, just closed and reached. */
export type StripMark = 'ring' | 'dash' | 'tile' | 'going' | 'reached';

export interface Strip {
  readonly width: number;
  readonly height: number;
  /** The path of all marks of a look; empty where there is none. */
  readonly marks: Readonly<Record<StripMark, string>>;
  /** The line: where it comes in, which is what the articles report, a piece for each answer, and the piece from the last one on. */
  readonly coming: string;
  readonly legs: readonly {
    readonly path: string;
    readonly leg: Leg;
    readonly to: Point;
    readonly answer: Answer;
  }[];
  readonly onward: string;
  /** The left edge and the width of the stop asked now; null when the story is over. */
  readonly here: { readonly x: number; readonly width: number } | null;
}

/** `closed` are the endings that the last answer closed. */
export function stripOf(
  scenario: Scenario,
  replay: Pick<Replay, 'steps' | 'now'>,
  openings: Openings,
  closed: readonly Ending[] = [],
): Strip {
  const { stops, visits, endings, here } = lineOf(scenario, replay, openings);
  const place = (row: number, column: number): Point => ({ x: START + row * STOP, y: EDGE + column * ROW });
  const marks: Record<StripMark, string> = { ring: '', dash: '', tile: '', going: '', reached: '' };
  const dash = (x: number, y: number, long: number) => (marks.dash += `M${x - long / 2} ${y}h${long}`);

  for (const { row, state, marks: answers } of stops)
    if (state !== 'taken' && state !== 'passed')
      answers.forEach((mark, column) => {
        const { x, y } = place(row, column);
        if (mark.state === 'open') marks.ring += `M${x - 2.2} ${y}a2.2 2.2 0 1 0 4.4 0a2.2 2.2 0 1 0-4.4 0z`;
        else dash(x, y, 5);
      });

  const left = place(stops.length, 0).x + 2;
  const tiles = tilesOf(scenario, TILE, SIDE);
  for (const [ending, { x, y, width }] of tiles) {
    const [at, top] = [left + x, EDGE - SIDE / 2 + y];
    const tile = `M${at} ${top}h${width}v${SIDE}h${-width}z`;
    const state = endings.get(ending);
    if (state === 'reached') marks.reached += tile;
    else if (state === 'open') marks.tile += tile;
    else if (closed.includes(ending)) marks.going += `${tile}M${at} ${top + SIDE}l${width} ${-SIDE}`;
    else dash(at + width / 2, top + SIDE / 2, width - 1);
  }

  let from: Point = { x: START / 2, y: EDGE };
  const legs = visits.map(({ row, column, leg, answer }) => {
    const to = place(row, column);
    const drawn = { path: path(from, to), leg, to, answer };
    from = to;
    return drawn;
  });
  const over = replay.now.ending && tiles.get(replay.now.ending);
  const end = over
    ? { x: left + over.x, y: EDGE + over.y }
    : { x: place(here?.row ?? 0, 0).x - TURN, y: from.y };
  const all = [...tiles.values()];
  return {
    width: left + Math.max(0, ...all.map(({ x, width }) => x + width)) + 1,
    height:
      EDGE +
      Math.max(...stops.map(({ marks }) => place(0, marks.length - 1).y), ...all.map(({ y }) => EDGE + y)),
    marks,
    coming: `M${-9 * EDGE} ${EDGE}H${START / 2}`,
    legs,
    onward: path(from, end),
    here: here && { x: place(here.row, 0).x - TURN, width: 2 * TURN },
  };
}

/** Straight on, then with two round corners to the height of `to`. */
function path(from: Point, to: Point): string {
  if (from.y === to.y) return `M${from.x} ${from.y}H${to.x}`;
  const turn = Math.max(to.x - TURN, Math.min(from.x, to.x));
  const down = Math.sign(to.y - from.y);
  const bend = Math.min(RADIUS, Math.abs(to.y - from.y) / 2);
  const [first, second] = [Math.min(bend, turn - from.x), Math.min(bend, to.x - turn)];
  return `M${from.x} ${from.y}H${turn - first}Q${turn} ${from.y} ${turn} ${from.y + down * first}V${to.y - down * second}Q${turn} ${to.y} ${turn + second} ${to.y}H${to.x}`;
}

export interface Tile extends Point {
  readonly width: number;
}

/**
 * Where the tile of each ending stands, its corner from 0, in the rows and columns of the file; without these, four in a
 * row. Endings that share a cell share its width. `pitch` lies between two tiles, `side` is as long as one.
 */
export function tilesOf(
  { endings, grid }: Pick<Scenario, 'endings' | 'grid'>,
  pitch: number,
  side: number,
): ReadonlyMap<Ending, Tile> {
  const cells = new Map<string, Ending[]>();
  endings.forEach((ending, at) => {
    const [row, column] =
      grid.rows.length > 0
        ? [indexById(grid.rows, ending.row), indexById(grid.columns, ending.column)]
        : [Math.floor(at / 4), at % 4];
    const key = `${Math.max(row, 0)} ${Math.max(column, 0)}`;
    cells.set(key, [...(cells.get(key) ?? []), ending]);
  });
  const gap = side / 5;
  return new Map(
    [...cells].flatMap(([key, those]) => {
      const [row = 0, column = 0] = key.split(' ').map(Number);
      const width = (side - (those.length - 1) * gap) / those.length;
      return those.map((ending, at): [Ending, Tile] => [
        ending,
        { x: column * pitch + at * (width + gap), y: row * pitch, width },
      ]);
    }),
  );
}
