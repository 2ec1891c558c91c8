/** Can every view be read and used: by axe, at 320 px, in light and dark, on paper, without colour or movement? */
import type { Page } from 'playwright';
import { expect } from 'playwright/test';
import { describe } from 'vitest';
import { BARE, encodeLink } from '../../src/codec/link.ts';
import { answer, real, walk } from '../support/real.ts';
import { violations } from './axe.ts';
import { test } from './page.ts';
import { choice, linkTo, openEndings, steps } from './reader.ts';

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

const aside = [{ kind: 'source' as const, id: 'L' }];

const VIEWS: readonly View[] = [
  { name: 'the start', address: '' },
  {
    name: 'a question with everything laid open',
    address: linkTo(['s0', 'nx', 'yx', 'tc', 'ch', 'ds']),
    then: openAll,
  },
  { name: 'a reading', address: linkTo(['s0', 'nx', 'yx']) },
  { name: 'a step with evidence on both sides', address: linkTo(['s0', 'nx', 'yx', 'tc', 'ca']) },
  { name: 'an ending', address: linkTo(walk('W3')), then: openAll },
  {
    name: 'a changed step',
    address: linkTo(walk('W3')),
    async then(page) {
      const step = steps(page).nth(3);
      await step.getByText('What if it had gone otherwise?').click();
      await step.getByRole('button', { name: answer('td').label }).click();
    },
  },
  { name: 'a damaged link', address: '#1.ukraine-2025.1.s0nx.xxxx' },
  {
    name: 'a walk',
    address: linkTo([], 'walks'),
    then: (page) =>
      page
        .getByRole('button', { name: /Follow this walk/ })
        .first()
        .click(),
  },
  { name: 'the endings as a sheet', address: linkTo(['s0', 'nx', 'yx', 'tc', 'ca']), then: sheet },
  { name: 'what is reported', address: linkTo([], 'reported'), then: openAll },
  { name: 'the walks', address: linkTo([], 'walks') },
  { name: 'the map', address: linkTo(walk('W3').slice(0, 7), 'map'), then: openAll },
  { name: 'the sources', address: linkTo([], 'sources'), then: openAll },
  { name: 'how an ending could happen', address: linkTo(walk('W3').slice(0, 5), 'how'), then: openAll },
  { name: 'how a closed ending could happen', address: linkTo(walk('W1'), 'how'), then: openAll },
  { name: 'what the structure shows', address: linkTo([], 'structure') },
  {
    name: 'the map with an article set aside',
    address: `#${encodeLink({ ...BARE, edition: 1, story: walk('W3').slice(0, 7), view: 'map', aside })}`,
  },
  {
    name: 'what fades when an article is set aside',
    address: `#${encodeLink({ ...BARE, edition: 1, story: ['s0'], view: 'doubt', aside })}`,
    then: openAll,
  },
  {
    name: 'two stories compared',
    address: `#${encodeLink({ ...BARE, edition: 1, story: walk('W2'), view: 'compare', compared: [walk('W2'), walk('W8')] })}`,
    then: openAll,
  },
  {
    name: 'the reader’s own odds',
    address: linkTo(['s0', 'nx', 'yx', 'tc'], 'odds'),
    async then(page) {
      await page.getByText('How does Russia answer the proposal').click();
      await page.getByLabel(answer('ca').label).selectOption('1');
      await page.getByLabel(answer('ch').label).selectOption('6');
    },
  },
  {
    name: 'your stories, one of them removed',
    address: '',
    async then(page) {
      await choice(page, 's0').click();
      await page.getByRole('button', { name: 'Begin again' }).first().click();
      await choice(page, 'sr').click();
      await page.getByRole('contentinfo').getByRole('button', { name: 'Your stories' }).click();
      await page.getByRole('button', { name: 'Remove', exact: false }).first().click();
      await page.getByRole('button', { name: 'Bring back' }).waitFor();
    },
  },
];

async function sheet(page: Page) {
  const button = page.getByRole('button', { name: 'Endings' });
  if (!(await button.isVisible())) return;
  await button.click();
  await page.getByRole('dialog').locator('[data-ending]').first().click();
}

async function show(page: Page, view: View) {
  await page.getByRole('heading', { level: 1 }).waitFor();
  if (!/map|sources|walks|reported|happen|structure|odds|aside|compared|stories/.test(view.name))
    await openEndings(page).catch(() => undefined);
  await view.then?.(page);
}

test.for(VIEWS)('axe finds nothing wrong with $name, and it fits 320 px', async (view, { open }) => {
  const page = await open(view.address, { colorScheme: 'light' });
  await show(page, view);
  expect(await violations(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await violations(page)).toEqual([]);
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});

for (const colorScheme of ['light', 'dark'] as const) {
  describe(`in ${colorScheme}`, () => {
    test('axe finds nothing wrong on a phone', async ({ open }) => {
      for (const view of VIEWS.filter((view) =>
        ['the start', 'an ending', 'the endings as a sheet'].includes(view.name),
      )) {
        const page = await open(view.address, { colorScheme, viewport: { width: 320, height: 640 } });
        await show(page, view);
        expect(await violations(page), view.name).toEqual([]);
      }
    });

    test('the marks of the endings stand out from the paper', async ({ open }) => {
      const page = await open(linkTo(['s0', 'nx', 'yx', 'tc', 'ca']), { colorScheme });
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
    });
  });
}

describe('at 320 px', () => {
  // What differs there from the start, and not only when a window is made narrower.
  const native = VIEWS.filter(({ name }) =>
    /^(the start|an ending|the endings|the map|the reader)/.test(name),
  );
  test.for(native)('$name does not scroll sideways', async (view, { open }) => {
    const page = await open(view.address, { viewport: { width: 320, height: 640 } });
    await show(page, view);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(320);
  });

  test('answers are at least 44 px high, and every control at least 24', async ({ open }) => {
    const page = await open('', { viewport: { width: 320, height: 640 } });
    for (const answer of real.questions[0]?.answers ?? [])
      expect((await choice(page, answer.code).boundingBox())?.height).toBeGreaterThanOrEqual(44);
    const small = await page.evaluate(() =>
      [...document.querySelectorAll('button, summary, select')]
        .filter((control) => control.checkVisibility({ contentVisibilityAuto: true }))
        .map((control) => ({ text: control.textContent?.trim() ?? '', box: control.getBoundingClientRect() }))
        .filter(({ box }) => box.width > 0 && (box.height < 24 || box.width < 24))
        .map(({ text }) => text),
    );
    expect(small).toEqual([]);
  });

  test('the endings are one tap away', async ({ open }) => {
    const page = await open('', { viewport: { width: 320, height: 640 }, hasTouch: true });
    await page.getByRole('button', { name: 'Endings' }).tap();
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByRole('heading', { name: 'Where this can still end' })).toBeVisible();
    await expect(dialog.locator('[data-ending]')).toHaveCount(real.endings.length);
    await dialog.getByRole('button', { name: 'Close' }).tap();
    await expect(dialog).toBeHidden();
  });

  test('text at twice its size still fits', async ({ open }) => {
    const page = await open(linkTo(['s0', 'nx', 'yx', 'tc']), { viewport: { width: 640, height: 900 } });
    await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(640);
  });
});

test('the sources can be filtered by speaker, issue and kind', async ({ open }) => {
  const page = await open(linkTo([], 'sources'));
  const found = page.locator('.found figure');
  await expect(found).toHaveCount(real.evidence.length);
  await page.getByLabel('Speaker', { exact: true }).selectOption('Sergei Lavrov');
  await expect(found).toHaveCount(real.evidence.filter((item) => item.speaker === 'Sergei Lavrov').length);
  await page.getByLabel('Kind', { exact: true }).selectOption('mixed');
  await expect(found).toHaveCount(
    real.evidence.filter((item) => item.speaker === 'Sergei Lavrov' && item.kind === 'mixed').length,
  );
  await page.getByLabel('Speaker', { exact: true }).selectOption('');
  await page.getByLabel('Kind', { exact: true }).selectOption('');
  await page.getByLabel('Issue', { exact: true }).selectOption('legal');
  await expect(found.filter({ hasText: 'international law' })).toHaveCount(1);
  for (const tension of real.tensions)
    await expect(page.getByRole('heading', { name: tension.title })).toBeVisible();
  for (const limit of real.limits) await expect(page.getByText(limit, { exact: true })).toBeVisible();
});

test('on paper the story stands with its citations, and nothing that can be pressed', async ({ open }) => {
  const page = await open(linkTo(walk('W3')));
  await page.emulateMedia({ media: 'print' });
  for (const code of walk('W3'))
    await expect(page.locator('.paper:visible').getByText(answer(code).label).first()).toBeVisible();
  await expect(page.locator('.paper:visible')).toContainText(page.url());
  await expect(page.locator('.paper:visible')).toContainText(real.notice);
  await expect(page.locator('button:visible')).toHaveCount(0);
});

test('a long story is printed whole, on as many pages as it takes', async ({ open }) => {
  const pages = async (story: readonly string[]) => {
    const page = await open(linkTo(story));
    // The form for paper is fetched when the page stands.
    await page.waitForLoadState('networkidle');
    const pdf = (await page.pdf({ format: 'A4' })).toString('latin1');
    return pdf.match(/\/Type \/Page\b/g)?.length ?? 0;
  };
  expect(await pages(walk('W3').slice(0, 2))).toBeLessThanOrEqual(2);
  expect(await pages(walk('W3'))).toBeGreaterThanOrEqual(3);
});

test('without movement nothing glides', async ({ open }) => {
  const page = await open('', { reducedMotion: 'reduce' });
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).scrollBehavior)).toBe('auto');
  const moving = await open('', { reducedMotion: 'no-preference' });
  expect(await moving.evaluate(() => getComputedStyle(document.documentElement).scrollBehavior)).toBe(
    'smooth',
  );
});

test('in forced colours the labels, marks and thread are still there', async ({ open }) => {
  const page = await open(linkTo(['s0', 'nx', 'yx', 'tc', 'ca']), { forcedColors: 'active' });
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
