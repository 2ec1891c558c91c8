/** Tests which quotations in the message of an embed are accepted, and the cost of searching for them. */
import { describe, expect, it } from 'vitest';
import { findQuotations, LONGEST_ARTICLE, readQuotations } from '../../src/codec/quotations.ts';
import { real } from '../support/real.ts';

const still = () => 0;
const sentence = 'a sentence of more than twenty characters';

describe('the quotations of a message', () => {
  it('include every quotation of the first scenario', () => {
    const quotations = Object.fromEntries(real.evidence.map(({ id, quote }) => [id, quote]));
    expect(readQuotations(quotations).map(({ id }) => id)).toEqual(real.evidence.map(({ id }) => id));
  });

  it.each([null, undefined, 5, 'text', [sentence], new Map([['a', sentence]])])('are none in %j', (given) => {
    expect(readQuotations(given)).toEqual([]);
  });

  it('have 20 to 1,000 characters, as they are compared, and an id as the format writes it', () => {
    const read = (quote: unknown, id = 'a') => readQuotations({ [id]: quote }).length;
    expect(read('x'.repeat(20))).toBe(1);
    expect(read('x'.repeat(19))).toBe(0);
    expect(read(`${'\u00ad'.repeat(40)}short`)).toBe(0);
    expect(read(`short${' '.repeat(40)}`)).toBe(0);
    expect(read(`a${' '.repeat(40)}b`)).toBe(0);
    expect(read('x'.repeat(1_000))).toBe(1);
    expect(read('x'.repeat(1_001))).toBe(0);
    expect(read({ toString: () => sentence })).toBe(0);
    for (const id of ['', '1', 'a b', '"', 'a'.repeat(65), '__proto__'])
      expect(readQuotations(JSON.parse(JSON.stringify({ [id]: sentence }))), id).toEqual([]);
  });

  it('are at most 500', () => {
    const many = Object.fromEntries(
      Array.from({ length: 3_000 }, (_, at) => [`q-${at}`, `${sentence} ${at}`]),
    );
    expect(readQuotations(many)).toHaveLength(500);
  });
});

describe('the search for quotations', () => {
  const look = (texts: readonly string[], quotes: readonly string[], clock = still) =>
    findQuotations(
      texts,
      quotes.map((text, at) => ({ id: `q-${at}`, text })),
      clock,
    ).map(({ id, parts }) => [
      id,
      parts.map(({ text, start, end }) => texts[text]?.slice(start, end)).join('|'),
    ]);

  it('finds each once, across the pieces of the text; of two that overlap, the first in the list', () => {
    expect(
      look(['one two ', 'three', ' four five'], ['two three four', 'four five', 'one', 'three', 'one']),
    ).toEqual([
      ['q-0', 'two |three| four'],
      ['q-2', 'one'],
    ]);
  });

  it('stops when its time is over', () => {
    let now = 0;
    expect(look(['one two'], ['one', 'two'], () => (now += 700)).map(([id]) => id)).toEqual(['q-0']);
  });

  it('reads the first 200,000 characters of an article', () => {
    const article = `${'x'.repeat(LONGEST_ARTICLE)} ${sentence}`;
    expect(look([article], [sentence])).toEqual([]);
    expect(look([article.slice(20)], [sentence])).toEqual([]);
    expect(look([article.slice(sentence.length + 1)], [sentence])).toHaveLength(1);
  });

  it('of 500 quotations in a long article takes less than a second', () => {
    const texts = Array.from(
      { length: 4_000 },
      (_, at) => `Sentence ${at} of an article that goes on and on. `,
    );
    const quotes = Array.from(
      { length: 500 },
      (_, at) => `Sentence ${3_999 - at} of an article that goes on`,
    );
    const start = performance.now();
    expect(look(texts, quotes)).toHaveLength(500);
    expect(performance.now() - start).toBeLessThan(1_000);
  });
});
