/** Does a text break into lines that hold all of it? */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wrap } from '../../src/picture/wrap.ts';

const words = fc.array(fc.stringMatching(/^[a-z]{1,12}$/), { minLength: 1, maxLength: 12 });

test('lines are no longer than asked for, and together they are the text', () => {
  fc.assert(
    fc.property(words, fc.integer({ min: 12, max: 40 }), (text, width) => {
      const lines = wrap(text.join(' '), width);
      expect(lines.join(' ')).toBe(text.join(' '));
      expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(width);
    }),
  );
});
