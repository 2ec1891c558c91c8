/**
 * Tests a lesson in a class of thirty: students open its link, reply and hand in by link, text, file or QR code, and
 * the teacher’s page gathers everything. All counts must be right, and damaged or duplicate work must be reported.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright';
import { expect } from 'playwright/test';
import { afterAll, describe, inject } from 'vitest';
import { EMPTY_LINK, encodeLink } from '../../src/codec/link.ts';
import { NOTHING } from '../../src/lesson/work.ts';
import { launchArguments } from '../support/browser.ts';
import { BASIS_WORDS } from '../../src/words/terms/labels.ts';
import { newest } from '../support/real.ts';
import { hasZbar, NO_ZBAR, readCodes } from '../support/zbar.ts';
import { test } from './page.ts';
import { answer, steps, tell } from './reader.ts';
import {
  address,
  classLink,
  countOf,
  firstQuestion,
  gather,
  gatherMore,
  held,
  HOSTILE,
  lesson,
  linkOf,
  rowsOf,
  students,
  type Student,
} from './thirty.ts';

const lessonLink = `#${encodeLink({ ...EMPTY_LINK, edition: newest.edition, story: lesson.story, lesson: held })}`;
const folder = mkdtempSync(join(tmpdir(), 'parley-classroom-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** How those who work on the page hand in, one after another; the links of the others are made as the page makes them. */
const WAYS = ['link', 'text', 'file', 'QR code', 'QR code'] as const;
type Way = (typeof WAYS)[number];
const wayOf = (at: number): Way => WAYS[at] ?? 'link';
/** By student: a link, a text, or the path of a file or of a picture of their screen. */
const handed = new Map<number, string>(
  students.flatMap((student, at) => (at < WAYS.length ? [] : [[at, address(linkOf(student))]])),
);

/** Works through the lesson that is open, as `student` does. */
async function work(page: Page, { story, replies }: Student): Promise<void> {
  const task = (number: number) => page.getByRole('region', { name: `Task ${number}`, exact: true });
  await task(1)
    .getByLabel('Which ending')
    .selectOption(replies.get(0) ?? '');
  await tell(page, story.slice(0, 1));
  await task(2)
    .getByLabel('Your words')
    .fill(replies.get(1) ?? '');
  // The prediction is still shown.
  await page.locator('summary', { hasText: 'Task 1 · answered' }).click();
  await expect(task(1).getByLabel('Which ending')).toBeDisabled();
  for (const number of [3, 4]) {
    await task(number)
      .locator(`input[value="${replies.get(number - 1) ?? ''}"]`)
      .check();
    await task(number).getByRole('button', { name: 'This is my answer' }).click();
  }
  await tell(page, story.slice(1));
  await expect(steps(page)).toHaveCount(story.length);
}

/** Hands in the work that is open, and gives what the teacher would get. */
async function handIn(page: Page, { label }: Student, way: Way): Promise<string> {
  await page
    .getByRole('region', { name: 'Go through the story' })
    .getByRole('button', { name: 'Hand in' })
    .click();
  await page.getByLabel('What you want to be called').fill(label);
  const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
  const give = page.getByRole('region', { name: 'Give it to your teacher' });
  if (way === 'link') {
    await give.getByRole('button', { name: 'Copy link' }).click();
    await expect(give.getByText('The link is on the clipboard.')).toBeVisible();
    return clipboard();
  }
  if (way === 'text') {
    await give.getByRole('button', { name: 'Copy as text' }).click();
    await expect(give.getByText('The text is on the clipboard.')).toBeVisible();
    return clipboard();
  }
  if (way === 'file') {
    const download = page.waitForEvent('download');
    await give.getByRole('button', { name: 'Save as a file' }).click();
    const path = join(folder, `${label}.json`);
    await (await download).saveAs(path);
    return path;
  }
  await give.getByRole('button', { name: 'QR code', exact: true }).click();
  await give.getByRole('button', { name: 'Show it large' }).click();
  await expect(page.getByRole('dialog', { name: /^QR code/ })).toBeVisible();
  const path = join(folder, `${label}.jpeg`);
  await page.screenshot({ path, type: 'jpeg', quality: 90 });
  return path;
}

/** The screens of `students`, one after another and again, as the camera of a computer shows them. */
async function film(pictures: readonly string[]): Promise<string> {
  const { readFile } = await import('node:fs/promises');
  const frames = await Promise.all(pictures.map((path) => readFile(path)));
  const path = join(folder, 'screens.mjpeg');
  // Chromium plays thirty pictures of such a film a second: each screen is held up for one and a half.
  writeFileSync(path, Buffer.concat(frames.flatMap((frame) => Array.from({ length: 45 }, () => frame))));
  return path;
}

const given = (way: Way) =>
  [...handed].filter(([at]) => wayOf(at) === way).sort(([one], [other]) => one - other);

describe('a lesson in a class of thirty', () => {
  test.for(WAYS.map((way, at) => [at + 1, way, students[at] as Student] as const))(
    'is worked through by student %i and handed in by %s',
    async ([number, way, student], { open }) => {
      const page = await open(lessonLink, {
        viewport: { width: 960, height: 720 },
        permissions: ['clipboard-read', 'clipboard-write'],
      });
      await work(page, student);
      handed.set(number - 1, await handIn(page, student, way));
    },
  );

  test('shows codes on students’ screens that another program reads', async ({ skip }) => {
    skip(!hasZbar, NO_ZBAR);
    for (const [at, picture] of given('QR code')) {
      const [address = ''] = await readCodes(picture);
      expect(address).toContain(`#1.${newest.edition}.${students[at]?.story.join('')}.`);
    }
  });

  test('is gathered on the teacher’s page with correct counts, and damaged or duplicate work is named', async () => {
    expect(handed.size, 'students who handed in').toBe(students.length);
    const site = inject('site');
    if (!site.ok) throw new Error(site.problem);
    // One holds the screen up to the camera, the other sends a picture of it.
    const screens = given('QR code').map(([, picture]) => picture);
    const [pictures, codes] = [screens.slice(0, 1), screens.slice(1)];
    const browser = await chromium.launch({
      executablePath: inject('browser'),
      args: [
        ...launchArguments,
        '--use-fake-device-for-media-stream',
        '--use-fake-ui-for-media-stream',
        `--use-file-for-fake-video-capture=${await film(codes)}`,
      ],
    });
    try {
      const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
      await page.goto(site.address + classLink);
      await gathersAll(page, pictures, codes.length);
      await countsRight(page);
    } finally {
      await browser.close();
    }
  });
});

/** Pastes the class’s chat, opens its files and scans its screens. */
async function gathersAll(page: Page, pictures: readonly string[], codes: number): Promise<void> {
  const links = given('link').map(([, link]) => link);
  const texts = given('text').map(([, text]) => text);
  // One link lost its end on the way; one student sent a link twice, another a text.
  const damaged = (links[2] ?? '').slice(0, -7);
  const messages = [...links, ...texts, damaged, links[1] ?? '', texts[0] ?? ''].map(
    (words, at) => `[22/11/2026, 10:${10 + at}] Pupil: ${words}`,
  );
  const pasted = messages.length;
  await gather(page, messages.join('\n'));
  await expect(page.getByRole('heading', { name: `${pasted} links were pasted` })).toBeVisible();
  await page
    .getByLabel('Files with links or work')
    .setInputFiles([...given('file').map(([, path]) => path), ...pictures]);
  const files = '1 work came as a file';
  const opened = pasted + pictures.length;
  await expect(page.getByRole('heading', { name: `${opened} links were pasted, ${files}` })).toBeVisible();
  await gatherMore(page);
  await page.getByRole('button', { name: 'Scan with the camera' }).click();
  const all = page.getByRole('region', { name: `${opened + codes} links were pasted, ${files}` });
  await expect(all).toBeVisible({ timeout: 90_000 });
  await page.getByRole('button', { name: 'Close the camera' }).click();

  await expect(all).toContainText('30 links count.');
  await expect(all).toContainText('2 are the same as another and 1 could not be read');
  await page.getByText('Which do not count (3)').click();
  const apart = all.locator('.entries').first().locator('li');
  await expect(apart).toHaveCount(3);
  const lines = messages.map((words) => words.split('\n').length);
  const lineOf = (at: number) => 1 + lines.slice(0, at).reduce((sum, count) => sum + count, 0);
  await expect(apart.nth(0)).toContainText(`Line ${lineOf(pasted - 3)} of what was pasted`);
  await expect(apart.nth(0)).toContainText('it is damaged');
  await expect(apart.nth(0).locator('code')).toContainText('#1.');
  await expect(apart.nth(1)).toContainText('It is the same link as number 2');
  await expect(apart.nth(2)).toContainText(`It is the same link as number ${links.length + 1}`);
}

async function countsRight(page: Page): Promise<void> {
  // Endings.
  const endings = newest.endings
    .map(({ title }) => [title, countOf(({ ending }) => ending === title)] as const)
    .filter(([, count]) => count > 0);
  const going = countOf(({ ending }) => ending === '');
  expect(await rowsOf(page, 'Endings reached')).toEqual([
    ...endings.map(([title, count]) => [title, `${count} of 30 links`]),
    ['Not over: no ending is reached yet', `${going} of 30 links`],
  ]);

  // Every question at which the class gave different answers.
  await page.getByRole('button', { name: /Show all \d+ questions/ }).click();
  const shown = await rowsOf(page, 'Where the class parted most');
  const ranked = await page
    .getByRole('region', { name: 'Where the class parted most' })
    .getByRole('heading', { level: 3 })
    .allInnerTexts();
  const parted = newest.questions
    .map((question) => {
      const met = countOf(({ story }) => story.some((code) => answer(code).question === question.id));
      const counts = question.answers.map(({ code }) => countOf(({ story }) => story.includes(code)));
      const bits = counts.reduce((sum, n) => (n ? sum - n * Math.log2(n / met) : sum), 0);
      return { question, met, counts, bits };
    })
    .filter(({ bits }) => bits > 1e-9)
    .sort((a, b) => b.bits - a.bits);
  expect(ranked).toEqual(parted.map(({ question }) => question.text));
  expect(shown).toEqual(
    parted.flatMap(({ question, met, counts }) =>
      question.answers.map(({ label }, at) => [label, `${counts[at]} of ${met} link${met === 1 ? '' : 's'}`]),
    ),
  );

  // The map: each answer shows how many students gave it, each ending how many reached it.
  const map = page.getByRole('region', { name: 'The stories on the map' });
  for (const { text, short, answers } of newest.questions)
    for (const one of answers) {
      const count = countOf(({ story }) => story.includes(one.code));
      const met = answers.some(({ code }) => countOf(({ story }) => story.includes(code)));
      if (!met) continue;
      const row = map.locator('li.stop', { hasText: short ?? text });
      await expect(
        row.locator('button.mark', { hasText: one.short ?? one.label }).filter({
          hasText: `: ${count} hand-in${count === 1 ? '' : 's'}`,
        }),
      ).not.toHaveCount(0);
    }
  expect(await map.locator('.end strong').allInnerTexts()).toEqual(
    endings.map(([title, count]) => `${count} · ${title}`),
  );

  // The replies of the students.
  const replies = page.getByRole('region', { name: 'Replies to the tasks' });
  /** The rows of a table, each under the answer it is of, where it is of one. */
  const table = (name: string) =>
    replies
      .locator('.task', { has: page.getByRole('heading', { name }) })
      .locator('tbody tr:has(td)')
      .evaluateAll((rows) =>
        rows.map((row) =>
          [...(row.parentElement?.querySelectorAll('th') ?? []), ...row.querySelectorAll('td')].map(
            (cell) => cell.textContent ?? '',
          ),
        ),
      );
  const tally = (of: (student: Student) => readonly string[]) => {
    const counts = new Map<string, number>();
    for (const student of students)
      counts.set(of(student).join('|'), (counts.get(of(student).join('|')) ?? 0) + 1);
    return [...counts].map(([key, count]) => `${key}|${count}`).sort();
  };
  const titleOf = (id: string) => newest.endings.find((ending) => ending.id === id)?.title ?? '';
  expect((await table('Task 1')).map((row) => row.join('|')).sort()).toEqual(
    tally(({ replies, ending }) => [titleOf(replies.get(0) ?? ''), ending || 'Not over yet']),
  );
  expect((await table('Task 3')).map((row) => row.join('|')).sort()).toEqual(
    tally(({ replies, story }) => [
      answer(story[0] ?? '').label,
      BASIS_WORDS[replies.get(2) ?? ''] ?? '',
      BASIS_WORDS[answer(story[0] ?? '').basis] ?? '',
    ]),
  );
  const over = countOf(({ ending }) => ending !== '');
  const foreseen = countOf(({ replies, ending }) => titleOf(replies.get(0) ?? '') === ending);
  await expect(
    replies.getByText(`${foreseen} of ${over} links whose story is over reached the ending predicted.`),
  ).toBeVisible();
  const agreed = countOf(({ replies, story }) => replies.get(2) === answer(story[0] ?? '').basis);
  await expect(replies.getByText(`${agreed} of 30 links say what the map says.`)).toBeVisible();
  for (const { replies: given } of students)
    await expect(replies.getByText(given.get(1) ?? '', { exact: true })).toHaveCount(1);
  for (const { code, label, evidence } of firstQuestion.answers) {
    const with_ = students.filter(({ story }) => story[0] === code);
    if (with_.length === 0) continue;
    const part = replies.locator('.chosen', { has: page.getByRole('heading', { name: label }) });
    const none = with_.filter(({ replies }) => replies.get(3) === NOTHING).length;
    if (none > 0)
      await expect(
        part.getByText('No quotation supports it').locator('xpath=preceding-sibling::p[1]'),
      ).toHaveText(`${none} link${none === 1 ? '' : 's'}`);
    if (evidence.length > 0)
      await expect(part.locator('.beside > div').nth(1).locator('figure')).toHaveCount(evidence.length);
  }

  // A hostile note is plain text among the others, framed, and no citation.
  const note = replies.getByText(HOSTILE, { exact: true });
  await expect(note).toBeVisible();
  expect(await note.evaluate((element) => element.closest('blockquote, cite, a, figure') === null)).toBe(
    true,
  );
  expect(await note.evaluate((element) => element.closest('.students')?.textContent)).toContain(
    'Written by students',
  );
}
