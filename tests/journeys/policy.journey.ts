/** Tests that the pages run under a strict policy, request nothing from other hosts, and leave nothing behind. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Frame, Page } from 'playwright';
import { expect } from 'playwright/test';
import { describe, inject } from 'vitest';
import { newest } from '../support/real.ts';
import { host } from '../site/server.ts';
import { test } from './page.ts';
import { openTab, TABS, tell, walk } from './reader.ts';

const site = inject('site');
const folder = site.ok ? site.folder : '';
/** The pages that the build makes, and those that it copies as they are. */
const pages = site.ok
  ? readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((file) => file.split(sep).join('/'))
      .filter((file) => file.endsWith('.html'))
      .sort()
  : [];

const wholeFile = join(folder, 'parley.html');

describe('every page of the site', () => {
  test('exists: the program, the one-file program, the scenario, and each walk', () => {
    const walks = newest.walks.map(({ id }) => `${newest.id}/${id}.html`);
    expect(pages).toEqual(
      expect.arrayContaining(['index.html', 'parley.html', `${newest.id}/index.html`, ...walks]),
    );
    expect(pages).toEqual(expect.arrayContaining(['embed.html', 'hosts/index.html', 'hosts/preview.html']));
  });

  test.for(pages)('%s begins with a policy that allows no code but its own', (file) => {
    const html = readFileSync(join(folder, file), 'utf8');
    const [, policy = ''] =
      /<head>\s*<meta\s+http-equiv="content-security-policy"\s+content="([^"]+)"/i.exec(html) ?? [];
    for (const part of ["default-src 'none'", "base-uri 'none'", "form-action 'none'"])
      expect(policy).toContain(part);
    expect(policy).toContain("require-trusted-types-for 'script'");
    expect(policy).toMatch(/trusted-types ('none'|parley)(;|$)/);
    expect(policy).not.toMatch(/unsafe-|https?:|\*|strict-dynamic/);
    expect(html).not.toMatch(/\s(on[a-z]+|style)="/);
    // What is written into the page runs by its hash or not at all.
    for (const [, , attributes = '', text = ''] of html.matchAll(/<(script|style)\b([^>]*)>([^]*?)<\/\1>/g))
      if (!/\ssrc=|\stype="application\//.test(attributes))
        expect(policy).toContain(`'sha256-${createHash('sha256').update(text).digest('base64')}'`);
  });
});

test('the licences of bundled packages: are included in the site and in the one-file program', () => {
  const notices = readFileSync(join(folder, 'licences.txt'), 'utf8');
  for (const name of ['svelte', 'xstate', 'valibot', 'fflate', 'd3-path'])
    for (const text of [notices, readFileSync(wholeFile, 'utf8')])
      expect(text).toMatch(new RegExp(`^${name} \\d+\\.\\d+\\.\\d+ \\(`, 'm'));
});

describe('the policy', () => {
  /** The violations that the browser reports, in the page and to the test. */
  const stopped = [/against the policy/, /Content Security Policy/, /Trusted/, /unsafe-eval/];

  test.for([
    [
      'a script written into the page',
      'const s = document.createElement("script"); s.text = "window.ran = 1"; document.head.append(s)',
    ],
    ['HTML from text', 'document.body.innerHTML = "<img src=x>"'],
    [
      'code from text',
      'setTimeout(() => new Function("window.ran = 1")()); await new Promise((resolve) => setTimeout(resolve, 50))',
    ],
    ['a worker from elsewhere', 'new Worker("data:text/javascript,1")'],
    ['another policy for such things', 'trustedTypes.createPolicy("other", { createHTML: (text) => text })'],
    [
      'a second policy of the same name',
      'trustedTypes.createPolicy("parley", { createScriptURL: (text) => text })',
    ],
    ['a request to another port of the same host', 'await fetch(location.origin.replace(/\\d+$/, "65000"))'],
    ['a request to another host', 'await fetch("https://example.org/")'],
    [
      'a picture from another host',
      'const i = new Image(); const told = new Promise((_, no) => { i.onerror = no; }); i.src = "https://example.org/a.png"; await told',
    ],
    [
      'a style written into the page',
      'const s = document.createElement("style"); s.textContent = "body { color: red }"; document.head.append(s); if (s.sheet === null || getComputedStyle(document.body).color !== "rgb(255, 0, 0)") throw new Error("stopped")',
    ],
    [
      'a frame of another host',
      'const f = document.createElement("iframe"); f.src = "https://example.org/"; document.body.append(f); await new Promise((resolve) => setTimeout(resolve, 200)); f.contentDocument === null && (() => { throw new Error("stopped"); })()',
    ],
  ] as const)('blocks %s', async ([, code], { open }) => {
    // Playwright tells of a request when it is wanted; that it is not sent is what the policy is for.
    const page = await open('', {
      expected: [...stopped, /another host: (https:\/\/example\.org|http:\/\/[^/]+:65000\/)/],
    });
    const told: string[] = [];
    page.on('console', (message) => told.push(message.text()));
    const result = await page.evaluate(`(async () => {
      let thrown = false;
      try { ${code} } catch { thrown = true; }
      return { thrown, ran: 'ran' in window };
    })()`);
    expect(result).toMatchObject({ ran: false });
    await expect.poll(() => told.some((text) => text.includes('against the policy'))).toBe(true);
  });
});

test('a visit: sends no request to another host, sets no cookie, and stores only the cached site and the reader’s story', async ({
  open,
}) => {
  const page = await open();
  const asked: string[] = [];
  page.context().on('request', (request) => asked.push(request.url()));
  await page.reload();
  const kept = async () => (await page.context().storageState({ indexedDB: true })).origins;
  // Reading without a step stores nothing.
  await expect(page.locator('main [data-code]').first()).toBeVisible();
  expect(await kept()).toEqual([]);
  await tell(page, walk('W3'));
  for (const name of TABS) await openTab(page, name);
  const { origin } = new URL(page.url());
  expect(asked.length).toBeGreaterThan(3);
  expect(asked.filter((address) => new URL(address).origin !== origin)).toEqual([]);
  expect(asked.filter((address) => address.includes('?'))).toEqual([]);
  expect(await page.context().cookies()).toEqual([]);
  // One store with one story: the present one.
  const [own, ...others] = await kept();
  expect(others).toEqual([]);
  expect(own?.localStorage).toEqual([]);
  const { indexedDB } = own as unknown as {
    indexedDB: { name: string; stores: { name: string; records: { value: { link: string } }[] }[] }[];
  };
  expect(
    indexedDB.map(({ name, stores }) => [name, stores.map((store) => [store.name, store.records.length])]),
  ).toEqual([[`parley ${new URL('.', page.url()).pathname}`, [['stories', 1]]]]);
  expect(indexedDB[0]?.stores[0]?.records[0]?.value.link).toContain(walk('W3').join(''));
});

describe('the one-file program', () => {
  const works = async (page: Page | Frame) => {
    await page.locator('main button[data-code]').first().click();
    await expect(page.locator('li.step')).toHaveCount(1);
    for (const name of TABS) await openTab(page, name);
    await expect(page.locator('li.step')).toHaveCount(0);
    await expect(page.getByText('This is the whole map in one file.')).toBeVisible();
    await expect(page.getByRole('link', { name: 'the whole map in one file' })).toHaveCount(0);
  };

  test('is the file that the page offers, and has the stated size', async ({ open }) => {
    const page = await open();
    const link = page.getByRole('link', { name: 'the whole map in one file' });
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
    expect(download.suggestedFilename()).toBe('parley.html');
    const { size } = statSync(await download.path());
    expect(size).toBe(statSync(wholeFile).size);
    await expect(page.getByRole('contentinfo')).toContainText(`(${Math.ceil(size / 1000)} kB)`);
  });

  test('opens from a disk, and its links open in the same file', async ({ open }) => {
    const page = await open(pathToFileURL(wholeFile).href);
    await works(page);
    await page.getByRole('link', { name: 'Story', exact: true }).click();
    await expect(page.locator('li.step')).toHaveCount(1);
    const again = await open(page.url());
    await expect(again.locator('li.step')).toHaveCount(1);
  });

  test('opens in a frame that may only run scripts', async ({ open, onTestFinished }) => {
    const served = await host(folder);
    onTestFinished(served.close);
    served.instead.set(
      'host.html',
      '<!doctype html><link rel="icon" href="data:,"><iframe sandbox="allow-scripts" src="parley.html" width="1200" height="800"></iframe>',
    );
    const page = await open(`${served.address}host.html`);
    const frame = page.frames()[1];
    if (!frame) throw new Error('The page has no frame.');
    await works(frame);
  });

  test('sends no request', async ({ open }) => {
    const page = await open(pathToFileURL(wholeFile).href);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.reload();
    await works(page);
    // What begins with `data:` or `blob:` comes from within the file.
    expect(asked.filter((address) => !/^(data|blob):/.test(address))).toEqual([page.url().split('#')[0]]);
  });
});
