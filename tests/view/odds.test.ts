/** Tests that the words for weights and chances agree with the numbers. */
import { describe, expect, it } from 'vitest';
import { fraction, ONE, ZERO } from '../../src/analysis/questions/fraction.ts';
import { isAlways, rangeFigures, rangeWords, weightWords } from '../../src/view/odds/odds.ts';
import { answer, real } from '../support/real.ts';

const part = (over: number, under: number) => fraction(BigInt(over), BigInt(under));

describe('the word for a weight', () => {
  it('names the exact weight, or the two weights it lies between', () => {
    expect([0, 1, 2, 6, 9].map(weightWords)).toEqual([
      'never',
      'unlikely',
      'possible',
      'likely',
      'very likely',
    ]);
    expect([3, 5, 7, 8].map(weightWords)).toEqual([
      'between possible and likely',
      'between possible and likely',
      'between likely and very likely',
      'between likely and very likely',
    ]);
  });

  it('is “always” where every other answer of the question has “never”', () => {
    const question = real.questions.find(({ id }) => id === 'ceasefire-first');
    if (!question) throw new Error('no such question');
    const always = (weights: Record<string, number>) =>
      isAlways(question, answer('ca'), new Map(Object.entries(weights)));
    expect(always({ ca: 9, ch: 0 })).toBe(true);
    expect(always({ ca: 3, ch: 0 })).toBe(true);
    expect(always({ ca: 9, ch: 1 })).toBe(false);
    expect(always({ ca: 9 })).toBe(false);
    expect(always({ ca: 0, ch: 0 })).toBe(false);
  });
});

describe('the words for a range', () => {
  it.each([
    [ZERO, ONE, '0 % to 100 %', '0–100 %'],
    [part(1, 7), part(1, 7), 'about 14 %', '14 %'],
    [ZERO, part(6, 7), '0 % to about 86 %', '0–86 %'],
    // An uncertain result is never called certain.
    [part(1, 1000), part(999, 1000), 'under 1 % to over 99 %', '< 1–> 99 %'],
    // Two bounds with the same words are given once.
    [part(1, 1000), part(1, 900), 'under 1 %', '< 1 %'],
    [ONE, ONE, '100 %', '100 %'],
  ])('from %o to %o', (low, high, words, figures) => {
    expect(rangeWords({ low, high })).toBe(words);
    expect(rangeFigures({ low, high })).toBe(figures);
  });
});
