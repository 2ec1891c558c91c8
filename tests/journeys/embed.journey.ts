/** Tests of embeds in host pages: every example page of `public/hosts/` is used as its reader would. */
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FrameLocator, Page } from 'playwright';
import { expect } from 'playwright/test';
import { describe } from 'vitest';
import type { Story } from '../../src/scenario/scenario.ts';
import { newest as real } from '../support/real.ts';
import { hasWideFont, test } from './page.ts';
import { linkTo } from './reader.ts';

const link = (story: Story) => linkTo(story, '', real.edition).slice(1);

/** A long walk, whose first steps the tests take. */
const WALK = real.walks.find(({ id }) => id === 'W7')?.story ?? [];
const [A = '', B = '', C = '', D = '', E = ''] = WALK;
const answer = (code: string) => {
  const found = real.questions.flatMap(({ answers }) => answers).find((one) => one.code === code);
  if (!found) throw new Error(`no answer has the code ${code}`);
  return found;
};
/** What the embed calls the answer with `code` once it is given. */
const called = (code: string) => answer(code).short || answer(code).label;

const question = (codes: Story) =>
  real.questions.find(({ answers }) => answers.some(({ code }) => code === codes[0]))?.text ?? '';

const choose = (frame: FrameLocator | Page, code: string) =>
  frame.locator(`button[data-code="${code}"]`).click();
const heading = (frame: FrameLocator | Page) => frame.locator('#question, #ending');
const stepOf = (frame: FrameLocator | Page) => frame.locator('.step > p:first-child b');

/** How tall the embed is inside, and how tall its frame. */
async function heights(page: Page, selector = 'iframe') {
  const inside = await page
    .frameLocator(selector)
    .locator('.embed')
    .evaluate((embed) => Math.ceil(embed.getBoundingClientRect().height));
  const frame = await page.locator(selector).evaluate((frame) => frame.clientHeight);
  return { inside, frame };
}

/** Waits until the frame is as tall as the embed inside, or as tall as it may be. */
const fits = (page: Page, selector?: string, tallest = Infinity) =>
  expect
    .poll(
      async () => {
        const { inside, frame } = await heights(page, selector);
        return frame - Math.min(tallest, inside);
      },
      { intervals: [20, 20, 50, 100] },
    )
    .toBe(0);

describe('a page that embeds the map', () => {
  for (const name of ['article', 'strict', 'datawrapper', 'dark'])
    test(`${name}: the first question can be answered, and the frame is as tall as the embed`, async ({
      open,
    }) => {
      const page = await open(`hosts/${name}.html`);
      const before = await page.evaluate(() => ({
        entries: history.length,
        title: document.title,
        at: location.href,
      }));
      const embed = page.frameLocator('iframe');
      await page.locator('iframe').scrollIntoViewIfNeeded();
      await expect(heading(embed)).toHaveText(question([A]));
      await fits(page);
      expect((await heights(page)).frame).not.toBe(700);

      // The last answer of all: what is new stands far above it, and is brought into view.
      const [last] = real.questions[0]?.answers.slice(-1) ?? [];
      const [walk] = real.walks.filter(({ story }) => story[0] === last?.code);
      const story = walk?.story.slice(0, 4) ?? [];
      for (const [at, code] of story.entries()) {
        await choose(embed, code);
        await expect(stepOf(embed)).toHaveText(called(code));
        if (at === 0) await expect(heading(embed)).toBeInViewport();
        await expect(heading(embed)).toHaveText(question(walk?.story.slice(at + 1) ?? []));
      }
      await fits(page);
      // The embed adds no entry to the history of the host page.
      expect(
        await page.evaluate(() => ({ entries: history.length, title: document.title, at: location.href })),
      ).toEqual(before);
    });

  test('resizes a frame that was ready before the loader arrived', async ({ open }) => {
    const page = await open('hosts/index.html');
    await page.route('**/late.html', (route) =>
      route.fulfill({
        contentType: 'text/html; charset=utf-8',
        body: `<!doctype html><title>Late</title><link rel="icon" href="icon.svg">
          <iframe data-parley src="embed.html" title="The map" width="280" height="700"></iframe>`,
      }),
    );
    await page.goto(new URL('../late.html', page.url()).href);
    await page.frameLocator('iframe').locator('html[data-ready]').waitFor();
    await page.addScriptTag({ url: 'loader.js' });
    await fits(page);
    expect((await heights(page)).frame).not.toBe(700);
  });

  test('shows the notice, the sources and the date in every embed', async ({ open }) => {
    const page = await open('hosts/wordpress.html');
    const embed = page.frameLocator('iframe');
    await choose(embed, A);
    for (const text of [real.notice, 'The British Eye and Westferry Times, March 2025', 'Edition 2'])
      await expect(embed.locator('footer')).toContainText(text);
  });

  test('runs the embed in WordPress’s sandbox without origin, storage or windows, within the permitted heights', async ({
    open,
  }) => {
    const page = await open('hosts/wordpress.html');
    const embed = page.frameLocator('iframe');
    await choose(embed, A);
    await expect(stepOf(embed)).toHaveText(called(A));
    await fits(page, 'iframe', 1000);
    // A link that the sandbox does not open can be copied.
    await expect(embed.locator('.address')).toContainText(`#${link([A])}`);
    // The secret of WordPress stays in the address, beside the story.
    const [, frame] = page.frames();
    expect(frame?.url()).toContain(`#?secret=pFq3Zk81Lw&p=${link([A])}`);
    expect(await frame?.evaluate(() => window.origin)).toBe('null');
  });

  test('keeps the stories of two embeds separate, and locked steps unchanged', async ({ open }) => {
    const page = await open('hosts/two.html');
    const first = page.frameLocator('#first');
    const second = page.frameLocator('.narrow iframe');
    await choose(first, A);
    await page.locator('.narrow iframe').scrollIntoViewIfNeeded();
    await expect(heading(second)).toHaveText(question([D]));
    await expect(second.getByText('The first 3 steps of this story are set.')).toBeVisible();
    await expect(second.getByRole('button', { name: 'Undo' })).toBeDisabled();
    await choose(second, D);
    await expect(heading(second)).toHaveText(question([E]));
    await expect(heading(first)).toHaveText(question([B]));
    await second.getByRole('button', { name: 'Undo', exact: true }).click();
    await expect(heading(second)).toHaveText(question([D]));
    expect(await second.locator('html').evaluate((html) => getComputedStyle(html).colorScheme)).toBe('dark');
    // 280 pixels, and nothing to scroll sideways.
    expect(await second.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth)).toBe(0);
    await fits(page, '.narrow iframe');
  });

  test('links article sentences to map steps and back', async ({ open }) => {
    const page = await open('hosts/article.html');
    const embed = page.frameLocator('iframe');
    const accepts = page.getByRole('button', { name: 'Russia accepts that proposal' });
    const resisted = page.getByRole('button', { name: /^“Russia has so far resisted/ });
    await heading(embed).waitFor();
    await accepts.click();
    await expect(stepOf(embed)).toHaveText(called('ca'));
    await expect(accepts).toHaveAttribute('aria-current', 'step');
    await expect(resisted).not.toHaveAttribute('aria-current', 'step');
    await embed.getByRole('button', { name: 'Undo', exact: true }).click();
    await expect(accepts).not.toHaveAttribute('aria-current', 'step');
    // A step that rests on the sentence lights the sentence; by the keyboard, too.
    await choose(embed, 'ch');
    await expect(resisted).toHaveAttribute('aria-current', 'step');
    await accepts.focus();
    await page.keyboard.press('Enter');
    await expect(stepOf(embed)).toHaveText(called('ca'));
  });

  test('works with the embed, the loader and the web component of another site', async ({ open }) => {
    const page = await open('hosts/index.html', { expected: [/another host: http:\/\/(news|map)\.example/] });
    const site = new URL('..', page.url()).href;
    const entries = await page.evaluate(() => history.length);
    // The map’s site under a name of its own, which lets other sites load its files.
    await page.route('http://map.example/**', async (route) => {
      const response = await page.request.get(
        new URL(`.${new URL(route.request().url()).pathname}`, site).href,
      );
      await route.fulfill({
        response,
        headers: { ...response.headers(), 'access-control-allow-origin': '*' },
      });
    });
    await page.route('http://news.example/**', (route) =>
      route.fulfill({
        contentType: 'text/html; charset=utf-8',
        body: `<!doctype html><title>News</title><link rel="icon" href="data:,">
          <p><span data-parley="ca">accepts</span></p>
          <iframe data-parley src="http://map.example/embed.html" title="The map" width="100%" height="700"></iframe>
          <parley-scenario scenario="ukraine-2025"></parley-scenario>
          <script src="http://map.example/loader.js"></script>
          <script type="module" src="http://map.example/element.js"></script>`,
      }),
    );
    await page.goto('http://news.example/article');
    const embed = page.frameLocator('iframe');
    await page.getByText('accepts').click();
    await expect(stepOf(embed)).toHaveText(called('ca'));
    await expect(page.locator('.parley-lit')).toHaveText('accepts');
    await choose(embed, B);
    await expect(page.locator('.parley-lit')).toHaveCount(0);
    await fits(page);
    const element = page.locator('parley-scenario');
    // By the keyboard: Chromium may still send a click to the frame that was here before the page scrolled.
    await element.locator(`[data-code="${A}"]`).press('Enter');
    await expect(element.locator('.step > p:first-child b')).toHaveText(called(A));
    await expect(element.locator('.onward')).toHaveAttribute('href', `http://map.example/#${link([A])}`);
    expect(await page.evaluate(() => history.length)).toBe(entries + 1);
  });

  test('finds unmarked quotations in the article', async ({ open }) => {
    const page = await open('hosts/article.html');
    const embed = page.frameLocator('iframe');
    const paragraph = page.locator('[data-parley-article]');
    const before = await paragraph.innerText();
    const resisted = paragraph.locator('[data-parley="M-10w"]');
    await expect(resisted).toHaveText([
      'However, Russia has so far',
      'resisted a US-Ukraine-backed proposal',
      'for an unconditional 30-day ceasefire, instead demanding that Ukraine abandon its NATO ambitions and surrender some of its territory.',
    ]);
    const remain = paragraph.getByRole('button', { name: /^key questions remain/ });
    await remain.click();
    await expect(remain).toHaveClass('parley-lit');
    const number = await embed.locator('.question .over').innerText();
    await remain.press('Enter');
    await expect(embed.locator('.question .over')).toHaveText(number);
    // The visible text is unchanged.
    expect(await paragraph.innerText()).toBe(before);
  });

  test('is restored when a frame is removed midway', async ({ open }) => {
    const page = await open('hosts/article.html');
    const embed = page.frameLocator('iframe');
    await choose(embed, A);
    await page.locator('iframe').evaluate((frame) => frame.remove());
    await page.getByRole('button', { name: 'Russia accepts that proposal' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('A plain article');
  });

  test('gives the embed its own theme, dark or light', async ({ open }) => {
    const paper = async (name: string) => {
      const page = await open(`hosts/${name}.html`, { colorScheme: null });
      const html = page.frameLocator('iframe').locator('html');
      await heading(page.frameLocator('iframe')).waitFor();
      return html.evaluate((html) => getComputedStyle(html).backgroundColor);
    };
    expect(await paper('article')).toBe('rgb(252, 251, 248)');
    expect(await paper('dark')).toBe('rgb(22, 21, 20)');
  });
});

describe('the web component', () => {
  test('runs twice on a page under a strict policy, and reports its steps', async ({ open }) => {
    const page = await open('hosts/component.html');
    const names = await page.evaluate(() => Object.keys(window).length);
    const first = page.locator('#first');
    const second = page.locator('#second');
    await expect(first.locator('#question')).toHaveText(question([A]));
    await expect(second.locator('#question')).toHaveText(question([D]));
    await second.locator(`[data-code="${D}"]`).click();
    await expect(page.locator('#told')).toHaveText(`step: ${[A, B, C, D].join(' ')}`);
    await expect(first.locator('#question')).toHaveText(question([A]));
    // It brought its own style.
    expect(await second.locator('.embed').evaluate((embed) => getComputedStyle(embed).backgroundColor)).toBe(
      'rgb(252, 251, 248)',
    );
    for (const code of WALK.slice(4)) await second.locator(`[data-code="${code}"]`).click();
    await expect(page.locator('#told')).toHaveText(new RegExp(`^ending: ${WALK.join(' ')} → `));
    expect(await page.evaluate(() => Object.keys(window).length)).toBe(names);
  });

  test('shows the story it is set to, and leaves nothing behind when removed', async ({ open }) => {
    const page = await open('hosts/component.html');
    const first = page.locator('#first');
    await first.locator('#question').waitFor();
    const story = await first.evaluate(
      (element, story) => {
        Object.assign(element, { story });
        return (element as HTMLElement & { story: string[] }).story;
      },
      WALK.slice(0, 4),
    );
    expect(story).toEqual(WALK.slice(0, 4));
    await expect(first.locator('#question')).toHaveText(question([E]));
    await first.evaluate((element) => element.setAttribute('theme', 'sepia'));
    await expect(first.locator('.note')).toHaveText(
      'The option “theme” cannot be “sepia”: it is one of auto, light, dark. Here it is “auto”.',
    );
    const left = await first.evaluate((element) => {
      element.remove();
      return element.shadowRoot?.querySelectorAll('.embed').length;
    });
    expect(left).toBe(0);
    await page.locator(`#second [data-code="${D}"]`).click();
    await expect(page.locator('#told')).toHaveText(`step: ${[A, B, C, D].join(' ')}`);
  });

  test('names the file that it cannot fetch', async ({ open }) => {
    const page = await open('hosts/component.html', { expected: [/404/] });
    await page.locator('#first').evaluate((element) => element.setAttribute('scenario', 'elsewhere'));
    await expect(page.locator('#first [role="alert"]')).toContainText('There is no scenario at');
    await page.locator('#first').evaluate((element) => element.setAttribute('src', '../icon.svg'));
    await expect(page.locator('#first [role="alert"]')).toContainText('is not a scenario for embeds');
  });
});

describe('the embed without a host page', () => {
  test('opens the story of a link, names refused steps, and explains a damaged link', async ({ open }) => {
    const page = await open(`embed.html#${link([A, B, C])}`);
    await expect(heading(page)).toHaveText(question([D]));
    await expect(page.locator('.note')).toHaveCount(0);
    const odd = await open(`embed.html?p=${link([A, 'zz'])}&theme=blue&colour=1`);
    await expect(odd.locator('.note')).toHaveCount(3);
    await expect(odd.locator('.notes')).toContainText('zz: this map has no such answer.');
    await expect(odd.locator('.notes')).toContainText('This embed has no option “colour”.');
    const damaged = await open(`embed.html#${link([A, B, C]).replace(B, 'ny')}`);
    await expect(damaged.locator('.note')).toContainText('This link is damaged');
    await expect(heading(damaged)).toHaveText(question([A]));
  });

  test('shows the first question, which can be answered, before the rest has loaded', async ({
    open,
    browser,
  }) => {
    const page = await open('hosts/index.html');
    const whole = await (await page.request.get('embed.html')).text();
    const cut = whole.indexOf('<script type="application/json"');
    // The first part is sent now, the rest when the test asks for it.
    let finish: () => void = () => {};
    const rest = new Promise<void>((resolve) => (finish = resolve));
    const server = createServer((_, response) => {
      response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' });
      response.write(whole.slice(0, cut));
      void rest.then(() => response.end(whole.slice(cut)));
    }).listen(0, '127.0.0.1');
    try {
      await once(server, 'listening');
      const { port } = server.address() as AddressInfo;
      const slow = await browser.newPage();
      await slow.goto(`http://127.0.0.1:${port}/embed.html`, { waitUntil: 'commit' });
      await expect(heading(slow)).toHaveText(question([A]));
      await slow.getByText('why?').first().click();
      await expect(slow.locator('.choice').first().locator('blockquote').first()).toBeVisible();
      await choose(slow, real.questions[0]?.answers[1]?.code ?? '');
      await choose(slow, A);
      await expect(slow.locator('.chosen')).toHaveText(new RegExp(answer(A).label));
      finish();
      await expect(stepOf(slow)).toHaveText(called(A));
      await expect(heading(slow)).toHaveText(question([B]));
      await slow.close();
    } finally {
      finish();
      server.closeAllConnections();
      server.close();
    }
  });

  test('sends its height in every protocol, but not where the height is fixed', async ({ open }) => {
    const page = await open();
    const told = (options: string) =>
      page.evaluate(
        (source) =>
          new Promise<unknown[]>((resolve) => {
            const messages: unknown[] = [];
            const frame = document.createElement('iframe');
            const listen = ({ data }: MessageEvent) => {
              // The reply to `hello`; the messages that the embed sends by itself came earlier.
              if (data?.type !== 'step') return messages.push(data);
              removeEventListener('message', listen);
              frame.remove();
              resolve(messages);
            };
            addEventListener('message', listen);
            frame.addEventListener('load', () =>
              frame.contentWindow?.postMessage({ parley: 1, type: 'hello' }, '*'),
            );
            frame.src = source;
            document.body.append(frame);
          }),
        `embed.html${options}`,
      );
    const messages = await told('?id=chart#?secret=pFq3');
    const { height } = messages[0] as { height: number };
    expect(height).toBeGreaterThan(200);
    expect(messages.slice(0, 6)).toEqual([
      { parley: 1, type: 'height', height },
      { 'datawrapper-height': { chart: height } },
      { sentinel: 'amp', type: 'embed-size', height },
      expect.stringMatching(new RegExp(`"context":"iframe.resize","height":${height}`)),
      { subject: 'lti.frameResize', height },
      { message: 'height', value: height, secret: 'pFq3' },
    ]);
    expect(await told('?height=fixed')).toEqual([]);
  });

  test('opens from file://, as does its frozen version', async ({ open, browser }) => {
    const page = await open('hosts/index.html');
    const folder = await mkdtemp(join(tmpdir(), 'parley-embed-'));
    try {
      await mkdir(join(folder, 'embed'));
      for (const file of ['embed.html', `embed/${real.id}-${real.edition}.html`]) {
        await writeFile(join(folder, file), await (await page.request.get(file)).text());
        const context = await browser.newContext({ viewport: { width: 280, height: 600 } });
        const local = await context.newPage();
        await local.goto(`file://${join(folder, file)}`);
        await choose(local, A);
        await expect(heading(local)).toHaveText(question([B]));
        await expect(local.locator('.onward')).toHaveCount(0);
        await expect(local.locator('footer .end-of-link')).toHaveText(`#${link([A])}`);
        await expect(local.locator('footer')).toContainText(
          file === 'embed.html' ? 'Edition 2' : 'This embed keeps edition 2. There may be a newer one.',
        );
        await context.close();
      }
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });

  test('works without storage where storage throws', async ({ open }) => {
    const page = await open('hosts/index.html');
    await page.context().addInitScript(() => {
      for (const name of ['localStorage', 'sessionStorage', 'indexedDB'])
        Object.defineProperty(window, name, {
          get() {
            throw new DOMException('denied', 'SecurityError');
          },
        });
    });
    await page.goto('embed.html');
    await choose(page, A);
    await expect(heading(page)).toHaveText(question([B]));
  });

  test('is unchanged by 100,000 hostile messages', async ({ open }) => {
    const page = await open('hosts/article.html');
    const embed = page.frameLocator('iframe');
    await choose(embed, A);
    const [, frame] = page.frames();
    const before = { url: frame?.url(), html: await embed.locator('#embed').innerHTML() };
    await page.evaluate(
      async (whole) => {
        const target = document.querySelector('iframe')?.contentWindow;
        const proto = JSON.parse('{"__proto__":{"parley":1,"type":"goTo","to":"ch"}}') as object;
        const bad: unknown[] = [
          null,
          undefined,
          0,
          NaN,
          '',
          'goTo',
          '{"parley":1,"type":"goTo","to":"ch"}',
          [],
          [1, 'goTo', 'ch'],
          {},
          proto,
          new Map([['parley', 1]]),
          new Error('no'),
          { type: 'goTo', to: 'ch' },
          { parley: '1', type: 'goTo', to: 'ch' },
          { parley: 2, type: 'goTo', to: 'ch' },
          { parley: 1, type: 'goto', to: 'ch' },
          { parley: 1, type: '__proto__', to: 'ch' },
          { parley: 1, type: 'constructor', to: 'ch' },
          { parley: 1, type: 'toString' },
          { parley: 1, type: ['goTo'], to: 'ch' },
          { parley: 1, type: 'goTo' },
          { parley: 1, type: 'goTo', to: '' },
          { parley: 1, type: 'goTo', to: 7 },
          { parley: 1, type: 'goTo', to: ['ch'] },
          { parley: 1, type: 'goTo', to: { toString: 'ch' } },
          { parley: 1, type: 'goTo', to: 'zz' },
          { parley: 1, type: 'goTo', to: '<img src=x onerror=alert(1)>' },
          { parley: 1, type: 'goTo', to: 'javascript:alert(1)' },
          { parley: 1, type: 'goTo', to: 'x'.repeat(100_000) },
          { parley: 1, type: 'goTo', to: whole.replace('kt', 'ny') },
          { parley: 1, type: 'goTo', to: whole.slice(0, -1) },
          { parley: 1, type: 'height', height: 1e9 },
          { parley: 1, type: 'step', link: whole },
          { parley: 1, type: 'choose', code: 'ch' },
          { message: 'ready', secret: 'x' },
          { 'datawrapper-height': { a: 1 } },
          { subject: 'lti.frameResize', height: 1 },
          'x'.repeat(100_000),
        ];
        for (let sent = 0; sent < 100_000; sent++) {
          target?.postMessage(bad[sent % bad.length], '*');
          // Paused, so that long messages do not accumulate.
          if (sent % 1_000 === 999) await new Promise((resolve) => setTimeout(resolve));
        }
      },
      link([A, B, C]),
    );
    // And it still listens to what it understands: the messages before this one have been read.
    const after = { url: frame?.url(), html: await embed.locator('#embed').innerHTML() };
    expect(after).toEqual(before);
    await page.getByRole('button', { name: 'Russia accepts that proposal' }).click();
    await expect(stepOf(embed)).toHaveText(called('ca'));
  });

  test('accepts messages only from the host page', async ({ open }) => {
    const page = await open('hosts/two.html');
    const first = page.frameLocator('#first');
    await choose(first, A);
    const [, , neighbour] = page.frames();
    // A neighbour, and the frame itself, say what only the page may say.
    for (const frame of [page.frames()[1], neighbour])
      await frame?.evaluate(
        (to) => {
          for (const target of [window, window.parent.frames[0], window.parent.frames[1]])
            for (const type of ['hello', 'goTo']) target?.postMessage({ parley: 1, type, to }, '*');
        },
        link([real.questions[0]?.answers[1]?.code ?? '']),
      );
    await expect(stepOf(first)).toHaveText(called(A));
    // What the page itself asks next is answered from there: nothing else has happened in between.
    await page.evaluate((to) => {
      for (const message of [{ type: 'hello' }, { type: 'goTo', to }])
        window.frames[0]?.postMessage({ parley: 1, ...message }, '*');
    }, B);
    await expect(stepOf(first)).toHaveText(called(B));
    await expect(first.locator('.steps')).toContainText(called(A));
  });
});

describe('the page for writers', () => {
  const WAYS = ['Frame', 'Frame that fits', 'Web component'];
  const code = (page: Page) => page.getByRole('textbox', { name: 'The code' });
  /** From a story it is one press to the page, and one more to the code on the clipboard. */
  const begin = async (page: Page) => {
    await page.goto(linkTo([A, B], '', real.edition));
    await page.getByRole('link', { name: 'For writers' }).first().click();
    await code(page).waitFor();
  };

  test('gives embed code that works where it is pasted, with the story so far', async ({ open }) => {
    const page = await open('', { permissions: ['clipboard-read', 'clipboard-write'] });
    await begin(page);
    for (const [at, name] of WAYS.entries()) {
      if (at > 0) await page.getByLabel(name, { exact: true }).check();
      await page.getByRole('button', { name: 'Copy the code' }).click();
      await expect(page.getByText('The code is on your clipboard.')).toBeVisible();
      const copied = await page.evaluate(() => navigator.clipboard.readText());
      expect(copied).toBe(await code(page).inputValue());

      const article = await page.context().newPage();
      await article.route('**/pasted.html', (route) =>
        route.fulfill({
          contentType: 'text/html; charset=utf-8',
          body: `<!doctype html><title>Pasted</title><link rel="icon" href="icon.svg">${copied}`,
        }),
      );
      await article.goto(new URL('pasted.html', page.url()).href);
      const embed = at < 2 ? article.frameLocator('iframe') : article;
      await expect(embed.locator('#question')).toHaveText(question([C]));
      await choose(embed, C);
      await expect(stepOf(embed)).toHaveText(called(C));
      if (at === 1) await fits(article);
      await article.close();
    }
    await page.getByLabel('Picture with a link', { exact: true }).check();
    const picture = await code(page).inputValue();
    const [, source = ''] = /<img src="([^"]+)"/.exec(picture) ?? [];
    expect((await page.request.get(source)).ok()).toBe(true);
    expect(picture).toContain(`#${link([A, B])}"`);
  });

  test('previews each way of embedding, and can fix the first steps and the edition', async ({ open }) => {
    const page = await open();
    await begin(page);
    await page.getByLabel('It starts').selectOption('set');
    await page.getByLabel('Colours').selectOption('dark');
    for (const [at, name] of WAYS.entries()) {
      await page.getByLabel(name, { exact: true }).check();
      const outer = page.frameLocator(`iframe[title="Preview: ${name}"]`);
      const embed = at === 1 ? outer.frameLocator('iframe') : outer;
      await expect(embed.locator('#question')).toHaveText(question([C]));
      await expect(embed.getByText('The first 2 steps of this story are set.')).toBeVisible();
      expect(await embed.locator('.embed').evaluate((embed) => getComputedStyle(embed).backgroundColor)).toBe(
        'rgb(22, 21, 20)',
      );
    }
    await page.getByLabel('When the map changes').selectOption({ label: 'keep edition 2, and say so' });
    await expect(page.getByLabel('Web component', { exact: true })).toHaveCount(0);
    const kept = page.frameLocator('iframe[title="Preview: Frame"]');
    await expect(kept.locator('footer')).toContainText('This embed keeps edition 2');
  });

  test('shows the code for manual copying where the clipboard is blocked', async ({ open }) => {
    const page = await open();
    await page.evaluate(() => {
      navigator.clipboard.writeText = () => Promise.reject(new Error('blocked'));
    });
    await begin(page);
    await page.getByRole('button', { name: 'Copy the code' }).click();
    await expect(page.getByText('The code is selected: copy it by hand.')).toBeVisible();
    expect(await page.evaluate(() => window.getSelection()?.toString())).toBe(await code(page).inputValue());
  });
});

describe('the accessibility of the embed', () => {
  const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  for (const colorScheme of ['light', 'dark'] as const)
    for (const length of [0, 4, 5, WALK.length])
      test(`${colorScheme}, after ${length} steps: no axe violations, no small controls, no overflow`, async ({
        open,
      }) => {
        // The policy of the page lets no script in; axe is brought by the test.
        const page = await open('hosts/index.html', {
          bypassCSP: true,
          colorScheme,
          viewport: { width: 280, height: 640 },
        });
        await page.goto(`embed.html?endings=open#${link(WALK.slice(0, length))}`);
        await heading(page).waitFor();
        await page
          .locator('details')
          .evaluateAll((all) => all.forEach((one) => ((one as HTMLDetailsElement).open = true)));
        await page.addScriptTag({ content: axe });
        const violations = await page.evaluate(async () => {
          const { axe } = window as unknown as {
            axe: { run: () => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
          };
          return (await axe.run()).violations.map(
            ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`,
          );
        });
        expect(violations).toEqual([]);
        const small = await page
          .locator('button:not(.id):visible')
          .evaluateAll((buttons) =>
            buttons
              .filter((button) => button.getBoundingClientRect().height < 44)
              .map((button) => button.outerHTML),
          );
        expect(small).toEqual([]);
        expect(
          await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
        ).toBeLessThanOrEqual(0);
      });

  test('after five steps of any walk: at most 1.3 phone screens, including the endings closed by the last answer', async ({
    open,
    skip,
  }) => {
    const height = 740;
    const page = await open('embed.html', { viewport: { width: 360, height } });
    skip(await hasWideFont(page), 'needs a font no wider than Noto Sans, such as Debian’s `fonts-noto-core`');
    for (const { story } of real.walks) {
      await page.goto('about:blank');
      await page.goto(`embed.html#${link(story.slice(0, 5))}`);
      await heading(page).waitFor();
      const whole = await page.locator('.embed').evaluate((embed) => embed.getBoundingClientRect().height);
      expect(whole).toBeLessThanOrEqual(1.3 * height);
      const closed = page.locator('.gone');
      if ((await closed.count()) > 0) await expect(closed).toBeInViewport();
    }
  });

  test('the key: explains each mark, and names the question and the answer of each column', async ({
    open,
  }) => {
    const page = await open(`embed.html#${link(WALK.slice(0, 4))}`);
    const key = page.locator('.folds details').filter({ hasText: 'to the marks above' });
    await key.getByText('Key').click();
    for (const text of ['reported, or left open', 'asked for or suggested', 'not in the articles'])
      await expect(key.getByText(text)).toBeVisible();
    const columns = key.getByRole('list').last().getByRole('listitem');
    await expect(columns).toHaveText(
      real.questions.map(({ short }) => new RegExp(`^${short.replace('?', '\\?')}`)),
    );
    for (const code of WALK.slice(0, 4))
      await expect(columns.getByText(called(code), { exact: true })).toBeVisible();
    await expect(columns.filter({ hasText: 'asked now' })).toHaveCount(1);
  });

  test('keyboard: every step can be taken, and the new heading receives the focus', async ({ open }) => {
    const page = await open('embed.html');
    await heading(page).waitFor();
    // Past the link to the whole map, the list of endings and the key.
    for (let at = 0; at < 4; at++) await page.keyboard.press('Tab');
    await expect(page.locator(`[data-code="${A}"]`)).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.locator('#question')).toBeFocused();
    await expect(page.locator('#question')).toHaveText(question([B]));
    await expect(page.locator('#question')).toHaveAccessibleDescription(/^Closed \w+ endings?: /);
  });
});
