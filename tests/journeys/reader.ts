/** What a reader does on the page: reads, chooses by the words that can be seen, and looks where the story stands. */
import type { Locator, Page } from 'playwright';
import { expect } from 'playwright/test';
import { BARE, encodeLink } from '../../src/edge/link.ts';
import type { Story } from '../../src/scenario/scenario.ts';
import { answer, real } from '../real.ts';

/** The address that opens `story`, as the page itself would write it. */
export function linkTo(story: Story, view = '', edition = real.edition): string {
  return `#${encodeLink({ ...BARE, edition, story, view })}`;
}

/** The button of the answer with `code`, found by its visible label in the question on the table. */
export function choice(page: Page, code: string): Locator {
  return page.getByRole('region', { name: /./ }).getByRole('button', { name: answer(code).label });
}

/** Chooses the answers of `story` one after another, and waits for each to be told. */
export async function tell(page: Page, story: Story): Promise<void> {
  const before = await steps(page).count();
  for (const [at, code] of story.entries()) {
    await choice(page, code).click();
    await expect(steps(page)).toHaveCount(before + at + 1);
  }
}

/** The steps of the story so far. */
export const steps = (page: Page): Locator =>
  page.getByRole('region', { name: 'The story so far' }).locator('li.step');

/** The labels of the steps, in order. */
export const labels = (page: Page): Promise<string[]> =>
  steps(page).getByRole('heading', { level: 3 }).allInnerTexts();

/** The endings shown as still open. */
export async function openEndings(page: Page): Promise<string[]> {
  const marks = page
    .getByRole('complementary', { name: 'Where this can still end' })
    .locator('[data-ending]');
  await expect(marks).toHaveCount(real.endings.length);
  return marks.evaluateAll((elements) =>
    elements
      .filter((element) => ['open', 'closing', 'reached'].includes(element.getAttribute('data-state') ?? ''))
      .map((element) => element.getAttribute('data-ending') ?? ''),
  );
}

/** The state of the page that must be the same wherever its address is opened. */
export async function seen(page: Page) {
  return {
    steps: await labels(page),
    now: await page.locator('#question, #ending').innerText(),
    open: await openEndings(page),
  };
}
