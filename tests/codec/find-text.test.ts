/** Tests that a quotation is found in an article whatever its spaces and quotation marks. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { join, partsOf, plainQuote, type Found } from '../../src/codec/find-text.ts';
import { real } from '../support/real.ts';

/** The first place of `quote` in `texts` read one after another, part by part; none where it does not stand there. */
function findText(texts: readonly string[], quote: string): Found[] {
  const wanted = plainQuote(quote);
  const joined = join(texts);
  const from = wanted === '' ? -1 : joined.whole.indexOf(wanted);
  return from < 0 ? [] : partsOf(joined, from, from + wanted.length);
}

const cut = (texts: readonly string[], quote: string) =>
  findText(texts, quote).map(({ text, start, end }) => texts[text]?.slice(start, end));

describe('a quotation', () => {
  it('is found across line breaks, other quotation marks and text pieces', () => {
    expect(cut(['He said:\n  "We  won\'t\n sit back" today'], '“We won’t sit back”')).toEqual([
      '"We  won\'t\n sit back"',
    ]);
    expect(cut(['one two ', 'three', ' four'], 'two three four')).toEqual(['two ', 'three', ' four']);
    expect(cut(['soft\u00adhy\u00adphen'], 'softhyphen')).toEqual(['soft\u00adhy\u00adphen']);
  });

  it('is not found in a text without it', () => {
    expect(cut(['one two'], 'two one')).toEqual([]);
    expect(cut([], 'one')).toEqual([]);
    expect(cut(['one'], ' ')).toEqual([]);
    expect(cut(['One'], 'one')).toEqual([]);
  });

  it('is found wherever the text around it is divided', () => {
    const quotes = fc.constantFrom(...real.evidence.map(({ quote }) => quote));
    fc.assert(
      fc.property(quotes, fc.string(), fc.string(), fc.array(fc.nat(400)), (quote, before, after, cuts) => {
        const whole = before + quote + after;
        fc.pre(findText([before], quote).length === 0);
        const at = [0, ...cuts.map((place) => place % whole.length).sort((a, b) => a - b), whole.length];
        const texts = at.slice(1).map((end, number) => whole.slice(at[number], end));
        const found = cut(texts, quote).join('');
        expect(findText([found], quote)).toHaveLength(1);
        expect(found.trim().length).toBeLessThanOrEqual(quote.length + 1);
      }),
    );
  });
});
