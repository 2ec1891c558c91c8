/** Are the reader’s own odds the reader’s alone, exact, quick under the hand, and kept in the link? */
import type { Page } from 'playwright';
import { expect } from 'playwright/test';
import { describe } from 'vitest';
import { facts, outcomesOf } from '../../src/analysis/judge/facts.ts';
import { readWeights } from '../../src/analysis/questions/odds.ts';
import { BARE, encodeLink } from '../../src/codec/link.ts';
import { answer, real } from '../support/real.ts';
import { test } from './page.ts';
import { choice, linkTo } from './reader.ts';

const graph = outcomesOf(real);
const story = ['s0', 'nx', 'yx', 'tc'];

/** The endings and their ranges as `facts --odds` gives them, for those that are not closed. */
function known(given: Record<string, Record<string, number>>, told: readonly string[] = story) {
  const weights = readWeights(graph, given);
  if (!weights.ok) throw new Error('the weights are not right');
  const { odds, endings } = facts(graph, { story: told, weights: weights.value });
  return real.endings
    .filter(({ id }) => endings[id]?.stories !== '0')
    .map(({ id, title }) => [title, odds?.[id]?.join(' to ')]);
}

const shown = async (page: Page) =>
  page
    .locator('.follows tbody tr')
    .evaluateAll((rows) =>
      rows.map((row) => [
        row.querySelector('th')?.textContent,
        row.querySelector('td')?.getAttribute('title'),
      ]),
    );

const unfold = (page: Page, question: RegExp) => page.locator('summary', { hasText: question }).click();
const words = (page: Page, code: string) => page.locator(`#weigh-${code}`);
const slider = (page: Page, code: string) => page.locator(`input[data-code="${code}"]`);
const entries = (page: Page) => page.evaluate(() => history.length);

const withWeights = (weights: Record<string, number>, view: string, told: readonly string[] = story) =>
  `#${encodeLink({ ...BARE, edition: real.edition, story: told, view, weights: new Map(Object.entries(weights)) })}`;

describe('your odds', () => {
  test('shows nothing before the reader has said something, and has no default', async ({ open }) => {
    const page = await open(linkTo(story, 'odds'));
    await expect(page.getByText('Nothing is weighed yet, so nothing is shown.')).toBeVisible();
    await expect(page.getByRole('table')).toHaveCount(0);
    await unfold(page, /How does Russia answer the proposal/);
    await expect(words(page, 'ca')).toHaveValue('');
    await expect(page.getByRole('slider')).toHaveCount(0);
    await page.getByLabel(answer('ca').label).selectOption('1');
    // One answer weighed is not enough: the other has no weight of its own accord.
    await expect(page.getByText('Weigh every answer; until then this question stays open.')).toBeVisible();
    await expect(page.getByRole('slider')).toHaveCount(1);
    await expect(page.getByRole('table')).toHaveCount(0);
  });

  test('are exactly what the analysis finds, and travel with the address', async ({ open }) => {
    const page = await open(linkTo(story, 'odds'));
    await unfold(page, /How does Russia answer the proposal/);
    await words(page, 'ca').selectOption('1');
    await words(page, 'ch').selectOption('6');
    await unfold(page, /Thirty days pass and there is no agreement/);
    await words(page, 'zr').selectOption('2');
    await words(page, 'zb').selectOption('6');
    await expect(page.getByRole('status').filter({ hasText: 'assumptions' })).toHaveText(
      'These are your assumptions, not the articles’ and not this map’s. They travel with your link.',
    );

    const expected = known({
      'ceasefire-first': { accept: 1, hold: 6 },
      'pause-after': { 'runs-on': 2, resume: 6 },
    });
    expect(await shown(page)).toEqual(expected);

    // What matters most is shown for the ending asked about: a weight on the pause moves nothing where there is none.
    const lines = page.locator('.swings li');
    await expect(lines).toHaveCount(2);
    await expect(lines.filter({ hasText: answer('ca').label })).toContainText('always: 0 %');
    await page.getByText('What does not move it').click();
    await expect(page.locator('.still')).toContainText(answer('zb').label);
    await page.getByLabel('For the ending').selectOption({ label: 'A pause guarded by neutral nations' });
    await expect(lines.filter({ hasText: answer('zb').label })).toContainText('always: 0 %');
    await expect(page.locator('.still')).toContainText(answer('ca').label);

    const friend = await open(page.url());
    await expect(friend.getByText('These are your assumptions')).toBeVisible();
    await expect(friend.getByText(`${answer('ca').label}: unlikely (1)`)).toBeVisible();
    expect(await shown(friend)).toEqual(expected);
    await friend.getByRole('button', { name: 'Forget all weights' }).click();
    await expect(friend.getByRole('table')).toHaveCount(0);
    expect(friend.url()).not.toContain('.o-');
  });

  test('follow the slider by keyboard: one step of the browser for each time a key is let go', async ({
    open,
  }) => {
    const page = await open(withWeights({ ca: 1, ch: 6 }, 'odds'));
    await unfold(page, /How does Russia answer the proposal/);
    const before = await entries(page);
    await slider(page, 'ca').focus();
    await page.keyboard.press('ArrowRight');
    await expect(words(page, 'ca')).toHaveValue('2');
    await expect(slider(page, 'ca')).toHaveAttribute('aria-valuetext', '2, even');
    expect(await shown(page)).toEqual(known({ 'ceasefire-first': { accept: 2, hold: 6 } }));
    expect(await entries(page)).toBe(before + 1);

    for (let repeat = 0; repeat < 3; repeat++) await page.keyboard.down('ArrowRight');
    await expect(slider(page, 'ca')).toHaveAttribute('aria-valuetext', '5, between even and likely');
    expect(await shown(page)).toEqual(known({ 'ceasefire-first': { accept: 5, hold: 6 } }));
    expect(await entries(page)).toBe(before + 1);
    await page.keyboard.up('ArrowRight');
    expect(await entries(page)).toBe(before + 2);
    expect(page.url()).toContain('ca5');

    await page.goBack();
    await expect(slider(page, 'ca')).toHaveValue('2');
    expect(await shown(page)).toEqual(known({ 'ceasefire-first': { accept: 2, hold: 6 } }));
  });

  test('follow the slider under the mouse, and keep one step of the browser for the whole drag', async ({
    open,
  }) => {
    const page = await open(withWeights({ ca: 0, ch: 6 }, 'odds'));
    await unfold(page, /How does Russia answer the proposal/);
    const [before, address] = [await entries(page), page.url()];
    const box = await slider(page, 'ca').boundingBox();
    if (!box) throw new Error('the slider is not on the page');
    expect(box.height).toBeGreaterThanOrEqual(44);
    const [y, end] = [box.y + box.height / 2, box.x + box.width - 2];
    await page.mouse.move(box.x + 8, y);
    await page.mouse.down();
    await page.mouse.move(end, y, { steps: 12 });
    // Drawn, with where it comes from; the address waits.
    expect(await shown(page)).toEqual(known({ 'ceasefire-first': { accept: 9, hold: 6 } }));
    expect(await page.locator('.follows .ghost').count()).toBeGreaterThan(0);
    expect(page.url()).toBe(address);
    await page.mouse.up();
    await expect(page.locator('.follows .ghost')).toHaveCount(0);
    expect(await entries(page)).toBe(before + 1);
    expect(page.url()).toContain('ca9');

    // There and back again is nothing said.
    await page.mouse.down();
    await page.mouse.move(box.x + box.width / 2, y, { steps: 4 });
    await page.mouse.move(end, y, { steps: 4 });
    await page.mouse.up();
    await expect(page.locator('.follows .ghost')).toHaveCount(0);
    expect(await entries(page)).toBe(before + 1);
  });

  test('take “always” as nothing left for the other answers', async ({ open }) => {
    const page = await open(linkTo(story, 'odds'));
    await unfold(page, /How does Russia answer the proposal/);
    await words(page, 'ca').selectOption('always');
    await expect(words(page, 'ch')).toHaveValue('0');
    await expect(words(page, 'ca')).toHaveValue('always');
    expect(await shown(page)).toEqual(known({ 'ceasefire-first': { accept: 9, hold: 0 } }));
    await words(page, 'ca').selectOption('0');
    await expect(page.getByText('All weigh nothing, so this question stays open.')).toBeVisible();
    await page.getByRole('button', { name: 'Leave it open' }).click();
    await expect(page.getByRole('table')).toHaveCount(0);
    await expect(words(page, 'ca')).toHaveValue('');
  });

  test('go on from where the story stands', async ({ open }) => {
    const page = await open(linkTo([...story, 'ca'], 'odds'));
    await expect(page.getByText('How does Russia answer the proposal')).toHaveCount(0);
    await expect(page.getByText('Is a peace agreement signed?')).toBeVisible();
  });

  test('stand beside the story and follow each step', async ({ open }) => {
    const page = await open(withWeights({ ca: 1, ch: 6, zr: 2, zb: 6 }, ''), {
      viewport: { width: 1440, height: 900 },
    });
    const beside = page.getByRole('region', { name: 'Under your odds' });
    await expect(beside.getByText('These are your assumptions')).toBeVisible();
    await expect(beside.locator('[data-ending-odds="fights-on"]')).toContainText('0–86 %');
    await choice(page, 'ca').click();
    await expect(beside.locator('[data-ending-odds="fights-on"]')).toHaveCount(0);
    await expect(beside.locator('[data-ending-odds]').first()).toBeVisible();
    await beside.getByRole('button', { name: 'Change what you weighed' }).click();
    await expect(page.getByRole('heading', { name: 'Your odds', level: 1 })).toBeFocused();
  });

  test('are not beside the story of a reader who said nothing', async ({ open }) => {
    const page = await open(linkTo(story), { viewport: { width: 1440, height: 900 } });
    await expect(page.getByRole('region', { name: 'Under your odds' })).toHaveCount(0);
    await page.getByRole('button', { name: 'Weigh the answers yourself' }).click();
    await expect(page.getByText('Nothing is weighed yet, so nothing is shown.')).toBeVisible();
  });

  test('keep what follows in sight on a phone', async ({ open }) => {
    const page = await open(withWeights({ ca: 1, ch: 6 }, 'odds'), { viewport: { width: 320, height: 640 } });
    await unfold(page, /How does Russia answer the proposal/);
    await slider(page, 'ch').focus();
    await page.keyboard.press('Home');
    const hand = page.locator('.at-hand');
    await expect(hand).toBeInViewport();
    await expect(hand).toContainText('0 %');
    await expect(page.getByText('These are your assumptions')).toBeInViewport();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    await page.getByRole('button', { name: 'All endings' }).click();
    await expect(page.getByRole('heading', { name: 'What follows from them' })).toBeFocused();
  });
});
