/** Does a text break into lines that hold all of it? */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wrap, wrapEvenly } from '../../src/picture/wrap.ts';

const words = fc.array(fc.stringMatching(/^[a-z]{1,12}$/), { minLength: 1, maxLength: 12 });

test('lines are no longer than asked for, and together they are the text', () => {
  fc.assert(
    fc.property(words, fc.integer({ min: 12, max: 40 }), (text, width) => {
      for (const lines of [wrap(text.join(' '), width), wrapEvenly(text.join(' '), width)]) {
        expect(lines.join(' ')).toBe(text.join(' '));
        expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(width);
      }
    }),
  );
});

test('even lines are as many, and the longest is no longer', () => {
  fc.assert(
    fc.property(words, fc.integer({ min: 12, max: 40 }), (text, width) => {
      const longest = (lines: readonly string[]) => Math.max(...lines.map((line) => line.length));
      const [plain, even] = [wrap(text.join(' '), width), wrapEvenly(text.join(' '), width)];
      expect(even.length).toBe(plain.length);
      expect(longest(even)).toBeLessThanOrEqual(longest(plain));
    }),
  );
});

test('no word is left alone where there is room above', () => {
  expect(wrapEvenly('A yes given while another force was on offer', 22)).toEqual([
    'A yes given while',
    'another force was',
    'on offer',
  ]);
});
