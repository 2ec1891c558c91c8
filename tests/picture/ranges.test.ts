/** Do bars stand where the chances are, and does a tornado put first what moves the most? */
import { describe, expect, it } from 'vitest';
import { fraction, ONE, ZERO } from '../../src/analysis/questions/fraction.ts';
import { barOf, TICKS, tornado } from '../../src/picture/ranges.ts';

const percent = (part: number) => fraction(BigInt(part), 100n);
const range = (low: number, high = low) => ({ low: percent(low), high: percent(high) });
const swing = (answer: string, never: [number, number], always: [number, number]) => ({
  answer,
  never: range(...never),
  always: range(...always),
});

describe('a bar', () => {
  it('reaches from the lowest chance to the highest, in percent of the width', () => {
    const { x, width } = barOf(range(20, 70));
    expect([x, x + width].map(Math.round)).toEqual([20, 70]);
    expect(barOf({ low: ZERO, high: ONE })).toEqual({ x: 0, width: 100 });
  });

  it('can be seen where it is a single number, and stays within the scale', () => {
    for (const one of [ZERO, percent(40), ONE]) {
      const { x, width } = barOf({ low: one, high: one });
      expect(width).toBeGreaterThan(0);
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x + width).toBeLessThanOrEqual(100);
    }
  });

  it('has a scale from never to certain', () => {
    expect([TICKS.at(0), TICKS.at(-1)]).toEqual([
      { chance: 0, x: 0 },
      { chance: 1, x: 100 },
    ]);
  });
});

describe('a tornado', () => {
  const swings = [
    swing('still', [30, 30], [30, 30]),
    swing('little', [28, 30], [30, 34]),
    swing('much', [0, 10], [60, 80]),
    swing('down', [50, 50], [10, 10]),
  ];

  it('puts first what moves both ends the most, whichever way, and sets apart what moves nothing', () => {
    const { lines, still } = tornado(swings, range(30));
    expect(lines.map((line) => line.swing.answer)).toEqual(['much', 'down', 'little']);
    expect(still).toEqual(['still']);
  });

  it('keeps the order it is given while something moves', () => {
    const later = swings.map((one) => (one.answer === 'little' ? swing('little', [0, 0], [100, 100]) : one));
    const order = tornado(later, range(30), swings).lines.map((line) => line.swing.answer);
    expect(order).toEqual(['much', 'down', 'little']);
    expect(tornado(later, range(30)).lines[0]?.swing.answer).toBe('little');
  });

  it('draws every line whole on a scale of round numbers', () => {
    const { lines, now, ticks } = tornado(swings, range(30));
    for (const { never, always, whole } of lines)
      for (const bar of [never, always, now]) {
        expect(bar.x).toBeGreaterThanOrEqual(0);
        expect(bar.x + bar.width).toBeLessThanOrEqual(100);
        if (bar === now) continue;
        expect(whole.x).toBeLessThanOrEqual(bar.x);
        expect(whole.x + whole.width).toBeGreaterThanOrEqual(bar.x + bar.width - 1e-9);
      }
    expect(ticks.map(({ chance }) => chance)).toEqual([0, 0.2, 0.4, 0.6, 0.8]);
  });
});
