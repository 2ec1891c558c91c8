/**
 * The line map in small, lying: every question is a stop, with a mark for each of its answers below each other. The line
 * comes in from the edge. At the end stand the endings as tiles. Stops that the line passes without being asked have no
 * marks. All places follow from the pitch: nothing is measured.
 */
import { lineOf, linePath, type Point } from '../../picture/line.ts';
import { placeOf } from '../../scenario/lookups.ts';
import type { Ending } from '../../scenario/scenario.ts';
import { shapeOf } from '../../words/terms/labels.ts';
import { BASIS_MARKS } from '../evidence/marks.ts';
import type { EmbedState } from './state.ts';
import { h, type Tree } from './tree.ts';

/** Between two stops, two answers, two tiles; and the side of a tile. */
const STOP = 17;
const ROW = 8;
const TILE = 10;
const SIDE = 7;
const EDGE = 8;
/** How far before a stop the line turns, and with which radius. */
const TURN = 8;
const RADIUS = 3;
/** With more stops than these the marks would be too small. */
const MOST = 40;

/** `closed` are the endings that the last answer closed. */
export function drawLine({ embedded, told }: EmbedState, closed: readonly Ending[]): Tree {
  const { scenario, openings } = embedded;
  if (scenario.questions.length > MOST) return null;
  const { stops, visits, endings, here } = lineOf(scenario, told, openings);
  const place = (row: number, column: number): Point => ({ x: EDGE + row * STOP, y: EDGE + column * ROW });

  /** The marks that are no part of the line, by how they look. */
  const marks = { ring: '', dash: '', tile: '', going: '', reached: '' };
  const dash = (x: number, y: number, long: number) => (marks.dash += `M${x - long / 2} ${y}h${long}`);
  for (const { row, state, marks: answers } of stops)
    if (state !== 'taken' && state !== 'passed')
      answers.forEach((mark, column) => {
        const { x, y } = place(row, column);
        if (mark.state === 'open') marks.ring += `M${x - 2.2} ${y}a2.2 2.2 0 1 0 4.4 0a2.2 2.2 0 1 0-4.4 0z`;
        else dash(x, y, 5);
      });

  const left = place(stops.length, 0).x + 2;
  const tiles = tilesOf(embedded.scenario);
  for (const [ending, { x, y, width }] of tiles) {
    const [at, top] = [left + x, EDGE - SIDE / 2 + y];
    const tile = `M${at} ${top}h${width}v${SIDE}h${-width}z`;
    const state = endings.get(ending);
    if (state === 'reached') marks.reached += tile;
    else if (state === 'open') marks.tile += tile;
    else if (closed.includes(ending)) marks.going += `${tile}M${at} ${top + SIDE}l${width} ${-SIDE}`;
    else dash(at + width / 2, top + SIDE / 2, width - 1);
  }

  const line: Tree[] = [];
  const taken: Tree[] = [];
  let from: Point = { x: -9 * EDGE, y: EDGE };
  for (const { row, column, leg, answer } of visits) {
    const to = place(row, column);
    line.push(h('path', { class: `thread ${from.x < 0 ? 'solid' : leg}`, d: path(from, to) }));
    taken.push(
      h('path', { class: 'under', d: `M${to.x} ${to.y}h0` }),
      h(
        'g',
        { transform: `translate(${to.x - 6} ${to.y - 6})scale(.75)`, class: 'mark' },
        BASIS_MARKS[shapeOf(answer)].map(({ d, look }) => h('path', { d, class: look })),
      ),
    );
    from = to;
  }
  const over = told.now.ending && tiles.get(told.now.ending);
  const end = over
    ? { x: left + over.x, y: EDGE + over.y }
    : { x: place(here?.row ?? 0, 0).x - TURN, y: from.y };

  const all = [...tiles.values()];
  const width = left + Math.max(...all.map(({ x, width }) => x + width)) + 1;
  const height =
    EDGE +
    Math.max(...stops.map(({ marks }) => place(0, marks.length - 1).y), ...all.map(({ y }) => EDGE + y));
  const lit = (y: number, more: string) => `M${place(here?.row ?? 0, 0).x - TURN} ${y}h${2 * TURN}${more}`;
  return h(
    'svg',
    { class: 'line-map', viewBox: `0 0 ${width} ${height}`, 'aria-hidden': 'true' },
    here && [
      h('path', { class: 'here', d: lit(0, `v${height}h${-2 * TURN}z`) }),
      h('path', { class: 'lit', d: lit(height - 1, '') }),
    ],
    h('path', { class: visits.length > 0 ? 'thread on' : 'thread', d: path(from, end) }),
    line,
    Object.entries(marks).map(([look, d]) => d !== '' && h('path', { class: look, d })),
    taken,
  );
}

/** Straight on, then with two corners to the height of `to`. */
const path = (from: Point, to: Point): string => {
  const turn = Math.max(to.x - TURN, Math.min(from.x, to.x));
  return linePath([from, { x: turn, y: from.y }, { x: turn, y: to.y }, to], RADIUS);
};

/** Where the tile of each ending stands, in the rows and columns of the file; without these, four in a row. */
function tilesOf({ endings, grid }: EmbedState['embedded']['scenario']) {
  const cells = new Map<string, Ending[]>();
  endings.forEach((ending, at) => {
    const [row, column] =
      grid.rows.length > 0
        ? [placeOf(grid.rows, ending.row), placeOf(grid.columns, ending.column)]
        : [Math.floor(at / 4), at % 4];
    const key = `${Math.max(row, 0)} ${Math.max(column, 0)}`;
    cells.set(key, [...(cells.get(key) ?? []), ending]);
  });
  return new Map(
    [...cells].flatMap(([key, those]) => {
      const [row = 0, column = 0] = key.split(' ').map(Number);
      const width = (SIDE - (those.length - 1) * 1.5) / those.length;
      return those.map((ending, at): [Ending, { x: number; y: number; width: number }] => [
        ending,
        { x: column * TILE + at * (width + 1.5), y: row * TILE, width },
      ]);
    }),
  );
}
