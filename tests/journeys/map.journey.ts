/** Tests of the view of the map: size, content and accessibility. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { expect } from 'playwright/test';
import { describe } from 'vitest';
import { complete } from '../../src/scenario/complete.ts';
import { violations } from './axe.ts';
import { test, type Open, type PageOptions } from './page.ts';
import { linkTo } from './reader.ts';

const file = join(import.meta.dirname, '../../seeds/ukraine-2025/scenario.json');
const shipped = complete(JSON.parse(readFileSync(file, 'utf8')));
const STORY = ['ca', 'kt', 'tc', 'li', 'vk', 'wc', 'gx', 'zt'];

async function map(open: Open, story: readonly string[], options: PageOptions = {}): Promise<Page> {
  const page = await open(linkTo(story, 'map', shipped.edition), options);
  await expect(page.locator('.map .acts')).toBeVisible();
  return page;
}
const height = (page: Page) => page.locator('.map').evaluate((part) => part.getBoundingClientRect().height);

describe('the map', () => {
  test('is completely in view on a laptop, and needs no sideways scrolling on a phone', async ({ open }) => {
    for (const length of [0, 4, STORY.length]) {
      const story = STORY.slice(0, length);
      const laptop = await map(open, story, { viewport: { width: 1440, height: 900 } });
      expect(await height(laptop)).toBeLessThanOrEqual(480);
      for (const width of [320, 390]) {
        const phone = await map(open, story, { viewport: { width, height: 844 } });
        expect(await phone.locator('article .map').evaluate((part) => part.scrollWidth)).toBeLessThanOrEqual(
          width,
        );
        expect(await height(phone)).toBeLessThanOrEqual(1.5 * 844);
      }
    }
  });

  test('has no letter smaller than 12 px', async ({ open }) => {
    const page = await map(open, STORY.slice(0, 4));
    const small = await page.locator('.map, .field').evaluateAll((parts) =>
      parts
        .flatMap((part) => [...part.querySelectorAll('*')])
        .filter((part) => part.textContent?.trim() && !part.closest('svg'))
        .filter((part) => parseFloat(getComputedStyle(part).fontSize) < 12)
        .map((part) => part.textContent),
    );
    expect(small).toEqual([]);
  });

  test('accepts an answer, keeps its scroll position, and extends the line', async ({ open }) => {
    const page = await map(open, STORY.slice(0, 4));
    const legs = page.locator('.map > svg > path');
    const before = await legs.count();
    await page.getByRole('button', { name: /^Keeps ceasefire ?: open/ }).press('Enter');
    await expect(page.getByRole('button', { name: /^Keeps ceasefire ?: your answer/ })).toBeVisible();
    await expect(page.getByRole('heading', { level: 1, name: 'The map' })).toBeVisible();
    expect(await legs.count()).toBe(before + 1);
  });

  for (const colorScheme of ['light', 'dark'] as const)
    test(`has no axe violations in the ${colorScheme} theme`, async ({ open }) => {
      for (const width of [390, 1440]) {
        const page = await map(open, STORY.slice(0, 4), { colorScheme, viewport: { width, height: 900 } });
        expect(await violations(page)).toEqual([]);
      }
    });
});
