/** Are the citations exactly what a story used, and do other programs read them as they are meant? */
import { spawnSync } from 'node:child_process';
import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-csl';
import '@citation-js/plugin-ris';
import { describe, expect, it } from 'vitest';
import type { Retold } from '../../../src/analysis/retold.ts';
import { authorDate, bibtex, cslJson, noteForm, ris } from '../../../src/edge/export/citations.ts';
import * as words from '../../../src/view/words.ts';
import { real } from '../../real.ts';
import { skipUnless } from '../../skipped.ts';
import { LINK, retold, saying, STRANGE, strange } from './retold.ts';

const STORIES: readonly { readonly name: string; readonly told: Retold }[] = [
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

function check(told: Retold, understood: readonly Understood[]): void {
  expect(
    understood.map(({ title, publisher, year, url }) => ({ title, publisher, year, url: encoded(url) })),
  ).toEqual(
    told.sources.map(({ title, publisher, published, url }) => ({
      title,
      publisher,
      year: Number(published.slice(0, 4)),
      url: encoded(url),
    })),
  );
  for (const [at, source] of told.sources.entries()) {
    const { notes = '' } = understood[at] ?? {};
    const used = told.quotations.filter((item) => item.source === source.id);
    for (const item of used) {
      expect(notes).toContain(`${item.id}, paragraph ${item.paragraph}: `);
      expect(notes).toContain(item.quote);
    }
    expect(notes.match(/, paragraph \d+: [‘“]/g)?.length ?? 0).toBe(used.length);
    expect(notes.includes('The month of publication is inferred.')).toBe(source.dateBasis === 'inferred');
  }
}

const year = (issued: unknown): unknown =>
  (issued as { 'date-parts'?: unknown[][] } | undefined)?.['date-parts']?.[0]?.[0];
const text = (value: unknown): string => [value ?? ''].flat().join('\n');

const byCitationJs = (document: string): Understood[] =>
  new Cite(document).data.map((item) => ({
    title: item.title,
    publisher: item['container-title'],
    year: year(item.issued),
    url: item.URL,
    notes: `${text(item.note)}\n${text(item.annote)}`,
  }));

describe('citation-js reads', () => {
  it.each(STORIES)('the BibTeX of $name', ({ told }) => check(told, byCitationJs(bibtex(told, words))));
  it.each(STORIES)('the RIS of $name', ({ told }) => check(told, byCitationJs(ris(told, words))));
  it.each(STORIES)('the CSL-JSON of $name', ({ told }) => check(told, byCitationJs(cslJson(told, words))));
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
  it.each(read)('the BibTeX of $name', ({ told }) => check(told, byBibutils('bib2xml', bibtex(told, words))));
  it.each(STORIES)('the RIS of $name', ({ told }) => check(told, byBibutils('ris2xml', ris(told, words))));
});

describe('the formatted citations', () => {
  it.each(STORIES)('of $name hold every quotation used once, with its paragraph', ({ told }) => {
    for (const form of [authorDate, noteForm]) {
      const written = form(told, words, LINK);
      const ids = [...written.matchAll(/\[([A-Z]-\d\d)\]$/gm)].map(([, id]) => id);
      expect([...ids].sort()).toEqual(told.quotations.map(({ id }) => id).sort());
      for (const { quote, paragraph } of told.quotations)
        expect(
          written.split('\n').some((line) => line.includes(quote) && line.includes(`para. ${paragraph}`)),
        ).toBe(true);
      for (const { url } of told.sources) expect(written.split(url).length).toBe(2);
      expect(written).toContain(LINK);
    }
  });

  it('say that a month is inferred, and give no date of access', () => {
    const told = retold(real, real.walks[2]?.story ?? []);
    expect(authorDate(told, words, LINK)).toContain('March 2025 (month inferred)');
    expect(noteForm(told, words, LINK)).toContain('March 2025 (month inferred)');
    for (const form of [bibtex, ris, cslJson]) expect(form(told, words)).not.toMatch(/access|urldate|^Y2/im);
  });

  it('name only the sources that the story quotes', () => {
    const [first = ''] =
      real.questions[0]?.answers.map(({ code }) => code).filter((code) => code === 'sr') ?? [];
    const told = retold(real, [first]);
    expect(told.sources.map(({ id }) => id)).toEqual(['L']);
    expect(bibtex(told, words)).not.toContain('British Eye');
  });
});
