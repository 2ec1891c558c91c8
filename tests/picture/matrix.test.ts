/** Where everything stands in the matrix of endings and parties, for every scenario and width. */
import { describe, expect, it } from 'vitest';
import { layMatrix, type MatrixPicture } from '../../src/picture/matrix.ts';
import { EXAMPLES } from '../support/examples.ts';
import { real } from '../support/real.ts';
import { ZOO } from '../zoo/zoo.ts';

const NAMES = ['Russia', 'Ukraine', '“Coalition of the willing”', 'Each other party', 'All of them together'];

const bottom = ({ lines, y }: { lines: readonly string[]; y: number }, line: number) =>
  y + (lines.length - 1) * line;

describe.each([...ZOO, ...EXAMPLES, real].map((scenario) => ({ name: scenario.id, scenario })))(
  'the matrix of $name',
  ({ scenario: { endings } }) => {
    const pictures: MatrixPicture[] = [640, 760, 900, 1100].flatMap((width) =>
      [1, 3, 5].map((columns) => layMatrix(endings, NAMES.slice(0, columns), width)),
    );

    it('has a row for each ending and a column for each party, in order', () => {
      for (const { rows, columns } of pictures) {
        expect(rows.map(({ ending }) => ending)).toEqual(endings);
        expect(columns.map(({ name }) => name)).toEqual(NAMES.slice(0, columns.length));
      }
    });

    it('says every word whole', () => {
      for (const { rows, columns } of pictures) {
        for (const { ending, text } of rows) expect(text.lines.join(' ')).toBe(ending.title);
        for (const { name, text } of columns) expect(text.lines.join(' ')).toBe(name);
      }
    });

    it('lays no row over another, no column over another or over the titles, and nothing outside', () => {
      for (const { rows, columns, cell, row, width, height, line, headLine } of pictures) {
        rows.forEach(({ y, text }, at) => {
          expect(text.y - line).toBeGreaterThanOrEqual(y - 4);
          expect(bottom(text, line)).toBeLessThanOrEqual(y + row);
          expect(y + row).toBeLessThanOrEqual(rows[at + 1]?.y ?? height);
        });
        expect(columns[0]?.x).toBeGreaterThanOrEqual(200);
        columns.forEach(({ x, text }, at) => {
          expect(x + cell).toBeLessThanOrEqual((columns[at + 1]?.x ?? width) + 0.001);
          expect(text.y).toBeGreaterThan(headLine / 2);
          expect(bottom(text, headLine)).toBeLessThan(rows[0]?.y ?? height);
        });
      }
    });

    it('gives each cell room for a finger', () => {
      for (const { cell, row } of pictures) {
        expect(cell).toBeGreaterThanOrEqual(44);
        expect(row).toBeGreaterThanOrEqual(44);
      }
    });

    it('is as wide as asked', () => {
      for (const width of [640, 900]) expect(layMatrix(endings, NAMES, width).width).toBeCloseTo(width, 6);
    });
  },
);

it('parts the groups of endings', () => {
  const { rows, row } = layMatrix(real.endings, NAMES, 900);
  rows.forEach(({ ending, y, begins }, at) => {
    const before = rows[at - 1];
    expect(begins).toBe(before?.ending.row !== ending.row);
    if (before) expect(y - before.y > row + 1).toBe(begins);
  });
});
