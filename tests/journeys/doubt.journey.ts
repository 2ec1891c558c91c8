/** Does the page show what fades when something is set aside, everywhere, and bring it all back? */
import { expect } from 'playwright/test';
import { describe } from 'vitest';
import { losses, setAside } from '../../src/analysis/questions/knockout.ts';
import { real } from '../support/real.ts';
import { test } from './page.ts';
import { choice, linkTo } from './reader.ts';

const source = real.sources.find(({ id }) => id === 'L');
const lost = losses(real, setAside(real, [{ kind: 'source', id: 'L' }]));
const bare = lost.filter(({ bare }) => bare);

describe('setting something aside', () => {
  test('shows each answer that loses all it rests on, in the list, the story and the map', async ({
    open,
  }) => {
    const page = await open(linkTo(['s0', 'nx'], 'sources'));
    await page.getByRole('button', { name: /^Set an article/ }).click();
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
    await page.getByRole('checkbox', { name: new RegExp(source?.publisher ?? '') }).check();
    const fades = page.getByRole('region', { name: 'What fades' });
    await expect(fades.getByRole('status')).toContainText(
      `${bare.length} answers lose all that they rest on`,
    );
    for (const { answer } of bare) await expect(fades).toContainText(answer.label);

    // `ya` is urged by words of that article alone; the question after `nx` shows it.
    await page.getByRole('button', { name: 'Back to the story' }).click();
    await expect(choice(page, 'ya')).toContainText('What if?');
    await expect(choice(page, 'ya')).toContainText('you set aside what it rests on');
    await page.getByRole('button', { name: 'Map', exact: true }).click();
    await expect(page.locator('.map-view .row.bare')).toHaveCount(bare.length);
  });

  test('travels with the link, stays in sight, and is taken back', async ({ open }) => {
    const page = await open(linkTo(['s0', 'nx'], 'doubt'));
    await page.getByRole('checkbox', { name: new RegExp(source?.publisher ?? '') }).check();
    await page.reload();
    await expect(page.getByRole('checkbox', { name: new RegExp(source?.publisher ?? '') })).toBeChecked();
    const line = page.getByText(`You have set aside ${source?.publisher}.`);
    for (const view of ['Story', 'Reported', 'Walks', 'Structure']) {
      await page.getByRole('button', { name: view, exact: true }).click();
      await expect(line).toBeVisible();
    }
    await page.getByRole('button', { name: 'Take it back' }).click();
    await expect(line).toHaveCount(0);
    await page.getByRole('button', { name: 'Story', exact: true }).click();
    await expect(choice(page, 'ya')).toContainText('Urged');
  });

  test('can be one sentence, from where it is cited', async ({ open }) => {
    const page = await open(linkTo([], 'structure'));
    const id = page.getByRole('button', { name: /^Quotation / }).first();
    const name = (await id.innerText()).trim();
    await id.click();
    await page.getByRole('button', { name: 'Set this sentence aside' }).click();
    await expect(page.getByText('You have set this aside.')).toBeVisible();
    await page.getByRole('button', { name: 'Close' }).click();
    await expect(page.getByText(`You have set aside ${name}.`)).toBeVisible();
  });

  test('makes no ending better documented, and says how much worse', async ({ open }) => {
    const page = await open(linkTo([], 'doubt'));
    for (const box of await page.getByRole('checkbox').all()) await box.check();
    const rows = page.getByRole('region', { name: 'What each ending takes now' }).locator('tbody tr');
    await expect(rows).toHaveCount(real.endings.length);
    for (const row of await rows.all()) {
      const [was, is] = await row.locator('td').allInnerTexts();
      expect(Number(is)).toBeGreaterThanOrEqual(Number(was));
    }
  });
});
