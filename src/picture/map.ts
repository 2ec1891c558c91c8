/** Where everything stands on the map: questions in columns by act, answers as links, endings at the edge. */
import { curveBasis, curveBumpX, line } from 'd3';
import type { Openings } from '../analysis/graph/openings.ts';
import { placeOf } from '../scenario/lookups.ts';
import type { Answer, Ending, Question, Scenario } from '../scenario/scenario.ts';
import { wrap } from './wrap.ts';

export interface MapText {
  readonly lines: readonly string[];
  /** The baseline of the first line. */
  readonly y: number;
}

export interface MapRow {
  readonly answer: Answer;
  readonly y: number;
  readonly height: number;
  readonly text: MapText;
}

export interface MapBox {
  readonly question: Question;
  readonly x: number;
  readonly y: number;
  readonly height: number;
  readonly text: MapText;
  readonly rows: readonly MapRow[];
}

export interface MapEnd {
  readonly ending: Ending;
  readonly x: number;
  readonly y: number;
  readonly height: number;
  readonly text: MapText;
}

/** A link from an answer to what can come right after it. `to` is the id of a question or of an ending. */
export interface MapLink {
  readonly id: string;
  readonly answer: Answer;
  readonly to: string;
  readonly path: string;
}

export interface MapPicture {
  readonly width: number;
  readonly height: number;
  readonly column: number;
  readonly headings: readonly { readonly x: number; readonly title: string; readonly text: MapText }[];
  readonly boxes: readonly MapBox[];
  readonly ends: readonly MapEnd[];
  readonly links: readonly MapLink[];
}

// In pixels of the picture at its own size, made to be read at 1,400.
const SIZE = {
  column: 196,
  gutter: 44,
  edge: 8,
  top: 72,
  gap: 16,
  pad: 7,
  line: 14,
  characters: 29,
  bold: 26,
} as const;

/** The id of the link from `answer` to the question or ending `to`. */
export const linkId = (answer: Answer, to: string): string => `${answer.key} ${to}`;

/** Lays the map out, with a link from each answer to what comes `after` it somewhere. */
export function layMap(scenario: Scenario, after: Openings['after']): MapPicture {
  const acts = scenario.acts.length > 0 ? scenario.acts : [{ id: '', title: '', question: '' }];
  const columnOf = (question: Question) => Math.max(0, placeOf(acts, question.act));
  const xOf = (column: number) => SIZE.edge + column * (SIZE.column + SIZE.gutter);
  const text = (words: string, top: number, characters: number = SIZE.characters): MapText => ({
    lines: wrap(words, characters),
    y: top + SIZE.pad + 11,
  });
  const heightOf = ({ lines }: MapText) => lines.length * SIZE.line + 2 * SIZE.pad;

  const headings = [...acts, { title: 'Endings', question: 'Where can it end?' }].map((act, column) => ({
    x: xOf(column),
    title: act.title,
    text: { lines: wrap(act.question, SIZE.characters), y: 36 },
  }));

  const below = acts.map(() => SIZE.top as number);
  const boxes = scenario.questions.map((question): MapBox => {
    const column = columnOf(question);
    const y = below[column] as number;
    const head = text(question.text, y, SIZE.bold);
    let at = y + heightOf(head);
    const rows = question.answers.map((answer): MapRow => {
      const words = text(answer.label, at - 4);
      const row = { answer, y: at, height: heightOf(words) - 6, text: words };
      at += row.height;
      return row;
    });
    below[column] = at + SIZE.gap;
    return { question, x: xOf(column), y, height: at - y, text: head, rows };
  });

  let at: number = SIZE.top;
  let row = '';
  const ends = scenario.endings.map((ending): MapEnd => {
    if (row !== '' && ending.row !== row) at += SIZE.gap;
    row = ending.row;
    const words = text(ending.title, at);
    const end = { ending, x: xOf(acts.length), y: at, height: heightOf(words), text: words };
    at += end.height + 4;
    return end;
  });

  const width = xOf(acts.length) + SIZE.column + SIZE.edge;
  const height = Math.max(at, ...below) + SIZE.edge;
  return {
    width,
    height,
    column: SIZE.column,
    headings,
    boxes,
    ends,
    links: links(after, boxes, ends),
  };
}

function links(after: Openings['after'], boxes: readonly MapBox[], ends: readonly MapEnd[]): MapLink[] {
  const places = new Map<Question | Ending, { x: number; y: number }>([
    ...boxes.map((box) => [box.question, { x: box.x, y: box.y + 14 }] as const),
    ...ends.map((end) => [end.ending, { x: end.x, y: end.y + end.height / 2 }] as const),
  ]);
  return boxes.flatMap((box) =>
    box.rows.flatMap(({ answer, y, height }) =>
      [...(after.get(answer) ?? [])].flatMap((next) => {
        const place = places.get(next);
        if (!place) return [];
        const path = route(box.x, y + height / 2, place.x, place.y);
        return { id: linkId(answer, next.id), answer, to: next.id, path };
      }),
    ),
  );
}

const across = line().curve(curveBumpX);
const round = line().curve(curveBasis);

/** From a row of the box at `x` to the box at `toX`: forward across the gutter, beside it, or back. */
function route(x: number, y: number, toX: number, toY: number): string {
  const right = x + SIZE.column;
  if (toX > x)
    return (
      across([
        [right, y],
        [toX, toY],
      ]) ?? ''
    );
  if (toX < x)
    return (
      across([
        [x, y],
        [toX + SIZE.column, toY],
      ]) ?? ''
    );
  // In the same column: out into the gutter and back in, farther out the farther it goes.
  const out = right + Math.min(SIZE.gutter - 14, 12 + Math.abs(toY - y) / 14);
  return (
    round([
      [right, y],
      [out, y],
      [out, y + (toY - y) / 2],
      [out, toY],
      [right, toY],
    ]) ?? ''
  );
}
