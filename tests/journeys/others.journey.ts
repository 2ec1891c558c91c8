/** Tests the main paths in other families of browsers than Chromium. */
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { encodeLesson } from '../../src/codec/lesson.ts';
import { EMPTY_LINK, encodeLink } from '../../src/codec/link.ts';
import { EMPTY, type Lesson } from '../../src/lesson/lesson.ts';
import { newest } from '../support/real.ts';
import { answer, linkTo, walk } from './reader.ts';
import { firefox, missing, webkit, type Driven } from './others.ts';
import { classLink } from './thirty.ts';

const until = async (browser: Driven, body: string, argument?: unknown): Promise<unknown> => {
  for (let tries = 0; tries < 200; tries++) {
    const found = await browser.run(body, argument);
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`It never came to this: ${body} (${JSON.stringify(argument)})`);
};

/** The answers of the story so far: its steps above a question, the marks of its path at an ending. */
const STEPS = `[...document.querySelectorAll('section[aria-labelledby="so-far"] li.step, .ending ol.path > li')].filter((step) => !step.matches('.ending li.step'))`;
const LABELS = `return ${STEPS}.map((step) => step.querySelector('.label').textContent.trim());`;
const choose = async (browser: Driven, code: string, step: number) => {
  await until(
    browser,
    `const button = document.querySelector('main [data-code="' + argument + '"]'); button?.click(); return Boolean(button);`,
    code,
  );
  await until(browser, `return ${STEPS}.length === argument;`, step);
};

const families: readonly [string, string, () => Promise<Driven>][] = [
  ['Firefox', missing.firefox, firefox],
  ['WebKit', missing.webkit, webkit],
];

describe.each(families)('in %s', (_name, reason, start) => {
  let browser: Driven;
  beforeAll(async () => {
    if (reason === '') browser = await start();
  });
  afterAll(() => (reason === '' ? browser.close() : undefined));

  it('a walk can be told, shared, undone and viewed in every view', async ({ skip }) => {
    skip(reason !== '', reason);
    const site = inject('site');
    if (!site.ok) throw new Error(site.problem);
    await browser.open(site.address);
    const story = walk('W3');
    for (const [at, code] of story.slice(0, -1).entries()) await choose(browser, code, at + 1);
    expect(await browser.run(LABELS)).toEqual(story.slice(0, -1).map((code) => answer(code).label));
    await choose(browser, story.at(-1) ?? '', story.length);
    const ending = newest.endings.find(({ id }) => id === newest.walks.find(({ id }) => id === 'W3')?.ends);
    expect(await browser.run(`return document.querySelector('#ending').textContent;`)).toContain(
      ending?.title,
    );
    // The address is the story: back, and a friend’s page.
    const address = (await browser.run('return location.href;')) as string;
    await browser.back();
    await until(browser, `return ${STEPS}.length === argument;`, story.length - 1);
    await browser.open(address);
    await until(browser, `return ${STEPS}.length === argument;`, story.length);

    // Every view opens and has its heading.
    for (const view of [
      'map',
      'how',
      'odds',
      'structure',
      'sources',
      'doubt',
      'compare',
      'walks',
      'reported',
    ]) {
      await browser.open(site.address + linkTo(story.slice(0, 5), view));
      await until(browser, `return document.querySelector('main h1')?.textContent;`);
    }
    await browser.open(`${site.address}#1.1.s0nx.xxxx`);
    await until(browser, `return document.body.textContent.includes('is damaged');`);
    // Nothing is wider than the page.
    expect(await browser.run('return document.documentElement.scrollWidth <= innerWidth;')).toBe(true);
  });

  it('an embed can be answered, and its frame has its height', async ({ skip }) => {
    skip(reason !== '', reason);
    const site = inject('site');
    if (!site.ok) throw new Error(site.problem);
    await browser.open(`${site.address}embed.html`);
    for (const code of walk('W3').slice(0, 3)) {
      const press = `const button = document.querySelector('button[data-code="' + argument + '"]'); button?.click(); return Boolean(button);`;
      await until(browser, press, code);
      await until(
        browser,
        `return document.querySelector('button[data-code="' + argument + '"]') === null && document.querySelector('h2').textContent !== '';`,
        code,
      );
    }
    await browser.open(`${site.address}hosts/article.html`);
    // Far below, it is fetched only when it comes near.
    await browser.run(`document.querySelector('iframe').scrollIntoView();`);
    await until(browser, `return document.querySelector('iframe').clientHeight !== argument;`, 700);
  });

  it('a lesson can be worked on, resumed, handed in and gathered', async ({ skip }) => {
    skip(reason !== '', reason);
    const site = inject('site');
    if (!site.ok) throw new Error(site.problem);
    const write = (selector: string, words: string) =>
      until(
        browser,
        `const [selector, words] = argument; const field = document.querySelector(selector); if (!field) return false;
         field.value = words; field.dispatchEvent(new Event('input', { bubbles: true })); return true;`,
        [selector, words],
      );
    const press = (label: string) =>
      until(
        browser,
        `const button = [...document.querySelectorAll('button')].find(({ textContent }) => textContent.trim() === argument);
         button?.click(); return Boolean(button);`,
        label,
      );
    const told = (steps: number) => until(browser, `return ${STEPS}.length === argument;`, steps);
    const lesson: Lesson = {
      ...EMPTY,
      title: 'Who said it?',
      tasks: [{ kind: 'text', at: 'start', prompt: '' }],
    };
    const link = encodeLink({ ...EMPTY_LINK, edition: newest.edition, lesson: encodeLesson(lesson) });
    await browser.open(`${site.address}#${link}`);
    await write('textarea', 'It will end.');
    const story = walk('W3').slice(0, 4);
    for (const [at, code] of story.entries()) await choose(browser, code, at + 1);
    // The same link again: the work is offered, once it had the time to be written, and goes on.
    await new Promise((resolve) => setTimeout(resolve, 500));
    await browser.open(`${site.address}#${link}`);
    await press('Go on with it');
    await told(story.length);
    await press('Hand in');
    await write('#label', 'Blue 7');
    const text = (await until(
      browser,
      `const field = document.querySelector('#text'); return field?.value.includes('Blue 7') && field.value;`,
    )) as string;
    expect(text).toContain('It will end.');

    await browser.open(site.address + classLink);
    await write('#paste', text);
    await press('Collect the links');
    await until(
      browser,
      `return document.querySelector('#gathered')?.textContent.replace(/\\s+/g, ' ').includes(argument);`,
      '1 link was pasted',
    );
    await until(browser, `return document.querySelector('main').textContent.includes(argument);`, 'Blue 7');
  });
});
