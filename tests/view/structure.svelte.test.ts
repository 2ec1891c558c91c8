/** Tests of the view of the structure, in a browser, on scenarios made for one aspect each. */
import { describe, expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import { complete } from '../../src/scenario/complete.ts';
import type { ScenarioFile } from '../../src/scenario/format.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { compile } from '../../src/machine/compile.ts';
import { Session } from '../../src/session/session.svelte.ts';
import Structure from '../../src/view/structure/Structure.svelte';
import { SURROUNDINGS, type Services } from '../../src/view/shell/services.ts';
import known from '../examples/lawful/consent.expected.json';
import consent from '../examples/lawful/consent.scenario.json';
import file from '../../seeds/ukraine-2025/edition-1.json';
import newestFile from '../../seeds/ukraine-2025/scenario.json';
import { fork } from '../zoo/zoo.ts';
import { around } from './surroundings.ts';

const real = complete(file as unknown as ScenarioFile);
const newest = complete(newestFile as unknown as ScenarioFile);

/** What is seen of `element`: without the marks and hints of explained words, and what they open. */
function visible(element: Element): string {
  const copy = element.cloneNode(true) as Element;
  for (const hidden of copy.querySelectorAll('.mark, .unseen, [popover]')) hidden.remove();
  return copy.textContent;
}

async function shown(scenario: Scenario, checkFindings?: Services['checkFindings'], story: string[] = []) {
  const { session, services, open, cite } = around(scenario, story);
  const given = checkFindings ? { ...services, checkFindings } : services;
  const context = new Map([[SURROUNDINGS, { session, services: given, open, cite }]]);
  const { container } = await render(Structure, { context });
  return { session, container };
}

describe('the findings', () => {
  const all = (holds: (id: string) => boolean) =>
    Promise.resolve(real.findings.map(({ id }) => ({ id, holds: holds(id) })));
  const status = page.getByRole('status');

  it('name the place of their check where the host cannot check them', async () => {
    const { container } = await shown(real);
    await expect.element(status).toHaveTextContent('when this page was made.');
    expect(container.querySelectorAll('.check').length).toBe(0);
  });

  it('say that they are being checked, and then that each is true', async () => {
    let answer: (found: { id: string; holds: boolean }[]) => void = () => undefined;
    const { container } = await shown(real, () => new Promise((resolve) => (answer = resolve)));
    await expect.element(status).toHaveTextContent('Your browser is checking them again.');
    answer(real.findings.map(({ id }) => ({ id, holds: true })));
    await expect.element(status).toHaveTextContent('each of them is true of this map');
    await page.getByText('More findings').click();
    expect(container.querySelectorAll('.broken').length).toBe(0);
    expect(container.querySelectorAll('.check').length).toBe(real.findings.length);
  });

  it('mark a finding that does not hold, and are not reported as all holding', async () => {
    const { container } = await shown(real, () => all((id) => id !== 'F4'));
    await expect.element(status).toHaveTextContent('not all of them are true');
    await page.getByText('More findings').click();
    const broken = [...container.querySelectorAll('.broken')];
    expect(broken.map((item) => item.textContent.includes('No way to a full ceasefire'))).toEqual([true]);
    expect(broken[0]?.textContent).toContain('Not true of this map');
  });

  it('count one without a result as not holding', async () => {
    const { container } = await shown(real, () => Promise.resolve([]));
    await expect.element(status).toHaveTextContent('not all of them are true');
    await page.getByText('More findings').click();
    expect(container.querySelectorAll('.broken').length).toBe(real.findings.length);
  });

  it('say so when they could not be checked', async () => {
    await shown(real, () => Promise.reject(new Error('no worker')));
    await expect.element(status).toHaveTextContent('Your browser could not check them again.');
  });

  it('refer to the whole map, even with sources set aside, and say so', async () => {
    const { session } = await shown(real, () => all(() => true));
    session.setAside([{ kind: 'source', id: real.sources[0]?.id ?? '' }]);
    await expect.element(status).toHaveTextContent('each of them is true of this map');
    await expect.element(status).toHaveTextContent('about the whole map');
  });

  it('are shown in full, word for word, three of them before the others', async () => {
    const { container } = await shown(newest);
    const said = () =>
      [...container.querySelectorAll('.finding')].map((item) =>
        [...item.querySelectorAll('.first, .rest')]
          .map((part) => visible(part).replace(/\s+/g, ' ').trim())
          .join(' ')
          .trim(),
      );
    expect(said().length).toBe(3);
    await page.getByText('More findings').click();
    expect(said().sort()).toEqual(newest.findings.map(({ text }) => text).sort());
  });

  it('have the tick beside the checked sentence, not beside the comment', async () => {
    const { container } = await shown(newest, () =>
      Promise.resolve(newest.findings.map(({ id }) => ({ id, holds: true }))),
    );
    await expect.element(status).toHaveTextContent('each of them is true');
    const notes = [...container.querySelectorAll('.finding > .soft')];
    expect(notes.length).toBe(3);
    for (const note of notes) {
      expect(note.textContent).toContain('Our comment:');
      expect(note.querySelector('.check')).toBeNull();
    }
  });

  it('draw as many marks and possible endings as their claims have', async () => {
    const { container } = await shown(newest);
    const [answers, ...fields] = container.querySelectorAll('.finding');
    expect(answers?.querySelectorAll('.marks svg').length).toBe(48);
    expect(fields.map((field) => field.querySelectorAll('i.possible').length)).toEqual([1, 2]);
    for (const field of fields) expect(field.querySelectorAll('i').length).toBe(newest.endings.length);
  });
});

it('a scenario too large to be explored: is shown with its findings and powers as unknown', async () => {
  const { services, open, cite } = around(fork);
  const context = new Map([
    [SURROUNDINGS, { session: new Session(real, null, compile), services, open, cite }],
  ]);
  const { container } = await render(Structure, { context });
  expect(container.textContent).toContain('nothing can be said about all its stories');
});

describe('the table of power over endings', () => {
  const cell = (ending: string, group: string) =>
    document.querySelector<HTMLElement>(`[data-cell="${ending} ${group}"]`);
  const says = (ending: string, group: string) => cell(ending, group)?.textContent?.replace('–', '').trim();
  const [first = '', second = ''] = fork.endings.map(({ id }) => id);
  const [asked = ''] = fork.questions[0]?.actors ?? [];

  it('names the actor who is asked at a fork, and omits the findings where there are none', async () => {
    await page.viewport(1200, 900);
    const { container } = await shown(fork);
    await expect.element(page.getByRole('table')).toBeVisible();
    expect(says(first, asked)).toBe('can guarantee or prevent');
    expect(container.textContent).toContain('This map asks the others nothing');
    expect(container.querySelector('.findings')).toBeNull();
  });

  it('names no actor where the story has ended', async () => {
    await page.viewport(1200, 900);
    await shown(fork, undefined, ['p']);
    await page.getByLabelText('where your story is now').click();
    expect(says(first, asked)).toBe('happens anyway');
    expect(says(second, asked)).toBe('no longer possible');
    cell(first, asked)?.click();
    await expect.element(page.getByText('whatever anybody does.', { exact: false })).toBeVisible();
    expect(document.querySelectorAll('.says button').length).toBe(0);
  });

  it('states which answers to give, and puts the story ahead', async () => {
    await page.viewport(1200, 900);
    const { session } = await shown(fork);
    cell(second, asked)?.click();
    await expect.element(page.getByText('When A is asked: which?')).toBeVisible();
    await expect.element(page.getByText('Answer q').first()).toBeVisible();
    await page.getByRole('button', { name: /how A can guarantee it/ }).click();
    expect(session.ahead).toEqual(['q']);
  });

  it('shows one side at a time on a phone', async () => {
    await page.viewport(360, 800);
    await shown(real);
    await page.getByLabelText('Side').selectOptions('Ukraine');
    const heads = [...document.querySelectorAll('thead th')].map((head) => head.textContent);
    expect(heads).toEqual(['Ending', 'Ukraine']);
  });

  it('has the independently known powers in an example with joint consent', async () => {
    await page.viewport(1200, 900);
    await shown(complete(consent as unknown as ScenarioFile));
    await expect.element(page.getByRole('table')).toBeVisible();
    const power: Readonly<Record<string, { readonly bringAbout: string[]; readonly block: string[] }>> =
      known.power;
    const columns = [
      ['r', 'r'],
      ['u', 'u'],
      ['w', 'w'],
      ['together', 'r+u'],
    ] as const;
    for (const { id } of consent.endings)
      for (const [group, key] of columns) {
        const [bring, prevent] = [power[key]?.bringAbout.includes(id), power[key]?.block.includes(id)];
        expect(says(id, group), `${id} ${group}`).toBe(
          bring
            ? `can guarantee${prevent ? ' or prevent' : ''}`
            : `can ${prevent ? 'prevent' : 'do neither'}`,
        );
      }
  });
});
