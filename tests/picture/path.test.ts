/** Tests of the drawn line: it crosses no text, and parallel lines stay apart. */
import { describe, expect, it } from 'vitest';
import { legPoints, linePath, sections, type Spot } from '../../src/picture/path.ts';

describe('the line as it is drawn', () => {
  /** Rows 30 high, their marks in the middle; a mark every 20 from x = 40. */
  const spot = (row: number, column: number): Spot => ({
    x: 40 + 20 * column,
    y: 30 * row + 15,
    row,
    top: 30 * row,
    bottom: 30 * row + 30,
  });
  const pairs = (points: readonly { x: number; y: number }[]) => points.map(({ x, y }) => [x, y]);

  it('goes straight down to the mark under it', () => {
    expect(pairs(legPoints(spot(1, 2), spot(2, 2), 10))).toEqual([
      [80, 45],
      [80, 75],
    ]);
  });

  it('turns in the gap before the row it goes to', () => {
    expect(pairs(legPoints(spot(1, 2), spot(2, 0), 10))).toEqual([
      [80, 45],
      [80, 60],
      [40, 60],
      [40, 75],
    ]);
  });

  it('runs along the rail where it passes stops, whatever lies between', () => {
    const points = legPoints(spot(0, 3), spot(4, 1), 10);
    expect(pairs(points)).toEqual([
      [100, 15],
      [100, 30],
      [10, 30],
      [10, 120],
      [60, 120],
      [60, 135],
    ]);
  });

  it('crosses no row but those it stops at, except along the rail', () => {
    for (let from = 0; from < 5; from++)
      for (let to = 0; to < 5; to++)
        for (const aside of [-3, 0, 3]) {
          if (from === to) continue;
          const points = legPoints(spot(from, from % 3), spot(to, (to * 2) % 4), 10, aside);
          points.slice(1).forEach((point, at) => {
            const before = points[at] as { x: number; y: number };
            // Every piece is upright or level.
            expect(point.x === before.x || point.y === before.y).toBe(true);
            if (point.x === before.x && Math.abs(point.x - 10) > 3)
              expect(Math.abs(point.y - before.y)).toBeLessThanOrEqual(30 + 2 * Math.abs(aside));
            if (point.y === before.y && point.x !== before.x)
              expect(Math.min(point.y % 30, 30 - (point.y % 30))).toBeLessThanOrEqual(3);
          });
        }
  });

  it('keeps two lines that go the same way apart all along', () => {
    const [a, b] = [-3, 3].map((aside) => legPoints(spot(0, 3), spot(4, 1), 10, aside));
    expect(a?.length).toBe(b?.length);
    a?.forEach((point, at) => {
      const other = b?.[at] ?? { x: 0, y: 0 };
      expect(Math.max(Math.abs(point.x - other.x), Math.abs(point.y - other.y))).toBe(6);
    });
  });

  it('has round corners, smaller where there is little room', () => {
    expect(
      linePath(
        [
          { x: 0, y: 0 },
          { x: 0, y: 20 },
          { x: 30, y: 20 },
          { x: 30, y: 24 },
        ],
        7,
      ),
    ).toBe('M0,0L0,13A7,7,0,0,0,7,20L28,20A2,2,0,0,1,30,22L30,24');
  });
});

describe('the lines of a class', () => {
  it('are cut where one of them turns, and counted piece by piece', () => {
    const pieces = sections([
      [
        { x: 0, y: 0 },
        { x: 0, y: 20 },
        { x: 10, y: 20 },
      ],
      [
        { x: 0, y: 0 },
        { x: 0, y: 10 },
      ],
    ]);
    expect(pieces.map(({ from, to, lines }) => [from.x, from.y, to.x, to.y, lines])).toEqual([
      [0, 0, 0, 10, 2],
      [0, 10, 0, 20, 1],
      [0, 20, 10, 20, 1],
    ]);
  });
});
