/** Does the story work in the other families of browsers as it does in Chromium? */
import { describe, expect, inject, it } from 'vitest';
import { answer, real, walk } from '../real.ts';
import { linkTo } from './reader.ts';
import { firefox, missing, webkit, type Driven } from './others.ts';

const until = async (browser: Driven, body: string, argument?: unknown): Promise<unknown> => {
  for (let tries = 0; tries < 200; tries++) {
    const found = await browser.run(body, argument);
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`It never came to this: ${body} (${JSON.stringify(argument)})`);
};

const LABELS = `return [...document.querySelectorAll('li.step h3')].map((step) => step.textContent.trim());`;
const choose = async (browser: Driven, code: string, step: number) => {
  await until(
    browser,
    `const button = document.querySelector('main [data-code="' + argument + '"]'); button?.click(); return Boolean(button);`,
    code,
  );
  await until(browser, `return document.querySelectorAll('li.step').length === argument;`, step);
};

const families: readonly [string, string, () => Promise<Driven>][] = [
  ['Firefox', missing.firefox, firefox],
  ['WebKit', missing.webkit, webkit],
];

describe.each(families)('in %s', (_name, reason, start) => {
  it('a walk is told, shared, taken back and looked at from every side', async ({ skip }) => {
    skip(reason !== '', reason);
    const site = inject('site');
    if (!site.ok) throw new Error(site.problem);
    const browser = await start();
    try {
      await browser.open(site.address);
      const story = walk('W3');
      for (const [at, code] of story.entries()) await choose(browser, code, at + 1);
      const ending = real.endings.find(({ id }) => id === real.walks.find(({ id }) => id === 'W3')?.ends);
      expect(await browser.run(`return document.querySelector('#ending').textContent;`)).toBe(ending?.title);
      expect(await browser.run(LABELS)).toEqual(story.map((code) => answer(code).label));
      // The grid knows one ending only.
      expect(
        await browser.run(
          `return [...document.querySelectorAll('aside [data-ending]')]
            .filter((mark) => ['open', 'reached'].includes(mark.dataset.state)).map((mark) => mark.dataset.ending);`,
        ),
      ).toEqual([ending?.id]);

      // The address is the story: back, and a friend’s page.
      const address = (await browser.run('return location.href;')) as string;
      await browser.back();
      await until(
        browser,
        `return document.querySelectorAll('li.step').length === argument;`,
        story.length - 1,
      );
      await browser.open(address);
      await until(browser, `return document.querySelectorAll('li.step').length === argument;`, story.length);

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
        await until(browser, `return document.querySelector('main article h1')?.textContent;`);
      }
      await browser.open(`${site.address}#1.1.s0nx.xxxx`);
      await until(browser, `return document.body.textContent.includes('damaged on its way');`);
      // Nothing is wider than the page.
      expect(await browser.run('return document.documentElement.scrollWidth <= innerWidth;')).toBe(true);
    } finally {
      await browser.close();
    }
  });
});
