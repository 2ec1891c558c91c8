/** Are the reader’s own odds the reader’s alone, exact, and kept in the link? */
import { expect } from 'playwright/test';
import { describe } from 'vitest';
import { facts, outcomesOf } from '../../src/analysis/facts.ts';
import { readWeights } from '../../src/analysis/odds.ts';
import { answer, real } from '../real.ts';
import { test } from './page.ts';
import { linkTo } from './reader.ts';

const graph = outcomesOf(real);

describe('your odds', () => {
  test('shows nothing before the reader has said something, and has no default', async ({ open }) => {
    const page = await open(linkTo(['s0', 'nx', 'yx', 'tc'], 'odds'));
    await expect(page.getByText('Nothing is weighed yet, so nothing is shown.')).toBeVisible();
    await expect(page.getByRole('table')).toHaveCount(0);
    await page.getByText('How does Russia answer the proposal').click();
    await page.getByLabel(answer('ca').label).selectOption('1');
    // One answer weighed is not enough: the other has no weight of its own accord.
    await expect(page.getByText('Weigh every answer; until then this question stays open.')).toBeVisible();
    await expect(page.getByRole('table')).toHaveCount(0);
  });

  test('are exactly what the analysis finds, and travel with the address', async ({ open }) => {
    const page = await open(linkTo(['s0', 'nx', 'yx', 'tc'], 'odds'));
    await page.getByText('How does Russia answer the proposal').click();
    await page.getByLabel(answer('ca').label).selectOption('1');
    await page.getByLabel(answer('ch').label).selectOption('6');
    await page.getByText('Thirty days pass and there is no agreement').click();
    await page.getByLabel(answer('zr').label).selectOption('2');
    await page
      .getByLabel(answer('zb').label, { exact: true })
      .or(page.locator('#weigh-zb'))
      .first()
      .selectOption('6');
    await expect(page.getByText('These are your assumptions')).toBeVisible();

    const given = { 'ceasefire-first': { accept: 1, hold: 6 }, 'pause-after': { 'runs-on': 2, resume: 6 } };
    const weights = readWeights(graph, given);
    if (!weights.ok) throw new Error('the weights are not right');
    const { odds } = facts(graph, { story: ['s0', 'nx', 'yx', 'tc'], weights: weights.value });
    const shown = async (of: typeof page) =>
      of.locator('tbody td').evaluateAll((cells) => cells.map((cell) => cell.getAttribute('title')));
    const expected = real.endings.map(({ id }) => odds?.[id]?.join(' to '));
    expect(await shown(page)).toEqual(expected);

    // What matters most is shown for the ending asked about: a weight on the pause moves nothing where there is none.
    await page.getByLabel('For the ending').selectOption({ label: 'A pause guarded by neutral nations' });
    const swings = page.locator('.swings li');
    await expect(swings).toHaveCount(4);
    await expect(swings.filter({ hasText: answer('ca').label })).toContainText('always');
    await expect(swings.filter({ hasText: answer('zb').label }).first()).toContainText('0 %');

    const friend = await open(page.url());
    await expect(friend.getByText('These are your assumptions')).toBeVisible();
    expect(await shown(friend)).toEqual(expected);
    await friend.getByRole('button', { name: 'Forget all weights' }).click();
    await expect(friend.getByRole('table')).toHaveCount(0);
    expect(friend.url()).not.toContain('.o-');
  });

  test('go on from where the story stands', async ({ open }) => {
    const page = await open(linkTo(['s0', 'nx', 'yx', 'tc', 'ca'], 'odds'));
    await expect(page.getByText('How does Russia answer the proposal')).toHaveCount(0);
    await expect(page.getByText('Is a peace agreement signed?')).toBeVisible();
  });
});
