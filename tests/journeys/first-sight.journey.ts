/** Tests that the first screen has few words and controls, and that the answers of every question are in sight. */
import type { Page } from 'playwright';
import { expect } from 'playwright/test';
import { describe } from 'vitest';
import { replay } from '../../src/machine/replay.ts';
import { available } from '../../src/machine/situation.ts';
import type { Story } from '../../src/scenario/scenario.ts';
import { compiled, seeded } from '../support/laws.ts';
import { newest } from '../support/real.ts';
import { exhaustive } from '../support/skipped.ts';
import { test } from './page.ts';

const PHONE = { width: 390, height: 844 };
const LAPTOP = { width: 1440, height: 900 };
const { machine } = compiled(newest);

/** A story in which each answer is picked among those available. */
function picked(random: () => number): Story {
  const story: string[] = [];
  for (;;) {
    const { question, states } = replay(machine, story).now;
    if (!question) return story;
    const open = question.answers.filter((answer) => available(answer, states));
    story.push(open[Math.floor(random() * open.length)]?.code ?? '');
  }
}

/** The words that are seen at once, drawings included, and the controls: a field of endings is one. */
const atOnce = (page: Page) =>
  page.evaluate(() => {
    const seen = (box: DOMRect) =>
      box.width > 1 && box.height > 1 && box.top < innerHeight && box.bottom > 0 && box.left < innerWidth;
    let words = 0;
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      const range = document.createRange();
      range.selectNodeContents(text);
      const parent = text.parentElement;
      if (!parent?.checkVisibility({ visibilityProperty: true }) || parent.closest('.unseen, .skip, script'))
        continue;
      if (seen(range.getBoundingClientRect()))
        words += text.textContent?.match(/[\p{L}\p{N}][^\s]*/gu)?.length ?? 0;
    }
    const controls = [...document.querySelectorAll('a[href], button, summary, input')].filter(
      (control) => !control.closest('.skip') && seen(control.getBoundingClientRect()),
    );
    const field = controls.filter((control) => control.matches('[data-ending]')).length;
    return { words, controls: controls.length - Math.max(0, field - 1) };
  });

/** How many answers can be given at this question, and how many of them are wholly in sight with nothing over them. */
const inSight = (page: Page) =>
  page.evaluate(() => {
    const buttons = [...document.querySelectorAll('button[data-code]')];
    const whole = buttons.filter((button) => {
      const { left, right, top, bottom } = button.getBoundingClientRect();
      if (top < 0 || bottom > innerHeight || left < 0 || right > innerWidth) return false;
      return [top + 2, (top + bottom) / 2, bottom - 2].every((y) =>
        button.contains(document.elementFromPoint((left + right) / 2, y)),
      );
    });
    return { answers: buttons.length, whole: whole.length };
  });

describe('the first screen', () => {
  test.for([
    { name: 'a phone', viewport: PHONE, words: 125, controls: 10 },
    { name: 'a laptop', viewport: LAPTOP, words: 200, controls: 16 },
  ])('has few words and controls on $name', async ({ viewport, words, controls }, { open }) => {
    const page = await open('', { viewport });
    await page.locator('button[data-code]').first().waitFor();
    if (viewport === LAPTOP) await page.locator('[data-ending]').first().waitFor();
    const found = await atOnce(page);
    expect(found.words).toBeLessThanOrEqual(words);
    expect(found.controls).toBeLessThanOrEqual(controls);
    const { answers, whole } = await inSight(page);
    expect(whole).toBe(answers);
  });
});

describe('the answers in sight without scrolling, at every question', () => {
  const stories: readonly Story[] = [
    ...newest.walks.map(({ story }) => story),
    ...Array.from({ length: exhaustive ? 50 : 12 }, (_, at) => picked(seeded(at + 1))),
  ];

  /** What is seen at each question of all `stories`, right after the answer before it was given. */
  async function throughout(page: Page) {
    const found: { readonly at: string; readonly answers: number; readonly whole: number }[] = [];
    const met = new Set<string>();
    for (const story of stories) {
      await page.evaluate(() => (location.hash = ''));
      await page.locator(`button[data-code="${story[0] ?? ''}"]`).waitFor();
      for (const [at, code] of story.entries()) {
        const so = story.slice(0, at).join('');
        // What is seen at a question is the same in every story that begins so.
        if (!met.has(so)) found.push({ at: `${so || 'start'}`, ...(await inSight(page)) });
        met.add(so);
        const next = story[at + 1];
        await page.locator(`button[data-code="${code}"]`).click();
        await page.locator(next === undefined ? '#ending' : `button[data-code="${next}"]`).waitFor();
      }
    }
    return found;
  }

  test('are at least two on a phone', { timeout: 600_000 }, async ({ open }) => {
    const page = await open('', { viewport: PHONE, hasTouch: true });
    const found = await throughout(page);
    expect(found.filter(({ answers, whole }) => whole < Math.min(2, answers))).toEqual([]);
  });

  test('are all answers on a laptop, at nine of ten questions', { timeout: 600_000 }, async ({ open }) => {
    const page = await open('', { viewport: LAPTOP });
    const found = await throughout(page);
    const less = found.filter(({ answers, whole }) => whole < answers);
    expect(less.length / found.length, JSON.stringify(less)).toBeLessThanOrEqual(0.1);
  });
});
