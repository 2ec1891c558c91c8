/** Can two stories be set side by side, from the story itself, from walks and from links, and does the page say how they differ? */
import { expect } from 'playwright/test';
import { describe } from 'vitest';
import { BARE, encodeLink } from '../../src/codec/link.ts';
import { answer, real, walk } from '../support/real.ts';
import { test } from './page.ts';
import { labels, linkTo, steps } from './reader.ts';

const ends = (id: string) =>
  real.endings.find((ending) => ending.id === real.walks.find((walk) => walk.id === id)?.ends)?.title ?? '';

describe('two stories side by side', () => {
  test('show the same story under the other sentence in one click', async ({ open }) => {
    const page = await open(linkTo(walk('W2')));
    const reading = steps(page).filter({ hasText: answer('tc').label });
    await reading.getByText('What if it had gone otherwise?').click();
    await reading.getByRole('button', { name: 'See both stories side by side' }).click();
    await expect(page.getByText('They agree for 3 steps and part at step 4.')).toBeVisible();
    await expect(page.getByRole('region', { name: 'The first' })).toContainText(ends('W2'));
    await expect(page.getByRole('region', { name: 'The second' })).toContainText(answer('td').label);
    // The reader’s own story is as it was.
    await page.getByRole('button', { name: 'Back to the story' }).click();
    await expect(steps(page)).toHaveCount(walk('W2').length);
  });

  test('come from pasted links; what is no link is said, and nothing is lost', async ({ open }) => {
    const page = await open(linkTo(walk('W1'), 'compare'));
    await page.getByText('Stories from links').click();
    const link = (id: string) =>
      `https://example.org/#${encodeLink({ ...BARE, edition: 1, story: walk(id) })}`;
    await page.getByLabel('First link').fill(`See ${link('W3')}.`);
    await page.getByLabel('Second link').fill(link('W4').slice(0, -2));
    await page.getByRole('button', { name: 'Put them side by side' }).click();
    await expect(page.getByRole('alert')).toContainText('The second link: This link was damaged');
    await expect(page.getByLabel('First link')).toHaveValue(/See/);
    await page.getByLabel('Second link').fill(link('W4'));
    await page.getByRole('button', { name: 'Put them side by side' }).click();
    await expect(page.getByRole('region', { name: 'The first' })).toContainText(ends('W3'));
    await expect(page.getByRole('region', { name: 'The second' })).toContainText(ends('W4'));
    // The address holds both.
    await page.reload();
    await expect(page.getByRole('region', { name: 'The second' })).toContainText(ends('W4'));
    await page.getByRole('button', { name: /^Open this story.*The second$/ }).click();
    expect(await labels(page)).toEqual(walk('W4').map((code) => answer(code).label));
  });

  test('are picked from the ready walks', async ({ open }) => {
    const page = await open(linkTo(walk('W6')));
    await page.getByRole('button', { name: 'Set it beside another story' }).click();
    await page.getByText('Your story beside a ready walk').click();
    const other = real.walks.find(({ id }) => id === 'W7');
    await page.getByRole('button', { name: other?.title ?? 'no such walk' }).click();
    await expect(page.getByRole('region', { name: 'The second' })).toContainText(ends('W7'));
    await expect(page.getByRole('region', { name: 'What is different where they stand' })).toBeVisible();
  });
});
