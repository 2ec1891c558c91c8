/** Tests that a reader finds the sources of the map, its publisher, and every passage that it quotes. */
import { expect } from 'playwright/test';
import { describe } from 'vitest';
import { newest } from '../support/real.ts';
import { violations } from './axe.ts';
import { test } from './page.ts';
import { linkTo } from './reader.ts';

const phone = { viewport: { width: 320, height: 640 } };

describe('the page about this map', () => {
  test('states its sources, how labels are assigned, its publisher, and its third-party parts', async ({
    open,
  }) => {
    const page = await open(linkTo([], 'about'));
    await expect(page.getByRole('heading', { level: 1, name: 'About this map' })).toBeVisible();
    const main = page.getByRole('main');
    for (const { publisher } of newest.sources) await expect(main).toContainText(publisher);
    await expect(main).toContainText(newest.provenance.slice(0, 60));
    await expect(main).toContainText('We worked it out from what they do say.');
    // The site of the tests is built without a publisher, and says so.
    await expect(main).toContainText('No address for reporting errors has been set for this copy.');
    for (const { source } of newest.background.sentences)
      await expect(main.getByRole('link', { name: source.title.slice(0, 30) }).first()).toBeVisible();
    expect(await violations(page)).toEqual([]);
  });

  test('explains a glossary term at its first occurrence, by keyboard', async ({ open }) => {
    const page = await open(linkTo([], 'about'));
    const term = page.locator('button.term').first();
    await term.focus();
    await page.keyboard.press('Enter');
    await expect(page.locator('[popover]:popover-open')).toContainText('Our explanation');
    await page.keyboard.press('Escape');
    await expect(page.locator('[popover]:popover-open')).toHaveCount(0);
    const terms = (await page.locator('button.term').allInnerTexts()).map((text) => text.toLowerCase());
    expect(new Set(terms).size).toBe(terms.length);
    await expect(page.locator('blockquote button.term, :is(h1, h2, h3) button.term')).toHaveCount(0);
  });

  test.for(['about', 'sources'])(
    'fits 320 px and has no axe violations in the dark theme: %s',
    async (view, { open }) => {
      const page = await open(linkTo([], view), { ...phone, colorScheme: 'dark' });
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
      expect(await violations(page)).toEqual([]);
    },
  );
});

describe('the list of sources', () => {
  test('opens from an old link to the reported passages, with every passage in order', async ({ open }) => {
    const page = await open(linkTo([], 'reported'));
    await expect(page.getByRole('heading', { level: 1, name: 'Sources' })).toBeVisible();
    for (const { label } of newest.timeline)
      await expect(page.getByText(label, { exact: true })).toBeVisible();
    for (const { id, publisher } of newest.sources) {
      const region = page.getByRole('region', { name: `What we quote from ${publisher}` });
      await region.getByText('The other passages, in order').click();
      const quotes = newest.evidence
        .filter(({ source }) => source === id)
        .sort((a, b) => a.start - b.start || a.end - b.end)
        .map(({ quote }) => quote);
      const shown = await region.locator('blockquote').allTextContents();
      expect(shown.map((text) => text.trim())).toEqual(quotes);
    }
  });
});
