/** Tests of the components of the reader’s odds, in a browser. */
import axe from 'axe-core';
import { describe, expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import { complete } from '../../src/scenario/complete.ts';
import type { ScenarioFile } from '../../src/scenario/format.ts';
import OddsBeside from '../../src/view/odds/OddsBeside.svelte';
import OddsView from '../../src/view/odds/OddsView.svelte';
import file from '../../seeds/ukraine-2025/edition-1.json';
import { around } from './surroundings.ts';

const real = complete(file as unknown as ScenarioFile);
const story = ['s0', 'nx', 'yx', 'tc'];

async function faultless(element: HTMLElement) {
  const rules = { region: { enabled: false }, 'landmark-one-main': { enabled: false } };
  const { violations } = await axe.run(element, { rules });
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
}

const weighed = (weights: Record<string, number>) => {
  const { session, context } = around(real, story);
  session.openPlace({ ...session.place, weights: new Map(Object.entries(weights)) }, session.whole.edition);
  return { session, context };
};

describe('the odds beside the story', () => {
  it('list every open ending in its place, with its name for screen readers', async () => {
    const { session, context } = weighed({ ca: 1, ch: 6 });
    const { container } = await render(OddsBeside, { context });
    const cells = [...container.querySelectorAll<HTMLElement>('[data-ending-odds]')];
    expect(cells.map((cell) => cell.dataset.endingOdds).sort()).toEqual(
      [...session.open.endings].map(({ id }) => id).sort(),
    );
    for (const ending of session.open.endings)
      expect(container.querySelector(`[data-ending-odds="${ending.id}"]`)?.textContent).toContain(
        ending.title,
      );
    await faultless(container);
  });

  it('say so where no weighted question can still come up', async () => {
    const { context } = weighed({ s0: 1 });
    const { container } = await render(OddsBeside, { context });
    expect(container.textContent).toContain('None of the questions you weighed can still come up');
    expect(container.querySelector('table')).toBe(null);
  });
});

describe('the reader’s odds', () => {
  it('show the share of each answer beside it, and draw no range from never to certain', async () => {
    const { session, context } = weighed({ ca: 1, ch: 3 });
    const { container } = await render(OddsView, { context });
    for (const summary of container.querySelectorAll<HTMLElement>('.ask summary')) summary.click();
    await expect.element(page.getByText('(75 %)')).toBeVisible();
    const shown = [...container.querySelectorAll<HTMLElement>('[data-ending]')];
    expect(shown.length).toBe(session.open.endings.size);
    for (const row of shown)
      expect(row.querySelector('svg') === null, row.textContent).toBe(row.dataset.range === '0 to 1');
    await faultless(container);
  });

  it('ask about three questions first, and show nothing before a weight is set', async () => {
    const { context } = around(real, []);
    const { container } = await render(OddsView, { context });
    expect(container.querySelectorAll('.ask > fieldset').length).toBe(3);
    expect(container.querySelector('.follow svg')).toBeNull();
    await expect.element(page.getByText('Nothing yet.', { exact: false })).toBeVisible();
    await faultless(container);
  });
});
