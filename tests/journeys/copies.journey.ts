/** Tests that two copies of the site on one origin do not share work, classes or service workers. */
import { mkdtemp, readdir, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { expect as patient } from 'playwright/test';
import { afterAll, beforeAll, inject } from 'vitest';
import { host, type Host } from '../site/server.ts';
import { test } from './page.ts';

const expect = patient.configure({ timeout: 60_000 });
const site = inject('site');
const folder = site.ok ? site.folder : '';

/** The site, and a copy of it in a folder within the first. */
let both = '';
let served: Host;
beforeAll(async () => {
  both = await mkdtemp(join(tmpdir(), 'parley-copies-'));
  for (const name of await readdir(folder)) await symlink(join(folder, name), join(both, name));
  await symlink(folder, join(both, 'inner'));
  served = await host(both);
});
afterAll(async () => {
  await served.close();
  await rm(both, { recursive: true });
});

const inner = () => `${served.address}inner/`;
const answerOne = async (page: Page) => {
  await page.locator('main [data-code]').first().click();
  await expect(page.locator('li.step')).toHaveCount(1);
};
const databases = (page: Page) =>
  page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name ?? '').sort());

test('two copies of the site: a story in one is not found in the other', async ({ open }) => {
  const page = await open(served.address);
  const { pathname } = new URL(served.address);
  await answerOne(page);
  await expect.poll(() => databases(page)).toEqual([`parley ${pathname}`]);
  await page.goto(inner());
  await expect(page.locator('main [data-code]').first()).toBeVisible();
  expect(await databases(page)).toEqual([`parley ${pathname}`]);
  await answerOne(page);
  await expect.poll(() => databases(page)).toEqual([`parley ${pathname}`, `parley ${pathname}inner/`]);
});

test('two copies of the site: each has its own service worker and serves no files of the other', async ({
  open,
}) => {
  const page = await open(served.address, { serviceWorkers: 'allow' });
  const controlled = () => page.evaluate(() => navigator.serviceWorker.controller?.scriptURL ?? '');
  await expect.poll(controlled).toBe(`${served.address}service-worker.js`);
  const within = await page.context().newPage();
  await within.goto(inner());
  await expect
    .poll(() => within.evaluate(() => navigator.serviceWorker.controller?.scriptURL ?? ''))
    .toBe(`${inner()}service-worker.js`);
  // That the outer site’s worker was in control at first does not make the inner one a newer version.
  await expect(within.getByText('A newer version of this page is here.')).toHaveCount(0);
  const scopes = await page.evaluate(async () =>
    (await navigator.serviceWorker.getRegistrations()).map(({ scope }) => scope).sort(),
  );
  expect(scopes).toEqual([served.address, inner()]);
  const caches = await page.evaluate(() => window.caches.keys());
  expect(caches.filter((name) => name.startsWith(`parley ${served.address} `))).toHaveLength(1);
  expect(caches.filter((name) => name.startsWith(`parley ${inner()} `))).toHaveLength(1);
});
