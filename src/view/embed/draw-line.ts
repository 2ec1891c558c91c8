/**
 * The line map in small. Every question is a stop, with a mark for each of its answers: taken, open (a ring) or closed (a
 * dash). The story is the line through the marks taken; it comes in from the edge. At the end stand the endings as tiles.
 * Stops that the line passes without being asked have no marks. All places follow from the pitch: nothing is measured.
 */
import type { Open } from '../../analysis/graph/openings.ts';
import { available } from '../../machine/situation.ts';
import { placeOf } from '../../scenario/lookups.ts';
import type { Answer, Ending } from '../../scenario/scenario.ts';
import { shapeOf } from '../../words/terms/labels.ts';
import { BASIS_MARKS } from '../evidence/marks.ts';
import type { EmbedState } from './state.ts';
import { h, type Tree } from './tree.ts';

/** Between two stops, two answers, two tiles; and the side of a tile. */
const STOP = 17;
const ROW = 8;
const TILE = 10;
const SIDE = 8;
const EDGE = 8;
/** How far the line turns before a stop, and with which radius. */
const TURN = 8;
const RADIUS = 3;
/** With more stops than these the marks would be too small. */
const MOST = 40;

/** `closed` are the endings that the last answer closed. */
export function drawLine({ embedded, told }: EmbedState, open: Open, closed: readonly Ending[]): Tree {
  const { questions, endings, grid } = embedded.scenario;
  if (questions.length > MOST) return null;
  const { question: now, ending: over, states } = told.now;
  const here = now ? questions.indexOf(now) : questions.length;
  const asked = new Set(told.steps.map(({ question }) => question));
  const x = (stop: number) => EDGE + stop * STOP;
  const y = (row: number) => EDGE + row * ROW;
  /** The marks that are no part of the line, by how they look. */
  const marks: Record<'ring' | 'dash' | 'tile' | 'going' | 'reached', string> = {
    ring: '',
    dash: '',
    tile: '',
    going: '',
    reached: '',
  };
  const dash = (at: number, down: number, long: number) => `M${at - long / 2} ${down}h${long}`;

  questions.forEach((question, stop) => {
    if (asked.has(question) && question !== now) return;
    if (stop !== here && stop < here && !open.questions.has(question)) return;
    question.answers.forEach((answer, row) => {
      const can = question === now ? available(answer, states) : open.answers.has(answer);
      if (can) marks.ring += `M${x(stop) - 2.2} ${y(row)}a2.2 2.2 0 1 0 4.4 0a2.2 2.2 0 1 0-4.4 0z`;
      else marks.dash += dash(x(stop), y(row), 5);
    });
  });

  // The endings, in the rows and columns of the file; without these, four in a row.
  const left = x(questions.length) + 2;
  const cellOf = ({ row, column }: Ending, at: number) =>
    grid.rows.length > 0
      ? { row: Math.max(placeOf(grid.rows, row), 0), column: Math.max(placeOf(grid.columns, column), 0) }
      : { row: Math.floor(at / 4), column: at % 4 };
  const cells = endings.map(cellOf);
  let reached = { x: left, y: EDGE };
  endings.forEach((ending, at) => {
    const cell = cells[at];
    if (!cell) return;
    const shared = cells.flatMap(({ row, column }, other) =>
      row === cell.row && column === cell.column ? [other] : [],
    );
    const wide = (SIDE - (shared.length - 1) * 1.5) / shared.length;
    const tx = left + cell.column * TILE + shared.indexOf(at) * (wide + 1.5);
    const ty = EDGE - SIDE / 2 + cell.row * TILE;
    const tile = `M${tx} ${ty}h${wide}v${SIDE}h${-wide}z`;
    if (ending === over) {
      marks.reached += tile;
      reached = { x: tx, y: ty + SIDE / 2 };
    } else if (open.endings.has(ending)) marks.tile += tile;
    else if (closed.includes(ending)) marks.going += `${tile}M${tx} ${ty + SIDE}l${wide} ${-SIDE}`;
    else marks.dash += dash(tx + wide / 2, ty + SIDE / 2, wide - 1);
  });

  let at = { x: -9 * EDGE, y: y(0) };
  const line: Tree[] = [];
  const taken: Tree[] = [];
  told.steps.forEach(({ question, answer }, step) => {
    const to = { x: x(questions.indexOf(question)), y: y(question.answers.indexOf(answer)) };
    line.push(h('path', { class: `thread ${step === 0 ? 'said' : saying(answer)}`, d: bend(at, to) }));
    taken.push(
      h('path', { class: 'under', d: `M${to.x} ${to.y}h0` }),
      h(
        'g',
        { transform: `translate(${to.x - 6} ${to.y - 6})scale(.75)`, class: 'mark' },
        BASIS_MARKS[shapeOf(answer)].map(({ d, look }) => h('path', { d, class: look })),
      ),
    );
    at = to;
  });
  const high = Math.max(
    ...questions.map(({ answers }) => y(answers.length - 1)),
    ...cells.map(({ row }) => EDGE + row * TILE),
  );
  const wide = left + Math.max(...cells.map(({ column }) => column + 1)) * TILE;
  const end = over ? reached : { x: x(here) - TURN, y: at.y };
  return h(
    'svg',
    { class: 'line-map', viewBox: `0 0 ${wide} ${high + EDGE}`, 'aria-hidden': 'true' },
    now && [
      h('path', { class: 'here', d: `M${x(here) - TURN} 0h${2 * TURN}v${high + EDGE}h${-2 * TURN}z` }),
      h('path', { class: 'lit', d: `M${x(here) - TURN} ${high + EDGE - 1}h${2 * TURN}` }),
    ],
    h('path', { class: 'thread said', d: bend(at, end) }),
    line,
    Object.entries(marks).map(([look, d]) => d !== '' && h('path', { class: look, d })),
    taken,
  );
}

/** How the line comes to an answer: whole where somebody says it, broken where somebody asks for it, dotted where nobody does. */
function saying(answer: Answer): 'said' | 'asked' | 'unsaid' {
  if (answer.basis === 'assumption') return 'unsaid';
  return answer.inferred || answer.basis === 'urged' || answer.basis === 'suggested' ? 'asked' : 'said';
}

interface Place {
  readonly x: number;
  readonly y: number;
}

/** From `from` straight on, then with two corners to the height of `to`; across where that lies behind. */
function bend(from: Place, to: Place): string {
  const turn = to.x - TURN;
  const down = to.y - from.y;
  if (turn - RADIUS <= from.x || down === 0) return `M${from.x} ${from.y}L${to.x} ${to.y}`;
  const radius = Math.min(RADIUS, Math.abs(down) / 2);
  const way = down > 0 ? radius : -radius;
  return `M${from.x} ${from.y}H${turn - radius}q${radius} 0 ${radius} ${way}V${to.y - way}q0 ${way} ${radius} ${way}H${to.x}`;
}
