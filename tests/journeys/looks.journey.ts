/**
 * Tests the accessibility of every view: axe, 320 px, large text, light and dark, print, forced colours, reduced
 * motion.
 */
import type { Page } from 'playwright';
import { expect } from 'playwright/test';
import { describe } from 'vitest';
import { EMPTY_LINK, encodeLink, type Link } from '../../src/codec/link.ts';
import { newest } from '../support/newest.ts';
import { violations } from './axe.ts';
import { test } from './page.ts';
import { answer, choice, linkTo, openEndings, openSteps, walk } from './reader.ts';
import { held } from './thirty.ts';

interface View {
  readonly name: string;
  readonly address: string;
  /** What the reader does before looking. */
  readonly then?: (page: Page) => Promise<unknown>;
}

const openAll = (page: Page) =>
  page.evaluate(() =>
    document.querySelectorAll('main details').forEach((part) => part.setAttribute('open', '')),
  );
const link = (more: Partial<Link>): string =>
  `#${encodeLink({ ...EMPTY_LINK, edition: newest.edition, ...more })}`;

const [W2, W7, W8] = [walk('W2'), walk('W7'), walk('W8')];
const HERE = W7.slice(0, 4);
const aside = [{ kind: 'source' as const, id: newest.sources[1]?.id ?? '' }];

const VIEWS: readonly View[] = [
  { name: 'the start', address: '' },
  { name: 'a question with everything laid open', address: linkTo(HERE), then: openAll },
  { name: 'the choice between two sentences', address: linkTo(['ca', 'kt']) },
  { name: 'an ending', address: linkTo(W7), then: openAll },
  {
    name: 'a changed step',
    address: linkTo(W7.slice(0, 6)),
    async then(page) {
      const step = (await openSteps(page)).nth(2);
      await step.getByRole('button', { name: 'change' }).click();
      await step.getByRole('button', { name: answer('td').label }).click();
    },
  },
  { name: 'a damaged link', address: '#1.ukraine-2025.1.s0nx.xxxx' },
  { name: 'the ready stories', address: linkTo([], 'walks') },
  { name: 'the map', address: linkTo(HERE, 'map'), then: openAll },
  { name: 'the sources', address: linkTo([], 'sources'), then: openAll },
  { name: 'the endings', address: linkTo(HERE, 'endings'), then: openAll },
  {
    name: 'an ending that is closed',
    address: link({ story: W2, view: 'endings', ending: 'peace-neutral' }),
  },
  {
    name: 'what the map shows',
    address: linkTo(['ca'], 'structure'),
    async then(page) {
      await openAll(page);
      await page.locator('[data-cell$=" russia"]').first().click();
    },
  },
  { name: 'the map without a source', address: link({ story: HERE, view: 'map', aside }) },
  { name: 'what loses its support', address: link({ story: ['ca'], view: 'doubt', aside }), then: openAll },
  {
    name: 'two stories side by side',
    address: link({ story: W2, view: 'compare', compared: [W2, W8] }),
    then: openAll,
  },
  { name: 'the reader’s own odds', address: linkTo(HERE, 'odds'), then: openAll },
  { name: 'about this map', address: linkTo([], 'about'), then: openAll },
  { name: 'for writers', address: linkTo([], 'writers'), then: openAll },
  { name: 'saved stories', address: linkTo(['ca'], 'stories') },
  { name: 'a way that is followed', address: link({ story: W7.slice(0, 3), walk: 'W7' }) },
  { name: 'two stories to choose', address: linkTo([], 'compare') },
  { name: 'a file to open', address: linkTo([], 'open') },
  { name: 'for teachers', address: linkTo([], 'teach') },
  { name: 'a lesson’s page', address: link({ view: 'teach', ready: 'the-bind' }), then: openAll },
  { name: 'a lesson that is worked on', address: link({ story: HERE, lesson: held }), then: openAll },
  { name: 'what is handed in', address: link({ story: W7, lesson: held, view: 'hand-in' }) },
  { name: 'a class', address: linkTo([], 'class') },
];

/** Opens a view in the window that is there. */
async function visit(page: Page, home: string, { address, then }: View): Promise<void> {
  await page.goto('about:blank');
  await page.goto(new URL(address, home).href);
  await page.locator('main h1, main h2').first().waitFor();
  await expect(page.locator('main [aria-busy="true"]')).toHaveCount(0);
  await then?.(page);
}

const width = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth);
const PHONE = { viewport: { width: 320, height: 640 } };

for (const [where, size] of [
  ['wide', { viewport: { width: 1280, height: 800 } }],
  ['narrow', PHONE],
] as const)
  test.for([0, 1] as const)(
    `every view, half %i, ${where}: has no axe violations in light and dark, and no sideways scrolling`,
    async (half, { open }) => {
      const page = await open('', { ...size, colorScheme: 'light' });
      const home = page.url();
      const wrong: string[] = [];
      for (const [at, view] of VIEWS.filter((_, at) => at % 2 === half).entries()) {
        await visit(page, home, view);
        const wide = await width(page);
        if (wide > size.viewport.width) wrong.push(`${view.name} is ${wide} px wide`);
        // Wide and narrow, each view is looked at in both themes between them.
        await page.emulateMedia({ colorScheme: (at % 2 === 0) === (where === 'wide') ? 'dark' : 'light' });
        wrong.push(...(await violations(page)).map((found) => `${view.name}: ${found}`));
      }
      expect(wrong).toEqual([]);
    },
  );

test('every view: fits with text at twice its size', async ({ open }) => {
  const page = await open('', { viewport: { width: 640, height: 900 } });
  const home = page.url();
  const wrong: string[] = [];
  for (const view of VIEWS) {
    await visit(page, home, view);
    await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
    const wide = await width(page);
    if (wide > 640) wrong.push(`${view.name} is ${wide} px wide`);
  }
  expect(wrong).toEqual([]);
});

test.for(['light', 'dark'] as const)(
  'the marks of the endings: contrast with the background in %s',
  async (colorScheme, { open }) => {
    const page = await open(linkTo(HERE), { colorScheme });
    await openEndings(page);
    const weak = await page.evaluate(() => {
      const luminance = (colour: string) => {
        const [r = 0, g = 0, b = 0] = (colour.match(/[\d.]+/g) ?? []).map((text) => {
          const part = Number(text) / 255;
          return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
        });
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
      };
      const paper = luminance(getComputedStyle(document.documentElement).backgroundColor);
      return [...document.querySelectorAll('[data-ending] svg > *')].filter((shape) => {
        const { stroke, fill } = getComputedStyle(shape);
        const ink = luminance(stroke === 'none' ? fill : stroke);
        return (Math.max(ink, paper) + 0.05) / (Math.min(ink, paper) + 0.05) < 3;
      }).length;
    });
    expect(weak).toBe(0);
  },
);

test('every view at 320 px: answers are at least 44 px high, and all controls at least 24 px', async ({
  open,
}) => {
  const page = await open('', PHONE);
  for (const { code } of newest.questions[0]?.answers ?? [])
    expect((await choice(page, code).boundingBox())?.height).toBeGreaterThanOrEqual(44);
  const small = await page.evaluate(() =>
    [...document.querySelectorAll('button, summary, select')]
      .filter((control) => control.checkVisibility({ contentVisibilityAuto: true }))
      .map((control) => ({ text: control.textContent?.trim() ?? '', box: control.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0 && (box.height < 24 || box.width < 24))
      .map(({ text }) => text),
  );
  expect(small).toEqual([]);
});

describe('in print', () => {
  const pagesOf = async (page: Page) => {
    // The form for paper is fetched when the page stands.
    await page.waitForLoadState('networkidle');
    const pdf = (await page.pdf({ format: 'A4', printBackground: true })).toString('latin1');
    return pdf.match(/\/Type \/Page\b/g)?.length ?? 0;
  };

  test('a story is complete with its citations, and has no controls', async ({ open }) => {
    const page = await open(linkTo(W7));
    await page.emulateMedia({ media: 'print' });
    const paper = page.locator('.paper:visible');
    for (const code of W7) await expect(paper.getByText(answer(code).label).first()).toBeVisible();
    await expect(paper).toContainText(page.url());
    await expect(paper).toContainText(newest.notice);
    await expect(page.locator('button:visible')).toHaveCount(0);
    await page.emulateMedia({ media: null });
    expect(await pagesOf(page)).toBeGreaterThanOrEqual(3);
  });

  test('a question shows its answers', async ({ open }) => {
    const page = await open(linkTo(HERE));
    const asked = await page.locator('#question').innerText();
    const question = newest.questions.find(({ text }) => asked.includes(text));
    await page.emulateMedia({ media: 'print' });
    const paper = page.locator('.paper:visible');
    await expect(paper).toContainText(question?.text ?? '');
    for (const code of await page
      .locator('button[data-code]')
      .evaluateAll((all) => all.map((one) => one.getAttribute('data-code') ?? '')))
      await expect(paper.getByText(answer(code).label).first()).toBeVisible();
  });

  test('the map fits on one page', async ({ open }) => {
    const page = await open(linkTo(W7, 'map'));
    await page.locator('.map .acts').waitFor();
    expect(await pagesOf(page)).toBe(1);
  });
});

test('reduced motion: nothing is animated', async ({ open }) => {
  const page = await open('', { reducedMotion: 'reduce' });
  const behaviour = () => page.evaluate(() => getComputedStyle(document.documentElement).scrollBehavior);
  expect(await behaviour()).toBe('auto');
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  expect(await behaviour()).toBe('smooth');
});

test('forced colours: the marks stay visible', async ({ open }) => {
  const page = await open(linkTo(HERE), { forcedColors: 'active' });
  await openEndings(page);
  const shapes = await page.evaluate(() => {
    const paper = getComputedStyle(document.documentElement).backgroundColor;
    return [...document.querySelectorAll('[data-ending] svg > *, .basis svg > *')].filter((shape) => {
      const { stroke, fill } = getComputedStyle(shape);
      return stroke === paper || (stroke === 'none' && fill === paper);
    }).length;
  });
  expect(shapes).toBe(0);
});
