/** Tests that the terms of a glossary are found where a reader meets them first, and nowhere else. */
import { describe, expect, it } from 'vitest';
import { findTerms } from '../../../src/scenario/text/terms.ts';

const glossary = ['ceasefire', 'coalition', 'coalition of the willing', 'NATO', 'what-if'].map((term) => ({
  term,
  meaning: `What ${term} means.`,
}));
const found = (text: string, wanted: (term: string) => boolean = () => true) =>
  findTerms(text, glossary, ({ term }) => wanted(term)).flatMap(({ text, entry }) =>
    entry ? [`${text}=${entry.term}`] : [],
  );

describe('the terms in a text', () => {
  it('are each found once, at their first occurrence', () => {
    expect(found('A ceasefire, then NATO, then a ceasefire.')).toEqual(['ceasefire=ceasefire', 'NATO=NATO']);
  });

  it('are the longest possible, in any case, with the s of a plural', () => {
    expect(found('The Coalition of the willing')).toEqual([
      'Coalition of the willing=coalition of the willing',
    ]);
    expect(found('39 are what-ifs.')).toEqual(['what-ifs=what-if']);
  });

  it('are whole words', () => {
    expect(found('ceasefires-like, precoalition, NATOs allies')).toEqual(['NATOs=NATO']);
  });

  it('are not found in quotations, whose words belong to a source', () => {
    expect(found('He says “no NATO troops”, and NATO is asked.')).toEqual(['NATO=NATO']);
    expect(found('“NATO members” are named.')).toEqual([]);
  });

  it('are limited to the requested ones; the joined pieces give the text', () => {
    const text = 'A ceasefire and NATO (2025).';
    expect(found(text, (term) => term === 'NATO')).toEqual(['NATO=NATO']);
    expect(
      findTerms(text, glossary, () => true)
        .map((run) => run.text)
        .join(''),
    ).toBe(text);
    expect(findTerms(text, [], () => true)).toEqual([{ text, entry: null }]);
  });
});
