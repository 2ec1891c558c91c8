/** Can every walk of the scenario be clicked through by what is written on the page, and by keyboard alone? */
import { expect } from 'playwright/test';
import { describe } from 'vitest';
import { answer, real, walk } from '../support/real.ts';
import { test } from './page.ts';
import { exhaustive } from '../support/skipped.ts';
import { choice, labels, openEndings, steps, tell } from './reader.ts';

const title = (id: string) => real.endings.find((ending) => ending.id === id)?.title ?? '';

describe.each(real.walks.map((walk) => ({ ...walk })))('walk $id, $title', ({ id, story, ends }) => {
  test('is clicked through by its visible labels to its ending', async ({ open }) => {
    const page = await open();
    await tell(page, story);
    await expect(page.getByRole('heading', { level: 2, name: title(ends) })).toBeVisible();
    expect(await labels(page)).toEqual(story.map((code) => answer(code).label));
    expect(await openEndings(page)).toEqual([ends]);
  });

  test('is walked by keyboard alone to its ending', async ({ open, skip }) => {
    // A walk that fights on, a peace, one that breaks and one with a neutral force; the others are of the same parts.
    skip(!exhaustive && !['W1', 'W4', 'W7', 'W11'].includes(id), 'takes long; `npm run test:all` runs it');
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
      // The focus is on what is new, so that a screen reader goes on from there.
      await expect(steps(page).last().getByRole('heading', { level: 3 })).toBeFocused();
    }
    await expect(page.getByRole('heading', { level: 2, name: title(ends) })).toBeVisible();
  });
});

test('a ready walk marks the answer it takes, can be left, and is kept by the address', async ({ open }) => {
  const page = await open();
  await page.getByRole('button', { name: 'Walks' }).click();
  await page.getByRole('button', { name: /Follow this walk.*Sky and sea first/ }).click();
  const story = walk('W2');
  for (const code of story.slice(0, 2)) {
    await expect(choice(page, code)).toContainText('The walk goes on here');
    await choice(page, code).click();
  }
  await page.reload();
  await expect(choice(page, story[2] ?? '')).toContainText('The walk goes on here');
  await page.getByRole('button', { name: 'Next step of the walk' }).click();
  await expect(steps(page)).toHaveCount(3);
  // Another reading than the walk's.
  await choice(page, 'td').click();
  await expect(page.getByText('You have left the walk.')).toBeVisible();
  await page.getByRole('button', { name: 'Stop following' }).click();
  await expect(page.getByText('You have left the walk.')).toHaveCount(0);
  await expect(steps(page)).toHaveCount(4);
});
