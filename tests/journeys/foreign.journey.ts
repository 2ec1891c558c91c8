/**
 * Tests that a reader can open a scenario file, walk it and go back without loss, and that a faulty file is refused
 * with clear messages.
 */
import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { expect } from 'playwright/test';
import { afterAll, beforeAll, describe } from 'vitest';
import { serialise } from '../../src/scenario/complete.ts';
import type { Condition } from '../../src/scenario/condition.ts';
import { lattice } from '../bench/lattice.ts';
import { newest } from '../support/newest.ts';
import { violations } from './axe.ts';
import { test } from './page.ts';
import {
  labels,
  linkTo,
  lookDeeper,
  openEndings,
  openMaker,
  openTab,
  seen,
  steps,
  TABS,
  tell,
  walk as ready,
} from './reader.ts';

const examples = join(import.meta.dirname, '../examples');
const lawful = (name: string) => join(examples, `lawful/${name}.scenario.json`);
const broken = (name: string) => join(examples, `broken/${name}`);
const expected = JSON.parse(readFileSync(broken('expected.json'), 'utf8')) as Record<
  string,
  { readonly level: 'error' | 'warning' | null; readonly fault: string | null }
>;

/** The reader’s own story. */
const own = ready('W2').slice(0, 4);

/** The view in which a file is opened, and what came of it. */
const view = linkTo([], 'open');
const choose = (page: Page) => page.getByRole('button', { name: 'Choose a file' });
const result = (page: Page) => page.locator('.result');
const banner = (page: Page) => page.getByRole('region', { name: 'Where this scenario comes from' });
const back = (page: Page) => page.getByRole('button', { name: 'Back to this site’s own map' });

/** Gives a file as a file picker would. */
async function give(page: Page, file: string | { name: string; text: string | Buffer }) {
  await choose(page).waitFor();
  const given =
    typeof file === 'string'
      ? file
      : { name: file.name, mimeType: 'application/json', buffer: Buffer.from(file.text) };
  await page.locator('input[type=file]').setInputFiles(given);
}

const schema = (page: Page) => page.getByRole('link', { name: 'The description of the format' });
const openStory = (page: Page) =>
  page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name: 'Story' }).click();
const NOT_KNOWN = 'It is not known which answers close which endings';
const openIt = (page: Page) => page.getByRole('button', { name: 'Open this map' });
const openAnyway = (page: Page) => page.getByRole('button', { name: 'Open it anyway' });

/** Waits until the page has looked at all of a file, which for a large one takes it some seconds. */
const examined = (page: Page) => page.locator('.result[data-stage="examined"]').waitFor();

async function openFile(page: Page, file: Parameters<typeof give>[1]) {
  await give(page, file);
  await openIt(page).click();
  await expect(banner(page)).toBeVisible();
}

/** Chooses the answers with these codes. */
async function walk(page: Page, story: readonly string[]) {
  for (const code of story) {
    const before = await steps(page).count();
    await page.locator(`main button[data-code="${code}"]`).click();
    await expect(steps(page)).toHaveCount(before + 1);
  }
}

const large = (issues: number) => JSON.stringify(serialise(lattice(issues)));

/** Half a million situations, and in each of them so much to look at that there is time to cancel. */
function slow(): string {
  const scenario = lattice(18);
  const low: Condition = {
    all: scenario.issues.slice(1).map((issue) => ({ issue: issue.id, in: ['low'] })),
  };
  const facts = Array.from({ length: 300 }, (_, at) => ({
    id: `f${at}`,
    label: `Fact ${at}`,
    values: [
      { label: 'all low', when: low, evidence: [] },
      { label: 'not', when: { all: [] }, evidence: [] },
    ],
  }));
  return JSON.stringify(serialise({ ...scenario, facts }));
}

const SLOW = slow();

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parley-foreign-'));
  await writeFile(join(folder, 'huge.json'), '{');
  await truncate(join(folder, 'huge.json'), 50_000_000);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('a valid scenario file', () => {
  test('opens beside the reader’s own story, can be played to an ending, and can be closed again', async ({
    open,
  }) => {
    const page = await open();
    await tell(page, own);
    const before = { ...(await seen(page)), address: page.url() };

    await openMaker(page);
    await expect(page.getByRole('heading', { level: 1, name: 'Make your own' })).toBeFocused();
    await give(page, lawful('consent'));
    await expect(result(page).getByRole('heading', { name: 'Who can make it happen' })).toBeFocused();
    await expect(result(page)).toContainText('6 questions, 13 answers, 6 endings');
    await expect(result(page)).toContainText('A test file, not a forecast.');
    await openIt(page).click();

    await expect(page.getByRole('heading', { level: 1, name: 'Who can make it happen' })).toBeFocused();
    await expect(page.getByRole('contentinfo')).toContainText('A test file, not a forecast.');
    await expect(page.getByRole('contentinfo')).not.toContainText(newest.notice);
    await walk(page, ['ra', 'sg', 'wf']);
    await expect(page.locator('#ending')).toBeVisible();

    await back(page).click();
    await expect(banner(page)).toHaveCount(0);
    expect({ ...(await seen(page)), address: page.url() }).toEqual(before);
  });

  test('shows its banner on every view and in print, and no view fails', async ({ open }) => {
    const page = await open(view);
    for (const name of [
      'standoff',
      'conditions',
      'wildcatter',
      'gen-lattice-n9-k2-s1',
      'gen-wild-n6-k3-q12-s1',
    ]) {
      await openFile(page, lawful(name));
      await page.locator('main button[data-code]').first().click();
      for (const tab of TABS) {
        await openTab(page, tab);
        await expect(banner(page), `${name}: ${tab}`).toContainText(
          'It did not come with this site, and nobody here has checked',
        );
      }
      await page.emulateMedia({ media: 'print' });
      await expect(banner(page), name).toBeVisible();
      await expect(back(page), name).toBeHidden();
      await page.emulateMedia({ media: 'screen' });
      await openMaker(page);
    }
  });

  test('follows the browser’s history, forward and back', async ({ open }) => {
    const page = await open();
    await tell(page, own);
    await openMaker(page);
    await openFile(page, lawful('consent'));
    await walk(page, ['ra', 'sg']);
    await page.goBack();
    await expect(steps(page)).toHaveCount(1);
    await page.goBack();
    await page.goBack();
    await expect(banner(page)).toHaveCount(0);
    await page.goBack();
    await expect(steps(page)).toHaveCount(own.length);
    for (let times = 0; times < 4; times++) await page.goForward();
    await expect(banner(page)).toBeVisible();
    await expect(steps(page)).toHaveCount(2);
  });

  test('has links that name the file and wait for it elsewhere; a repaired file opens at the current place of the story', async ({
    open,
  }) => {
    const page = await open(view);
    await openFile(page, lawful('consent'));
    await walk(page, ['ra', 'sg']);
    const link = new URL(page.url()).hash;
    expect(link).toContain('consent');
    const told = await labels(page);

    const other = await open(link);
    await expect(other.getByText('This link belongs to another map')).toBeVisible();
    await expect(
      other.getByRole('heading', { level: 1, name: newest.title.split(': ')[1] ?? '' }),
    ).toBeVisible();
    await other.getByRole('button', { name: 'Open its file' }).click();
    await openFile(other, lawful('consent'));
    await expect(other.getByText('You opened somebody’s story: 2 answers.')).toBeVisible();
    expect(await labels(other)).toEqual(told);
    expect(new URL(other.url()).hash).toBe(link);

    const mended = readFileSync(lawful('consent'), 'utf8').replace('Who can make it happen', 'Mended');
    await openMaker(page);
    await openFile(page, { name: 'mended.json', text: mended });
    await expect(page.getByRole('heading', { level: 1, name: 'Mended' })).toBeAttached();
    await expect(steps(page)).toHaveCount(2);
  });

  test('can be dropped on the view', async ({ open }) => {
    const page = await open(view);
    await choose(page).waitFor();
    const drop = async (texts: readonly string[]) => {
      const files = await page.evaluateHandle((texts) => {
        const given = new DataTransfer();
        texts.forEach((text, at) => given.items.add(new File([text], `dropped-${at}.json`)));
        return given;
      }, texts);
      await page.dispatchEvent('.place', 'drop', { dataTransfer: files });
    };
    const text = readFileSync(lawful('standoff'), 'utf8');
    for (const files of [[], [text, text]]) {
      await drop(files);
      await expect(result(page).getByRole('heading', { name: 'That is not one file' })).toBeFocused();
      await drop([text]);
      await expect(result(page)).toContainText('dropped-0.json');
    }
    await openIt(page).click();
    await expect(banner(page)).toBeVisible();
  });

  test('with the id of the site’s own map, a copy of which can be saved here, gets a warning about its links', async ({
    open,
  }) => {
    const page = await open(linkTo(own, 'open'));
    const saved = page.waitForEvent('download');
    await page.getByRole('button', { name: 'The file of this map' }).click();
    await give(page, await (await saved).path());
    await expect(result(page)).toContainText('The file has the same id as the map of this site');
    await openIt(page).click();
    await expect(banner(page)).toBeVisible();
    await expect(steps(page)).toHaveCount(0);
    await back(page).click();
    await expect(banner(page)).toHaveCount(0);
    await expect(steps(page)).toHaveCount(own.length);
  });

  test('with false findings opens without them, and the page says so', async ({ open }) => {
    const file = JSON.parse(readFileSync(lawful('standoff'), 'utf8')) as Record<string, unknown>;
    file.findings = [
      { id: 'true', text: 'There are two endings.', claim: { kind: 'count', of: 'endings', equals: 2 } },
      { id: 'wrong', text: 'There are nine endings.', claim: { kind: 'count', of: 'endings', equals: 9 } },
    ];
    const page = await open(view);
    await give(page, { name: 'claims.json', text: JSON.stringify(file) });
    await result(page).getByText('1 warning').click();
    await expect(result(page)).toContainText('What the finding “wrong” claims does not hold');
    await openIt(page).click();
    await lookDeeper(page, 'What the map shows');
    await expect(page.getByText('There are two endings.')).toBeVisible();
    await expect(page.getByText('There are nine endings.')).toHaveCount(0);
  });

  test('is examined on the main thread where no worker starts, and the page says what that means', async ({
    open,
  }) => {
    const page = await open(view, { expected: [/net::ERR_FAILED/] });
    await page.route('**/explore.worker*', (route) => route.abort());
    await give(page, lawful('consent'));
    await expect(page.getByText('The page may not react for some seconds.')).toBeVisible();
    await openIt(page).click();
    await expect(banner(page)).toBeVisible();
  });
});

describe('a faulty scenario file', () => {
  // Whether a quotation is what its source says shows only beside the source’s text, which the page has not.
  const unseen = 'quote-text.scenario.json';
  const files = Object.entries(expected).filter(([name]) => name !== unseen);

  test('is reported with each fault, its place and a suggestion, without loss of the reader’s story', async ({
    open,
  }) => {
    const page = await open(linkTo(own, 'open'));
    for (const [name, { fault }] of files.filter(([, { level }]) => level === 'error')) {
      await give(page, broken(name));
      await expect(result(page).getByRole('heading')).toHaveText(`${name} cannot be opened`);
      const problem = page.locator(`[data-problem="${fault}"]`).first();
      await expect(problem.locator('p'), name).toHaveCount(3);
      await expect(problem, name).toContainText(fault ?? '');
    }
    await openStory(page);
    await expect(steps(page)).toHaveCount(own.length);
  });

  test('can be opened where it has only warnings', async ({ open }) => {
    const page = await open(view);
    for (const [name, { fault }] of files.filter(([, { level }]) => level === 'warning')) {
      await give(page, broken(name));
      await expect(result(page), name).toContainText(`${name} · `);
      await expect(result(page), name).toHaveAttribute('data-stage', 'examined');
      await result(page).getByText('1 warning').click();
      await expect(page.locator(`[data-problem="${fault}"]`), name).toHaveCount(1);
    }
    // Quotations cannot be checked without the source, and the page says so.
    await give(page, broken(unseen));
    await expect(result(page)).toContainText(`${unseen} · `);
    await expect(result(page)).toContainText('We could not check its quotations');
    await openIt(page).click();
    await expect(banner(page)).toBeVisible();
  });

  test('that is not JSON is reported with the line of the fault; one of 50 MB is refused by size, unread', async ({
    open,
  }) => {
    const page = await open(view);
    await give(page, { name: 'notes.txt', text: 'Dear diary,\n' });
    await expect(result(page).getByRole('heading', { name: 'notes.txt cannot be opened' })).toBeFocused();
    await expect(result(page)).toContainText('This cannot be read as JSON');
    await expect(result(page)).toContainText('line 1');
    await give(page, { name: 'empty.json', text: '' });
    await expect(result(page)).toContainText('empty.json cannot be opened');
    await expect(result(page)).toContainText('This cannot be read as JSON');
    await give(page, { name: 'bytes.json', text: Buffer.from([0x7b, 0xff, 0x7d]) });
    await expect(result(page)).toContainText('not UTF-8');

    let workers = 0;
    page.on('worker', () => (workers += 1));
    await give(page, join(folder, 'huge.json'));
    await expect(result(page)).toContainText('This is too large: 50,000,000 bytes.', { timeout: 2_000 });
    expect(workers).toBe(0);
  });
});

describe('a large scenario file', () => {
  test('of more than a million situations is reported as too large to explore, and can be played', async ({
    open,
  }) => {
    const page = await open(view);
    await give(page, { name: 'large.json', text: large(19) });
    await examined(page);
    await expect(result(page)).toContainText('It has more than 1,000,000 situations');
    await openAnyway(page).click();
    await expect(banner(page)).toBeVisible();

    // Wherever the page says what is open or closes, it says that this is not known.
    const endings = page.getByRole('complementary', { name: 'Endings' });
    await expect(endings).toContainText(NOT_KNOWN);
    await expect(endings.locator('[data-ending]')).toContainText('not known to be closed');
    await page.locator('main button[data-code]').first().focus();
    await expect(page.getByRole('region', { name: 'The evidence for an answer' })).toContainText(
      'It is not known which endings this closes.',
    );
    await walk(page, ['i3', 'i5']);
    for (const tab of ['Map', 'Endings'] as const) {
      await openTab(page, tab);
      await expect(page.getByRole('main'), tab).toContainText(NOT_KNOWN);
      await expect(page.getByRole('main'), tab).not.toContainText(/endings? (?:open|can still happen)/);
    }
    await page.locator('[data-ending]').click();
    await expect(page.getByRole('main').getByRole('heading', { level: 2, name: 'end' })).toBeVisible();
    const odds = page.getByRole('heading', { level: 1, name: 'How likely do you think it is?' });
    for (const [name, heading] of [
      ['What the map shows', page.getByRole('heading', { level: 1, name: 'What the map shows' })],
      ['Your own odds', odds],
    ] as const) {
      await lookDeeper(page, name);
      await expect(heading).toBeFocused();
      await expect(page.getByRole('main')).toContainText(`${NOT_KNOWN}: this map is too large to check here`);
    }
    // Links open these views as well.
    const address = new URL(page.url()).hash;
    await openStory(page);
    await expect(steps(page)).toHaveCount(2);
    await walk(page, ['s']);
    await expect(page.locator('#ending')).toBeVisible();
    await expect(page.getByRole('main')).not.toContainText('not known');
    await page.evaluate((hash) => (location.hash = hash), address);
    await expect(odds).toBeVisible();
    await expect(page.getByRole('main')).toContainText(NOT_KNOWN);
  });

  test('whose situations are all different is reported as too large to explore, and can be played', async ({
    open,
  }) => {
    const page = await open(view);
    await give(page, { name: 'different.json', text: large(16) });
    await examined(page);
    await expect(result(page)).toContainText('It can go on in more than 20,000 different ways');
    await openAnyway(page).click();
    await expect(banner(page)).toBeVisible();
  });

  test('shows its progress, and its examination is ended by another file, by leaving the view or by Cancel; after Cancel it can be played', async ({
    open,
  }) => {
    const page = await open(linkTo(own, 'open'));
    const workers = () => page.workers().length;
    const giveSlow = async () => {
      await give(page, { name: 'slow.json', text: SLOW });
      await expect(result(page)).toContainText(/\d\d,\d{3} situations checked/, { timeout: 30_000 });
      expect(workers()).toBe(1);
    };

    await giveSlow();
    await give(page, lawful('standoff'));
    await expect(result(page).getByRole('heading', { name: 'The stand-off' })).toBeVisible();
    await expect.poll(workers).toBe(0);

    await giveSlow();
    await openStory(page);
    await expect.poll(workers).toBe(0);

    await openMaker(page);
    await giveSlow();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await expect(result(page).getByRole('heading', { name: 'Stopped' })).toBeFocused();
    await expect.poll(workers).toBe(0);
    await openAnyway(page).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Lattice' })).toBeFocused();
    await walk(page, ['i3', 's']);
    await expect(page.locator('#ending')).toBeVisible();
    await back(page).click();
    await expect(steps(page)).toHaveCount(own.length);
    expect(await openEndings(page)).not.toEqual([]);
  });
});

describe('the view that opens scenario files', () => {
  test('has no axe violations on a small phone, in light and dark, after any result', async ({ open }) => {
    const page = await open(view, { viewport: { width: 320, height: 640 } });
    const wrong: string[] = [];
    const look = async (what: string) => {
      const sideways = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      if (sideways > 0) wrong.push(`${what} is ${sideways} px too wide`);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        wrong.push(...(await violations(page)).map((found) => `${what}, ${colorScheme}: ${found}`));
      }
    };
    await choose(page).waitFor();
    await look('the view');
    for (const file of [broken('bad-condition.scenario.json'), lawful('gen-wild-n6-k3-q12-s1')]) {
      await give(page, file);
      await expect(result(page).getByRole('heading').first()).toBeFocused();
      const warnings = result(page).getByText(/\d+ warning/);
      if (await warnings.count()) await warnings.click();
      await look(file);
    }
    await openIt(page).click();
    await expect(banner(page)).toBeVisible();
    await look('the map in the file');
    expect(wrong).toEqual([]);
  });

  test('can be used by keyboard alone', async ({ open }) => {
    const page = await open(linkTo(own));
    // Asked for early: a chooser that opens before it is listened for is lost.
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('link', { name: 'Make your own' }).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'Make your own' })).toBeFocused();
    for (const control of [
      page.getByRole('link', { name: 'A small example' }),
      page.getByRole('button', { name: 'The file of this map' }),
      schema(page),
      choose(page),
    ]) {
      await page.keyboard.press('Tab');
      await expect(control).toBeFocused();
    }
    await page.keyboard.press('Enter');
    await (await chooser).setFiles(lawful('standoff'));
    await expect(result(page).getByRole('heading')).toBeFocused();
    await page.keyboard.press('Tab');
    await expect(openIt(page)).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'The stand-off' })).toBeFocused();
  });

  test('links to the site’s schema, and to an example that opens', async ({ open }) => {
    const page = await open(view);
    const href = (await schema(page).getAttribute('href')) ?? '';
    const answer = await page.request.get(new URL(href, page.url()).href);
    expect(await answer.json()).toHaveProperty('title', 'Parley scenario, format 1');
    const saved = page.waitForEvent('download');
    await page.getByRole('link', { name: 'A small example' }).click();
    await openFile(page, await (await saved).path());
  });
});
