/** What the view of the structure says, in a real browser, on scenarios made for one thing each. */
import { describe, expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import { complete } from '../../src/scenario/complete.ts';
import type { ScenarioFile } from '../../src/scenario/format.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { compile } from '../../src/machine/compile.ts';
import { Session } from '../../src/session/session.svelte.ts';
import Structure from '../../src/view/structure/Structure.svelte';
import { SURROUNDINGS, type Host } from '../../src/view/shell/host.ts';
import known from '../examples/lawful/consent.expected.json';
import consent from '../examples/lawful/consent.scenario.json';
import file from '../../seeds/ukraine-2025/edition-1.json';
import { fork } from '../zoo/zoo.ts';
import { around } from './surroundings.ts';

const real = complete(file as unknown as ScenarioFile);

async function shown(scenario: Scenario, checkFindings?: Host['checkFindings'], story: string[] = []) {
  const { session, host, open, cite } = around(scenario, story);
  const given = checkFindings ? { ...host, checkFindings } : host;
  const context = new Map([[SURROUNDINGS, { session, host: given, open, cite }]]);
  const { container } = await render(Structure, { context });
  return { session, container };
}

describe('the findings', () => {
  const all = (holds: (id: string) => boolean) =>
    Promise.resolve(real.findings.map(({ id }) => ({ id, holds: holds(id) })));
  const status = page.getByRole('status');

  it('say where they were checked when the host has nothing to check them with', async () => {
    const { container } = await shown(real);
    await expect.element(status).toHaveTextContent('when this page was made.');
    expect(container.querySelectorAll('.holds').length).toBe(0);
  });

  it('say that they are being checked, and then that each holds', async () => {
    let answer: (found: { id: string; holds: boolean }[]) => void = () => undefined;
    const { container } = await shown(real, () => new Promise((resolve) => (answer = resolve)));
    await expect.element(status).toHaveTextContent('Your browser is checking them again.');
    answer(real.findings.map(({ id }) => ({ id, holds: true })));
    await expect.element(status).toHaveTextContent('Checked just now in your browser');
    await expect.element(status).toHaveTextContent('each of them holds');
    expect(container.querySelectorAll('.broken').length).toBe(0);
    expect(container.querySelectorAll('.holds').length).toBe(real.findings.length);
  });

  it('mark one that does not hold, and do not say that all do', async () => {
    const { container } = await shown(real, () => all((id) => id !== 'F4'));
    await expect.element(status).toHaveTextContent('not all of them hold');
    const broken = [...container.querySelectorAll('.broken')];
    expect(broken.map((item) => item.textContent.includes('No way to a full ceasefire'))).toEqual([true]);
    expect(broken[0]?.textContent).toContain('Does not hold');
  });

  it('take what was not answered for as not holding', async () => {
    const { container } = await shown(real, () => Promise.resolve([]));
    await expect.element(status).toHaveTextContent('not all of them hold');
    expect(container.querySelectorAll('.broken').length).toBe(real.findings.length);
  });

  it('say so when they could not be checked', async () => {
    await shown(real, () => Promise.reject(new Error('no worker')));
    await expect.element(status).toHaveTextContent('Your browser could not check them again.');
  });

  it('are of the whole map, whatever is set aside, and say so', async () => {
    const { session } = await shown(real, () => all(() => true));
    session.setAside([{ kind: 'source', id: real.sources[0]?.id ?? '' }]);
    await expect.element(status).toHaveTextContent('each of them holds');
    await expect.element(status).toHaveTextContent('findings are about the whole map');
  });

  it('stand whole on the page, word for word', async () => {
    const { container } = await shown(real);
    const said = [...container.querySelectorAll('.findings li')].map((item) =>
      [...item.querySelectorAll('.lead, .rest')].map((part) => part.textContent.trim()).join(' '),
    );
    expect(said).toEqual(real.findings.map(({ text }) => text));
  });
});

it('says of a scenario too large to be explored that this is not known', async () => {
  const { host, open, cite } = around(fork);
  const context = new Map([[SURROUNDINGS, { session: new Session(real, null, compile), host, open, cite }]]);
  const { container } = await render(Structure, { context });
  expect(container.textContent).toContain('what its structure shows is not known');
});

describe('who can decide what', () => {
  const cell = (row: number, column: number) =>
    document.querySelector(`[data-cell="${row} ${column}"]`)?.getAttribute('aria-label');

  it('of a fork lies with the one who is asked; nothing is said of findings where there are none', async () => {
    await page.viewport(1200, 900);
    const { container } = await shown(fork);
    await expect.element(page.getByRole('grid')).toBeVisible();
    expect(cell(0, 0)).toBe('A: can bring it about, or prevent it');
    expect(cell(1, 1)).toBe('Each other party: can do neither');
    expect(container.querySelector('.findings')).toBeNull();
    expect(container.textContent).not.toContain('Checked');
  });

  it('is nobody’s any more where the story is over', async () => {
    await page.viewport(1200, 900);
    await shown(fork, undefined, ['p']);
    await page.getByLabelText('where your story stands').click();
    expect(cell(0, 0)).toBe('A: comes about whatever anybody does');
    expect(cell(1, 0)).toBe('A: closed from here');
    document.querySelector('[data-cell="0 0"]')?.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    await expect.element(page.getByText('whatever anybody does.', { exact: false })).toBeVisible();
    expect(document.querySelectorAll('.says button').length).toBe(0);
  });

  it('tells what to answer where, and lays the story ahead', async () => {
    await page.viewport(1200, 900);
    const { session } = await shown(fork);
    document.querySelector('[data-cell="1 0"]')?.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    await expect.element(page.getByText('When A is asked: which?')).toBeVisible();
    await expect.element(page.getByText('Answer q').first()).toBeVisible();
    await page.getByRole('button', { name: /Show this as a story.*bring it about/ }).click();
    expect(session.ahead).toEqual(['q']);
  });

  it('is, where consent is joint, what is known of that example from outside', async () => {
    await page.viewport(1200, 900);
    const { container } = await shown(complete(consent as unknown as ScenarioFile));
    await expect.element(page.getByRole('grid')).toBeVisible();
    const power: Readonly<Record<string, { readonly bringAbout: string[]; readonly block: string[] }>> =
      known.power;
    const columns = [
      ['R', 'r'],
      ['U', 'u'],
      ['W', 'w'],
      ['R and U together', 'r+u'],
    ] as const;
    const says = [...container.querySelectorAll('[role="gridcell"]')].map((one) => one.ariaLabel);
    expect(says).toEqual(
      consent.endings.flatMap(({ id }) =>
        columns.map(([name, key]) => {
          const [bring, prevent] = [power[key]?.bringAbout.includes(id), power[key]?.block.includes(id)];
          if (bring) return `${name}: can bring it about${prevent ? ', or prevent it' : ''}`;
          return `${name}: can ${prevent ? 'prevent it' : 'do neither'}`;
        }),
      ),
    );
  });
});
