/** Tests that an independent reader decodes the QR codes as a view draws them. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { squareOf, type Square } from '../../src/codec/qr.ts';
import { skipUnless } from '../support/skipped.ts';
import { hasZbar, NO_ZBAR, readCodes } from '../support/zbar.ts';

/** The dark modules that the path of `square` covers. */
function dark({ path, size }: Square): Set<number> {
  const found = new Set<number>();
  for (const [, x, y, length, back] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h(-\d+)z/g)) {
    expect(Number(back)).toBe(-Number(length));
    for (let at = Number(x); at < Number(x) + Number(length); at++) found.add(Number(y) * size + at);
  }
  return found;
}

/** The code as a portable bitmap (PBM), with its quiet zone, four pixels to a module. */
function bitmap(square: Square): string {
  const side = square.size + 8;
  const black = dark(square);
  const rows: string[] = [];
  for (let y = 0; y < side * 4; y++) {
    let row = '';
    for (let x = 0; x < side * 4; x++) {
      const [column, line] = [Math.floor(x / 4) - 4, Math.floor(y / 4) - 4];
      const within = column >= 0 && line >= 0 && column < square.size && line < square.size;
      row += within && black.has(line * square.size + column) ? '1' : '0';
    }
    rows.push(row);
  }
  return `P1\n${side * 4} ${side * 4}\n${rows.join('\n')}\n`;
}

describe('a QR code', () => {
  it('has a size of the standard, and its three corner patterns', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 400 }), (text) => {
        const square = squareOf(text);
        if (!square) throw new Error('no code');
        expect((square.size - 17) % 4).toBe(0);
        const black = dark(square);
        for (const [x, y] of [
          [0, 0],
          [square.size - 1, 0],
          [0, square.size - 1],
        ] as const)
          expect(black.has(y * square.size + x)).toBe(true);
      }),
      { seed: 21, numRuns: 100 },
    );
  });

  it('is not made for a text beyond its capacity', () => {
    expect(squareOf('x'.repeat(2_900))).not.toBeNull();
    expect(squareOf('x'.repeat(3_000))).toBeNull();
  });
});

describe('a QR code read by ZBar', () => {
  skipUnless(hasZbar, NO_ZBAR);
  const folder = mkdtempSync(join(tmpdir(), 'parley-qr-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each([1, 40, 300, 900, 1_500, 2_060])('gives the original text of %i characters', async (length) => {
    const link = fc.stringMatching(/^[A-Za-z0-9._~-]+$/);
    const [one = ''] = fc.sample(
      fc.array(link, { minLength: length, maxLength: length }).map((parts) => parts.join('')),
      { seed: length, numRuns: 1 },
    );
    const text = `https://example.org/#1.1.${one}`.slice(0, Math.max(length, 24));
    const square = squareOf(text);
    if (!square) throw new Error('no code');
    const file = join(folder, `${length}.pbm`);
    writeFileSync(file, bitmap(square));
    expect(await readCodes(file)).toEqual([text]);
  });
});
