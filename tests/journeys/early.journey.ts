/**
 * Tests that the first question can be read and answered before the program has loaded, and that nothing moves when
 * it has.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, constants, gzipSync } from 'node:zlib';
import type { Page } from 'playwright';
import { expect } from 'playwright/test';
import { describe, inject } from 'vitest';
import { newest } from '../support/real.ts';
import { test, type Open } from './page.ts';
import { linkTo, steps, walk } from './reader.ts';

const [first] = newest.questions;
const code = first?.answers[1]?.code ?? '';

/** The page whose program does not come before `arrive` is called. */
async function held(open: Open, viewport: { width: number; height: number }) {
  const page = await open('ukraine-2025/', { viewport });
  let arrive = (): void => undefined;
  const held = new Promise<void>((resolve) => (arrive = resolve));
  await page.route('**/assets/**', async (route) => {
    await held;
    await route.continue();
  });
  await page.addInitScript({
    content: `globalThis.shifts = 0;
      new PerformanceObserver((list) => { for (const { value } of list.getEntries()) globalThis.shifts += value; })
        .observe({ type: 'layout-shift', buffered: true });`,
  });
  await page.goto('.', { waitUntil: 'commit' });
  await page.locator('#app[data-early] #question').waitFor();
  return { page, arrive };
}

/** What stands where: every text of the page with its place, to a tenth of a pixel. */
const places = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('header *, main :is(h1, h2, p, li, a, button, span), footer *')]
      .filter((element) => element.checkVisibility() && !element.closest('.right, .picture'))
      .map((element) => {
        const { x, y, width, height } = element.getBoundingClientRect();
        return `${element.textContent?.trim() ?? ''} ${[x, y, width, height].map((side) => side.toFixed(1)).join(' ')}`;
      }),
  );

const moved = (page: Page) => page.evaluate(() => (globalThis as unknown as { shifts: number }).shifts);
const drawn = (page: Page) => page.locator('#app:not([data-early]) button[data-code]').first().waitFor();

describe('the first question, before the program has loaded', () => {
  test.for([
    { name: 'a phone', viewport: { width: 390, height: 844 } },
    { name: 'a laptop', viewport: { width: 1440, height: 900 } },
  ])('has its final place on $name, and nothing moves', async ({ viewport }, { open }) => {
    const { page, arrive } = await held(open, viewport);
    await expect(page.locator('#question')).toContainText(first?.text.slice(0, 20) ?? '');
    const before = await places(page);
    arrive();
    await drawn(page);
    expect(await places(page)).toEqual(before);
    await page.locator('.picture svg').last().waitFor();
    await page.waitForLoadState('networkidle');
    expect(await places(page)).toEqual(before);
    expect(await moved(page)).toBe(0);
  });

  test('can be answered, and the answer becomes the first step of the story', async ({ open }) => {
    const { page, arrive } = await held(open, { width: 1440, height: 900 });
    const answer = page.locator(`a[data-code="${code}"]`);
    await expect(answer).toHaveAttribute('href', linkTo([code]));
    await answer.click();
    arrive();
    await expect(steps(page)).toHaveCount(1);
    await expect(steps(page)).toContainText(first?.answers[1]?.label ?? '');
    await page.goBack();
    await expect(page.locator('#question')).toContainText(first?.text.slice(0, 20) ?? '');
  });

  test('keeps the focus when the program loads', async ({ open }) => {
    const { page, arrive } = await held(open, { width: 1440, height: 900 });
    await page.locator(`a[data-code="${code}"]`).focus();
    arrive();
    await expect(page.locator(`button[data-code="${code}"]`)).toBeFocused();
  });
});

test('a link with a story: the first question is never shown, and nothing moves', async ({ open }) => {
  const { page, arrive } = await held(open, { width: 1440, height: 900 });
  await page.goto('about:blank');
  await page.goto(`./${linkTo(walk('W1').slice(0, 3))}`, { waitUntil: 'commit' });
  await page.locator('#app[data-early]').waitFor({ state: 'attached' });
  await expect(page.locator('#question')).toBeHidden();
  arrive();
  await expect(steps(page)).toHaveCount(3);
  await page.waitForLoadState('networkidle');
  expect(await moved(page)).toBeLessThan(0.01);
});

test('the page: its initial files are small, and the first question is within its first 14 kB', () => {
  const site = inject('site');
  if (!site.ok) throw new Error(site.problem);
  const file = (name: string) => readFileSync(join(site.folder, name));
  const html = file('index.html').toString();
  const arrived = brotliDecompressSync(brotliCompressSync(html).subarray(0, 14_000), {
    finishFlush: constants.BROTLI_OPERATION_FLUSH,
  }).toString();
  for (const { label } of first?.answers ?? []) expect(arrived).toContain(label);
  expect(arrived).toContain('</footer>');

  const gzip = (part: string | Buffer) => gzipSync(part, { level: 9 }).length;
  const named = new Set(
    [...html.matchAll(/"\.\/(assets\/(?!scenario-)[^"]+\.js)"/g)].map(([, name = '']) => name),
  );
  const inline = [...html.matchAll(/<(?:style|script)>([^]*?)<\/(?:style|script)>/g)].map(
    ([, text = '']) => text,
  );
  const sizes = [...[...named].map((name) => gzip(file(name))), ...inline.map(gzip)];
  expect(named.size).toBeGreaterThan(0);
  expect(sizes.reduce((sum, size) => sum + size)).toBeLessThanOrEqual(60_000);
});
