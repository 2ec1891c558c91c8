/** What the parts of the reader’s odds show, in a real browser. */
import axe from 'axe-core';
import { describe, expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
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
  it('hold every ending that is open, in its place, with its name for who cannot see the place', async () => {
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

  it('say so where nothing that was weighed can still come up', async () => {
    const { context } = weighed({ s0: 1 });
    const { container } = await render(OddsBeside, { context });
    expect(container.textContent).toContain('Nothing you weighed can still come up');
    expect(container.querySelector('table')).toBe(null);
  });
});

describe('the reader’s odds', () => {
  it('say of a folded question what was said of it', async () => {
    const { context } = weighed({ ca: 9, ch: 0, zr: 4, zb: 6 });
    const { container } = await render(OddsView, { context });
    const said = [...container.querySelectorAll('.question .said li strong')].map((word) => word.textContent);
    expect(said).toEqual(['always', 'never (0)', 'between even and likely (4)', 'likely (6)']);
    await faultless(container);
  });
});
