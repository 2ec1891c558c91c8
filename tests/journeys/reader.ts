/** Actions of a reader on the page: reading, choosing by visible text, and checking the state of the story. */
import type { Frame, FrameLocator, Locator, Page } from 'playwright';
import { expect } from 'playwright/test';
import { EMPTY_LINK, encodeLink } from '../../src/codec/link.ts';
import type { Answer, Story } from '../../src/scenario/scenario.ts';
import { newest } from '../support/real.ts';

/** The address that opens `story`, as the page itself would write it. */
export function linkTo(story: Story, view = '', edition = newest.edition): string {
  return `#${encodeLink({ ...EMPTY_LINK, edition, story, view })}`;
}

const answers = new Map(
  newest.questions.flatMap((question) => question.answers.map((one) => [one.code, one])),
);

/** The answer that has `code` in the edition that the page shows. */
export function answer(code: string): Answer {
  const found = answers.get(code);
  if (!found) throw new Error(`no answer has the code ${code}`);
  return found;
}

/** The walk called `id`, as a list of codes. */
export function walk(id: string): Story {
  const found = newest.walks.find((walk) => walk.id === id);
  if (!found) throw new Error(`no walk is called ${id}`);
  return found.story;
}

/** The button of the answer with `code`, by its visible label in the question that is asked. */
export const choice = (page: Page, code: string): Locator =>
  page.locator(`button[data-code="${code}"]`).filter({ hasText: answer(code).label });

/** Chooses the answers of `story` one after another, and waits for each step to appear. */
export async function tell(page: Page, story: Story): Promise<void> {
  const before = await steps(page).count();
  for (const [at, code] of story.entries()) {
    await choice(page, code).click();
    // Waited for as an element, which is looked for more often than a count.
    await steps(page)
      .nth(before + at)
      .waitFor({ state: 'attached' });
  }
  await expect(steps(page)).toHaveCount(before + story.length);
}

/** The views at the head of the page, each with a heading that no other view has. */
const HEADINGS = { Map: /^The map$/, Endings: /^\S+ endings?$/, Sources: /^Sources$/ } as const;
export type TabName = keyof typeof HEADINGS;
export const TABS = Object.keys(HEADINGS) as TabName[];

/** The heading that says which view is open: not until the view has come does the one before it go. */
export const viewHeading = (page: Page | Frame | FrameLocator, name: TabName): Locator =>
  page.getByRole('heading', { level: 1, name: HEADINGS[name] });

/** Opens a view by the row at the head of the page, and waits until it is there. */
export async function openTab(page: Page | Frame | FrameLocator, name: TabName): Promise<void> {
  await page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name, exact: true }).click();
  await expect(viewHeading(page, name)).toBeVisible();
}

/** Opens the view “Make your own” by the row at the head of the page. */
export const openMaker = (page: Page): Promise<void> =>
  page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name: 'Make your own' }).click();

/** Opens a view by the row “Look deeper” at the foot of the page. */
export const lookDeeper = (page: Page, name: string): Promise<void> =>
  page.getByRole('navigation', { name: 'Look deeper' }).getByRole('link', { name, exact: true }).click();

const SO_FAR = 'section[aria-labelledby="so-far"]';

/** The answers of the story so far: above a question as steps, folded ones included, at an ending as the marks of its path. */
export const steps = (page: Page): Locator =>
  page.locator(`${SO_FAR}:not(.ending *) li.step, .ending ol.path > li`);

/** Shows the steps where they are folded, above a question those past three, at an ending all, and gives them. */
export async function openSteps(page: Page): Promise<Locator> {
  await now(page).waitFor();
  const shown = page.locator(`${SO_FAR} li.step`);
  if ((await steps(page).count()) > 0 && !(await shown.first().isVisible()))
    await page
      .getByRole('button', { name: 'show', exact: true })
      .or(page.getByText('Your answers, one by one'))
      .click();
  if ((await steps(page).count()) > 0) await shown.first().waitFor();
  return shown;
}

/** The labels of the steps, in order. */
export async function labels(page: Page): Promise<string[]> {
  await now(page).waitFor();
  const atEnding = await page.locator('#ending').isVisible();
  const shown = atEnding ? await openSteps(page) : steps(page);
  return shown.locator('.label').allTextContents();
}

/** The heading of the question or the ending at which the story stands. */
const now = (page: Page): Locator => page.locator('#question, #ending');

/** The endings shown as still open; at an ending, that one. */
export async function openEndings(page: Page): Promise<string[]> {
  const reached = page.locator('#ending');
  await expect(reached.or(page.locator('#question'))).toBeVisible();
  if (await reached.isVisible()) {
    const title = await reached.innerText();
    return newest.endings.filter((ending) => title.includes(ending.title)).map(({ id }) => id);
  }
  const marks = page.getByRole('complementary', { name: 'Endings' }).locator('[data-ending]');
  await expect(marks).toHaveCount(newest.endings.length);
  return marks.evaluateAll((elements) =>
    elements
      .filter((element) => ['open', 'closing'].includes(element.getAttribute('data-state') ?? ''))
      .map((element) => element.getAttribute('data-ending') ?? ''),
  );
}

/** The state of the page that must be the same wherever its address is opened. */
export async function seen(page: Page) {
  await now(page).waitFor();
  return {
    now: await now(page).innerText(),
    steps: await labels(page),
    open: await openEndings(page),
  };
}

/** The field for words of the lesson that is open, whose first task is folded once steps were taken. */
export async function yourWords(page: Page): Promise<Locator> {
  const field = page.getByLabel('Your words').first();
  const folded = page.locator('summary', { hasText: /^Task \d+ · (?:answered|not answered yet)$/ }).first();
  await field.or(folded).first().waitFor();
  if (!(await field.isVisible())) await folded.click();
  return field;
}

/** Opens what saves and prints the story: from the page where it stands there, else by Share. */
export async function takeAlong(page: Page): Promise<void> {
  const button = page.getByRole('button', { name: 'Save or print' }).first();
  if (!(await button.isVisible())) await page.getByRole('button', { name: 'Share', exact: true }).click();
  await button.click();
}
