/** Tests of the exports while a lesson conceals something, and for a map whose graph is not known. */
import { describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { EMPTY } from '../../src/lesson/lesson.ts';
import type { AlongPart, TakeAlong as Along } from '../../src/view/shell/services.ts';
import StoryOnPaper from '../../src/view/story/StoryOnPaper.svelte';
import TakeAlong from '../../src/view/shell/TakeAlong.svelte';
import { fork } from '../zoo/zoo.ts';
import { around } from './surroundings.ts';

const nothing: Along = {
  text: () => ({ name: 'a', type: 'text/plain', content: '' }),
  svg: () => ({ name: 'a', type: 'text/plain', content: '' }),
  png: () => Promise.reject(new Error('No drawing here.')),
  book: null,
  lessonBook: null,
};

async function show(along: () => Promise<Along>, part?: AlongPart) {
  const { session, services, context } = around(fork, ['p']);
  const [[key, surroundings]] = [...context] as [[symbol, ReturnType<typeof around>]];
  const given = new Map([[key, { ...surroundings, services: { ...services, takeAlong: along } }]]);
  await render(TakeAlong, { props: { part, onclose: () => undefined }, context: given });
  return { session, context: given };
}

describe('the export dialog', () => {
  test('begins at the requested part', async () => {
    await show(() => Promise.resolve(nothing), 'picture');
    await expect.element(page.getByRole('heading', { name: 'A picture' })).toHaveFocus();
  });

  test('is closed until the replies are given to a lesson that asks for the basis of a step', async () => {
    const { session, context } = await show(() => Promise.resolve(nothing));
    await expect.element(page.getByRole('button', { name: 'Print' })).toBeVisible();
    const tasks = [{ kind: 'basis' as const, at: 'which', prompt: '' }];
    session.openPlace({ ...session.place, lesson: { ...EMPTY, tasks } }, 1);
    await expect.element(page.getByText(/A task of this lesson is still open/)).toBeVisible();
    expect(page.getByRole('button', { name: 'Print' }).elements()).toEqual([]);
    const paper = await render(StoryOnPaper, { context });
    await expect.element(paper.getByText('[yours to say]')).toBeInTheDocument();
    session.reply(0, 'assumption');
    await expect.element(page.getByRole('button', { name: 'Print' })).toBeVisible();
  });

  test('has no picture of the map where a lesson hides the map', async () => {
    const { session } = await show(() => Promise.resolve(nothing));
    await expect.element(page.getByRole('button', { name: /SVG.*the map/ })).toBeVisible();
    session.teach({ ...EMPTY, hidden: ['map'] });
    await expect.element(page.getByRole('button', { name: /SVG.*the wide picture/ })).toBeVisible();
    expect(page.getByRole('button', { name: /the map/ }).elements()).toEqual([]);
  });

  test('has no numbered book of a map too large to be explored', async () => {
    await show(() => Promise.resolve(nothing));
    await expect.element(page.getByRole('button', { name: /Markdown/ })).toBeEnabled();
    expect(page.getByRole('heading', { name: 'A numbered book' }).elements()).toEqual([]);
  });

  test('reports that the browser cannot draw', async () => {
    await show(() => Promise.resolve(nothing));
    await page.getByRole('button', { name: /PNG.*the wide picture/ }).click();
    await expect
      .element(page.getByText('This browser cannot make a PNG of it. The SVG file shows the same.'))
      .toBeVisible();
  });

  test('says what to do where a part cannot be fetched', async () => {
    await show(() => Promise.reject(new Error('offline')));
    await expect.element(page.getByText(/did not load/)).toBeVisible();
  });
});
