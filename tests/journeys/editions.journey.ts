/**
 * Tests that links, lessons, work and classes of the first edition open where the second is shown: migrated, and as
 * they were.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { expect } from 'playwright/test';
import { describe } from 'vitest';
import { EMPTY_LINK, decodeLink, encodeLink, type Link } from '../../src/codec/link.ts';
import { compile } from '../../src/machine/compile.ts';
import { migrate } from '../../src/machine/receipt.ts';
import { answer, newest, real, walk } from '../support/real.ts';
import { test } from './page.ts';
import { labels, steps } from './reader.ts';

/** A lesson as it was handed out in edition 1, and work in it. */
interface HandedOut {
  readonly id: string;
  readonly link: string;
  readonly work: string;
  readonly expect: { readonly title: string; readonly label: string; readonly story: readonly string[] };
}

const story = walk('W3');
const link = (more: Partial<Link> = {}) => `#${encodeLink({ ...EMPTY_LINK, edition: 1, story, ...more })}`;
const then = story.map((code) => answer(code).label);
const now = migrate(compile(newest), story).replay.steps.map(({ answer }) => answer.label);
const handedOut = readFileSync(join(import.meta.dirname, '../codec/handed-out/lessons.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as HandedOut);

const banner = (page: Page) => page.getByRole('region', { name: 'Which edition this is' });
const ofEdition1 = async (page: Page) =>
  await expect(banner(page)).toContainText('This is edition 1 of this map');

describe('a story of the first edition', () => {
  test('opens with every answer that is still available, and reports the fate of the others', async ({
    open,
  }) => {
    const page = await open(link());
    await expect(steps(page)).toHaveCount(now.length);
    expect(await labels(page)).toEqual(now);
    const note = page.getByRole('status').filter({ hasText: 'This story was made for edition 1' });
    await expect(note).toContainText(`${now.length} of its ${story.length} answers can still be given.`);
    await expect(note).not.toContainText('No longer asked');
    await note.getByText('What became of each answer').click();
    await expect(note).toContainText('No longer asked, or not possible here');
    await expect(note).toContainText(answer('on').label);
    await expect(note).toContainText(`Edition 1 said: ${answer('kt').label}`);
    // The link stays in the address until the reader goes on, so that the receipt can be shown again.
    expect(page.url()).toContain(link());
    await page.reload();
    await expect(note).toContainText('can still be given');
  });

  test('shows first how it ended in its own edition, and that its ending differs here', async ({ open }) => {
    const page = await open('#1.ukraine-2025.1.s0nxyatcchdsfrth.e3b7');
    const note = page.getByRole('status').filter({ hasText: 'This story was made for edition 1' });
    const ended = real.endings.find(({ id }) => id === 'sky-sea-truce')?.title ?? '';
    await expect(note.locator('p').first()).toHaveText(
      `This story was made for edition 1 of this map. It ended there with: ${ended}.`,
    );
    await expect(note).toContainText('Here it does not come to that ending. Edition 2 asks other questions');
  });

  test('opens in its own edition, can be continued there, and leads back', async ({ open }) => {
    const page = await open(link());
    await page.getByRole('button', { name: 'See it as it was in edition 1' }).click();
    await ofEdition1(page);
    expect(await labels(page)).toEqual(then);
    await page.reload();
    await ofEdition1(page);
    expect(await labels(page)).toEqual(then);
    await page.goBack();
    await expect(banner(page)).toHaveCount(0);
    expect(await labels(page)).toEqual(now);
    await page.goForward();
    await ofEdition1(page);
    await page.getByRole('button', { name: 'Back to the newest edition' }).click();
    await expect(banner(page)).toHaveCount(0);
  });

  test('continues in edition 1 where its link names that edition', async ({ open }) => {
    const page = await open(link({ story: story.slice(0, 4), asMade: true }));
    await ofEdition1(page);
    await expect(steps(page)).toHaveCount(4);
    const next = answer(story[4] ?? '').label;
    await page.getByRole('button', { name: next }).click();
    await expect(steps(page)).toHaveCount(5);
    expect((await labels(page))[4]).toBe(next);
  });
});

describe('a link of the first edition', () => {
  test('opens a lesson, whose tasks can be done, and handed-in work in that edition', async ({ open }) => {
    const lesson = handedOut.find(({ id }) => id === 'how-many-yeses');
    const read = decodeLink(lesson?.link ?? '');
    if (!lesson || !read.ok) throw new Error('The lesson is not there.');
    const page = await open(`#${lesson.link}`);
    await ofEdition1(page);
    await expect(page.getByRole('heading', { name: lesson.expect.title }).first()).toBeVisible();
    const reply = page.locator('main textarea').first();
    await reply.fill('Russia, I think.');
    await page.getByRole('button', { name: answer('s0').label }).click();
    await expect(steps(page)).toHaveCount(1);
    await page.reload();
    await ofEdition1(page);
    await expect(page.locator('main')).toContainText(lesson.expect.title);
    await expect(page.locator('main textarea').first()).toHaveValue('Russia, I think.');

    const work: Link = { ...read.value, view: 'work', story: lesson.expect.story, work: lesson.work };
    const other = await open(`#${encodeLink(work)}`);
    await ofEdition1(other);
    await expect(other.locator('main')).toContainText(lesson.expect.title);
    await expect(other.locator('main')).toContainText(lesson.expect.label);
  });

  test('opens a class in that edition, also from the newest edition', async ({ open }) => {
    const page = await open(`#${encodeLink({ ...EMPTY_LINK, edition: 2, view: 'class' })}`);
    await page
      .getByRole('textbox')
      .first()
      .fill(handedOut.map(({ link }) => link).join('\n') + `\n${link()}`);
    await page.locator('main form').getByRole('button', { name: 'Collect the links' }).click();
    await page.getByRole('button', { name: 'See the class on edition 1' }).click();
    await ofEdition1(page);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByRole('main')).toContainText(answer('kt').label);
  });

  test('opens compared stories, odds and set-aside sources in that edition', async ({ open }) => {
    const page = await open(link({ view: 'compare', compared: [story, walk('W6')] }));
    await ofEdition1(page);
    await expect(page.getByRole('main')).toContainText(answer('fn').label);
    await page.goto(link({ view: 'odds', story: story.slice(0, 4), weights: new Map([['ca', 1]]) }));
    await ofEdition1(page);
    await page.goto(link({ view: 'doubt', aside: [{ kind: 'quotation', id: 'L-06' }] }));
    await ofEdition1(page);
    await expect(page.getByRole('main')).toContainText('You have left out Sergei Lavrov');
  });
});
