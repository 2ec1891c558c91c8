/** Where everything stands in a matrix of endings and of who can decide them: a row for each ending, a column for each. */
import { scaleBand } from 'd3';
import type { Ending } from '../scenario/scenario.ts';
import { wrap } from './wrap.ts';

export interface MatrixText {
  readonly lines: readonly string[];
  /** The baseline of the first line. */
  readonly y: number;
}

export interface MatrixRow {
  readonly ending: Ending;
  readonly y: number;
  readonly text: MatrixText;
  /** Whether a new group of endings begins here, under a line. */
  readonly begins: boolean;
}

export interface MatrixColumn {
  readonly name: string;
  readonly x: number;
  readonly text: MatrixText;
}

/** All in pixels. Cells are as wide as `cell` and as high as `row`, and stand at the x of a column and the y of a row. */
export interface MatrixPicture {
  readonly width: number;
  readonly height: number;
  readonly cell: number;
  readonly row: number;
  /** The height of one line of a row’s text, and of a column’s. */
  readonly line: number;
  readonly headLine: number;
  readonly rows: readonly MatrixRow[];
  readonly columns: readonly MatrixColumn[];
}

// The widths of letters are those of the page’s fonts at 15 and 12.5 pixels, on the safe side.
const SIZE = {
  line: 19,
  letter: 7.3,
  headLine: 15.5,
  headLetter: 7,
  pad: 7,
  gap: 14,
  row: 46,
  cell: 104,
  /** The least a cell, and the titles, can do with. */
  leastCell: 60,
  leastTitle: 200,
} as const;

/** Lays the matrix out in a picture `width` wide; wider than that only where its words would not fit. */
export function layMatrix(
  endings: readonly Ending[],
  names: readonly string[],
  width: number,
): MatrixPicture {
  // Titles take what columns leave; a column is never so narrow that a word of its head would break.
  const longest = Math.max(0, ...names.flatMap((name) => name.split(' ')).map(({ length }) => length));
  const least = Math.max(SIZE.leastCell, longest * SIZE.headLetter + 6);
  const cell = Math.max(least, Math.min(SIZE.cell, (width * 0.58) / Math.max(1, names.length)));
  const title = Math.max(width - cell * names.length, SIZE.leastTitle);
  const across = scaleBand<number>()
    .domain(names.keys())
    .range([title, title + cell * names.length]);

  const heads = names.map((name) => balanced(name, Math.floor((cell - 6) / SIZE.headLetter)));
  const top = Math.max(1, ...heads.map((lines) => lines.length)) * SIZE.headLine + 2 * SIZE.pad;

  const titles = endings.map((ending) => balanced(ending.title, Math.floor((title - 16) / SIZE.letter)));
  const most = Math.max(1, ...titles.map((lines) => lines.length));
  const row = Math.max(SIZE.row, most * SIZE.line + 2 * SIZE.pad);
  const down = scaleBand<number>()
    .domain(endings.keys())
    .range([0, row * endings.length]);

  let gaps = 0;
  const rows = endings.map((ending, at): MatrixRow => {
    const begins = at === 0 || ending.row !== endings[at - 1]?.row;
    if (begins && at > 0) gaps += SIZE.gap;
    const y = top + (down(at) ?? 0) + gaps;
    const lines = titles[at] ?? [];
    const middle = y + row / 2 - ((lines.length - 1) * SIZE.line) / 2 + 5;
    return { ending, y, text: { lines, y: middle }, begins };
  });
  return {
    width: title + cell * names.length,
    height: top + row * endings.length + gaps,
    cell,
    row,
    line: SIZE.line,
    headLine: SIZE.headLine,
    rows,
    columns: names.map((name, at) => {
      const lines = heads[at] ?? [];
      // The last lines stand on one line, next to the cells they head.
      return {
        name,
        x: across(at) ?? 0,
        text: { lines, y: top - SIZE.pad - (lines.length - 1) * SIZE.headLine - 3 },
      };
    }),
  };
}

/** The text in as few lines as `characters` allow, and those about as long as each other. */
function balanced(text: string, characters: number): string[] {
  const lines = wrap(text, characters);
  let width = characters;
  // A word longer than the line would be cut; it is not made to be.
  const longest = Math.max(...text.split(/\s+/).map(({ length }) => length));
  while (width > longest && wrap(text, width - 1).length === lines.length) width -= 1;
  return wrap(text, width);
}
