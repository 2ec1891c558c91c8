/** Every path as a drawing: does it appear, agree with its list, light the story, and can everybody use it? */
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright';
import { expect } from 'playwright/test';
import { describe } from 'vitest';
import { real, walk } from '../support/real.ts';
import { test, type Open, type PageOptions } from './page.ts';
import { linkTo } from './reader.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

async function every(open: Open, story: readonly string[], options: PageOptions = {}): Promise<Page> {
  const page = await open(linkTo(story, 'map'), options);
  await page.getByRole('button', { name: 'Every path' }).click();
  await expect(page.locator('svg .paths .place').first()).toBeAttached();
  return page;
}

/** Opens the list and every row of it. */
async function listed(page: Page) {
  await page.getByRole('button', { name: 'Read as a list' }).click();
  await page.evaluate(() =>
    document.querySelectorAll('.lists details').forEach((row) => row.setAttribute('open', '')),
  );
  return page.locator('.lists [data-place]');
}

const kind = (names: string) => /lit|closed|way|plain/.exec(names)?.[0] ?? '';

describe('every path', () => {
  test('is drawn from where the story stands, and the list says the same', async ({ open }) => {
    for (const length of [6, 9, walk('W3').length]) {
      const page = await every(open, walk('W3').slice(0, length));
      const places = await listed(page);
      const drawn = await page
        .locator('svg .paths .place')
        .evaluateAll((all) => all.map((place) => `${place.getAttribute('class')}`));
      await expect(places).toHaveCount(drawn.length);
      const lights = await places.evaluateAll((all) => all.map((place) => place.getAttribute('data-stands')));
      expect(lights.toSorted()).toEqual(drawn.map(kind).toSorted());
      // Every word that is drawn stands in the list.
      const texts = await page
        .locator('svg .paths .place')
        .evaluateAll((all) =>
          all.map((place) => [...place.querySelectorAll('text')].map((line) => line.textContent)),
        );
      const said = await page.locator('.lists').innerText();
      for (const lines of texts) expect(said).toContain(lines.join(' '));
      // Every answer in the list leads to a place or an ending that is there.
      const names = await places.evaluateAll((all) => all.map((place) => place.getAttribute('data-place')));
      for (const arrow of await page.locator('.lists .answers .soft').allInnerTexts()) {
        const to = arrow.replace('→ ', '');
        if (!to.startsWith('the ending')) expect(names).toContain(to);
        else expect(real.endings.map(({ title }) => `the ending “${title}”`)).toContain(to);
      }
    }
  });

  test('lights the whole story, and pales what is closed, when all of it is shown', async ({ open }) => {
    const story = walk('W3').slice(0, 9);
    const page = await every(open, story);
    await page.getByLabel('Only what is still ahead').uncheck();
    await expect(page.locator('svg .paths .place.lit')).toHaveCount(story.length + 1);
    await expect(page.locator('svg .paths .place.here')).toHaveCount(1);
    expect(await page.locator('svg .paths .place.closed').count()).toBeGreaterThan(100);
    await page.getByLabel('Show what can lead to').selectOption('peace-unguarded');
    expect(await page.locator('svg .paths .place.way').count()).toBeGreaterThan(0);
  });

  test('says what stands under the pointer', async ({ open }) => {
    const page = await every(open, walk('W3').slice(0, 9));
    await page.locator('svg .paths .place.here text').first().hover();
    await expect(page.locator('.told')).toContainText('where your story stands');
    await expect(page.locator('.told')).toContainText('Endings open from it');
  });

  test('moves by keys and buttons, and comes back', async ({ open }) => {
    const page = await every(open, walk('W3').slice(0, 9));
    const group = page.locator('.frame svg > g');
    const first = await group.getAttribute('transform');
    await page.getByRole('button', { name: 'Larger' }).click();
    await expect(group).not.toHaveAttribute('transform', first ?? '');
    await page.getByRole('group', { name: /Every path as a drawing/ }).focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('0');
    await expect(group).toHaveAttribute('transform', first ?? '');
  });

  test('says no count of stories and no chance', async ({ open }) => {
    const page = await every(open, []);
    await listed(page);
    expect(await page.locator('body').innerText()).not.toMatch(/\d[\d,]* stories|%|\bchance/i);
  });

  for (const colorScheme of ['light', 'dark'] as const)
    test(`axe finds nothing wrong with it in ${colorScheme}`, async ({ open }) => {
      const page = await every(open, walk('W3').slice(0, 9), { colorScheme });
      await listed(page);
      await page.evaluate(axe);
      const found = await page.evaluate(async () => {
        const { axe } = window as unknown as {
          axe: {
            run: (options: object) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
          };
        };
        return (await axe.run({ resultTypes: ['violations'] })).violations;
      });
      expect(found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))).toEqual([]);
    });

  test('does not scroll sideways at 320 px, and goes back to the questions', async ({ open }) => {
    const page = await every(open, walk('W3').slice(0, 5), { viewport: { width: 320, height: 640 } });
    await listed(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await page.getByRole('button', { name: 'Questions' }).click();
    await expect(page.locator('svg .map .box').first()).toBeAttached();
  });
});
