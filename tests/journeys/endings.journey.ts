/** Tests of the view of the endings, of the ways to each, and of the ending of a story. */
import { expect } from 'playwright/test';
import { describe } from 'vitest';
import { facts, outcomesOf } from '../../src/analysis/judge/facts.ts';
import { bestWays } from '../../src/analysis/questions/ways.ts';
import { EMPTY_LINK, encodeLink, type Link } from '../../src/codec/link.ts';
import type { Story } from '../../src/scenario/scenario.ts';
import { actorName } from '../../src/words/terms/people.ts';
import { newest } from '../support/newest.ts';
import { violations } from './axe.ts';
import { test } from './page.ts';

const graph = outcomesOf(newest);
const known = facts(graph);
const linkTo = (story: Story, more: Partial<Link> = {}): string =>
  `#${encodeLink({ ...EMPTY_LINK, edition: newest.edition, story, ...more })}`;
const walk = (id: string): Story => newest.walks.find((walk) => walk.id === id)?.story ?? [];
const codes = (number: number): Story[] =>
  bestWays(graph, number).map(({ edges }) => edges.map(({ answer }) => graph.answers[answer]?.code ?? ''));

describe('the view of the endings', () => {
  test('states for every ending how it could happen, and who can prevent it alone', async ({ open }) => {
    const page = await open(linkTo([], { view: 'endings' }));
    for (const { id, title } of newest.endings) {
      await page.locator(`[data-ending="${id}"]`).click();
      await expect(page.getByRole('heading', { level: 2, name: title, exact: true })).toBeVisible();
      const power = page.getByRole('region', { name: 'Who can make sure of it' });
      for (const actor of known.endings[id]?.needs ?? [])
        await expect(power).toContainText(new RegExp(actorName(newest, actor), 'i'));
      if (known.endings[id]?.needs.length === 0) await expect(power).toContainText('Nobody.');
    }
  });

  test('opens an old link at its ending, and keeps the ending in the address', async ({ open }) => {
    const page = await open(linkTo(['ca', 'kx'], { view: 'how', ending: 'peace-neutral' }));
    const heading = page.getByRole('heading', {
      level: 2,
      name: 'A peace agreement, with troops from neutral',
    });
    await expect(heading).toBeVisible();
    await expect(page.getByText(/^Open from your story, in/)).toBeVisible();
    await expect.poll(() => page.url()).toContain('.v-endings.e-peace-neutral');
    await page.reload();
    await expect(heading).toBeVisible();
  });

  test('names the answer that closed an ending, and returns to the question before it', async ({ open }) => {
    const page = await open(linkTo(walk('W2').slice(0, 3), { view: 'endings', ending: 'peace-neutral' }));
    await expect(page.getByText(/Closed from your story\. Answer 3 closed it/)).toBeVisible();
    await page.getByRole('button', { name: 'Go back to before answer 3' }).click();
    await expect(page.locator('#question')).toContainText(newest.questions[4]?.text ?? '');
  });

  test('has no axe violations in light and dark, and fits 320 px', async ({ open }) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const page = await open(linkTo(['ca'], { view: 'endings', ending: 'peace-neutral' }), {
        colorScheme,
        viewport: { width: 320, height: 640 },
      });
      await page.getByRole('button', { name: /^Follow/ }).waitFor();
      expect(await violations(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    }
  });
});

describe('the way to an ending that the reader follows', () => {
  test('shows its name and progress, by keyboard and after a reload or Back, until it is left', async ({
    open,
  }) => {
    const page = await open(linkTo(['ca', 'kx'], { view: 'endings', ending: 'peace-neutral' }));
    const follow = page.getByRole('button', { name: /^Follow/ }).first();
    await follow.focus();
    await page.keyboard.press('Enter');
    const banner = page.locator('div.way');
    const name = 'The shortest way to: A peace agreement, with troops from neutral nations';
    await expect(banner).toContainText(`${name} · answer 1 of 5`);
    await page.getByRole('button', { name: 'Next step' }).click();
    await expect(banner).toContainText('answer 2 of 5');
    await page.reload();
    await expect(banner).toContainText(`${name} · answer 2 of 5`);
    for (let step = 2; step <= 5; step++) await page.getByRole('button', { name: 'Next step' }).click();
    await expect(page.locator('#ending')).toHaveText('A peace agreement, with troops from neutral nations');
    await expect(banner).toContainText('this is where it leads');
    await page.goBack();
    await expect(banner).toContainText('answer 5 of 5');
    await banner.getByRole('button', { name: 'Leave' }).click();
    await expect(banner).toHaveCount(0);
    expect(page.url()).not.toContain('.y-');
  });
});

describe('the page of a reached ending', () => {
  for (const [width, height, screens] of [
    [390, 844, 2.5],
    [1440, 900, 2],
  ] as const)
    test(`has at most 300 words and ${screens} screens at ${width} × ${height}, for every ending`, async ({
      open,
    }) => {
      const page = await open('', { viewport: { width, height } });
      const home = page.url();
      const all = [
        ...newest.walks.map(({ story }) => story),
        ...newest.endings.flatMap((_, at) => codes(at)),
      ];
      for (const story of all) {
        await page.goto('about:blank');
        await page.goto(new URL(linkTo(story), home).href);
        await page.locator('#ending').waitFor();
        await page.locator('section.ending .field > *').first().waitFor({ state: 'attached' });
        const measured = await page.locator('section.ending').evaluate((section: HTMLElement) => {
          const unseen = [...section.querySelectorAll<HTMLElement>('.unseen')].map((part) => part.innerText);
          const count = (text: string) => text.split(/\s+/).filter((word) => word !== '').length;
          return {
            words: count(section.innerText) - count(unseen.join(' ')),
            height: section.getBoundingClientRect().height,
          };
        });
        expect(measured.words, story.join(' ')).toBeLessThanOrEqual(300);
        // The head of the page stands above it.
        expect(measured.height + 60, story.join(' ')).toBeLessThanOrEqual(screens * height);
      }
    });

  test('has the same rows for both sides, and shows what else could have happened', async ({ open }) => {
    const page = await open(linkTo(walk('W7')));
    const rows = page.getByRole('table', { name: 'What each side gave and got' }).locator('tbody tr');
    for (const row of await rows.all()) await expect(row.getByRole('cell')).toHaveCount(2);
    await page.getByRole('button', { name: 'Change it' }).click();
    await expect(page.locator('#ending')).toHaveText(/^Attacks start again, with coalition troops/);
  });

  test('asks for the weakest answer before it names it', async ({ open }) => {
    const page = await open(linkTo(walk('W7')));
    await page.getByText('Guess the weakest answer').click();
    await expect(page.getByText(/has the least to rest on:/)).toHaveCount(0);
    await page.getByRole('button', { name: 'Show me' }).click();
    await expect(page.getByText(/has the least to rest on:|tie: no rule/)).toBeVisible();
  });

  test('has no axe violations in light and dark, and fits 320 px', async ({ open }) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const page = await open(linkTo(walk('W7')), { colorScheme, viewport: { width: 320, height: 640 } });
      await page.locator('#ending').waitFor();
      await page.getByText('The evidence in full').click();
      expect(await violations(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    }
  });
});
