/** Tests of the exports: every downloaded file, copied texts, and the numbered book. */
import { readFile, rename } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { csvParseRows } from 'd3';
import type { Page } from 'playwright';
import { expect } from 'playwright/test';
import { describe } from 'vitest';
import { accountOf } from '../../src/analysis/questions/account.ts';
import { authorDate, bibtex, cslJson, noteForm, ris } from '../../src/export/citations.ts';
import { markdown } from '../../src/export/markdown.ts';
import { stepsTable, storyJson } from '../../src/export/steps.ts';
import { compile } from '../../src/machine/compile.ts';
import { replay } from '../../src/machine/replay.ts';
import { newest as real } from '../support/real.ts';
import { test } from './page.ts';
import { linkTo, takeAlong as openAlong, walk } from './reader.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const machine = compile(real);
const WHOLE = walk('W3');
const STORY = WHOLE.slice(0, 4);
const ENDING = replay(machine, WHOLE).now.ending ?? { id: '', title: '' };
const dialog = (page: Page) => page.getByRole('dialog', { name: 'Save or print' });

async function takeAlong(page: Page): Promise<void> {
  await openAlong(page);
  await expect(dialog(page).getByText(/^\d+ sections?$/)).toBeVisible();
}

/** Presses the button and gives the file that goes to the downloads. */
async function saved(page: Page, button: RegExp): Promise<{ name: string; path: string; bytes: Buffer }> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog(page).getByRole('button', { name: button }).click(),
  ]);
  const name = download.suggestedFilename();
  await expect(dialog(page).getByRole('status')).toContainText(name);
  const path = await download.path();
  return { name, path, bytes: await readFile(path) };
}

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run: (options: object) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    const { violations } = await axe.run({ resultTypes: ['violations'] });
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
  });
}

describe('exports from the bar', () => {
  test('save every text file with the current story', async ({ open }) => {
    const page = await open(linkTo(STORY));
    await takeAlong(page);
    const account = accountOf(real, replay(machine, STORY));
    const link = page.url();
    const expected: readonly (readonly [RegExp, string, string])[] = [
      [/^Markdown/, 'md', markdown(account, link)],
      [/^CSV/, 'csv', stepsTable(account)],
      [/^JSON/, 'json', storyJson(account, link)],
      [/^BibTeX/, 'bib', bibtex(account)],
      [/^RIS/, 'ris', ris(account)],
      [/^CSL-JSON/, 'csl.json', cslJson(account)],
    ];
    for (const [button, ending, content] of expected) {
      const { name, bytes } = await saved(page, button);
      expect(name).toBe(`${real.id}-step-4.${ending}`);
      expect(bytes.toString('utf8')).toBe(content);
    }
    expect(csvParseRows(stepsTable(account)).length).toBe(1 + STORY.length);
  });

  test('copy the citations in both forms', async ({ open }) => {
    const page = await open(linkTo(STORY), { permissions: ['clipboard-read', 'clipboard-write'] });
    await takeAlong(page);
    const account = accountOf(real, replay(machine, STORY));
    for (const [button, form] of [
      [/Copy as references/, authorDate],
      [/Copy as notes/, noteForm],
    ] as const) {
      await dialog(page).getByRole('button', { name: button }).click();
      await expect(dialog(page).getByRole('status')).toHaveText('The citations are on your clipboard.');
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(form(account, page.url()));
    }
  });

  test('save the citations as a file where the clipboard is blocked', async ({ open }) => {
    const page = await open(linkTo(STORY));
    await takeAlong(page);
    await page.evaluate(() => {
      navigator.clipboard.writeText = () => Promise.reject(new Error('blocked'));
    });
    const { name } = await saved(page, /Copy as notes/);
    expect(name).toBe(`${real.id}-step-4-notes.txt`);
  });

  test('close with the Escape key, and return the focus to their button', async ({ open }) => {
    const page = await open(linkTo(STORY));
    await openAlong(page);
    await expect(dialog(page)).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(dialog(page)).toBeHidden();
    await expect(page.getByRole('button', { name: 'Share', exact: true })).toBeFocused();
  });

  test('print the page, not the dialog over it', async ({ open }) => {
    const page = await open(linkTo(STORY));
    await takeAlong(page);
    await page.evaluate(() => {
      window.print = () => {
        document.body.dataset.printed = document.querySelector('dialog[open]') ? 'the dialog' : 'the page';
      };
    });
    await dialog(page).getByRole('button', { name: 'Print' }).click();
    await expect(page.locator('body')).toHaveAttribute('data-printed', 'the page');
  });
});

describe('an exported picture', () => {
  test.for(['wide', 'map'])(
    '%s: is an SVG with a description, and a PNG of the same drawing',
    async (what, { open }) => {
      const page = await open(linkTo(WHOLE));
      await takeAlong(page);
      const drawing = await saved(page, new RegExp(`^SVG.*the ${what}`));
      expect(drawing.name).toBe(`${real.id}-${ENDING.id}-${what}.svg`);
      const svg = drawing.bytes.toString('utf8');
      // Looked at where no policy forbids making a document of a text.
      const plain = await page.context().newPage();
      const seen = await plain.evaluate((svg) => {
        const parsed = new DOMParser().parseFromString(svg, 'image/svg+xml');
        const { width, height } = parsed.documentElement as unknown as SVGSVGElement;
        return {
          fault: parsed.querySelector('parsererror')?.textContent ?? '',
          width: width.baseVal.value,
          height: height.baseVal.value,
          text: [...parsed.querySelectorAll('tspan')].map(({ textContent }) => textContent).join(' '),
          outside: [...parsed.querySelectorAll('[href], style, script, image')].length,
        };
      }, svg);
      expect(seen.fault).toBe('');
      expect(seen.outside).toBe(0);
      const close = (text: string) => text.replace(/\s+/g, '');
      // The picture to share is short; the map says all.
      const all = [
        real.title,
        ...real.sources.flatMap(({ title, url }) => [title, url]),
        String(new Date().getFullYear()),
        page.url(),
      ];
      for (const said of [real.notice, ENDING.title, 'March 2025', ...(what === 'map' ? all : [])])
        expect(close(seen.text)).toContain(close(said));

      const picture = await saved(page, new RegExp(`^PNG.*the ${what}`));
      expect(picture.bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
      const [width, height] = [picture.bytes.readUInt32BE(16), picture.bytes.readUInt32BE(20)];
      const scale = Math.min(2, Math.sqrt(16_000_000 / (seen.width * seen.height)));
      expect(Math.abs(width - seen.width * scale)).toBeLessThanOrEqual(2);
      expect(Math.abs(height - seen.height * scale)).toBeLessThanOrEqual(2);
      const colours = await page.evaluate(async (base64) => {
        const image = new Image();
        image.src = `data:image/png;base64,${base64}`;
        await image.decode();
        const canvas = document.createElement('canvas');
        canvas.width = image.width;
        canvas.height = image.height;
        const context = canvas.getContext('2d') as CanvasRenderingContext2D;
        context.drawImage(image, 0, 0);
        const { data } = context.getImageData(0, 0, image.width, image.height);
        const counts: Record<string, number> = {};
        for (let at = 0; at < data.length; at += 4) {
          const colour = [data[at], data[at + 1], data[at + 2], data[at + 3]].join();
          counts[colour] = (counts[colour] ?? 0) + 1;
        }
        return counts;
      }, picture.bytes.toString('base64'));
      const share = (colour: string) => (colours[colour] ?? 0) / (width * height);
      // Paper, and on it the accent of what was taken and the ink of the words.
      expect(share('252,251,248,255')).toBeGreaterThan(0.3);
      expect(share('99,42,83,255')).toBeGreaterThan(0.001);
      expect(share('27,26,23,255')).toBeGreaterThan(0.001);
    },
  );
});

describe('the numbered book', () => {
  test('states its length, and following its numbers gives the stories of the machine', async ({ open }) => {
    const page = await open(linkTo(STORY));
    await takeAlong(page);
    const { name, path } = await saved(page, /Save the book/);
    expect(name).toBe(`${real.id}-step-4-book.html`);
    await rename(path, `${path}.html`);
    const said = await dialog(page)
      .getByText(/^\d+ sections?$/)
      .innerText();

    await page.goto(pathToFileURL(`${path}.html`).href);
    await expect(page.locator('main > section')).toHaveCount(Number.parseInt(said));
    const { steps, now } = replay(machine, walk('W3'));
    let section = page.locator('#s1');
    for (const { question, answer } of steps.slice(STORY.length)) {
      await expect(section.getByRole('heading', { name: question.text, exact: true })).toBeVisible();
      const item = section
        .getByRole('listitem')
        .filter({ has: page.getByText(answer.label, { exact: true }) });
      await item.getByRole('link', { name: /^Turn to/ }).click();
      section = page.locator('main > section:target');
      await expect(section).toBeInViewport();
    }
    await expect(section).toContainText('The story ends here');
    await expect(section).toContainText(now.ending?.title ?? '');
    expect(await violations(page)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    // The book can be printed.
    const pdf = (await page.pdf({ format: 'A4' })).toString('latin1');
    expect(pdf.match(/\/Type \/Page\b/g)?.length ?? 0).toBeGreaterThan(5);
  });

  test('stays within its limits, and says when they allow no story', async ({ open }) => {
    const page = await open(linkTo(STORY));
    await takeAlong(page);
    await dialog(page).getByLabel('It has').selectOption('no what-ifs');
    await expect(dialog(page)).toContainText('With these answers no story reaches an ending from there.');
    await expect(dialog(page).getByRole('button', { name: 'Save the book' })).toBeDisabled();
    await dialog(page).getByLabel('It has').selectOption('the ready walks only');
    await dialog(page).getByLabel('It starts').selectOption('at the start');
    await expect(dialog(page).getByText(/^\d+ sections$/)).toBeVisible();
    const { name } = await saved(page, /Save the book/);
    expect(name).toBe(`${real.id}-book.html`);
  });
});

describe('the export dialog', () => {
  test.for(['light', 'dark'] as const)('has no axe violations in %s', async (colorScheme, { open }) => {
    for (const story of [STORY, walk('W3')]) {
      const page = await open(linkTo(story), { colorScheme });
      await takeAlong(page);
      expect(await violations(page)).toEqual([]);
    }
  });

  test('fits a phone, with each control at least 44 px high', async ({ open }) => {
    const page = await open(linkTo(STORY), { viewport: { width: 320, height: 640 }, hasTouch: true });
    await takeAlong(page);
    const wide = await dialog(page).evaluate((element) => element.scrollWidth - element.clientWidth);
    expect(wide).toBeLessThanOrEqual(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    const heights = await dialog(page)
      .locator('button, select')
      .evaluateAll((controls) => controls.map((control) => control.getBoundingClientRect().height));
    expect(Math.min(...heights)).toBeGreaterThanOrEqual(44);
  });

  test('is offered at an ending, but not before a story has begun', async ({ open }) => {
    const start = await open();
    await expect(start.getByRole('button', { name: 'Share', exact: true })).toHaveCount(0);
    const page = await open(linkTo(WHOLE));
    await expect(page.getByRole('heading', { name: ENDING.title }).first()).toBeVisible();
    await openAlong(page);
    await expect(dialog(page)).toBeVisible();
  });
});
