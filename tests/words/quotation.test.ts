/** Tests that a quotation has one description, and looks the same wherever it is shown. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Evidence } from '../../src/scenario/scenario.ts';
import { toMarkup } from '../../src/view/embed/tree-markup.ts';
import { quotation } from '../../src/view/embed/draw-evidence.ts';
import { quotationShown } from '../../src/words/terms/quotation.ts';
import { real } from '../support/real.ts';

const [first] = real.evidence;
if (!first) throw new Error('The scenario has no quotations.');
const saying = (quote: string, more: Partial<Evidence> = {}): Evidence => ({ ...first, quote, ...more });

describe('a quotation', () => {
  it.each([
    ['but the talks go on', true],
    ['änderte sich nichts', true],
    ['и переговоры идут', true],
    ['The talks go on', false],
    ['Änderungen', false],
    ['2025 was the year', false],
    ['المحادثات مستمرة', false],
  ])('“%s” is taken from the middle of a sentence: %s', (quote, within) => {
    const shown = quotationShown(real, saying(quote, { hedges: [] }));
    expect(shown.within).toBe(within);
    expect(shown.text).toBe(within ? `… ${quote}` : quote);
    expect(String(toMarkup(quotation(real, saying(quote)))).includes('class="within"')).toBe(within);
  });

  it('keeps the words of the source, and says apart which hedges stand beside them', () => {
    const shown = quotationShown(real, saying('It may end', { hedges: ['may', 'perhaps'] }));
    expect(shown.runs).toEqual([
      { text: 'It ', hedge: false },
      { text: 'may', hedge: true },
      { text: ' end', hedge: false },
    ]);
    expect(shown.beside).toEqual(['perhaps']);
  });

  it('names its publisher, else the title of the source, else its id; and links to nothing but the web', () => {
    const [source] = real.sources.filter(({ id }) => id === first.source);
    if (!source) throw new Error('The first quotation has no source.');
    const from = (part: object) => quotationShown({ sources: [{ ...source, ...part }] }, first);
    expect(from({ publisher: 'A paper' }).publisher).toBe('A paper');
    expect(from({ publisher: '' }).publisher).toBe(source.title);
    expect(quotationShown({ sources: [] }, first)).toMatchObject({
      publisher: first.source,
      cite: '',
      link: '',
    });
    expect(from({ url: 'https://example.org/a' }).link).toMatch(/^https:\/\/example\.org\/a#:~:text=/);
    expect(from({ url: 'file:///a' })).toMatchObject({ cite: '', link: '' });
  });
});

it('the rule for “taken from mid-sentence” stands in one file', () => {
  const source = join(import.meta.dirname, '../../src');
  const rule = /\/\^(?:\[a-z\]|\\p\{Ll\})\/u?\.test\((?:\w+\.)?quote\)/;
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|svelte)$/.test(name))
    .filter((name) => rule.test(readFileSync(join(source, name), 'utf8')));
  expect(files).toEqual([join('scenario', 'evidence.ts')]);
});
