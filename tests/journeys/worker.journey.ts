/**
 * Tests that workers start under the policy, on the site and from the one file, and only with the program’s own
 * scripts.
 */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect } from 'playwright/test';
import { afterAll, beforeAll } from 'vitest';
import { built } from '../site/built.ts';
import { host } from '../site/server.ts';
import { test } from './page.ts';

let folder = '';
beforeAll(async () => {
  folder = await built('worker/build.ts');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const refused = 'https://example.org/a.js is not a script of this program.';

test('the worker: starts on the site', async ({ open, onTestFinished }) => {
  const served = await host(folder);
  onTestFinished(served.close);
  const page = await open(served.address);
  await expect(page.locator('p')).toHaveText(`word word; ${refused}; ./parley.html`);
  // Before the server: the page may still be asking for its icon.
  await page.close();
});

test('the worker: starts in the one-file program, from a disk', async ({ open }) => {
  const page = await open(pathToFileURL(join(folder, 'parley.html')).href);
  await expect(page.locator('p')).toHaveText(`word word; ${refused}; no other file`);
  await expect(page.locator('p')).toHaveCSS('color', 'rgb(0, 0, 120)');
});

test('the worker: starts in the one-file program, in a frame that may only run scripts', async ({
  open,
  onTestFinished,
}) => {
  const served = await host(folder);
  onTestFinished(served.close);
  served.instead.set(
    'host.html',
    '<!doctype html><link rel="icon" href="data:,"><iframe sandbox="allow-scripts" src="parley.html"></iframe>',
  );
  const page = await open(`${served.address}host.html`);
  await expect(page.frameLocator('iframe').locator('p')).toContainText('word word');
});
