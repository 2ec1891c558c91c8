/** Does the page say what the structure shows, who can decide what, and how, as the analysis has it? */
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright';
import { expect } from 'playwright/test';
import { describe } from 'vitest';
import { outcomesOf } from '../../src/analysis/judge/facts.ts';
import { blocks, bringsAbout } from '../../src/analysis/questions/power.ts';
import { walk } from '../../src/analysis/graph/walk.ts';
import { actorName } from '../../src/words/terms/people.ts';
import { answer, real } from '../support/real.ts';
import { test } from './page.ts';
import { linkTo, openEndings, steps } from './reader.ts';

const graph = outcomesOf(real);
const asked = ['russia', 'ukraine', 'coalition', 'neutral'];
const title = (id: string) => real.endings.find((ending) => ending.id === id)?.title ?? '';

/** What the page should say of each ending for these actors. */
function expected(actors: readonly string[], story: readonly string[] = []): string[] {
  const from = walk(graph, story).at;
  const coalition = new Set(actors);
  return real.endings.map((_, at) => {
    const it = new Set([at]);
    if (blocks(graph, new Set(), it, from)) return 'closed from here';
    const prevent = blocks(graph, coalition, it, from);
    if (bringsAbout(graph, coalition, it, from))
      return prevent ? 'can bring it about, or prevent it' : 'can bring it about';
    return prevent ? 'can prevent it' : 'can do neither';
  });
}

/** What the picture says, column by column, as it is read out. */
async function shown(page: Page): Promise<Record<string, string[]>> {
  const cells = await page
    .getByRole('gridcell')
    .evaluateAll((all) => all.map((cell) => cell.ariaLabel ?? ''));
  const columns: Record<string, string[]> = {};
  for (const cell of cells) {
    const [name = '', says = ''] = cell.split(/: (.*)/);
    (columns[name] ??= []).push(says);
  }
  return columns;
}

const cell = (page: Page, ending: string, party: string) =>
  page
    .getByRole('row', { name: title(ending) })
    .first()
    .getByRole('gridcell', { name: new RegExp(`^${party}:`) });

/** Takes every step that lies ahead; gives the endings that are open then. */
async function walkOn(page: Page): Promise<string[]> {
  const forward = page.getByRole('button', { name: 'Forward', exact: true });
  while (await forward.count()) await forward.click();
  return openEndings(page);
}

describe('the findings', () => {
  test('are all there, and each shows what proves it', async ({ open }) => {
    const page = await open(linkTo([], 'structure'));
    await expect(page.locator('.findings li')).toHaveCount(real.findings.length);
    await page.getByRole('button', { name: /^Show me.*F10/ }).click();
    await expect(steps(page).last()).toContainText(answer('tc').label);
    const bind = await open(linkTo([], 'structure'));
    await bind.getByRole('button', { name: /^Show me.*F3/ }).click();
    await expect(
      bind.getByRole('heading', { level: 2, name: /How does Russia answer the proposal/ }),
    ).toBeVisible();
  });

  test('are checked again in the browser, beside the page, which stays free meanwhile', async ({ open }) => {
    const page = await open('');
    await page.evaluate(() => {
      const long: number[] = [];
      new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) long.push(duration);
      }).observe({ type: 'longtask' });
      Object.assign(window, { long });
    });
    expect(page.workers()).toEqual([]);
    await page.getByRole('button', { name: 'Structure', exact: true }).click();
    await expect(
      page.getByRole('status').filter({ hasText: 'Checked just now in your browser' }),
    ).toContainText('each of them holds');
    await expect(page.locator('.findings').getByText('Holds', { exact: true })).toHaveCount(
      real.findings.length,
    );
    // The worker is gone with its answer; what it did took nothing from the page.
    await expect.poll(() => page.workers().length).toBe(0);
    const long = await page.evaluate(() => (window as unknown as { long: number[] }).long);
    expect(Math.max(0, ...long)).toBeLessThan(400);
  });

  test('say so when the browser cannot check them', async ({ open }) => {
    const page = await open('', { expected: [/worker/i, /Failed to load resource/] });
    await page.route(/findings\.worker/, (route) => route.abort());
    await page.getByRole('button', { name: 'Structure', exact: true }).click();
    await expect(page.getByText('Your browser could not check them again.')).toBeVisible();
    await expect(page.locator('.findings').getByText('Holds', { exact: true })).toHaveCount(0);
  });
});

describe('who can decide what', () => {
  test('is a picture of every party and ending, and the same as a table', async ({ open }) => {
    const page = await open(linkTo([], 'structure'));
    await expect(page.getByRole('grid')).toBeVisible();
    const columns = await shown(page);
    for (const id of asked) expect(columns[actorName(real, id)], id).toEqual(expected([id]));
    expect(columns['Russia and Ukraine together']).toEqual(expected(['russia', 'ukraine']));
    expect(columns['Each other party']).toEqual(expected(['us']));
    for (const { id } of real.actors.filter(({ id }) => !asked.includes(id)))
      expect(expected([id])).toEqual(expected(['us']));

    await page.getByText('The same as a table').click();
    const table = page.getByRole('table');
    const heads = await table.getByRole('columnheader').allInnerTexts();
    for (const [at, name] of heads.entries()) {
      if (at === 0) continue;
      const words = await table.locator(`tbody tr td:nth-child(${at + 1})`).allInnerTexts();
      expect(words).toEqual(columns[name]);
    }
  });

  test('is asked of any parties together', async ({ open }) => {
    const page = await open(linkTo([], 'structure'));
    await page.getByRole('checkbox', { name: '“Neutral” nations' }).check();
    expect((await shown(page))['Russia, Ukraine and “Neutral” nations together']).toEqual(
      expected(['russia', 'ukraine', 'neutral']),
    );
    await page.getByRole('checkbox', { name: 'Russia' }).uncheck();
    expect((await shown(page))['Ukraine and “Neutral” nations together']).toEqual(
      expected(['ukraine', 'neutral']),
    );
    await page.getByRole('checkbox', { name: 'Ukraine' }).uncheck();
    await expect(page.getByText('Pick two or more')).toBeVisible();
    expect(Object.keys(await shown(page))).not.toContain('together');
  });

  test('is asked from where the story stands, too', async ({ open }) => {
    const story = ['s0', 'nx', 'yx', 'td', 'ca'];
    const page = await open(linkTo(story, 'structure'));
    await page.getByLabel('where your story stands').check();
    const columns = await shown(page);
    for (const id of asked) expect(columns[actorName(real, id)], id).toEqual(expected([id], story));
    await cell(page, 'pause-contested', 'Russia').click();
    await expect(page.getByText('It is closed from where your story stands')).toBeVisible();
  });

  test('is read with the keyboard, and shows how as a story against the others’ best replies', async ({
    open,
  }) => {
    const page = await open(linkTo([], 'structure'));
    const first = cell(page, 'fights-on', 'Russia');
    await page.getByRole('checkbox', { name: '“Neutral” nations' }).focus();
    await page.keyboard.press('Tab');
    await expect(first).toBeFocused();
    await page.keyboard.press('End');
    for (let step = 0; step < 3; step++) await page.keyboard.press('ArrowDown');
    const pause = cell(page, 'pause-unguarded', 'Russia and Ukraine together');
    await expect(pause).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(pause).toHaveAttribute('aria-selected', 'true');
    const says = page.locator('.says');
    await expect(says).toContainText(
      'Russia and Ukraine together can bring it about, and could also prevent it',
    );
    await expect(says).toContainText('It does not say what anyone would do.');
    await expect(says.getByText(answer('zr').label)).toBeVisible();
    await says
      .getByRole('button', { name: /^Show this as a story.*how Russia and Ukraine could bring/ })
      .click();
    await expect(steps(page)).toHaveCount(0);
    expect(await walkOn(page)).toEqual(['pause-unguarded']);

    // What was looked at is still there on coming back.
    await page.getByRole('button', { name: 'Structure', exact: true }).click();
    await expect(cell(page, 'pause-unguarded', 'Russia and Ukraine together')).toHaveAttribute(
      'aria-selected',
      'true',
    );
  });

  test('shows how a party could prevent an ending, and how one could be kept from it', async ({ open }) => {
    const page = await open(linkTo([], 'structure'));
    await cell(page, 'broken-neutral', 'Russia').click();
    const says = page.locator('.says');
    await expect(says).toContainText('Russia alone can prevent it');
    // All it takes is to withhold one consent.
    await expect(says).toContainText(
      `Not to agree to this, which needs its consent too: ${answer('lj').label}`,
    );
    await says.getByRole('button', { name: /^Show this as a story.*how Russia could prevent it/ }).click();
    expect(await walkOn(page)).not.toContain('broken-neutral');

    const other = await open(linkTo([], 'structure'));
    await cell(other, 'peace-neutral', 'Ukraine').click();
    await other.getByRole('button', { name: 'Show how it could be kept from it' }).click();
    await other
      .getByRole('button', { name: /^Show this as a story.*How it could be kept from Ukraine/ })
      .click();
    expect(await walkOn(other)).not.toContain('peace-neutral');

    const third = await open(linkTo([], 'structure'));
    await cell(third, 'fights-on', 'Ukraine').click();
    await expect(third.locator('.says')).toContainText('can neither bring it about nor prevent it');
    await third.getByRole('button', { name: 'Show how it could come about in spite of it' }).click();
    await third.getByRole('button', { name: /^Show this as a story.*How it could come about/ }).click();
    expect(await walkOn(third)).toEqual(['fights-on']);
  });

  test('from where the story stands, keeps the story', async ({ open }) => {
    const story = ['s0', 'nf', 'yd'];
    const page = await open(linkTo(story, 'structure'));
    await page.getByLabel('where your story stands').check();
    await cell(page, 'pause-unguarded', 'Ukraine').click();
    await page.getByRole('button', { name: /^Show this as a story.*how Ukraine could prevent it/ }).click();
    await expect(steps(page)).toHaveCount(3);
    expect(await walkOn(page)).not.toContain('pause-unguarded');
  });
});

describe('on a phone', () => {
  const phone = { viewport: { width: 320, height: 640 } };

  test('one party at a time, in words, without scrolling sideways', async ({ open }) => {
    const page = await open(linkTo([], 'structure'), phone);
    await expect(page.getByRole('grid')).toHaveCount(0);
    const list = page.locator('.matrix li');
    for (const [name, actors] of [
      ['Ukraine', ['ukraine']],
      ['Russia and Ukraine together', ['russia', 'ukraine']],
    ] as const) {
      await page.getByLabel('Who', { exact: true }).selectOption(name);
      expect(await list.locator('.says').allInnerTexts()).toEqual(expected(actors));
    }
    await page.getByRole('button', { name: title('sky-sea-truce') }).click();
    await expect(page.getByRole('heading', { level: 4 }).first()).toBeInViewport();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  });
});

describe('axe finds nothing wrong', () => {
  const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

  test.for([
    { width: 1440, colorScheme: 'light' },
    { width: 1440, colorScheme: 'dark' },
    { width: 320, colorScheme: 'light' },
  ] as const)('$width px wide, in $colorScheme, with everything laid open', async (look, { open }) => {
    const page = await open(linkTo(['s0'], 'structure'), {
      colorScheme: look.colorScheme,
      viewport: { width: look.width, height: 800 },
    });
    await page.getByText('Checked just now').waitFor();
    if (look.width > 1000) await cell(page, 'pause-neutral', 'Russia').click();
    else await page.getByRole('button', { name: title('pause-neutral') }).click();
    await page.getByRole('button', { name: 'Show how it could be kept from it' }).click();
    for (const summary of await page.getByText('Its steps').all()) await summary.click();
    await page.getByText('The same as a table').click();
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
});
