/** Tests of the view of the map: the details of a question or an answer, and closing them. */
import { expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page, userEvent } from 'vitest/browser';
import { complete } from '../../src/scenario/complete.ts';
import type { ScenarioFile } from '../../src/scenario/format.ts';
import type { Story } from '../../src/scenario/scenario.ts';
import MapView from '../../src/view/map/MapView.svelte';
import file from '../../seeds/ukraine-2025/scenario.json';
import { around } from './surroundings.ts';

const shipped = complete(file as unknown as ScenarioFile);

async function view(story: Story) {
  const set = around(shipped, story);
  const { container } = await render(MapView, { context: set.context });
  const detail = () => container.querySelector('.detail')?.textContent?.replace(/\s+/g, ' ') ?? '';
  return { ...set, detail };
}
const mark = (name: RegExp) => page.getByRole('button', { name });

it('the map view: states the number of open endings at its head, and leads back to the story', async () => {
  await view(['ca', 'kx']);
  await expect.element(page.getByText(/^\d+ of 16 endings open$/).first()).toBeInTheDocument();
  await expect.element(page.getByRole('link', { name: 'Back to the story' })).toBeInTheDocument();
});

it('the map view: lists every answer of an opened question, including closed ones by name', async () => {
  const { detail } = await view(['ca', 'kx']);
  await mark(/^Russia: ceasefire\?/).click();
  const [first] = shipped.questions;
  for (const { label } of first?.answers ?? []) expect(detail()).toContain(label);
  expect(detail()).toContain('your answer');
});

it('the map view: says why an answer is closed, and offers to give an open one', async () => {
  const { session, detail } = await view(['ca', 'kx']);
  await mark(/^Coalition, invited ?: closed$/).click();
  expect(detail()).toContain('Not possible here.');
  await userEvent.hover(mark(/^No foreign troops ?: open/));
  await page.getByRole('button', { name: 'Give this answer' }).click();
  expect(session.story.length).toBe(3);
  expect(detail()).not.toContain('Not possible here.');
});

it('the map view: changes an answer from its question', async () => {
  const { session } = await view(['ca', 'kx']);
  await mark(/^Russia: ceasefire\?/).click();
  const before = session.story[0];
  await page
    .getByRole('listitem')
    .getByRole('button', { name: /^Russia demands instead/ })
    .last()
    .click();
  expect(session.story[0]).not.toBe(before);
});

it('the map view: closes the details with Esc, and returns the focus to the map', async () => {
  const { detail } = await view(['ca', 'kx']);
  await mark(/^Russia: ceasefire\?/).click();
  const focused = document.activeElement;
  page
    .getByRole('button', { name: /^Russia demands instead/ })
    .last()
    .element()
    .focus();
  await userEvent.keyboard('{Escape}');
  expect(detail()).toContain('Point at an answer');
  expect(document.activeElement).toBe(focused);
});
