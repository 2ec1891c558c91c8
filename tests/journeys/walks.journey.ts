/** Tests that every walk can be followed by visible text, and by keyboard alone. */
import { expect } from 'playwright/test';
import { describe } from 'vitest';
import { newest } from '../support/real.ts';
import { test } from './page.ts';
import { exhaustive } from '../support/skipped.ts';
import { answer, choice, labels, openEndings, steps, tell } from './reader.ts';

const title = (id: string) => newest.endings.find((ending) => ending.id === id)?.title ?? '';

describe.each(newest.walks.map((walk) => ({ ...walk })))('walk $id, $title', ({ id, story, ends }) => {
  test('can be clicked through by its visible labels to its ending', async ({ open }) => {
    const page = await open();
    await tell(page, story);
    await expect(page.getByRole('heading', { level: 2, name: title(ends) })).toBeVisible();
    expect(await labels(page)).toEqual(story.map((code) => answer(code).label));
    expect(await openEndings(page)).toEqual([ends]);
  });

  test('can be followed by keyboard alone to its ending', async ({ open, skip }) => {
    // A ceasefire, one that is rejected, one that breaks, and one with a choice between two sentences; the others are of the same parts.
    skip(!exhaustive && !['W1', 'W2', 'W3', 'W8'].includes(id), 'takes long; `npm run test:all` runs it');
    const page = await open();
    for (const [at, code] of story.entries()) {
      await expect(choice(page, code)).toBeVisible();
      let presses = 0;
      while ((await page.evaluate(() => document.activeElement?.getAttribute('data-code'))) !== code) {
        await page.keyboard.press('Tab');
        if (++presses > 120) throw new Error(`“${code}” cannot be reached by the Tab key`);
      }
      await page.keyboard.press('Enter');
      await expect(steps(page)).toHaveCount(at + 1);
      // The focus is on the new content, so that a screen reader continues there.
      await expect(page.locator('#question, #ending')).toBeFocused();
    }
    await expect(page.getByRole('heading', { level: 2, name: title(ends) })).toBeVisible();
  });
});

test('a ready story: is followed from its link, marks its next answer, can be left, and is kept in the address', async ({
  open,
}) => {
  const page = await open();
  const { title, story } = newest.walks[1] ?? { title: '', story: [] };
  await page.getByRole('navigation', { name: 'Ready stories' }).getByRole('link', { name: title }).click();
  for (const code of story.slice(0, 2)) {
    await expect(choice(page, code)).toContainText('This story’s next answer');
    await choice(page, code).click();
  }
  await page.reload();
  await expect(choice(page, story[2] ?? '')).toContainText('This story’s next answer');
  await page.getByRole('button', { name: `Next step (3 of ${story.length})` }).click();
  await expect(steps(page)).toHaveCount(3);
  // Another answer than the walk’s.
  await choice(page, 'kt').click();
  await expect(page.getByText('you have left it')).toBeVisible();
  await page.getByRole('button', { name: 'Leave' }).click();
  await expect(page.getByText('you have left it')).toHaveCount(0);
  await expect(steps(page)).toHaveCount(4);
});

test('the link of a ready story: opens in a separate tab', async ({ open }) => {
  const page = await open();
  const { title, story } = newest.walks[0] ?? { title: '', story: [] };
  const door = page.getByRole('navigation', { name: 'Ready stories' }).getByRole('link', { name: title });
  const tab = await open((await door.getAttribute('href')) ?? '');
  await expect(choice(tab, story[0] ?? '')).toContainText('This story’s next answer');
});
