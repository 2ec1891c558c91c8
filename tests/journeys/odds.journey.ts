/** Tests that the odds come only from the reader’s weights, are exact, and are kept in the link. */
import type { Page } from 'playwright';
import { expect } from 'playwright/test';
import { describe } from 'vitest';
import { facts, outcomesOf } from '../../src/analysis/judge/facts.ts';
import { readWeights } from '../../src/analysis/questions/odds.ts';
import { EMPTY_LINK, encodeLink } from '../../src/codec/link.ts';
import { newest } from '../support/real.ts';
import { oddsWords } from '../../src/words/views/odds.ts';
import { test } from './page.ts';
import { choice, linkTo } from './reader.ts';

const first = newest.questions[0];
const codes = first?.answers.map(({ code }) => code) ?? [];
const weight = (page: Page, code: string) => page.locator(`#weigh-${code}`);

/** Lays open the questions that are not among the three asked first. */
async function unfold(page: Page): Promise<void> {
  await page.getByRole('heading', { name: oddsWords.title }).waitFor();
  await page.locator('summary', { hasText: oddsWords.others }).click();
  await weight(page, codes[0] ?? '').waitFor();
}

const withWeights = (weights: Record<string, number>, view: string) =>
  `#${encodeLink({ ...EMPTY_LINK, edition: newest.edition, story: [], view, weights: new Map(Object.entries(weights)) })}`;

describe('the reader’s odds', () => {
  test('are empty before the reader has set a weight, and have no default', async ({ open }) => {
    const page = await open(linkTo([], 'odds'));
    await unfold(page);
    await expect(page.getByText(oddsWords.nothing)).toBeVisible();
    for (const code of codes) await expect(weight(page, code)).toHaveValue('');
    // One weighted answer is not enough: the others have no default weight.
    await weight(page, codes[0] ?? '').selectOption({ index: 1 });
    await expect(page.getByText(oddsWords.nothing)).toBeVisible();
  });

  test('are kept in the address, on a reload and for another reader', async ({ open }) => {
    const page = await open(linkTo([], 'odds'));
    await unfold(page);
    for (const code of codes) await weight(page, code).selectOption({ index: 2 });
    await expect.poll(() => page.url()).toContain('.o-');
    const said = async (on: Page) => Promise.all(codes.map((code) => weight(on, code).inputValue()));
    const before = await said(page);
    // The shown odds are exactly those of the analysis.
    const graph = outcomesOf(newest);
    const weights = readWeights(graph, {
      [first?.id ?? '']: Object.fromEntries(
        (first?.answers ?? []).map(({ id }, at) => [id, Number(before[at])]),
      ),
    });
    if (!weights.ok) throw new Error('the weights are not right');
    const { odds } = facts(graph, { weights: weights.value });
    const ranges = await page
      .locator('[data-range]')
      .evaluateAll((rows) => (rows as HTMLElement[]).map(({ dataset }) => [dataset.ending, dataset.range]));
    expect(ranges).toEqual(newest.endings.map(({ id }) => [id, odds?.[id]?.join(' to ')]));

    const other = await open(page.url().slice(page.url().indexOf('#')));
    await unfold(other);
    expect(await said(other)).toEqual(before);
    await expect(other.getByText(oddsWords.nothing)).toHaveCount(0);
  });

  test('give the other answers no share where one is “certain”', async ({ open }) => {
    const page = await open(linkTo([], 'odds'));
    await unfold(page);
    const [one = '', ...others] = codes;
    await weight(page, one).selectOption('certain');
    for (const code of others) await expect(weight(page, code)).toHaveValue('0');
    await expect(page.getByText(oddsWords.certainMeans)).toBeVisible();
  });

  test('are named as someone else’s where a link contains them, until the reader starts without weights', async ({
    open,
  }) => {
    const weights = Object.fromEntries(codes.map((code, at) => [code, at + 1]));
    const page = await open(withWeights(weights, ''));
    await expect(page.getByText(oddsWords.besideHanded, { exact: true })).toBeVisible();
    await expect(page.getByText(oddsWords.theirs)).toBeVisible();
    await page.getByRole('button', { name: oddsWords.useOwn }).click();
    await unfold(page);
    await expect(page.getByText(oddsWords.handed)).toHaveCount(0);
    await expect(page.getByText(oddsWords.theirs)).toHaveCount(0);
    for (const code of codes) await expect(weight(page, code)).toHaveValue('');
    for (const code of codes) await weight(page, code).selectOption({ index: 2 });
    await expect(page.getByText(oddsWords.yours)).toBeVisible();

    const other = await open(withWeights(weights, 'odds'));
    await expect(other.locator('.note', { hasText: oddsWords.handed })).toBeVisible();
  });

  test('are shown beside the story, but not for a reader without weights', async ({ open }) => {
    const weights = Object.fromEntries(codes.map((code, at) => [code, at + 1]));
    const page = await open(withWeights(weights, ''));
    await expect(page.getByText(oddsWords.besideHanded, { exact: true })).toBeVisible();
    const bare = await open(linkTo([]));
    await choice(bare, codes[0] ?? '').waitFor();
    await expect(bare.locator('#under-odds')).toHaveCount(0);
  });
});
