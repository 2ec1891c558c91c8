/** Tests that every view shows what loses support when something is left out, and that it can be undone. */
import { expect } from 'playwright/test';
import { describe } from 'vitest';
import { losses, excludedQuotations } from '../../src/analysis/questions/knockout.ts';
import { newest } from '../support/real.ts';
import { violations } from './axe.ts';
import { test } from './page.ts';
import { linkTo } from './reader.ts';

const source = newest.sources.find(({ id }) => id === 'M');
const bare = losses(newest, excludedQuotations(newest, [{ kind: 'source', id: 'M' }])).filter(
  ({ unsupported }) => unsupported,
);
const publisher = new RegExp(source?.publisher ?? '');

describe('leaving out a source', () => {
  test('shows each answer that loses all its support, is kept in the link, and can be undone', async ({
    open,
  }) => {
    const page = await open(linkTo([], 'doubt'));
    await page.getByRole('checkbox', { name: publisher }).check();
    const loses = page.getByRole('region', { name: 'What loses its support' });
    await expect(loses.getByRole('status')).toContainText(`${bare.length} answers have no support left`);
    for (const { answer } of bare) await expect(loses).toContainText(answer.label);
    expect(await violations(page)).toEqual([]);

    await page.reload();
    await expect(page.getByRole('checkbox', { name: publisher })).toBeChecked();
    const line = page.getByText(`You have left out ${source?.publisher}.`);
    await expect(line).toBeVisible();
    await page.getByRole('button', { name: 'Use everything again' }).click();
    await expect(line).toHaveCount(0);
  });

  test('makes no ending better documented, and shows the change for each ending', async ({ open }) => {
    const page = await open(linkTo([], 'doubt'));
    for (const { publisher } of newest.sources)
      await page.getByRole('checkbox', { name: new RegExp(publisher) }).check();
    const rows = page.getByRole('region', { name: 'How each ending can be reached' }).locator('tbody tr');
    await expect(rows).toHaveCount(newest.endings.length);
    for (const row of await rows.all()) {
      const [was, is] = await row.locator('td').allInnerTexts();
      expect(Number(is)).toBeGreaterThanOrEqual(Number(was));
    }
  });
});
