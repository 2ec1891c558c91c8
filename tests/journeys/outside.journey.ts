/**
 * Tests that hostile data (a scenario file, a lesson, work and a class file) executes nothing, requests nothing and
 * stays in its place, in every view, export and package.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Download, Page } from 'playwright';
import { expect } from 'playwright/test';
import { describe } from 'vitest';
import { encodeLesson, encodeWork, fingerprint } from '../../src/codec/lesson.ts';
import { EMPTY_LINK, encodeLink, type Link } from '../../src/codec/link.ts';
import { complete } from '../../src/scenario/complete.ts';
import { VIEWS } from '../../src/session/place.ts';
import { formulasIn } from '../support/cells.ts';
import { hostileLabel, hostileLesson, hostileReplies, hostileScenario } from '../support/hostile.ts';
import {
  byBibutils,
  titlesByCitationJs,
  hasBibutils,
  hasPython,
  parsed,
  unzipped,
} from '../support/readers.ts';
import { newest } from '../support/newest.ts';
import { expectUntouched, openAll, saveAll, walkToEnding } from './outside.ts';
import { test, type Open } from './page.ts';
import { openTab, TABS, takeAlong } from './reader.ts';

const seed = readFileSync(join(import.meta.dirname, '../../seeds/ukraine-2025/scenario.json'), 'utf8');
const text = hostileScenario(seed).replace(`"id":"${newest.id}"`, '"id":"hostile"');
const scenario = complete(JSON.parse(text));

const address = (parts: Partial<Link>) =>
  `#${encodeLink({ ...EMPTY_LINK, edition: newest.edition, ...parts })}`;
const go = (page: Page, parts: Partial<Link>) =>
  page.evaluate((hash) => {
    location.hash = hash;
  }, address(parts));
/** The first answer of the map. */
const FIRST = (newest.walks[0]?.story ?? []).slice(0, 1);
const words = async (download: Download) => readFileSync(await download.path(), 'utf8');

/** Elements that run or fetch something. No paper has one. */
const FORBIDDEN = ['script', 'img', 'iframe', 'object', 'embed', 'base', 'link'];

/** Opens the hostile scenario as a file with a hostile name. */
async function opened(open: Open): Promise<Page> {
  const page = await open(address({ view: 'open' }));
  await page.getByRole('button', { name: 'Choose a file' }).waitFor();
  await page.locator('input[type=file]').setInputFiles({
    name: `${hostileLabel}.json`,
    mimeType: 'application/json',
    buffer: Buffer.from(text),
  });
  await page.getByRole('button', { name: 'Open this map' }).click();
  await page.getByRole('region', { name: 'Where this scenario comes from' }).waitFor();
  return page;
}

describe('a hostile scenario opened as a file', () => {
  test('stays text in every view and every exported file', async ({ browser, open, skip }) => {
    const page = await opened(open);
    const story = await walkToEnding(page);
    await openAll(page);
    await expectUntouched(page, 'the ending');
    for (const tab of TABS) {
      await openTab(page, tab);
      await expectUntouched(page, tab);
    }
    for (const view of VIEWS) {
      await go(page, {
        scenario: 'hostile',
        story: story.slice(0, 3),
        view,
        walk: scenario.walks[0]?.id ?? '',
        ending: scenario.endings[0]?.id ?? '',
        ...(view === 'doubt' && { aside: [{ kind: 'source', id: scenario.sources[0]?.id ?? '' }] }),
        ...(view === 'odds' && { weights: new Map(story.map((code) => [code, 3])) }),
        ...(view === 'compare' && { compared: [story, story.slice(0, 2)] }),
      });
      await page.locator('main h1, main h2').first().waitFor();
      await openAll(page);
      await expectUntouched(page, view);
    }

    await go(page, { scenario: 'hostile', story });
    await takeAlong(page);
    const [md, table, json, bib, ris, csl, drawn, map, book] = await saveAll(page, 'dialog[open]', [
      /^Markdown/,
      /^CSV/,
      /^JSON/,
      /^BibTeX/,
      /^RIS/,
      /^CSL/,
      /^SVG.*wide picture$/,
      /^SVG.*map$/,
      /Save the book/,
    ]).then((all) => Promise.all(all.map(words)));
    await expectUntouched(page, 'Save or print');

    for (const svg of [drawn, map]) {
      const { wrong, elements, active } = await parsed(browser, svg ?? '', 'application/xml');
      expect([wrong, active]).toEqual(['', []]);
      expect(
        elements.filter((name) => !/^(svg|title|desc|g|rect|path|circle|text|tspan)$/.test(name)),
      ).toEqual([]);
    }
    const paper = await parsed(browser, book ?? '', 'text/html');
    expect(paper.active).toEqual([]);
    expect(paper.elements).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/^(script|img|iframe|svg)$/)]),
    );

    expect(formulasIn((table ?? '').slice(1))).toEqual([]);
    expect(JSON.parse(json ?? '')).toBeInstanceOf(Object);
    // Outside of code, which the program never writes, Markdown has no markup without these.
    expect((md ?? '').replace(/\\[^]/g, '')).not.toMatch(/<(?!https?:)|!\[|\]\((?!<https:)/);

    const titles = scenario.sources.map(({ title }) => title);
    for (const found of [
      titlesByCitationJs(bib ?? '', '@bibtex/text'),
      titlesByCitationJs(ris ?? '', '@ris/file'),
    ])
      expect(found.sort()).toEqual([...titles].sort());
    expect((JSON.parse(csl ?? '') as { title: string }[]).map(({ title }) => title).sort()).toEqual(
      titles.sort(),
    );
    skip(!hasBibutils, 'needs bib2xml and ris2xml: Debian has them as `bibutils`');
    for (const mods of [byBibutils('bib2xml', bib ?? ''), byBibutils('ris2xml', ris ?? '')]) {
      const { wrong } = await parsed(browser, mods, 'application/xml');
      expect([wrong, mods.match(/<mods[ >]/g)?.length]).toEqual(['', titles.length]);
    }
  });
});

describe('a hostile lesson', () => {
  const lesson = encodeLesson(hostileLesson);
  // A link holds as many as this beside the lesson.
  const few = new Map([...hostileReplies].slice(0, 3));
  const work = (label: string) =>
    encodeWork({ lesson: fingerprint(hostileLesson), story: [], replies: few, label });

  test('stays text where it is read, done, given out and packaged', async ({ browser, open, skip }) => {
    const page = await open(address({ lesson }));
    await page.getByRole('heading', { name: hostileLesson.title }).waitFor();
    const fields = page.getByLabel('Your words');
    for (const [at, reply] of hostileReplies)
      if (at < (await fields.count())) await fields.nth(at).fill(reply);
    await walkToEnding(page);
    await expectUntouched(page, 'the lesson');
    await page.getByRole('button', { name: 'Hand in' }).first().click();
    await page.getByLabel('What you want to be called').fill(hostileLabel);
    await saveAll(page, 'main', [/^Save as a file$/]);
    await expectUntouched(page, 'the page to hand in');

    await go(page, { lesson, view: 'teach' });
    await page.getByRole('heading', { name: 'Make a lesson' }).waitFor();
    await openAll(page);
    await expectUntouched(page, 'the page for teachers');
    const [, book, ...packages] = await saveAll(page, 'main', [
      /^Save as a file$/,
      /^Save the book$/,
      /^SCORM 1.2 package$/,
      /^xAPI package$/,
      /^Common Cartridge link$/,
    ]);
    const paper = await parsed(browser, book ? await words(book) : '', 'text/html');
    expect(paper.active).toEqual([]);
    expect(paper.elements.filter((name) => FORBIDDEN.includes(name))).toEqual([]);
    skip(!hasPython, 'needs python3, whose zipfile reads the packages');
    const names = [];
    for (const packed of packages) {
      const [damaged, entries, texts] = unzipped(await packed.path());
      expect(damaged).toBe(null);
      names.push(entries);
      for (const [name, text] of Object.entries(texts)) {
        if (name.endsWith('.xml')) expect((await parsed(browser, text, 'application/xml')).wrong).toBe('');
        // Its program runs by its hash; what was packed stands in its head as data.
        else expect((await parsed(browser, text, 'text/html')).active).toEqual([]);
      }
    }
    expect(names).toEqual([
      ['imsmanifest.xml', 'parley.html'],
      ['tincan.xml', 'parley.html'],
      ['imsmanifest.xml', 'lesson/weblink.xml'],
    ]);
  });

  test('and its hand-ins stay text where a class is gathered and shown', async ({ open }) => {
    const link = (at: number) =>
      `https://evil.invalid/"><script>/${address({ story: FIRST, lesson, work: work(`${hostileLabel}${at}`) })}`;
    const page = await open(address({ view: 'class' }));
    await page.getByLabel('Paste the links here').fill([1, 2, 3].map(link).join('\n'));
    await page.getByRole('button', { name: 'Collect the links' }).click();
    await page.getByRole('heading', { name: '3 links were pasted' }).waitFor();
    await openAll(page);
    await expectUntouched(page, 'the class');
    const [table, data, map] = await saveAll(page, 'main', [/^Table/, /^Data/, /^Map as SVG/]);
    expect(formulasIn((table ? await words(table) : '').slice(1))).toEqual([]);
    expect(map ? await words(map) : '').not.toContain('<script');

    // The file of the class, made worse by hand, is gathered as well, and named by what it is.
    const file = (data ? await words(data) : '').replaceAll(
      hostileLabel.slice(2, 8),
      '<base href=//x><img src=x>',
    );
    await page.getByText('Collect more', { exact: true }).click();
    await page.locator('input[type=file]').setInputFiles({
      name: `${hostileLabel}.json`,
      mimeType: 'application/json',
      buffer: Buffer.from(file),
    });
    await page
      .getByText(/links? (was|were) added|holds no link/)
      .first()
      .waitFor();
    await openAll(page);
    await expectUntouched(page, 'the class with its file');
    await page.getByRole('button', { name: 'Present to the class' }).click();
    await expectUntouched(page, 'the class on a screen');
    const shown = await open(address({ story: FIRST, lesson, work: work(hostileLabel), view: 'work' }));
    await shown.getByRole('heading', { name: hostileLesson.title }).first().waitFor();
    await expectUntouched(shown, 'the work');
  });
});
