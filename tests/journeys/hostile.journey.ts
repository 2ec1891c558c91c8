/** Tests that a hostile page in a frame, or a hostile data file, can do no more than the host page allows. */
import type { Page } from 'playwright';
import { expect } from 'playwright/test';
import { afterAll, beforeAll, beforeEach, describe, inject } from 'vitest';
import { newest as real } from '../support/real.ts';
import { host, type Host } from '../site/server.ts';
import { test } from './page.ts';

const site = inject('site');
const folder = site.ok ? site.folder : '';
/** The page around, and what it embeds: two ports, so two origins. */
let around: Host;
let evil: Host;
beforeAll(async () => {
  [around, evil] = await Promise.all([host(folder), host(folder)]);
});
beforeEach(() => {
  // A page that sends any given message, and records what it receives.
  evil.instead.set(
    'evil.html',
    `<!doctype html><button>Press</button><script>
      const heard = [];
      addEventListener('message', ({ data }) => heard.push(data));
    </script>`,
  );
});
afterAll(() => Promise.all([around.close(), evil.close()]));

const elsewhere = { expected: [/another host: http:\/\/127\.0\.0\.1:/, /favicon/] };
const SENTENCE = 'Their focus will be on developing strong and robust plans to support a ceasefire';

/** The page around: an article with phrases, `frame` as its embed, both scripts of the site, and something to scroll. */
const article = (
  frame: string,
) => `<!doctype html><html lang="en"><link rel="icon" href="data:,"><title>Article</title>
  <p><span data-parley="ca">accepts</span> and <span data-parley="M-10">resisted</span></p>
  <div data-parley-article><p>The secret text about troops and money stands here. ${SENTENCE}.</p></div>
  ${frame}
  <p style="height: 6000px">Below</p>
  <script src="loader.js"></script><script src="article.js"></script>`;

/** Opens the page around a frame with the hostile page; gives it, and what has the hostile page say something. */
async function opened(open: (address: string, options: object) => Promise<Page>) {
  around.instead.set(
    'host.html',
    article(`<iframe data-parley src="${evil.address}evil.html" width="400" height="200"></iframe>`),
  );
  const page = await open(`${around.address}host.html`, elsewhere);
  await page.frameLocator('iframe').getByRole('button').waitFor();
  const frame = page.frames()[1];
  if (!frame) throw new Error('The page has no frame.');
  // Resolves after the message was handled: messages arrive in order.
  const say = (...messages: object[]) =>
    frame
      .evaluate((messages) => {
        for (const message of messages) parent.postMessage({ parley: 1, ...message }, '*');
      }, messages)
      .then(() => page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 100))));
  return { page, frame, say };
}

const step = { type: 'step', code: '', evidence: [], moved: false };

describe('a hostile page in a frame', () => {
  test('can mark only words that it quotes, and cannot mark short texts', async ({ open }) => {
    const { page, say } = await opened(open);
    await say(step);
    await say({
      type: 'quotations',
      quotations: {
        a: 'secret',
        b: 'troops and money',
        c: `${'\u00ad'.repeat(30)}money${' '.repeat(30)}`,
        'no id"': SENTENCE,
        d: 5,
        'M-08': SENTENCE,
      },
    });
    await expect(page.locator('[data-parley-article] [data-parley]')).toHaveText([SENTENCE]);
    // Only the first answer is used.
    await say({ type: 'quotations', quotations: { e: 'The secret text about troops' } });
    await expect(page.locator('[data-parley-article] [data-parley]')).toHaveCount(1);
  });

  test('is ignored before the page has asked it, and does not block the page', async ({ open }) => {
    const { page, say } = await opened(open);
    await say({ type: 'quotations', quotations: { e: SENTENCE } });
    await expect(page.locator('[data-parley-article] [data-parley]')).toHaveCount(0);
    await page.locator('[data-parley-article]').evaluate((article) => {
      for (let at = 0; at < 3_000; at++)
        article.append(
          Object.assign(document.createElement('p'), {
            textContent: `Sentence ${at} of a long article, which goes on and on. `,
          }),
        );
    });
    await say(step);
    const quotations = Object.fromEntries(
      Array.from({ length: 3_000 }, (_, at) => [
        `q-${at}`,
        `Sentence ${at} of a long article, which goes on`,
      ]),
    );
    const longest = page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          new PerformanceObserver((list) => {
            for (const { duration } of list.getEntries()) worst = Math.max(worst, duration);
          }).observe({ entryTypes: ['longtask'] });
          let worst = 0;
          setTimeout(() => resolve(worst), 3_000);
        }),
    );
    await say({ type: 'quotations', quotations });
    expect(await longest).toBeLessThan(1_500);
    expect(await page.locator('[data-parley-article] [data-parley]').count()).toBeLessThanOrEqual(500);
    expect(await page.locator('[data-parley-article] [data-parley]').count()).toBeGreaterThan(0);
  });

  test('can highlight only the phrases that the page has marked', async ({ open }) => {
    const { page, say } = await opened(open);
    await say({
      ...step,
      code: 'ca',
      evidence: ['secret', ...Array.from({ length: 600 }, () => 'x'), 'M-10'],
    });
    await expect(page.locator('.parley-lit')).toHaveText('accepts');
    await say({ ...step, code: { toString: 'ca' }, evidence: { 0: 'ca', length: 1 } });
    await expect(page.locator('.parley-lit')).toHaveCount(0);
  });

  test('cannot scroll the page by itself, and only occasionally after an action of the reader in it', async ({
    open,
  }) => {
    // It takes the focus, and says without end that the reader has moved.
    evil.instead.set(
      'evil.html',
      `<!doctype html><button>Press</button><script>
        document.querySelector('button').focus();
        setInterval(() => parent.postMessage(${JSON.stringify({ parley: 1, ...step, moved: true })}, '*'), 20);
      </script>`,
    );
    const { page } = await opened(open);
    // What Playwright evaluates counts as an act of the reader; this does not.
    const session = await page.context().newCDPSession(page);
    const run = async (body: string): Promise<unknown> => {
      const expression = `(async () => {
        const wait = (time) => new Promise((resolve) => setTimeout(resolve, time));
        ${body}
      })()`;
      const { result } = await session.send('Runtime.evaluate', {
        expression,
        awaitPromise: true,
        returnByValue: true,
      });
      return result.value;
    };
    expect(
      await run(`while (navigator.userActivation.isActive) await wait(100);
        scrollTo(0, 3000); await wait(300);
        return [document.activeElement.tagName, scrollY];`),
    ).toEqual(['IFRAME', 3_000]);

    await page.locator('iframe').click();
    expect(
      await run(`await wait(1200); scrollTo(0, 3000); await wait(300);
        const first = scrollY < 1000;
        // The reader goes on; the frame would hold them back.
        scrollTo(0, 3000); await wait(300);
        return [first, scrollY];`),
    ).toEqual([true, 3_000]);
  });

  test('can change its height only for a limited time, and up to 20,000 pixels', async ({ open }) => {
    const { page, say } = await opened(open);
    const height = () => page.locator('iframe').evaluate((frame) => frame.clientHeight);
    for (const wrong of ['300', [300], -1, 0, 20_001, Infinity, NaN, { valueOf: 300 }])
      await say({ type: 'height', height: wrong });
    expect(await height()).toBe(200);
    await say({ type: 'height', height: 300 });
    expect(await height()).toBe(300);
    await say(...Array.from({ length: 600 }, (_, at) => ({ type: 'height', height: at % 2 ? 150 : 400 })));
    expect(await height()).toBe(400);
    await say({ type: 'height', height: 150 });
    expect(await height()).toBe(400);
    // What it shows is never cut off.
    await say({ type: 'height', height: 500 });
    expect(await height()).toBe(500);
  });

  test('in the place of an embed is not accepted as a sender, and is sent nothing', async ({ open }) => {
    around.instead.set(
      'host.html',
      article('<iframe data-parley src="embed.html" width="400" height="200"></iframe>'),
    );
    const page = await open(`${around.address}host.html`, elsewhere);
    await page.frameLocator('iframe').locator('#question').waitFor();
    const frame = page.frames()[1];
    await frame?.goto(`${evil.address}evil.html`);
    const before = await page.locator('iframe').evaluate((frame) => frame.style.height);
    await frame?.evaluate(() => {
      for (const message of [
        { type: 'height', height: 5_000 },
        { type: 'step', code: 'ca', evidence: [] },
        { type: 'quotations', quotations: { a: 'The secret text about troops' } },
      ])
        parent.postMessage({ parley: 1, ...message }, '*');
    });
    await page.getByText('accepts').click();
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 200)));
    expect(await page.locator('iframe').evaluate((frame) => frame.style.height)).toBe(before);
    await expect(page.locator('.parley-lit')).toHaveCount(0);
    await expect(page.locator('[data-parley-article] [data-parley]')).toHaveCount(0);
    expect(await frame?.evaluate('heard')).toEqual([]);
  });

  test('receives presses on marked phrases only', async ({ open }) => {
    const { page, frame } = await opened(open);
    await page.getByText('The secret text').click();
    await page.getByText('accepts').click();
    const heard = () => frame.evaluate("heard.filter(({ type }) => type !== 'hello')");
    await expect.poll(heard).toEqual([{ parley: 1, type: 'goTo', to: 'ca' }]);
  });
});

test('a link: becomes a frame only where it leads to a web page', async ({ open }) => {
  around.instead.set(
    'host.html',
    article(
      ['javascript:window.ran = 1', 'data:text/html,x', 'blob:null/1', 'ftp://example.org/', 'embed.html']
        .map((href) => `<a data-parley href="${href}">A link</a>`)
        .join(' '),
    ),
  );
  const page = await open(`${around.address}host.html`);
  await expect(page.frameLocator('iframe').locator('#question')).toBeVisible();
  await expect(page.locator('iframe')).toHaveCount(1);
  await expect(page.locator('a[data-parley]')).toHaveCount(4);
  expect(await page.evaluate(() => 'ran' in window)).toBe(false);
});

describe('a hostile data file of the web component', () => {
  const RUNS = 'window.ran = 1';
  const forged = {
    iframe: { tag: 'iframe', attributes: { srcdoc: `<script>parent.ran = 1</script>` }, children: [] },
    script: { tag: 'script', attributes: {}, children: [RUNS] },
    img: { tag: 'img', attributes: { src: 'data:,', onerror: RUNS }, children: [] },
    a: { tag: 'a', attributes: { href: `javascript:${RUNS}` }, children: ['Press'] },
  };
  type Data = { file: Record<string, unknown> & { sources: { url: unknown }[] }; futures: unknown };

  /** The element, with the data that the build made as `spoil` leaves them. */
  async function element(
    open: (address: string, options?: object) => Promise<Page>,
    text: string | null,
    attributes = 'src="data.json"',
  ) {
    if (text !== null) around.instead.set('data.json', text);
    around.instead.set(
      'host.html',
      `<!doctype html><link rel="icon" href="data:,"><title>Host</title><parley-scenario ${attributes}></parley-scenario>
      <script type="module" src="element.js"></script>`,
    );
    const page = await open(`${around.address}host.html`, { expected: [/404/] });
    return { page, said: page.locator('parley-scenario [role="alert"]') };
  }
  const spoilt = async (page: Page, spoil: (data: Data) => void): Promise<string> => {
    const data = (await (await page.request.get(`${around.address}scenario/${real.id}.json`)).json()) as Data;
    spoil(data);
    return JSON.stringify(data);
  };

  test.for([
    [
      'title',
      (data: Data) => {
        data.file.title = forged.iframe;
      },
    ],
    [
      'notice',
      (data: Data) => {
        data.file.notice = forged.script;
      },
    ],
    [
      'silences',
      (data: Data) => {
        data.file.silences = [forged.img, forged.a];
      },
    ],
    [
      'sources.0.url',
      (data: Data) => data.file.sources.forEach((source) => (source.url = `javascript:${RUNS}`)),
    ],
  ] as const)(
    'draws and runs nothing where its %s is no text of that kind, and shows a message',
    async ([path, spoil], { open }) => {
      const first = await open(around.address);
      const { page, said } = await element(open, await spoilt(first, spoil));
      await expect(said).toContainText(`its part “file.${path}`);
      const drawn = await page
        .locator('parley-scenario')
        .evaluate(({ shadowRoot }) =>
          [...(shadowRoot?.querySelectorAll('*') ?? [])].map(({ tagName }) => tagName),
        );
      expect(drawn).toEqual(['DIV', 'DIV', 'P']);
      expect(await page.evaluate(() => 'ran' in window)).toBe(false);
    },
  );

  test('with markup in every text is drawn as text', async ({ open }) => {
    const first = await open(around.address);
    const markup = `<img src=x onerror="${RUNS}"><script>${RUNS}</script>`;
    const text = await spoilt(first, (data) => {
      data.file.title = data.file.notice = markup;
    });
    const { page } = await element(open, text);
    await expect(page.locator('parley-scenario .title')).toContainText(markup);
    await expect(page.locator('parley-scenario').locator('img, script')).toHaveCount(0);
    expect(await page.evaluate(() => 'ran' in window)).toBe(false);
  });

  test.for([
    ['is not there', null, 'There is no scenario at'],
    ['is a page', '<!doctype html><title>Not found</title>', 'is not a scenario for embeds'],
    [
      'is nested without end',
      `${'{"file":'.repeat(100_000)}1${'}'.repeat(100_000)}`,
      'is not a scenario for embeds',
    ],
    ['is too large', `"${'x'.repeat(4_100_000)}"`, 'is too large'],
  ] as const)('shows a message in the element where it %s', async ([, text, sentence], { open }) => {
    around.instead.delete('data.json');
    const { said } = await element(open, text);
    await expect(said).toContainText(sentence);
  });

  test('with inconsistent parts shows a message in the element', async ({ open }) => {
    const first = await open(around.address);
    // The file says that the first answer of the first question is open, the futures that only the second is.
    const text = await spoilt(first, (data) => {
      data.futures = [0, [1, 0, 0]];
    });
    const { said } = await element(
      open,
      text,
      `src="data.json" story="${real.questions[0]?.answers[0]?.code}"`,
    );
    await expect(said).toContainText('its data do not fit together');
  });

  test.for([
    ['src="javascript:window.ran = 1"', 'is not the address of a scenario'],
    ['src="data:application/json,{}"', 'is not the address of a scenario'],
    ['src="http://["', 'is not the address of a scenario'],
    ['scenario="../../secret"', 'This element names no scenario'],
    ['', 'This element names no scenario'],
  ] as const)('the web component with %j: says what is wrong', async ([attributes, sentence], { open }) => {
    const { page, said } = await element(open, null, attributes);
    await expect(said).toContainText(sentence);
    expect(await page.evaluate(() => 'ran' in window)).toBe(false);
  });
});

test('the preview: takes only the settings of the web component from its address', async ({ open }) => {
  const embed = 'embed.html?theme=dark&lock=1&src=https://evil.example/&onclick=x&style=x&id=x#1.1.s0.x';
  const page = await open(`hosts/preview.html?kind=component&address=${encodeURIComponent(embed)}`);
  const element = page.locator('parley-scenario');
  await expect(element.locator('#question')).toBeVisible();
  expect(await element.evaluate((element) => element.getAttributeNames().sort())).toEqual([
    'lock',
    'scenario',
    'story',
    'theme',
  ]);
});
