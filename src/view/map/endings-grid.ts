/** Computes the rows and columns of the field of endings. */
import type { TileState } from '../../picture/line.ts';
import type { Ending, Scenario } from '../../scenario/scenario.ts';
import { shortEnding } from '../../scenario/short.ts';

export interface Tile {
  readonly ending: Ending;
  readonly lines: readonly string[];
  readonly state: TileState;
  /** Row and column are counted from 1. */
  readonly row: number;
  readonly column: number;
}

/**
 * Rows of the grid with a single column come first, side by side. Below, each row has its columns, and endings with
 * the same place are stacked. Without a grid all tiles flow.
 */
export function endingsGrid(
  { endings: all, grid: { rows, columns } }: Scenario,
  states: ReadonlyMap<Ending, TileState>,
): { readonly across: number; readonly rows: readonly (readonly Tile[])[] } {
  const tile = (ending: Ending, row: number, column: number): Tile => ({
    ending,
    lines: shortEnding(ending),
    state: states.get(ending) ?? 'closed',
    row,
    column,
  });
  const flowing: Ending[] = [];
  const below: Tile[][] = [];
  for (const { id } of rows) {
    const endings = all.filter(({ row, column }) => row === id && columns.some((one) => one.id === column));
    if (new Set(endings.map(({ column }) => column)).size < 2) {
      flowing.push(...endings);
      continue;
    }
    const filled = columns.map(() => 0);
    below.push(
      endings.map((ending) => {
        const column = columns.findIndex((one) => one.id === ending.column);
        return tile(ending, (filled[column] = (filled[column] ?? 0) + 1), column + 1);
      }),
    );
  }
  const placed = new Set([...flowing, ...below.flat().map(({ ending }) => ending)]);
  flowing.push(...all.filter((ending) => !placed.has(ending)));
  const across = below.length > 0 ? columns.length : Math.min(4, flowing.length);
  const top = flowing.map((ending, at) => tile(ending, Math.floor(at / across) + 1, (at % across) + 1));
  return { across, rows: top.length > 0 ? [top, ...below] : below };
}

/** Number of endings that can still be reached. */
export const openIn = (rows: readonly (readonly Tile[])[]): number =>
  rows.flat().filter(({ state }) => state === 'open' || state === 'closing').length;
