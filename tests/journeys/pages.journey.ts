/** Tests that the scenario and each walk can be read without scripts, with links into the map. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'playwright/test';
import { describe, inject } from 'vitest';
import { newest } from '../support/newest.ts';
import { exhaustive } from '../support/skipped.ts';
import { test } from './page.ts';
import { violations } from './axe.ts';
import { answer, choice, labels, steps } from './reader.ts';

const site = inject('site');
const folder = site.ok ? site.folder : '';
const plain = { javaScriptEnabled: false };

test('the page of the scenario: names every question, answer, ending and walk', async ({ open }) => {
  const page = await open(`${newest.id}/index.html`, plain);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(newest.title, { ignoreCase: true });
  // What is folded is on the page too.
  const text = ((await page.locator('body').textContent()) ?? '').replace(/\s+/g, ' ');
  for (const question of newest.questions) {
    expect(text).toContain(question.text);
    for (const { label } of question.answers) expect(text).toContain(label);
  }
  for (const ending of newest.endings) expect(text).toContain(ending.title);
  for (const source of newest.sources) expect(text).toContain(source.publisher);
  expect(text).toContain(newest.notice);
  for (const { title } of newest.walks)
    await expect(page.getByRole('link', { name: title, includeHidden: true })).toBeAttached();
});

describe.each(newest.walks.map((walk) => ({ ...walk })))('walk $id, $title', ({ id, title, story, ends }) => {
  test('is told step by step, with the basis of each step quoted word for word', async ({ open }) => {
    const page = await open(`${newest.id}/${id}.html`, plain);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
    const told = page
      .getByRole('region')
      .filter({ has: page.locator('#steps') })
      .locator('ol > li');
    await expect(told).toHaveCount(story.length);
    for (const [at, code] of story.entries()) {
      const { label, question } = answer(code);
      const asked = newest.questions.find(({ id }) => id === question)?.text ?? '';
      await expect(told.nth(at).getByRole('heading', { level: 3 })).toHaveText(asked);
      await expect(told.nth(at)).toContainText(label);
    }
    const ending = newest.endings.find((ending) => ending.id === ends);
    await expect(page.getByRole('heading', { level: 2, name: ending?.title ?? '' })).toBeVisible();
    await expect(page.getByText(newest.notice).first()).toBeVisible();
    for (const quotation of await page.locator('blockquote').allTextContents())
      expect(newest.evidence.map(({ quote }) => quote)).toContain(quotation.trim());
    const cited = new Set(story.flatMap((code) => answer(code).evidence));
    for (const id of cited) await expect(page.locator(`[id="${id}"]`)).toHaveCount(1);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  });

  test('opens in the map, at its end and at its beginning', async ({ open, skip }) => {
    skip(!exhaustive && !['W1', 'W7'].includes(id), 'takes long; `npm run test:all` runs it');
    const page = await open(`${newest.id}/${id}.html`);
    await page.getByRole('link', { name: 'Open it at its end' }).click();
    await expect(steps(page)).toHaveCount(story.length);
    expect(await labels(page)).toEqual(story.map((code) => answer(code).label));
    await page.goBack();
    await page.getByRole('link', { name: 'Walk through it, one question at a time' }).click();
    await expect(choice(page, story[0] ?? '')).toContainText('This story’s next answer');
  });
});

test.for(['light', 'dark'] as const)(
  'the pages in %s: have no axe violations',
  async (colorScheme, { open }) => {
    for (const file of ['index', 'W3'])
      for (const width of [320, 1440]) {
        const page = await open(`${newest.id}/${file}.html`, {
          colorScheme,
          viewport: { width, height: 900 },
        });
        expect(await violations(page)).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      }
  },
);

test('a link preview of any page: has a title, a summary, a picture and the sources', () => {
  for (const file of ['index', ...newest.walks.map(({ id }) => id)]) {
    const html = readFileSync(join(folder, newest.id, `${file}.html`), 'utf8');
    const picture = readFileSync(join(folder, newest.id, `${file}.png`));
    expect([picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual([1200, 630]);
    expect(html).toContain(`content="../${newest.id}/${file}.png"`);
    const description = /property="og:description" content="([^"]*)"/.exec(html)?.[1] ?? '';
    expect(description).toContain(newest.notice);
    const data = JSON.parse(/<script type="application\/ld\+json">(.*)<\/script>/.exec(html)?.[1] ?? '') as {
      '@type': string;
      citation: { url: string }[];
    };
    expect(data['@type']).toBe('LearningResource');
    expect(data.citation.map(({ url }) => url)).toEqual(newest.sources.map(({ url }) => url));
  }
});
