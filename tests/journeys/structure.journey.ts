/** Tests that the view of the structure agrees with the analysis, and shows its results as stories. */
import type { Page } from 'playwright';
import { expect } from 'playwright/test';
import { describe } from 'vitest';
import { walk as along } from '../../src/analysis/graph/walk.ts';
import { outcomesOf } from '../../src/analysis/judge/facts.ts';
import { blocks, bringsAbout } from '../../src/analysis/questions/power.ts';
import { newest } from '../support/newest.ts';
import { test } from './page.ts';
import { linkTo, steps, walk } from './reader.ts';

const graph = outcomesOf(newest);

/** What the page should say of each ending for these actors. */
function expected(actors: readonly string[], story: readonly string[] = []): string[] {
  const from = along(graph, story).at;
  const coalition = new Set(actors);
  return newest.endings.map((_, at) => {
    const it = new Set([at]);
    if (blocks(graph, new Set(), it, from)) return 'no longer possible';
    const prevent = blocks(graph, coalition, it, from);
    if (bringsAbout(graph, coalition, it, from))
      return prevent ? 'can guarantee or prevent' : 'can guarantee';
    return prevent ? 'can prevent' : 'can do neither';
  });
}

const table = (page: Page) => page.getByRole('region', { name: 'Who can decide what, as a table' });
const cell = (page: Page, ending: string, side: string) => page.locator(`[data-cell="${ending} ${side}"]`);

/** What the table says of one side, ending by ending. */
async function said(page: Page, side: string): Promise<string[]> {
  await table(page).locator('[data-cell]').first().waitFor();
  const cells = await table(page).locator(`[data-cell$=" ${side}"]`).allTextContents();
  return cells.map((text) => text.replace('–', '').trim());
}

describe('the findings', () => {
  test('are all listed; the example of one is a story with a banner, which the address keeps', async ({
    open,
  }) => {
    const page = await open(linkTo([], 'structure'));
    await page.getByText('More findings').click();
    await expect(page.locator('.findings > li')).toHaveCount(newest.findings.length);
    const shows = page.getByRole('button', { name: /^Show me/ });
    const all = await shows.count();
    const home = page.url();
    let stories = 0;
    for (let at = 0; at < all; at++) {
      await shows.nth(at).click();
      await expect(page.locator('.findings')).toHaveCount(0);
      const banner = page.locator('div.way');
      if (await banner.isVisible()) {
        stories++;
        await expect(banner).toContainText('A story that shows what the map says, to: ');
        await expect.poll(() => page.url()).toContain('.y-f0');
      }
      await page.goto('about:blank');
      await page.goto(home);
      await page.getByText('More findings').click();
    }
    expect(stories).toBeGreaterThan(0);
  });

  test('are checked again in the browser, in a worker', async ({ open }) => {
    const page = await open();
    expect(page.workers()).toEqual([]);
    await page.getByRole('link', { name: 'What the map shows', exact: true }).click();
    await expect(page.getByRole('status').filter({ hasText: 'has just checked them again' })).toContainText(
      'each of them is true of this map',
    );
    // The worker is gone with its answer.
    await expect.poll(() => page.workers().length).toBe(0);
  });

  test('are marked as unchecked when the browser cannot check them', async ({ open }) => {
    const page = await open('', { expected: [/worker/i, /Failed to load resource/] });
    await page.route(/findings\.worker/, (route) => route.abort());
    await page.getByRole('link', { name: 'What the map shows', exact: true }).click();
    await expect(page.getByText('Your browser could not check them again.')).toBeVisible();
  });
});

describe('the table of power over endings', () => {
  test('lists sides and endings, from the start and from the story, also for several sides together', async ({
    open,
  }) => {
    const story = walk('W2').slice(0, 3);
    const page = await open(linkTo(story, 'structure'));
    const sides = ['russia', 'ukraine'];
    for (const side of sides) expect(await said(page, side)).toEqual(expected([side]));
    expect(await said(page, 'together')).toEqual(expected(sides));
    await page.getByLabel('where your story is now').check();
    for (const side of sides) expect(await said(page, side)).toEqual(expected([side], story));
    await page.getByRole('checkbox', { name: 'Russia' }).uncheck();
    await expect(page.getByText('Pick two or more')).toBeVisible();
    expect(await said(page, 'together')).toEqual([]);
  });

  test('shows by keyboard a story to follow, which leads to the named ending', async ({ open }) => {
    const page = await open(linkTo([], 'structure'));
    const at = expected(['russia']).findIndex((says) => says.includes('prevent'));
    const { id, title } = newest.endings[at] ?? { id: '', title: '' };
    await cell(page, id, 'russia').press('Enter');
    await expect(cell(page, id, 'russia')).toHaveAttribute('aria-pressed', 'true');
    await page
      .getByRole('button', { name: /^Show this as a story/ })
      .first()
      .press('Enter');
    await expect(page.locator('div.way')).toContainText(`Russia could prevent: ${title}`);
    await expect(steps(page)).toHaveCount(0);
    const next = page.getByRole('button', { name: 'Next step', exact: true });
    while (await next.isVisible()) await next.click();
    await expect(page.locator('#ending')).not.toHaveText(title);
    await expect(page.locator('div.way')).toContainText('this is where it leads');
  });

  test('shows one side at a time on a phone, without sideways scrolling', async ({ open }) => {
    const page = await open(linkTo([], 'structure'), { viewport: { width: 320, height: 640 } });
    await page.getByRole('combobox').selectOption('Ukraine');
    expect(await said(page, 'ukraine')).toEqual(expected(['ukraine']));
    await expect(table(page).getByRole('columnheader')).toHaveCount(2);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  });
});
