/** Tests that two stories, from walks or from links, can be compared, and that the page states their differences. */
import { expect } from 'playwright/test';
import { describe } from 'vitest';
import { EMPTY_LINK, encodeLink } from '../../src/codec/link.ts';
import { newest } from '../support/real.ts';
import { violations } from './axe.ts';
import { test } from './page.ts';
import { linkTo } from './reader.ts';

const [one, two, three] = newest.walks;
const ends = (walk: typeof one) => newest.endings.find(({ id }) => id === walk?.ends)?.title ?? '';
const link = (walk: typeof one) =>
  `https://example.org/#${encodeLink({ ...EMPTY_LINK, edition: newest.edition, story: walk?.story ?? [] })}`;

describe('the comparison of two stories', () => {
  test('opens pasted links, and reports a text that is no link without losing it', async ({ open }) => {
    const page = await open(linkTo(one?.story ?? [], 'compare'));
    await page.getByText('Stories from links').click();
    await page.getByLabel('First link').fill(`See ${link(two)}.`);
    await page.getByLabel('Second link').fill(link(three).slice(0, -2));
    await page.getByRole('button', { name: 'Show both' }).click();
    await expect(page.getByRole('alert')).toContainText('The second link: This link is damaged');
    await expect(page.getByLabel('First link')).toHaveValue(/See/);
    await page.getByLabel('Second link').fill(link(three));
    await page.getByRole('button', { name: 'Show both' }).click();
    await expect(page.getByRole('region', { name: 'First story' })).toContainText(ends(two));
    await expect(page.getByRole('region', { name: 'Second story' })).toContainText(ends(three));
    // The address holds both.
    await page.reload();
    await expect(page.getByRole('region', { name: 'Second story' })).toContainText(ends(three));
    expect(await violations(page)).toEqual([]);
  });

  test('opens stories picked from the walks, question by question', async ({ open }) => {
    const page = await open(linkTo(one?.story ?? [], 'compare'), { viewport: { width: 320, height: 640 } });
    await page.getByRole('button', { name: two?.title ?? 'no such walk' }).click();
    await expect(page.getByRole('region', { name: 'Second story' })).toContainText(ends(two));
    await expect(page.getByRole('region', { name: 'Where they differ' }).getByRole('table')).toBeVisible();
    await expect(page.getByRole('region', { name: 'How differently they turn out' })).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  });
});
