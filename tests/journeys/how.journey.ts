/** Does the page say how an ending could happen, and who must agree, as the analysis has it? */
import { expect } from 'playwright/test';
import { describe } from 'vitest';
import { facts, outcomesOf } from '../../src/analysis/judge/facts.ts';
import { actorName } from '../../src/words/terms/people.ts';
import { answer, real, walk } from '../support/real.ts';
import { test } from './page.ts';
import { labels, linkTo, openEndings, steps } from './reader.ts';

const graph = outcomesOf(real);
const known = facts(graph);

describe('how could this happen', () => {
  test('is asked from the grid, and answered from where the story stands', async ({ open }) => {
    const page = await open(linkTo(['s0', 'nx', 'yx', 'tc', 'ca']));
    const grid = page.getByRole('complementary', { name: 'Where this can still end' });
    await grid.getByRole('button', { name: 'A pause guarded by neutral nations: open from here' }).click();
    await grid.getByRole('button', { name: 'How could this happen?' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
    await expect(page.getByLabel('Ending', { exact: true })).toHaveValue('pause-neutral');
    await expect(page.getByText('It is open from where your story stands.')).toBeVisible();
    const here = facts(graph, { story: ['s0', 'nx', 'yx', 'tc', 'ca'] }).endings['pause-neutral'];
    const must = page.getByRole('region', { name: 'What every way contains' });
    await expect(must.getByRole('listitem')).toHaveCount(here?.necessary?.length ?? -1);
    await expect(page.getByText(`${here?.shortest} answers;`).first()).toBeVisible();
    // The address holds the view and the ending.
    await page.reload();
    await expect(page.getByLabel('Ending', { exact: true })).toHaveValue('pause-neutral');
  });

  test.for(real.endings.map(({ id }) => id))(
    'names whom %s needs, and what every way to it contains',
    async (id, { open }) => {
      const page = await open(linkTo([], 'how'));
      await page.getByLabel('Ending', { exact: true }).selectOption(id);
      const expected = known.endings[id];
      const stands = page.getByRole('region', { name: 'How it stands' });
      if (expected?.needs.length)
        for (const actor of expected.needs) await expect(stands).toContainText(actorName(real, actor));
      else await expect(stands).toContainText('No party alone can prevent it');
      const must = page.getByRole('region', { name: 'What every way contains' }).getByRole('listitem');
      await expect(must).toHaveCount(expected?.necessary?.length ?? -1);
      const ways = page.getByRole('region', { name: /^Ways to it/ });
      await expect(ways).toContainText(`${expected?.shortest} answers`);
      await expect(ways).toContainText(`${expected?.undocumented} not documented`);
    },
  );

  test('lays each way ahead so that it can be walked to that ending', async ({ open }) => {
    for (const nth of [0, 1, 2]) {
      const page = await open(linkTo(['s0', 'nx'], 'how'));
      await page.getByLabel('Ending', { exact: true }).selectOption('peace-accepted');
      const walks = page.getByRole('button', { name: /^Walk this way/ });
      if (nth >= (await walks.count())) continue;
      await walks.nth(nth).click();
      await expect(steps(page)).toHaveCount(2);
      const forward = page.getByRole('button', { name: 'Forward', exact: true });
      while (await forward.count()) await forward.click();
      expect(await openEndings(page)).toEqual(['peace-accepted']);
    }
  });

  test('says of a closed ending which step closed it, and starts from before that step', async ({ open }) => {
    const page = await open(linkTo(walk('W3'), 'how'));
    await page.getByLabel('Ending', { exact: true }).selectOption('sky-sea-truce');
    const stands = page.getByRole('region', { name: 'How it stands' });
    await expect(stands).toContainText(`Step 5 closed it: ${answer('ca').label}`);
    await page
      .getByRole('button', { name: /^Walk this way/ })
      .first()
      .click();
    expect(await labels(page)).toEqual(
      walk('W3')
        .slice(0, 4)
        .map((code) => answer(code).label),
    );
  });
});

describe('every view of the analysis', () => {
  test('shows no count of stories anywhere, and no chance', async ({ open }) => {
    for (const view of ['how', 'structure', 'map', '']) {
      const page = await open(linkTo(['s0'], view));
      await page.getByRole('heading', { level: 1 }).waitFor();
      const text = await page.locator('body').innerText();
      expect(text).not.toMatch(/\d[\d,]* stories|818|511|%|\bchance|\blikel/i);
    }
  });
});
