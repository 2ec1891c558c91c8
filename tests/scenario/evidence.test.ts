/**
 * Tests that quotations equal their sources character for character, that links lead to the sentence, and that hedges
 * are marked.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkQuotations, markHedges, originalLink } from '../../src/scenario/evidence.ts';
import { skipUnless } from '../support/skipped.ts';
import { BASE, NEWEST, REAL, ROOT, baseWith, bytes, lawful, text } from './files.ts';

const S = text('tests/examples/broken/S.txt');
const base = lawful(bytes(BASE));
const source = base.sources[0] ?? expect.fail();

const problems = async (given: string, scenario = base) =>
  (await checkQuotations(scenario, new Map([['S', given]]))).map(({ code, where }) => `${code} ${where}`);

describe('a quotation', () => {
  it('equals its source from start to end', async () => {
    expect(await problems(S)).toEqual([]);
  });

  it('has its position in code points of the text in NFC, for a text in any normal form', async () => {
    expect(await problems(S.normalize('NFD'))).toEqual([]);
  });

  it('gets a problem when a character of the source differs', async () => {
    expect(await problems(S.replace('yes', 'Yes'))).toEqual([
      'source-mismatch sources[0]',
      'quote-mismatch evidence[0]',
    ]);
  });

  it('is in the named paragraph; empty lines are not counted as paragraphs', async () => {
    const moved = lawful(
      baseWith((file) => {
        Object.assign(file.sources?.[0] ?? {}, { sha256: undefined, characters: 0, paragraphs: 0 });
        Object.assign(file.evidence?.[0] ?? {}, { start: 36, end: 61 });
      }),
    );
    expect(await problems(S.replace('\n', '\n\n \n').slice(0, -1), moved)).toEqual([]);
    const wrong = lawful(baseWith((file) => Object.assign(file.evidence?.[0] ?? {}, { paragraph: 1 })));
    expect(await problems(S, wrong)).toEqual(['quote-mismatch evidence[0].paragraph']);
  });

  it('has its hedging words in its paragraph', async () => {
    const hedged = (hedge: string) =>
      lawful(baseWith((file) => Object.assign(file.evidence?.[0] ?? {}, { hedges: ['says', hedge] })));
    expect(await problems(S, hedged('second'))).toEqual([]);
    expect(await problems(S, hedged('café'))).toEqual(['hedge-missing evidence[0].hedges[1]']);
  });

  it('that is elsewhere gets a problem with the right place', async () => {
    const shifted = lawful(
      baseWith((file) => Object.assign(file.evidence?.[0] ?? {}, { start: 32, end: 57 })),
    );
    const [problem] = await checkQuotations(shifted, new Map([['S', S]]));
    expect(problem?.message).toContain('it stands at start 33, end 58');
  });

  it('is skipped when its source is not given', async () => {
    expect(await checkQuotations(base, new Map())).toEqual([]);
  });
});

describe.each([REAL, NEWEST])('the articles of %s', (path) => {
  const folder = process.env['SOURCES'] ?? join(ROOT, '../shared/seeds');
  const scenario = lawful(bytes(path));
  const texts = new Map<string, string>();
  let missing = '';
  try {
    for (const name of readdirSync(folder)) {
      const file = readFileSync(join(folder, name));
      const hash = createHash('sha256').update(file).digest('hex');
      const known = scenario.sources.find(({ sha256 }) => sha256 === hash);
      if (known) texts.set(known.id, file.toString('utf8'));
    }
    const absent = scenario.sources.filter(({ id }) => !texts.has(id)).map(({ id }) => id);
    if (absent.length > 0) missing = `no file in ${folder} is the text of ${absent.join(' or ')}`;
  } catch {
    missing = `there is no folder ${folder}`;
  }
  skipUnless(missing === '', `${missing}; set SOURCES to the folder of the articles`);

  it('contain every quotation, character for character', async () => {
    expect(await checkQuotations(scenario, texts)).toEqual([]);
    expect([...texts.keys()].sort()).toEqual(['L', 'M']);
  });

  it('contain all text in quotation marks', ({ skip }) => {
    skip(path !== NEWEST, 'edition 1 has quotation marks around names too');
    const said = [...texts.values()].join('\n').toLowerCase();
    const quoted = [...text(path).matchAll(/“([^”]*)”/g)].map(([, words = '']) => words.toLowerCase());
    expect(quoted.filter((words) => !said.includes(words))).toEqual([]);
  });
});

describe('the link to the original', () => {
  const link = (quote: string, url = 'https://example.org/a') => originalLink({ ...source, url }, quote);

  it('quotes a short sentence in full', () => {
    expect(link('once a ceasefire is agreed')).toBe(
      'https://example.org/a#:~:text=once%20a%20ceasefire%20is%20agreed',
    );
  });

  it('escapes the syntax of text directives', () => {
    expect(link('30-day, land & sea')).toBe('https://example.org/a#:~:text=30%2Dday%2C%20land%20%26%20sea');
  });

  it('quotes the first and last five words of a long sentence', () => {
    const long = 'one two three four five six seven eight nine ten eleven twelve thirteen';
    expect(link(long)).toBe(
      'https://example.org/a#:~:text=one%20two%20three%20four%20five,nine%20ten%20eleven%20twelve%20thirteen',
    );
  });

  it('follows an existing fragment', () => {
    expect(link('yes', 'https://example.org/?p=1#top')).toBe('https://example.org/?p=1#top:~:text=yes');
  });

  it('is empty where the source has no address, and has no directive where nothing is quoted', () => {
    expect(link('yes', '')).toBe('');
    expect(link(' ')).toBe('https://example.org/a');
  });
});

describe('hedging words', () => {
  it('are marked at their first occurrence, in any case', () => {
    expect(markHedges('It may be; May may be.', ['may'])).toEqual([
      { text: 'It ', hedge: false },
      { text: 'may', hedge: true },
      { text: ' be; May may be.', hedge: false },
    ]);
  });

  it('are not marked twice where they overlap, nor outside the quotation', () => {
    expect(markHedges('is set to go', ['set to', 'is set', 'is', 'could', ''])).toEqual([
      { text: 'is set', hedge: true },
      { text: ' to go', hedge: false },
    ]);
  });

  it('do not change the text of the quotation', () => {
    const words = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '🕊'), maxLength: 8 });
    fc.assert(
      fc.property(words, fc.array(words, { maxLength: 4 }), (quote, hedges) => {
        const runs = markHedges(quote, hedges);
        expect(runs.map((run) => run.text).join('')).toBe(quote);
        expect(runs.every((run) => run.text !== '' && (!run.hedge || hedges.includes(run.text)))).toBe(true);
      }),
      { seed: 3 },
    );
  });
});
