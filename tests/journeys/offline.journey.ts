/** Tests that the site works offline, and that a newer version is taken completely or not at all. */
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { expect as patient } from 'playwright/test';
import { afterAll, beforeAll, beforeEach, describe, inject } from 'vitest';
import { built } from '../site/built.ts';
import { host, type Host } from '../site/server.ts';
import { test } from './page.ts';
import { openTab, steps, TABS, viewHeading } from './reader.ts';

// A browser keeps and takes versions when it has the time.
const timeout = 60_000;
const expect = patient.configure({ timeout });

const site = inject('site');
const older = site.ok ? site.folder : '';
let newer = '';
let served: Host;

beforeAll(async () => {
  newer = await built('newer.ts');
}, 300_000);
afterAll(() => rm(newer, { recursive: true, force: true }));

beforeEach(async ({ onTestFinished }) => {
  served = await host(older);
  // Closed after its pages, which may still send requests.
  onTestFinished(() => served.close());
});

/** What the browser says when a host does not answer, or not with what is asked for. */
const unreachable = [/Failed to load resource/, /ERR_/, /Failed to find a valid digest/, /ServiceWorker/];

/** Resolves when the page is served from what has been kept. */
const kept = (page: Page) =>
  expect
    .poll(() =>
      page.evaluate(async () => {
        const registration = await navigator.serviceWorker.getRegistration();
        return navigator.serviceWorker.controller !== null && registration?.active?.state === 'activated';
      }),
    )
    .toBe(true);

/** Has the browser look for a newer version, as it does by itself now and then; gives what became of it. */
const look = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    try {
      await registration?.update();
    } catch {
      return 'failed';
    }
    const found = registration?.installing;
    if (!found) return registration?.waiting ? 'installed' : 'none';
    return new Promise<string>((resolve) => {
      found.addEventListener('statechange', () => {
        if (found.state === 'installed' || found.state === 'redundant') resolve(found.state);
      });
    });
  });

/** Resolves when the newer version has been found and kept. A look that was under way before it came finds none. */
const found = (page: Page) => expect.poll(() => look(page), { timeout }).toBe('installed');

/** Journeys block the service worker unless they ask for it, as these do. */
const keeping = { serviceWorkers: 'allow' } as const;

/**
 * Reloads until the newer version is there. Chromium now and then puts off a worker that asks to take over, for as
 * long as it holds the old one to be busy; the page then says again that a newer version is there.
 */
async function taken(page: Page, reload: () => Promise<unknown>): Promise<void> {
  await reload();
  await expect(isNewer(page).or(notice(page)).first()).toBeVisible();
  await expect(async () => {
    if ((await isNewer(page).count()) === 0) {
      const button = page.getByRole('button', { name: 'Reload' });
      if (await button.isVisible()) await button.click({ timeout: 5_000 });
      else await page.reload();
    }
    await expect(isNewer(page)).toHaveCount(1, { timeout: 5_000 });
  }).toPass({ timeout });
}

const cacheNames = (page: Page) => page.evaluate(() => caches.keys());
const isNewer = (page: Page) => page.getByRole('contentinfo').getByText('The newer version.');
const notice = (page: Page) => page.getByText('A newer version of this page is here.');

describe('after the first visit', () => {
  test('every view opens offline, including views that were never opened', async ({ open }) => {
    const page = await open(served.address, { ...keeping, expected: unreachable });
    await kept(page);
    served.up = false;
    await page.context().setOffline(true);
    await page.reload();
    await page.locator('main [data-code]').first().click();
    for (const name of TABS) await openTab(page, name);
    await page.goto(`${served.address}index.html?p=anything`);
    await expect(page.locator('main [data-code]').first()).toBeVisible();
  });

  test('only the site’s own files are cached, in one cache', async ({ open }) => {
    const page = await open(served.address, keeping);
    await kept(page);
    const written = await page.evaluate(async () => {
      const [name = '', ...others] = await caches.keys();
      const files = await (await caches.open(name)).keys();
      return {
        name,
        others,
        files: files.map(({ url }) => url),
        local: localStorage.length,
        session: sessionStorage.length,
        databases: (await indexedDB.databases()).length,
        cookie: document.cookie,
      };
    });
    expect(written).toMatchObject({ others: [], local: 0, session: 0, databases: 0, cookie: '' });
    expect(written.name).toContain(served.address);
    expect(written.files.every((file) => file.startsWith(served.address))).toBe(true);
    expect(written.files).toContain(`${served.address}index.html`);
    expect(await page.context().cookies()).toEqual([]);
  });
});

describe('a newer version of the site', () => {
  test('is announced, and taken on request; pages of the old version keep their files', async ({ open }) => {
    const page = await open(served.address, keeping);
    await kept(page);
    const other = await page.context().newPage();
    await other.goto(served.address);
    await kept(other);

    served.folder = newer;
    await found(page);
    await expect(notice(page)).toBeVisible();
    await expect(notice(other)).toBeVisible();
    // A part that neither page has fetched yet, and that is not on the host any more.
    await openTab(page, 'Map');
    await expect(isNewer(page)).toHaveCount(0);

    await taken(page, () => page.getByRole('button', { name: 'Reload' }).click());
    await expect(viewHeading(page, 'Map')).toBeVisible();
    await expect(notice(page)).toHaveCount(0);

    await openTab(other, 'Sources');
    await expect(isNewer(other)).toHaveCount(0);
    await taken(other, () => other.getByRole('button', { name: 'Reload' }).click());
    await expect(viewHeading(other, 'Sources')).toBeVisible();
  });

  test('is taken by any kind of reload, and the old version is deleted', async ({ open }) => {
    const page = await open(served.address, keeping);
    await kept(page);
    const before = await cacheNames(page);
    await page.locator('main [data-code]').first().click();
    served.folder = newer;
    await found(page);
    await taken(page, () => page.reload());
    await expect(steps(page)).toHaveCount(1);
    await expect.poll(() => cacheNames(page), { timeout }).toHaveLength(1);
    expect(await cacheNames(page)).not.toEqual(before);
    served.up = false;
    await page.reload();
    await expect(isNewer(page)).toHaveCount(1);
  });

  test('is used when the site is opened after all its pages were closed', async ({ open }) => {
    const page = await open(served.address, keeping);
    await kept(page);
    served.folder = newer;
    await found(page);
    const context = page.context();
    await page.close();
    const again = await context.newPage();
    await again.goto(served.address);
    await expect(isNewer(again)).toHaveCount(1);
  });

  test('is not taken where a part is missing or of another version', async ({ open }) => {
    const page = await open(served.address, { ...keeping, expected: unreachable });
    await kept(page);
    const before = await cacheNames(page);
    served.folder = newer;
    // The host has the new worker already, and still the old page.
    served.instead.set('index.html', await readFile(join(older, 'index.html'), 'utf8'));
    await expect.poll(() => look(page), { timeout }).toMatch(/redundant|failed/);
    expect(await cacheNames(page)).toEqual(before);
    await page.reload();
    await expect(page.locator('main [data-code]').first()).toBeVisible();
    await expect(isNewer(page)).toHaveCount(0);
    // Once all of it is there, it is taken.
    served.instead.clear();
    await found(page);
  });
});

describe('a failing service worker leaves the site usable online', () => {
  const works = async (page: Page) => {
    await page.locator('main [data-code]').first().click();
    await openTab(page, 'Map');
    await page.reload();
    await expect(viewHeading(page, 'Map')).toBeVisible();
  };

  test.for([
    ['is not there', null],
    ['does not start', 'throw new Error("broken")'],
    ['is no script', '<!doctype html>'],
  ] as const)('where it %s', async ([, text], { open }) => {
    served.instead.set('service-worker.js', text);
    const page = await open(served.address, {
      ...keeping,
      expected: [...unreachable, /broken/, /SyntaxError/, /bad HTTP response code/],
    });
    await works(page);
    expect(await cacheNames(page)).toEqual([]);
  });

  const before = (text: string) =>
    readFile(join(older, 'service-worker.js'), 'utf8').then((code) => `${text}\n${code}`);

  test('where it cannot read its cache', async ({ open }) => {
    const broken = 'caches.match = () => Promise.reject(new Error("broken"));';
    served.instead.set('service-worker.js', await before(broken));
    const page = await open(served.address, keeping);
    await kept(page);
    await works(page);
  });

  test('where it has lost its cache', async ({ open }) => {
    // A picture still on its way when the page is reloaded.
    const page = await open(served.address, { ...keeping, expected: [/icon\.svg/] });
    await kept(page);
    await page.evaluate(async () => {
      for (const name of await caches.keys()) await caches.delete(name);
    });
    await works(page);
  });

  test('where it has no room, and then caches nothing instead of a part', async ({ open }) => {
    const full = `{ const put = Cache.prototype.put; let room = 5; Cache.prototype.put = function (...given) {
      return room-- > 0 ? put.apply(this, given) : Promise.reject(new DOMException("full", "QuotaExceededError")); }; }`;
    served.instead.set('service-worker.js', await before(full));
    const page = await open(served.address, { ...keeping, expected: [/full/] });
    await expect
      .poll(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length))
      .toBe(0);
    await works(page);
    await expect.poll(() => cacheNames(page), { timeout }).toEqual([]);
  });
});

test('a page in a frame: caches nothing', async ({ open }) => {
  served.instead.set(
    'frame.html',
    '<!doctype html><iframe src="index.html" width="1300" height="700"></iframe>',
  );
  const page = await open(`${served.address}frame.html`, { ...keeping, expected: [/favicon/] });
  const frame = page.frameLocator('iframe');
  await expect(frame.locator('main [data-code]').first()).toBeVisible();
  await openTab(frame, 'Map');
  expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
  expect(await cacheNames(page)).toEqual([]);
});
