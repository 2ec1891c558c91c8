/**
 * Tests that a teacher can make a lesson, a student can work on it, and the work comes back by link, code, text and
 * file.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execFileSync } from 'node:child_process';
import { deflateSync } from 'fflate';
import fc from 'fast-check';
import type { Page } from 'playwright';
import { expect } from 'playwright/test';
import { afterAll, describe } from 'vitest';
import { encodeLesson, encodeWork, fingerprint } from '../../src/codec/lesson.ts';
import { encodeLessonFile } from '../../src/codec/lesson-file.ts';
import { EMPTY_LINK, encodeLink, findLink } from '../../src/codec/link.ts';
import { decodeWorkFile } from '../../src/codec/work-file.ts';
import { EMPTY, type Lesson } from '../../src/lesson/lesson.ts';
import { byId } from '../../src/scenario/lookups.ts';
import { HIDE_WORDS } from '../../src/words/terms/tasks.ts';
import { newest } from '../support/real.ts';
import { hasPdftoppm, hasZbar, NO_PDFTOPPM, NO_ZBAR, readCodes } from '../support/zbar.ts';
import { violations } from './axe.ts';
import { test } from './page.ts';
import { answer, linkTo, openTab, steps, tell, walk, yourWords } from './reader.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'parley-lesson-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const clipboard = { permissions: ['clipboard-read', 'clipboard-write'] };
const copied = (page: Page) => page.evaluate(() => navigator.clipboard.readText());
const ending = (id: string) => newest.endings.find((one) => one.id === id)?.title ?? '';
const question = (id: string) => newest.questions.find((one) => one.id === id)?.text ?? '';
/** The part of an address that a link is. */
const after = (address: string) => address.slice(address.indexOf('#'));

/** The address of `lesson` for students, as the page itself would write it. */
const lessonLink = (lesson: Lesson, view = '') =>
  `#${encodeLink({ ...EMPTY_LINK, edition: newest.edition, story: lesson.story, lesson: encodeLesson(lesson), view })}`;

const GOAL = newest.walks.find(({ id }) => id === 'W7')?.ends ?? '';
/** Another ending of the newest edition, which is closed from where the lesson starts. */
const CLOSED = 'sky-sea-kept';
/** The question that the tasks stand at, and the place of its answer in the story. */
const ASKED = 'coalition-go';
const AT = walk('W7').findIndex((code) => answer(code).question === ASKED);
const begun: Lesson = {
  ...EMPTY,
  title: 'Three rooms',
  intro: 'Read M-03 first.',
  story: walk('W7').slice(0, 3),
  locked: true,
  hidden: ['odds', 'structure', 'doubt', 'how', 'map'],
  goals: [GOAL],
  tasks: [
    { kind: 'text', at: 'start', prompt: 'What do you expect?' },
    { kind: 'predict', at: ASKED, prompt: '' },
    { kind: 'support', at: ASKED, prompt: '' },
    { kind: 'basis', at: ASKED, prompt: '' },
    { kind: 'text', at: 'end', prompt: 'What surprised you?' },
  ],
};

/** The button that adds a task at the place whose words are `place`. */
const adding = (page: Page, place: string) =>
  page.getByRole('button', { name: `Add a task here: ${place}`, exact: true });

/** Adds a task in the editor, at the place whose words are `place`, of the kind called `kind`. */
async function addTask(page: Page, place: string, kind: string, prompt = '') {
  await adding(page, place).click();
  const task = page.locator('.task:has(select:focus)');
  await task.getByLabel('Asks for').selectOption({ label: kind });
  if (prompt) await task.getByLabel(/^What you ask/).fill(prompt);
}

describe('a lesson', () => {
  test('can be made from a walk, tried out, given out, worked on and handed in', async ({ open }) => {
    const teacher = await open('', clipboard);
    await teacher.getByRole('link', { name: 'For teachers' }).first().click();
    await teacher.getByLabel('From a ready story').selectOption('W7');
    await teacher.getByRole('button', { name: 'Make a lesson of this story' }).click();
    await expect(teacher.getByRole('heading', { name: 'Make a lesson' })).toBeVisible();
    await teacher.getByLabel('Title').fill(begun.title);
    await teacher.getByLabel('What to do').fill(begun.intro);
    await teacher.getByLabel('Start after step 3').check();
    await teacher.getByLabel(/Lock these steps/).check();
    // Tasks are numbered along the way, independent of the order in which they are added.
    const place = question(ASKED);
    await addTask(teacher, 'At the ending', 'In your own words', 'What surprised you?');
    await addTask(teacher, 'At the start', 'In your own words', 'What do you expect?');
    await addTask(teacher, place, 'Predict before you choose');
    await addTask(teacher, place, 'Which quotation supports this?');
    await addTask(teacher, place, 'Label it yourself');
    await teacher.getByText('Choose endings').click();
    await teacher.getByLabel(ending(GOAL)).check();
    for (const part of Object.values(HIDE_WORDS))
      await teacher.getByLabel(`${part.charAt(0).toUpperCase()}${part.slice(1)}`, { exact: true }).check();
    await expect(teacher.getByText('Ready to give out.')).toBeVisible();

    // Tried out, and then everything is still there.
    await teacher.getByRole('button', { name: 'Preview as a student' }).click();
    await expect(teacher.getByText('A preview: this is what students see')).toBeInViewport();
    await expect(steps(teacher)).toHaveCount(3);
    await teacher.getByLabel('Your words').fill('a try');
    await teacher.getByRole('button', { name: 'Back to the lesson’s page' }).click();
    await expect(teacher.getByLabel('Title')).toHaveValue(begun.title);
    await expect(teacher.locator('.task')).toHaveCount(5);
    // The draft is also unchanged after the page was closed and opened again.
    await teacher.reload();
    await expect(teacher.getByLabel('Title')).toHaveValue(begun.title);
    await expect(teacher.locator('.task')).toHaveCount(5);
    await expect(teacher.getByText(`Step ${walk('W7').length} ·`)).toBeVisible();
    await teacher.getByRole('button', { name: 'Copy link' }).click();
    await expect(teacher.getByText('The link is on the clipboard.')).toHaveCount(1);
    const link = after(await copied(teacher));
    expect(link).toBe(lessonLink(begun));

    const student = await open(link, clipboard);
    await expect(student.getByText('Lesson · written by whoever made this link')).toBeVisible();
    await expect(student.getByText(`Reach this ending: ${ending(GOAL)}.`)).toBeVisible();
    // Locked steps cannot be changed, and hidden views are not shown.
    await expect(steps(student)).toHaveCount(3);
    await expect(steps(student).getByRole('button', { name: 'change' })).toHaveCount(0);
    await expect(student.getByRole('button', { name: 'Undo', exact: true })).toBeDisabled();
    await student.getByRole('contentinfo').getByRole('link', { name: 'Ready stories' }).click();
    await student.getByRole('button', { name: /^Follow this story ?: Ceasefire rejected/ }).click();
    await expect(student.getByText('This lesson keeps its first 3 steps as they are')).toBeInViewport();
    await expect(steps(student)).toHaveCount(3);
    await student.getByRole('button', { name: 'Close this note' }).click();

    await student.getByRole('textbox', { name: 'Your words' }).fill('That troops go in.');
    await tell(student, walk('W7').slice(3, AT));
    // Before choosing: a prediction; the labels are hidden, as the student is to find them.
    await student.getByLabel(/Which ending do you think/).selectOption({ label: ending(GOAL) });
    await expect(student.getByText('your task', { exact: true })).not.toHaveCount(0);
    await tell(student, walk('W7').slice(AT, AT + 1));
    const step = steps(student).nth(AT);
    await expect(step.getByText('your task', { exact: true })).toBeVisible();
    await expect(student.getByLabel(/Which ending do you think/)).toBeDisabled();
    // A marked answer is not final yet; once it is confirmed, the page shows the map’s answer.
    const task = (radio: RegExp) =>
      student
        .getByRole('region', { name: /^Task/ })
        .filter({ has: student.getByRole('radio', { name: radio }) });
    await task(/prepared to/)
      .getByRole('radio', { name: /prepared to/ })
      .check();
    await task(/prepared to/)
      .getByRole('button', { name: 'This is my answer' })
      .click();
    await task(/^Reported/)
      .getByRole('radio', { name: /^Stated/ })
      .check();
    await task(/^Reported/)
      .getByRole('radio', { name: /^Reported/ })
      .check();
    await expect(step.getByText('your task', { exact: true })).toBeVisible();
    // After a visit to the page for handing in, the answer is still marked and unconfirmed.
    await student
      .getByRole('region', { name: 'Go through the story' })
      .getByRole('button', { name: 'Hand in' })
      .click();
    await student.getByRole('button', { name: /^Go back/ }).click();
    await expect(task(/^Reported/).getByRole('radio', { name: /^Reported/ })).toBeChecked();
    await expect(step.getByText('your task', { exact: true })).toBeVisible();
    await task(/^Reported/)
      .getByRole('button', { name: 'This is my answer' })
      .click();
    await expect(task(/^Reported/).getByRole('status')).toContainText('The map says: Worked out.');
    await expect(task(/^Reported/).getByRole('radio', { name: /^Stated/ })).toBeDisabled();
    await expect(step.getByText('your task', { exact: true })).toHaveCount(0);
    await task(/^Reported/)
      .getByRole('button', { name: 'Change it' })
      .click();
    await expect(step.getByText('your task', { exact: true })).toBeVisible();
    await task(/^Reported/)
      .getByRole('button', { name: 'This is my answer' })
      .click();
    await tell(student, walk('W7').slice(AT + 1));
    await student.getByRole('textbox', { name: 'Your words' }).last().fill('How many yeses it took.');
    await expect(student.getByText('You have reached what the lesson asks for.')).toBeVisible();
    await expect(student.getByText('5 of 5 tasks answered.')).toBeVisible();

    await student
      .getByRole('region', { name: 'Go through the story' })
      .getByRole('button', { name: 'Hand in' })
      .click();
    await expect(student.getByRole('heading', { name: 'Hand in', exact: true })).toBeVisible();
    const shown = async (page: Page) => {
      for (const text of ['That troops go in.', 'How many yeses it took.', 'Reported'])
        await expect(page.getByText(text, { exact: true }).first()).toBeVisible();
      await expect(page.locator('.reply', { hasText: 'prepared to' })).toBeVisible();
      await expect(page.locator('.reply', { hasText: ending(GOAL) })).toBeVisible();
      expect(await page.locator('.steps .answer').allInnerTexts()).toEqual(
        walk('W7').map((code) => answer(code).label),
      );
    };
    await shown(student);
    await expect(student.getByText('Not your full name')).toBeVisible();
    await student.getByLabel('What you want to be called').fill('Blue 7');

    await student.getByRole('button', { name: 'Copy link' }).click();
    await expect(student.getByText('The link is on the clipboard.', { exact: false })).toHaveCount(1);
    const handed = await copied(student);
    await student.getByRole('button', { name: 'Copy as text' }).click();
    await expect(student.getByText('The text is on the clipboard.', { exact: false })).toHaveCount(1);
    const text = await copied(student);
    expect(text).toContain('Three rooms, by Blue 7');
    expect(text).toContain('What surprised you?\nHow many yeses it took.');
    expect(text).toContain('once a ceasefire is agreed (The British Eye, paragraph 2)');
    const found = findLink(text);
    expect(found.ok && found.value.story).toEqual(walk('W7'));
    expect(text).toContain(handed);
    const [download] = await Promise.all([
      student.waitForEvent('download'),
      student.getByRole('button', { name: 'Save as a file' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('three-rooms-blue-7.parley-work.json');
    const file = decodeWorkFile(readFileSync(await download.path(), 'utf8'), newest);
    expect(file).toMatchObject({ ok: true, value: { story: walk('W7'), label: 'Blue 7', task: begun } });
    expect(file.ok && file.value.replies.get(4)).toBe('How many yeses it took.');
    // The student’s own page goes on as it was, also after a reload.
    await student.reload();
    await expect(student.getByLabel('What you want to be called')).toHaveValue('Blue 7');

    // The teacher opens it: to be read, and framed.
    const reader = await open(after(handed));
    await expect(reader.getByText('Work handed in · written by whoever made this link')).toBeVisible();
    await expect(reader.getByText('Handed in by: Blue 7')).toBeVisible();
    await shown(reader);
    await expect(reader.locator('main').locator('input, textarea, select')).toHaveCount(0);
    expect(after(reader.url())).toBe(after(handed));
    await reader.getByRole('button', { name: 'Go on from this story' }).click();
    await expect(steps(reader)).toHaveCount(walk('W7').length);
    expect(reader.url()).not.toContain('.r-');
  });

  test('is left only after a confirmation, and the steps stay', async ({ open }) => {
    const page = await open(lessonLink({ ...begun, locked: false }));
    const head = page.getByRole('region', { name: begun.title });
    await head.getByRole('button', { name: 'Leave the lesson' }).click();
    await expect(head).toContainText('What you have done stays under Saved stories.');
    await head.getByRole('button', { name: 'Stay' }).click();
    await expect(head.getByRole('button', { name: 'Leave it' })).toHaveCount(0);
    await head.getByRole('button', { name: 'Leave the lesson' }).click();
    await head.getByRole('button', { name: 'Leave it' }).click();
    await expect(head).toHaveCount(0);
    await expect(steps(page)).toHaveCount(begun.story.length);
  });

  test('shows a task before an answer beside its question, to which the link to the question leads', async ({
    open,
  }) => {
    const page = await open(lessonLink({ ...begun, story: walk('W7').slice(0, AT), locked: false }), {
      viewport: { width: 320, height: 640 },
    });
    await page.getByRole('textbox', { name: 'Your words' }).fill('That troops go in.');
    const prediction = page.getByLabel(/Which ending do you think/);
    await prediction.scrollIntoViewIfNeeded();
    // An ending that cannot be reached any more says so.
    await expect(prediction.getByRole('option', { name: `${ending(CLOSED)} (closed already)` })).toHaveCount(
      1,
    );
    await expect(prediction.getByRole('option', { name: ending(GOAL), exact: true })).toHaveCount(1);
  });

  test('can be laid out along a ready story, whose answers are named as its own', async ({ open }) => {
    const page = await open(linkTo([], 'teach'));
    await page.getByLabel('From a ready story').selectOption('W7');
    await page.getByRole('button', { name: 'Make a lesson of this story' }).click();
    const row = (step: number) => page.locator('li', { hasText: new RegExp(`^Step ${step} ·`) });
    const label = (step: number) => answer(walk('W7')[step - 1] ?? '').label;
    await expect(row(4)).toContainText(`In this story: ${label(4)}`);
    await expect(row(4)).toContainText('Students answer this themselves.');
    await page.getByLabel('Start after step 4').check();
    await expect(row(4)).toContainText(label(4));
    await expect(row(4)).not.toContainText('Students answer this themselves.');
    await expect(row(5)).toContainText(`In this story: ${label(5)}`);
  });

  test('names tasks without instructions, and can be given out regardless', async ({ open }) => {
    const page = await open(linkTo([], 'teach'));
    await page.getByRole('button', { name: 'From nothing' }).click();
    const said = page.getByRole('region', { name: 'Give it out' }).getByRole('status').first();
    await expect(said).toHaveText(
      'There is nothing in this lesson yet: give it a title, something to do, or a task.',
    );
    await page.getByLabel('Title').fill('Mine');
    await expect(said).toHaveText(
      'Ready to give out. There is no task yet: what comes back is the story alone.',
    );
    await adding(page, 'At the start').click();
    await expect(said).toHaveText('Ready to give out. Task 1 asks only: What do you think?');
    await page.getByLabel('What you ask').fill('What do you expect?');
    await expect(said).toHaveText('Ready to give out.');
    // A kind that says what it asks needs no words.
    await addTask(page, 'At the start', 'Predict before you choose');
    await expect(page.getByLabel('What you ask, if not the usual')).toBeVisible();
    await expect(said).toHaveText('Ready to give out.');
  });

  test('numbers its tasks in story order, also after a move, which keeps the focus', async ({ open }) => {
    const page = await open(lessonLink(begun, 'teach'));
    const prompts = () =>
      page
        .locator('fieldset.task textarea')
        .evaluateAll((fields) => fields.map((field) => (field as HTMLTextAreaElement).value));
    await adding(page, 'At the start').waitFor();
    await page.locator('fieldset.task').last().locator('select[data-at]').selectOption('At the start');
    expect(await prompts()).toEqual(['What do you expect?', 'What surprised you?', '', '', '']);
    await expect(page.locator('fieldset.task').nth(1).locator('select[data-at]')).toBeFocused();
    expect(await page.locator('fieldset.task > legend').allInnerTexts()).toEqual(
      [1, 2, 3, 4, 5].map((number) => `Task ${number}`),
    );
  });

  test('opens no view that it hides, for any link', async ({ open }) => {
    for (const view of ['map', 'structure', 'how', 'endings', 'odds', 'doubt']) {
      const page = await open(lessonLink(begun, view));
      await expect(page.getByRole('heading', { name: begun.title })).toBeVisible();
      await expect(page.locator('#question')).toBeVisible();
      expect(page.url()).not.toContain(`v-${view}`);
      await page.close();
    }
    const page = await open(lessonLink(begun));
    await openTab(page, 'Sources');
    await expect(page.getByRole('button', { name: /aside/ })).toHaveCount(0);
    // No link on the page leads there either.
    for (const name of ['Map', 'Endings', 'Your own odds', 'What the map shows', 'Without a source'])
      await expect(page.getByRole('link', { name, exact: true })).toHaveCount(0);
  });
});

describe('a ready lesson', () => {
  test('has a page for the teacher, and opens in the editor and as a student sees it', async ({ open }) => {
    const page = await open(linkTo([], 'teach'));
    const cards = page.locator('.card');
    await expect(cards).toHaveCount(16);
    await page.getByRole('button', { name: /Who says\?/ }).click();
    for (const name of [
      'Steps',
      'What students see',
      'What you get back',
      'To discuss',
      'Whose view the articles have',
      'Before you begin',
    ])
      await expect(page.getByRole('heading', { name, exact: true })).toBeVisible();
    // The teacher sees who says what; students see the words and where they stand.
    const passages = page.locator('.passages figure');
    await page.getByText('Read them, with who says what').click();
    await expect(passages).toHaveCount(12);
    await expect(passages.nth(9)).toContainText('Unnamed');
    await page.getByRole('button', { name: 'Preview as a student' }).click();
    const head = page.getByRole('region', { name: 'Who says?' });
    await expect(head).toContainText('A preview');
    await expect(passages).toHaveCount(12);
    await expect(passages.nth(9)).toContainText('J');
    await expect(passages.nth(9)).toContainText('Westferry Times, paragraph 10');
    await expect(passages.nth(9)).not.toContainText('Unnamed');
    await page.getByRole('button', { name: 'Back to the lesson’s page' }).click();
    await expect(page.getByRole('heading', { name: 'Who says?' })).toBeVisible();
    await page.getByRole('button', { name: 'Change it for your class' }).click();
    await expect(page.getByLabel('Title')).toHaveValue('Who says?');
    await expect(page.getByText('Ready to give out.')).toBeVisible();
    const classroom = page.getByRole('link', { name: 'share it to Google Classroom' });
    const target = new URL((await classroom.getAttribute('href')) ?? '');
    expect(target.origin + target.pathname).toBe('https://classroom.google.com/share');
    expect(findLink(target.searchParams.get('url') ?? '').ok).toBe(true);
  });

  test('can be given out from its own page by link, code and slip, without the editor', async ({ open }) => {
    const page = await open(linkTo([], 'teach'), clipboard);
    await page.getByRole('button', { name: /Choose the article/ }).click();
    await page.getByRole('button', { name: 'Copy link' }).click();
    await expect(page.getByRole('button', { name: 'Link copied' })).toBeVisible();
    const link = after(await copied(page));
    await page.getByRole('button', { name: 'QR code', exact: true }).click();
    expect(after(await page.locator('figcaption .link').innerText())).toBe(link);
    await expect(page.getByLabel('Title')).toHaveCount(0);

    await page.evaluate(() => {
      window.print = () => undefined;
    });
    await page.getByRole('button', { name: 'Print a slip' }).click();
    await page.emulateMedia({ media: 'print' });
    await expect(page.locator('.slip .link')).toContainText(link);
    await expect(page.getByRole('heading', { name: 'Steps' })).toBeHidden();
    // The browser’s own menu prints the page.
    await page.emulateMedia({ media: 'screen' });
    await expect(page.getByRole('heading', { name: 'Steps' })).toBeVisible();
    await page.emulateMedia({ media: 'print' });
    await expect(page.locator('.slip')).toHaveCount(0);
    await expect(page.getByRole('heading', { name: 'Steps' })).toBeVisible();

    const student = await open(link);
    await expect(student.getByRole('heading', { name: 'Choose the article' })).toBeVisible();
    await expect(steps(student)).toHaveCount(2);
  });

  test('has an address of its own, which also opens it in another browser', async ({ open }) => {
    const page = await open(linkTo([], 'teach'));
    await page.getByRole('button', { name: /Who is watching\?/ }).click();
    const heading = page.getByRole('heading', { level: 1, name: 'Who is watching?' });
    await expect(heading).toBeVisible();
    await page.reload();
    await expect(heading).toBeVisible();
    const other = await open(after(page.url()));
    await expect(other.getByRole('heading', { level: 1, name: 'Who is watching?' })).toBeVisible();
    await page.getByRole('button', { name: 'Change it for your class' }).click();
    await page.getByLabel('Title').fill('Mine');
    await page.goBack();
    await expect(heading).toBeVisible();
    await page.goBack();
    await expect(page.getByRole('heading', { level: 1, name: 'For teachers' })).toBeVisible();
    // The lesson in the making was not lost on the way.
    await page.getByRole('button', { name: 'Go on with it' }).click();
    await expect(page.getByLabel('Title')).toHaveValue('Mine');
    // No lesson of that name: all of them.
    const gone = await open(
      `#${encodeLink({ ...EMPTY_LINK, edition: newest.edition, view: 'teach', ready: 'no-such-lesson' })}`,
    );
    await expect(gone.getByRole('heading', { level: 1, name: 'For teachers' })).toBeVisible();
  });

  test('is printed in full, without controls', async ({ open }) => {
    const page = await open(linkTo([], 'teach'));
    await page.getByRole('button', { name: /Follow the evidence/ }).click();
    await page.emulateMedia({ media: 'print' });
    await expect(page.getByText('Some students may have family in the war.')).toBeVisible();
    await expect(page.locator('button:visible')).toHaveCount(0);
    const pdf = (await page.pdf({ format: 'A4' })).toString('latin1');
    expect(pdf.match(/\/Type \/Page\b/g)?.length ?? 0).toBeLessThanOrEqual(3);
  });
});

describe('quotations in print', () => {
  test('are printed in full, with their speakers, on a teacher’s page and its key', async ({ open }) => {
    const page = await open(linkTo([], 'teach'));
    await page.getByRole('button', { name: /Choose the article/ }).click();
    await page.evaluate(() => {
      window.print = () => undefined;
    });
    const figures = page.locator('figure:visible');
    const whole = async () => {
      await page.emulateMedia({ media: 'print' });
      await expect(figures).toHaveCount(2);
      for (const [at, id] of ['M-03', 'L-01w'].entries()) {
        const item = newest.evidence.find((one) => one.id === id);
        await expect(figures.nth(at).locator('blockquote')).toHaveText(item?.quote ?? '');
        await expect(figures.nth(at).locator('figcaption')).toContainText(`paragraph ${item?.paragraph}`);
      }
      await page.emulateMedia({ media: 'screen' });
    };
    await whole();
    await expect(figures).toHaveCount(0);
    await page.getByText('Teacher’s key: what the map has').click();
    await page.getByRole('button', { name: 'Print the key' }).click();
    await whole();
  });
});

describe('a ready lesson without screens', () => {
  test('states whether it suits paper; a sheet has its tasks and quotations, but nothing for the teacher', async ({
    open,
  }) => {
    const page = await open(linkTo([], 'teach'));
    await expect(page.locator('.card', { hasText: 'Also on paper' })).toHaveCount(8);
    await page.getByRole('button', { name: /Choose the article/ }).click();
    await expect(page.getByText('needs screens')).toBeVisible();
    await expect(page.getByText('A numbered book of this lesson')).toHaveCount(0);
    await page.getByRole('button', { name: '← All lessons' }).click();
    await page.getByRole('button', { name: /Follow the evidence/ }).click();
    await expect(page.getByText('A numbered book of this lesson')).toBeVisible();
    await page.getByRole('button', { name: '← All lessons' }).click();

    await page.getByRole('button', { name: /Twenty or thirty/ }).click();
    await expect(page.getByText('on screens or on paper')).toBeVisible();
    await page.evaluate(() => {
      window.print = () => undefined;
    });
    await page.getByRole('button', { name: 'Print a sheet for students' }).click();
    await page.emulateMedia({ media: 'print' });
    await expect(page.locator('.slip li:visible')).toHaveText([
      /What does each number count/,
      /What does neither/,
    ]);
    const words = ['L-12', 'M-06', 'L-14w', 'M-18w'].map(
      (id) => newest.evidence.find((one) => one.id === id)?.quote ?? '',
    );
    for (const [at, quote] of words.entries())
      await expect(page.locator('.slip blockquote').nth(at)).toContainText(quote);
    await expect(page.locator('.slip blockquote')).toHaveCount(words.length);
    await expect(page.getByRole('heading', { name: 'Steps' })).toBeHidden();
    await expect(page.locator('.slip svg')).toHaveCount(0);
  });
});

describe('a teacher’s key', () => {
  test('states what the map has for each task, on a phone and on separate printed pages', async ({
    open,
  }) => {
    const page = await open(lessonLink(begun, 'teach'), { viewport: { width: 320, height: 640 } });
    await page.getByText('Teacher’s key: what the map has').click();
    const task = (number: number) => page.locator(`[data-key="${number}"]`);
    await expect(task(0)).toContainText('students answer in their own words');
    // At the ending: what its goal asks, and nothing of the other endings.
    const { prompts = [] } = newest.endings.find(({ id }) => id === GOAL) ?? {};
    await expect(task(4).locator('li')).toHaveCount(prompts.length);
    // Words of the glossary are explained in them, so only their ends are read.
    for (const text of prompts)
      await expect(task(4).locator('li', { hasText: text.slice(-40) })).toContainText(`${ending(GOAL)}: `);
    // What the lesson says to read first stands here too.
    const first = byId(newest.evidence, 'M-03')?.quote ?? '';
    await expect(page.locator('figure', { hasText: first })).toBeVisible();
    await expect(task(1)).toContainText('Which endings are still open depends on the answers given before.');
    for (const { label, evidence } of newest.questions.find(({ id }) => id === ASKED)?.answers ?? []) {
      await expect(task(3)).toContainText(label);
      for (const id of evidence)
        await expect(task(2)).toContainText(`paragraph ${byId(newest.evidence, id)?.paragraph}`);
    }
    await expect(page.locator('figure', { hasText: 'prepared to' }).locator('blockquote')).toBeVisible();
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await page.evaluate(() => {
      window.print = () => undefined;
    });
    await page.getByRole('button', { name: 'Print the key' }).click();
    await page.emulateMedia({ media: 'print' });
    await expect(page.getByRole('heading', { name: 'Three rooms: teacher’s key' })).toBeVisible();
    await expect(page.locator('[data-key="3"]:visible')).toHaveCount(1);
    await expect(page.locator('.slip:visible, button:visible')).toHaveCount(0);
    // The next to print is the slip again, and the page is as it was.
    await page.emulateMedia({ media: 'screen' });
    await expect(page.getByRole('button', { name: 'Print the key' })).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Three rooms: teacher’s key' })).toHaveCount(0);
    await page.emulateMedia({ media: 'print' });
    await expect(page.locator('.slip')).toBeVisible();
    await expect(page.locator('[data-key]:visible')).toHaveCount(0);
  });
});

describe('the numbered book of a lesson', () => {
  test('can be saved from the lesson’s page, which states its length, and read on a phone', async ({
    open,
  }) => {
    const viewport = { viewport: { width: 320, height: 640 } };
    const page = await open(lessonLink(begun, 'teach'), viewport);
    await page.getByText('A numbered book of this lesson').click();
    const said = page.getByRole('status').filter({ hasText: /^\s*\d[\d,]* sections/ });
    await expect(said).toBeVisible();
    const sections = Number(/\d[\d,]*/.exec(await said.innerText())?.[0].replace(',', ''));
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save the book' }).click(),
    ]);
    await expect(said).toContainText(`${download.suggestedFilename()} is in your downloads.`);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    const book = readFileSync(await download.path(), 'utf8');
    expect(book.match(/<section id="s\d+"/g)?.length).toBe(sections);

    await page.goto('about:blank');
    await page.setContent(book);
    await expect(page.getByRole('heading', { level: 1, name: begun.title })).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    expect(await violations(page)).toEqual([]);
  });
});

describe('a QR code', () => {
  test('can be read by another program from the screen: small, large, in the dark theme, on a phone', async ({
    open,
    skip,
  }) => {
    skip(!hasZbar, NO_ZBAR);
    for (const options of [
      { viewport: { width: 1920, height: 1080 } },
      { viewport: { width: 375, height: 700 }, deviceScaleFactor: 2, colorScheme: 'dark' as const },
    ]) {
      const page = await open(lessonLink(begun, 'teach'), options);
      await page.getByRole('button', { name: 'QR code', exact: true }).click();
      const address = await page.locator('figcaption .link').innerText();
      expect(after(address)).toBe(lessonLink(begun));
      const file = join(folder, 'code.png');
      await page.locator('figure svg').screenshot({ path: file });
      expect(await readCodes(file)).toEqual([address]);
      await page.getByRole('button', { name: 'Show it large' }).click();
      await page.screenshot({ path: file });
      expect(await readCodes(file)).toEqual([address]);
    }
  });

  test('can be read from the printed slip, and from a phone that hands in', async ({ open, skip }) => {
    skip(!hasZbar, NO_ZBAR);
    skip(!hasPdftoppm, NO_PDFTOPPM);
    const page = await open(lessonLink(begun, 'teach'));
    await expect(page.getByRole('button', { name: 'Print a slip' })).toBeVisible();
    await page.pdf({ path: join(folder, 'slip.pdf'), format: 'A4' });
    execFileSync('pdftoppm', ['-r', '150', '-png', '-singlefile', 'slip.pdf', 'slip'], { cwd: folder });
    const [address = ''] = await readCodes(join(folder, 'slip.png'));
    expect(after(address)).toBe(lessonLink(begun));

    const phone = await open(lessonLink(begun), {
      viewport: { width: 375, height: 700 },
      deviceScaleFactor: 3,
    });
    await phone.getByRole('textbox', { name: 'Your words' }).fill('Nothing yet.');
    await phone.getByRole('button', { name: 'Hand in' }).first().click();
    await phone.getByRole('button', { name: 'QR code', exact: true }).click();
    await phone.locator('figure svg').screenshot({ path: join(folder, 'phone.png') });
    const [handed = ''] = await readCodes(join(folder, 'phone.png'));
    const teacher = await open(after(handed));
    await expect(teacher.getByText('Nothing yet.', { exact: true })).toBeVisible();
  });
});

describe('limits and errors of lessons', () => {
  // Words that deflate cannot shorten much.
  const words = (seed: number) =>
    fc.sample(fc.stringMatching(/^[a-z0-9]{6}$/), { seed, numRuns: 70 }).join(' ');
  const long: Lesson = {
    ...begun,
    title: 'Too long',
    tasks: [1, 2, 3, 4, 5, 6].map((seed) => ({ kind: 'text', at: 'start', prompt: words(seed) })),
  };

  test('a lesson too long for a link is saved as a file, and opens from it', async ({ open }) => {
    const page = await open(linkTo([], 'teach'));
    const file = { name: 'long.parley-lesson.json', mimeType: 'application/json' };
    await page
      .getByLabel(/Pick a file/)
      .setInputFiles({ ...file, buffer: Buffer.from(encodeLessonFile(long, newest)) });
    await page.getByRole('button', { name: 'Change it' }).click();
    await expect(page.getByText(/a link can carry 2000/)).toBeVisible();
    await expect(page.getByRole('button', { name: 'Copy link' })).toHaveCount(0);
    await expect(page.getByRole('button', { name: 'QR code' })).toHaveCount(0);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save as a file' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('too-long.parley-lesson.json');
    expect(readFileSync(await download.path(), 'utf8')).toBe(encodeLessonFile(long, newest));

    // A student opens it, and the page says that the address cannot hold everything.
    const student = await open(linkTo([], 'teach'));
    await student.getByLabel(/Pick a file/).setInputFiles(await download.path());
    await student.getByRole('button', { name: 'Work on this lesson' }).click();
    await expect(student.getByRole('heading', { name: 'Too long' })).toBeVisible();
    await expect(student.getByText('more than the address of the page can hold')).toBeVisible();
    await (await yourWords(student)).fill(words(9));
    await student
      .getByRole('region', { name: 'Go through the story' })
      .getByRole('button', { name: 'Hand in' })
      .click();
    // The replies fit into a link, the lesson does not.
    await expect(student.getByText('The lesson itself does not fit into the link')).toBeVisible();
    expect(after(student.url()).length).toBeLessThanOrEqual(2_001);
  });

  test('replies too long for a link are handed in as text or as a file', async ({ open }) => {
    const page = await open(
      lessonLink({ ...begun, tasks: long.tasks.map((task) => ({ ...task, prompt: '' })) }),
      clipboard,
    );
    const fields = page.locator('.lesson textarea');
    await fields.first().waitFor();
    await page
      .locator('.lesson details')
      .evaluateAll((folds) => folds.forEach((fold) => fold.setAttribute('open', '')));
    for (const [at, field] of (await fields.all()).entries()) await field.fill(words(at));
    await page
      .getByRole('region', { name: 'Go through the story' })
      .getByRole('button', { name: 'Hand in' })
      .click();
    await expect(page.getByText('Your replies are too long for a link')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Copy link' })).toHaveCount(0);
    await page.getByRole('button', { name: 'Copy as text' }).click();
    await expect(page.getByText('The text is on the clipboard.', { exact: false })).toHaveCount(1);
    expect(await copied(page)).toContain(words(3));
  });

  test('a file that is no lesson is reported, and the draft stays', async ({ open }) => {
    const page = await open(linkTo([], 'teach'));
    await page.getByRole('button', { name: 'From nothing' }).click();
    await page.getByLabel('Title').fill('Mine');
    await page.getByRole('button', { name: '← All lessons' }).click();
    const pick = async (content: string) => {
      const path = join(folder, 'given.json');
      writeFileSync(path, content);
      await page.getByLabel(/Pick a file/).setInputFiles(path);
    };
    await pick('no JSON');
    await expect(page.getByText('This is not a Parley lesson file, or it is damaged')).toBeVisible();
    await pick('{"parley":"work"}');
    await expect(page.getByText('This is not a Parley lesson file. Pick one')).toBeVisible();
    await pick(encodeLessonFile(begun, { id: 'elsewhere', edition: 1 }));
    await expect(page.getByText('belongs to another map')).toBeVisible();
    await pick(encodeLessonFile(begun, newest).replace('"text"', '"sing"'));
    await expect(page.getByText('This lesson file is damaged')).toBeVisible();
    await pick('x'.repeat(500_000));
    await expect(page.getByText('larger than any lesson')).toBeVisible();
    // Dropped instead of picked.
    const data = await page.evaluateHandle(
      (content) => {
        const transfer = new DataTransfer();
        transfer.items.add(new File([content], 'one.parley-lesson.json'));
        return transfer;
      },
      encodeLessonFile(begun, newest),
    );
    await page.locator('.drop').dispatchEvent('drop', { dataTransfer: data });
    await expect(page.getByText('written by whoever made this file')).toBeVisible();
    await page.getByRole('button', { name: 'Go on with it' }).click();
    await expect(page.getByLabel('Title')).toHaveValue('Mine');
  });

  test('a lesson that cannot be done is reported before it is given out', async ({ open }) => {
    const page = await open(lessonLink({ ...begun, story: walk('W7') }, 'teach'));
    await expect(page.getByText('there is nothing left to predict')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Copy link' })).toBeDisabled();
    await page.getByLabel('Start after step 3').check();
    await expect(page.getByText('Ready to give out.')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Copy link' })).toBeEnabled();
  });

  test('a script in a link stays text, and characters that reverse the writing direction are refused', async ({
    open,
  }) => {
    const sly = '<img src=x onerror=alert(1)><script>alert(2)</script>{{3}}';
    const lesson: Lesson = {
      ...begun,
      title: sly.slice(0, 80),
      intro: sly,
      tasks: [{ kind: 'text', at: 'start', prompt: sly }],
    };
    const student = await open(lessonLink(lesson));
    await expect(student.getByText(sly).first()).toBeVisible();
    await expect(student.locator('main img, main script')).toHaveCount(0);
    const work = encodeWork({
      story: [],
      lesson: fingerprint(lesson),
      label: sly.slice(0, 40),
      replies: new Map([
        [0, sly],
        [7, 'a reply to no task'],
      ]),
    });
    const bare = { ...EMPTY_LINK, edition: newest.edition, story: lesson.story, view: 'work' };
    const reader = await open(`#${encodeLink({ ...bare, lesson: encodeLesson(lesson), work })}`);
    await expect(reader.locator('.reply', { hasText: sly })).toBeVisible();
    await expect(reader.locator('.reply', { hasText: 'a reply to no task' })).toBeVisible();
    await expect(reader.locator('main img, main script')).toHaveCount(0);

    const packed = (value: unknown) =>
      Buffer.from(deflateSync(new TextEncoder().encode(JSON.stringify(value)))).toString('base64url');
    const turned = packed(['t', 'left \u202e right', '', 0, 0, '', []]);
    const refused = await open(`#${encodeLink({ ...bare, view: '', lesson: turned })}`);
    await expect(refused.getByText('This link holds a lesson that cannot be read')).toBeVisible();
    const spoilt = await open(`#${encodeLink({ ...bare, work: packed(['x', 'a\u202eb', []]) })}`);
    await expect(spoilt.getByText('This link holds work that cannot be read')).toBeVisible();
  });

  test('work without its lesson still shows the replies', async ({ open }) => {
    const work = encodeWork({ story: [], lesson: 'abcd1234', label: '', replies: new Map([[1, 'mine']]) });
    const link = encodeLink({
      ...EMPTY_LINK,
      edition: newest.edition,
      story: walk('W1'),
      view: 'work',
      work,
    });
    const page = await open(`#${link}`);
    await expect(page.getByText('The link was too short to hold the lesson')).toBeVisible();
    await expect(page.locator('.reply')).toHaveText(['mine']);
    expect(after(page.url())).toBe(`#${link}`);
  });
});

const VIEWS: readonly (readonly [string, string, ((page: Page) => Promise<void>)?])[] = [
  ['the ways to begin', linkTo([], 'teach')],
  [
    'a teacher’s page',
    linkTo([], 'teach'),
    (page) => page.getByRole('button', { name: /The odd clause/ }).click(),
  ],
  [
    'the editor',
    lessonLink(begun, 'teach'),
    async (page) => {
      await page.getByText('Choose endings').click();
      await page.getByRole('button', { name: 'QR code', exact: true }).click();
      for (const words of ['Teacher’s key', 'A numbered book of this lesson', 'For a learning platform'])
        await page.locator('summary', { hasText: words }).click();
      await expect(page.getByRole('button', { name: 'xAPI package' })).toBeVisible();
    },
  ],
  ['the lesson of a student', lessonLink(begun)],
  [
    'handing in',
    lessonLink(begun, 'hand-in'),
    (page) => page.getByRole('button', { name: 'QR code', exact: true }).click(),
  ],
];

describe('the accessibility of lessons', () => {
  for (const [name, address, then] of VIEWS) {
    test(`${name}: no axe violations, in light and dark, from 320 px to a projector`, async ({ open }) => {
      for (const options of [
        { viewport: { width: 320, height: 640 }, colorScheme: 'dark' as const },
        { viewport: { width: 1920, height: 1080 } },
      ]) {
        const page = await open(address, options);
        await page.getByRole('heading', { level: 1 }).waitFor();
        await then?.(page);
        const width = await page.evaluate(() => document.documentElement.scrollWidth);
        expect(width).toBeLessThanOrEqual(options.viewport.width);
        const small = await page.evaluate(() =>
          [...document.querySelectorAll('main :is(.button, .card, select, textarea)')]
            .filter((control) => control.checkVisibility() && control.getBoundingClientRect().height < 44)
            .map((control) => control.textContent),
        );
        expect(small).toEqual([]);
        await page.evaluate(axe);
        const found = await page.evaluate(async () => {
          const { axe } = window as unknown as {
            axe: { run: () => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
          };
          return (await axe.run()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
        });
        expect(found).toEqual([]);
      }
    });
  }

  test('the editor: keeps the focus when used by keyboard alone', async ({ open }) => {
    const page = await open(lessonLink(begun, 'teach'));
    await expect(page.getByRole('heading', { name: 'Make a lesson' })).toBeVisible();
    const add = adding(page, 'At the start');
    await add.focus();
    await page.keyboard.press('Enter');
    const made = page.locator('.task').nth(1);
    await expect(made.getByLabel('Asks for')).toBeFocused();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Why?');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    // Earlier: it changes places with the task before it.
    await page.keyboard.press('Enter');
    await expect(
      page
        .locator('.task')
        .first()
        .getByLabel(/What you ask/),
    ).toHaveValue('Why?');
    await page
      .locator('.task')
      .first()
      .getByRole('button', { name: /Remove/ })
      .focus();
    await page.keyboard.press('Enter');
    await expect(add).toBeFocused();
    await expect(page.locator('.task')).toHaveCount(5);
  });
});
