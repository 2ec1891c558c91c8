/** Tests that the citations are exactly those that a story uses, and that other programs read them as intended. */
import { spawnSync } from 'node:child_process';
import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-csl';
import '@citation-js/plugin-ris';
import { describe, expect, it } from 'vitest';
import type { Account } from '../../src/analysis/questions/account.ts';
import { authorDate, bibtex, cslJson, noteForm, ris } from '../../src/export/citations.ts';
import { real } from '../support/real.ts';
import { skipUnless } from '../support/skipped.ts';
import { LINK, retold, saying, STRANGE, strange } from './account.ts';

const STORIES: readonly { readonly name: string; readonly told: Account }[] = [
  ...real.walks.map((walk) => ({ name: `walk ${walk.id}`, told: retold(real, walk.story) })),
  { name: 'a story of one step', told: retold(real, ['s0']) },
  { name: 'a story of strange texts', told: retold(strange, ['p']) },
];

/** What another program should have understood of a source. */
interface Understood {
  readonly title: unknown;
  readonly publisher: unknown;
  readonly year: unknown;
  readonly url: unknown;
  /** All notes, as one text. */
  readonly notes: string;
}

/** Braces would end a field of BibTeX: there they are percent codes, which mean the same. */
const encoded = (url: unknown): string => String(url).replaceAll('{', '%7B').replaceAll('}', '%7D');

function check(account: Account, understood: readonly Understood[]): void {
  expect(
    understood.map(({ title, publisher, year, url }) => ({ title, publisher, year, url: encoded(url) })),
  ).toEqual(
    account.sources.map(({ title, publisher, published, url }) => ({
      title,
      publisher,
      year: Number(published.slice(0, 4)),
      url: encoded(url),
    })),
  );
  for (const [at, source] of account.sources.entries()) {
    const { notes = '' } = understood[at] ?? {};
    const used = account.quotations.filter((item) => item.source === source.id);
    for (const item of used) {
      expect(notes).toContain(`Paragraph ${item.paragraph}: `);
      expect(notes).toContain(item.quote);
    }
    expect(notes.match(/Paragraph \d+: [‘“]/g)?.length ?? 0).toBe(used.length);
    expect(notes.includes('The month of publication is inferred.')).toBe(source.dateBasis === 'inferred');
  }
}

const year = (issued: unknown): unknown =>
  (issued as { 'date-parts'?: unknown[][] } | undefined)?.['date-parts']?.[0]?.[0];
const text = (value: unknown): string => [value].flat().join('\n');

/** `type` where what a document is should not be guessed from its text. */
const byCitationJs = (document: string, type?: string): Understood[] =>
  new Cite(document, type === undefined ? {} : { forceType: type }).data.map((item) => ({
    title: item.title,
    publisher: item['container-title'],
    year: year(item.issued),
    url: item.URL,
    notes: `${text(item.note)}\n${text(item.annote)}`,
  }));

/** Titles that would end their field early, or never; each is what the readers are to understand. */
const HOSTILE = [
  'Peace { now',
  'Peace } now',
  'Peace }} , evil = {now',
  '}, year = {1900}, @misc{x',
  'Peace %, #1, $2, & _x_ now',
  'Peace @article{x, title = y} now',
  'Peace = now, or never',
  'Ends with {',
  'Ends with }',
].map((title) => ({ name: `a title “${title}”`, told: retold(saying(title), ['p']) }));
/** The same with signs that bibutils takes for others, and those that only one line may hold. */
const HARDER = [
  'Ends with a backslash \\',
  'Peace \\} "now"',
  'Peace \\{ ~ ^ `now`',
  'Peace \\input{x} now',
  '"Peace" now"',
].map((title) => ({ name: `a title “${title}”`, told: retold(saying(title), ['p']) }));
const LINE_ENDS = ['\n', '\r\n', '\r', '\u0085', '\u2028', '\u2029', '\v', '\f', '\u001c'];

describe('BibTeX', () => {
  it.each([...STORIES, ...HOSTILE, ...HARDER])(
    'for $name has balanced braces, escaped or not',
    ({ told }) => {
      let depth = 0;
      for (const sign of bibtex(told)) {
        if (sign === '{') depth += 1;
        if (sign === '}') depth -= 1;
        expect(depth).toBeGreaterThanOrEqual(0);
      }
      expect(depth).toBe(0);
    },
  );
});

describe.each(LINE_ENDS.map((end) => ({ end })))('a line end $end in a title', ({ end }) => {
  const account = retold(saying(`Peace${end}ER  - ${end}TY  - JOUR${end}TI  - Forged`), ['p']);

  it('cannot begin a field of RIS', () => {
    // By every character that a program can take for a line end.
    const lines = ris(account).split(/\r\n|(?!\t)\p{Cc}|\p{Zl}|\p{Zp}/u);
    expect(lines.filter((line) => line.startsWith('TY')).length).toBe(1);
    expect(lines.filter((line) => line.startsWith('TI')).length).toBe(1);
    expect(lines.filter((line) => line.startsWith('ER')).length).toBe(1);
    expect(byCitationJs(ris(account)).length).toBe(1);
  });

  it('cannot end its field in BibTeX and CSL-JSON', () => {
    expect(byCitationJs(bibtex(account)).map(({ title }) => title)).toEqual([
      'Peace ER - TY - JOUR TI - Forged',
    ]);
    expect(byCitationJs(cslJson(account)).length).toBe(1);
  });
});

describe('citation-js reads', () => {
  it.each([...HOSTILE, ...HARDER])('the BibTeX, RIS and CSL-JSON of $name', ({ told }) => {
    check(told, byCitationJs(bibtex(told), '@bibtex/text'));
    check(told, byCitationJs(ris(told), '@ris/file'));
    check(told, byCitationJs(cslJson(told)));
  });
  it.each(STORIES)('the BibTeX of $name', ({ told }) => check(told, byCitationJs(bibtex(told))));
  it.each(STORIES)('the RIS of $name', ({ told }) => check(told, byCitationJs(ris(told))));
  it.each(STORIES)('the CSL-JSON of $name', ({ told }) => check(told, byCitationJs(cslJson(told))));
});

const possible = ['bib2xml', 'ris2xml'].every((program) => spawnSync(program, ['-h']).error === undefined);

/** What bibutils makes of a document: MODS, of which the texts are picked out. */
function byBibutils(program: string, document: string): Understood[] {
  const done = spawnSync(program, ['-i', 'unicode', '-un', '-nt'], {
    input: document,
    encoding: 'utf8',
  });
  expect(done.status).toBe(0);
  const all = (xml: string, pattern: RegExp): string[] =>
    [...xml.matchAll(pattern)].map(([, inside = '']) =>
      inside
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&quot;', '"')
        .replaceAll('&apos;', "'")
        .replaceAll('&amp;', '&'),
    );
  return all(done.stdout, /<mods[ >]([^]*?)<\/mods>/g).map((_, at) => {
    const xml = [...done.stdout.matchAll(/<mods[ >][^]*?<\/mods>/g)][at]?.[0] ?? '';
    const [host = ''] = /<relatedItem type="host">[^]*?<\/relatedItem>/.exec(xml) ?? [];
    return {
      title: all(xml.replace(host, ''), /<title>([^]*?)<\/title>/g)[0],
      publisher: all(host, /<title>([^]*?)<\/title>/g)[0],
      year: Number(/<date(?:Issued)?>(\d{4})/.exec(xml)?.[1]),
      url: all(xml, /<url>([^]*?)<\/url>/g)[0],
      notes: all(xml, /<(?:note|bibtex-annote)>([^]*?)<\/(?:note|bibtex-annote)>/g).join('\n'),
    };
  });
}

describe('bibutils reads', () => {
  skipUnless(possible, 'needs bib2xml and ris2xml: Debian has them as `bibutils`');

  // Backslash, caret, grave accent and straight quotation mark it takes for others, in LaTeX’s own notation too.
  const read = STORIES.map(({ name, told }) =>
    told.scenario === strange
      ? { name, told: retold(saying(STRANGE.replace(/[\\^`"]/g, '')), ['p']) }
      : { name, told },
  );
  it.each(read)('the BibTeX of $name', ({ told }) => check(told, byBibutils('bib2xml', bibtex(told))));
  it.each(HOSTILE)('the BibTeX and the RIS of $name', ({ told }) => {
    check(told, byBibutils('bib2xml', bibtex(told)));
    check(told, byBibutils('ris2xml', ris(told)));
  });
  it.each(HARDER)('every entry, each with its title, of $name', ({ told }) => {
    const entries = byBibutils('bib2xml', bibtex(told));
    expect(entries.length).toBe(told.sources.length);
    expect(entries.map(({ year }) => year)).toEqual(
      told.sources.map(({ published }) => Number(published.slice(0, 4))),
    );
  });
  it.each(STORIES)('the RIS of $name', ({ told }) => check(told, byBibutils('ris2xml', ris(told))));
});

describe('the formatted citations', () => {
  it.each(STORIES)('for $name contain every used quotation once, with its paragraph', ({ told }) => {
    for (const form of [authorDate, noteForm]) {
      const written = form(told, LINK);
      // A line for each quotation: no other line names a paragraph.
      const lines = written.split('\n').filter((line) => /para\. \d+/.test(line));
      expect(lines).toHaveLength(told.quotations.length);
      for (const { quote } of told.quotations)
        expect(lines.filter((line) => line.includes(quote)).length).toBeGreaterThan(0);
      for (const { quote, paragraph } of told.quotations)
        expect(
          written.split('\n').some((line) => line.includes(quote) && line.includes(`para. ${paragraph}`)),
        ).toBe(true);
      for (const { url } of told.sources) expect(written.split(url).length).toBe(2);
      expect(written).toContain(LINK);
    }
  });

  it('state that a month is inferred, and give no date of access', () => {
    const account = retold(real, real.walks[2]?.story ?? []);
    expect(authorDate(account, LINK)).toContain('March 2025 (month inferred)');
    expect(noteForm(account, LINK)).toContain('March 2025 (month inferred)');
    for (const form of [bibtex, ris, cslJson]) expect(form(account)).not.toMatch(/access|urldate|^Y2/im);
  });

  it('name only the sources that the story quotes', () => {
    const [first = ''] =
      real.questions[0]?.answers.map(({ code }) => code).filter((code) => code === 'sr') ?? [];
    const account = retold(real, [first]);
    expect(account.sources.map(({ id }) => id)).toEqual(['L']);
    expect(bibtex(account)).not.toContain('British Eye');
  });
});
