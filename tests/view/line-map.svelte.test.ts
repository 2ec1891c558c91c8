/**
 * Tests of the line map and the field of endings: names and states in words, a single tab stop, and the effect of a
 * press.
 */
import axe from 'axe-core';
import { describe, expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page, userEvent } from 'vitest/browser';
import { complete } from '../../src/scenario/complete.ts';
import type { ScenarioFile } from '../../src/scenario/format.ts';
import type { Story } from '../../src/scenario/scenario.ts';
import EndingsField from '../../src/view/map/EndingsField.svelte';
import EndingsSmall from '../../src/view/map/EndingsSmall.svelte';
import LineMap from '../../src/view/map/LineMap.svelte';
import file from '../../seeds/ukraine-2025/scenario.json';
import { around } from './surroundings.ts';

const shipped = complete(file as unknown as ScenarioFile);

async function faultless(element: HTMLElement) {
  const rules = { region: { enabled: false }, 'landmark-one-main': { enabled: false } };
  const { violations } = await axe.run(element, { rules });
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
}

async function map(story: Story, props: object = {}) {
  const set = around(shipped, story);
  const { container } = await render(LineMap, { props, context: set.context });
  const focused = () => document.activeElement?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
  return { ...set, container, focused };
}

describe('the line map', () => {
  it('lists every question and answer with a name and a state in words', async () => {
    const { container } = await map(['ca', 'kx']);
    const list = page.getByRole('list', { name: 'The questions, in the order in which they come up' });
    await expect.element(list).toBeInTheDocument();
    const names = (selector: string) =>
      [...container.querySelectorAll(selector)].map((part) => part.textContent?.replace(/\s+/g, ' ').trim());
    expect(names('.name')).toContain('1Russia: ceasefire?, question 1');
    expect(names('.name')).toContain('3Whose troops?, question 3, asked now');
    expect(names('.name')).toContain('Ukraine: the demands?, not asked');
    await expect
      .element(
        page.getByRole('button', { name: /^Still planning ?: your answer; Stays as it was reported$/ }),
      )
      .toBeInTheDocument();
    await expect
      .element(page.getByRole('button', { name: /^Coalition, invited ?: closed$/ }))
      .toBeInTheDocument();
    await expect
      .element(page.getByRole('button', { name: /^No foreign troops ?: open; Neither article says this$/ }))
      .toBeInTheDocument();
    await faultless(container);
  });

  it('has one stop of the Tab key; the arrow keys move between questions and answers', async () => {
    const { container, focused } = await map(['ca', 'kx']);
    expect(container.querySelectorAll('button[tabindex="0"]').length).toBe(1);
    await userEvent.tab();
    expect(focused()).toContain('Neutral nations: open');
    await userEvent.keyboard('{ArrowRight}');
    expect(focused()).toContain('No foreign troops: open');
    await userEvent.keyboard('{ArrowUp}{ArrowUp}');
    expect(focused()).toContain('Still planning: your answer');
    await userEvent.keyboard('{ArrowLeft}{ArrowLeft}{ArrowLeft}');
    expect(focused()).toContain('Troops promised?');
    await userEvent.keyboard('{Home}');
    expect(focused()).toContain('Russia: ceasefire?');
    expect(container.querySelectorAll('button[tabindex="0"]').length).toBe(1);
  });

  it('shows what an answer would close under the pointer or focus, and gives it when pressed', async () => {
    const { session, container } = await map(['ca', 'kx']);
    await userEvent.tab();
    await userEvent.keyboard('{ArrowRight}');
    expect(session.closing.length).toBeGreaterThan(0);
    expect(container.querySelectorAll('.closing, .dropped').length).toBeGreaterThan(0);
    await userEvent.keyboard('{Enter}');
    expect(session.story).toEqual(['ca', 'kx', 'a0']);
  });

  it('gives no answer that is closed or not asked now', async () => {
    const { session } = await map(['ca', 'kx']);
    for (const name of [
      /^Coalition, invited ?: closed/,
      /^Attacks again ?: open/,
      /^Yes, as it stands ?: your/,
    ])
      await page.getByRole('button', { name }).click();
    expect(session.story).toEqual(['ca', 'kx']);
  });

  it('draws a line to every answer given, in the pattern of its basis', async () => {
    const { container } = await map(['ca', 'kt', 'tc', 'li', 'vk', 'wc', 'gx', 'zt']);
    await expect.poll(() => container.querySelectorAll('svg > path[d]').length).toBeGreaterThan(8);
    const legs = [...container.querySelectorAll('.map > svg > path')].map(
      (path) => /solid|dashed|dotted/.exec(path.getAttribute('class') ?? '')?.[0],
    );
    // The way in, eight answers, and the ending, which is said as much as the last answer.
    expect(legs).toEqual('solid dashed dotted solid dotted dotted dotted dotted dotted dotted'.split(' '));
  });

  it('draws two stories beside each other, and names for each answer the stories that contain it', async () => {
    const stories = [
      ['ca', 'kt', 'tc', 'li', 'vk', 'wc', 'gx', 'zt'],
      ['ca', 'kx', 'a0', 'gx', 'ux', 'zt'],
    ];
    const { container } = await map([], { form: 'worded', stories });
    await expect
      .element(page.getByRole('button', { name: /^Still planning ?: in a story$/ }))
      .toBeInTheDocument();
    await expect.poll(() => container.querySelectorAll('path.second').length).toBeGreaterThan(5);
    await faultless(container);
  });
});

describe('the field of endings', () => {
  it('names every ending with its state in words', async () => {
    const { context } = around(shipped, ['ca', 'kx']);
    const { container } = await render(EndingsField, { context });
    expect(container.querySelectorAll('[data-ending]').length).toBe(shipped.endings.length);
    await expect
      .element(page.getByRole('button', { name: /^Agreement,? ?no troops ?: can still happen$/ }))
      .toBeInTheDocument();
    await expect
      .element(page.getByRole('button', { name: /^Fighting,? ?more help ?: closed$/ }))
      .toBeInTheDocument();
    await faultless(container);
  });

  it('draws all open tiles alike', async () => {
    const { context } = around(shipped);
    const { container } = await render(EndingsField, { context });
    const looks = [...container.querySelectorAll('[data-state="open"]')].map((tile) => {
      const { color, borderTop, backgroundColor } = getComputedStyle(tile);
      return `${color} ${borderTop} ${backgroundColor}`;
    });
    expect(looks.length).toBe(shipped.endings.length);
    expect(new Set(looks).size).toBe(1);
  });

  it('reports which ending is pressed', async () => {
    const { context } = around(shipped);
    const pressed: string[] = [];
    await render(EndingsField, {
      props: { onchoose: ({ id }: { id: string }) => pressed.push(id) },
      context,
    });
    await page.getByRole('button', { name: /^Agreement,? ?no troops/ }).click();
    expect(pressed).toEqual(['peace-no-troops']);
  });

  it('is a single button in its small form, with the number of open endings', async () => {
    const { context } = around(shipped, ['ca']);
    const { container } = await render(EndingsSmall, { context });
    expect(container.querySelectorAll('button').length).toBe(1);
    await expect.element(page.getByRole('button', { name: /13 of 16 endings open/ })).toBeInTheDocument();
    await faultless(container);
  });
});
