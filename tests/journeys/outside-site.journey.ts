/**
 * Tests that the build of a site whose scenario is hostile in every text makes pages, embeds and data that execute
 * and request nothing from it.
 */
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect } from 'playwright/test';
import { afterAll, beforeAll, describe } from 'vitest';
import { built } from '../site/built.ts';
import { host, type Host } from '../site/server.ts';
import { hostileScenario } from '../support/hostile.ts';
import { parsed } from '../support/readers.ts';
import { newest } from '../support/newest.ts';
import { expectUntouched, walkToEnding } from './outside.ts';
import { test } from './page.ts';
import { openTab, TABS } from './reader.ts';

const seed = join(import.meta.dirname, '../../seeds/ukraine-2025/scenario.json');
const { title } = JSON.parse(hostileScenario(readFileSync(seed, 'utf8'))) as { title: string };

describe('a site built with a hostile scenario', () => {
  let site: Host;
  let folder = '';
  beforeAll(async () => {
    folder = await built('hostile.ts', { PARLEY_ADDRESS: 'https://example.org/parley/' });
    site = await host(folder);
  }, 300_000);
  afterAll(async () => {
    await site.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const file = (name: string) => readFileSync(join(folder, name), 'utf8');

  test('has the usual strict policies, and files that other programs can read', async ({ browser }) => {
    const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.html'),
    );
    expect(pages.length).toBeGreaterThan(newest.walks.length);
    for (const page of pages) {
      const [, policy = ''] = /content-security-policy"\s+content="([^"]+)"/i.exec(file(page)) ?? [];
      expect(policy, page).toContain("default-src 'none'");
      expect(policy, page).not.toMatch(/unsafe|https?:|\*/);
      if (!page.startsWith(newest.id)) continue;
      const { active, elements } = await parsed(browser, file(page), 'text/html');
      expect([
        page,
        active,
        elements.filter((name) => /^(img|iframe|base|object|embed)$/.test(name)),
      ]).toEqual([page, [], []]);
    }
    const [, linked = ''] =
      /<script type="application\/ld\+json">([^]*?)<\/script>/.exec(file(`${newest.id}/index.html`)) ?? [];
    expect(JSON.parse(linked)).toHaveProperty('name', title);
    const { html, ...told } = JSON.parse(file('oembed.json')) as Record<string, string>;
    expect(told['title']).toBe(title);
    const frame = await parsed(browser, html ?? '', 'text/html');
    expect([frame.active, frame.elements.includes('script'), frame.elements.includes('img')]).toEqual([
      [],
      false,
      false,
    ]);
    for (const line of file('sitemap.txt').trim().split('\n'))
      expect(line).toMatch(/^https:\/\/example\.org\/parley\/ukraine-2025\/[\w.-]*$/);
  });

  test('shows its data as text on the page, the pages to read, the one-file program and embeds', async ({
    open,
  }) => {
    const page = await open(site.address);
    for (const tab of TABS) await openTab(page, tab);
    await expectUntouched(page, 'the site');
    await page.getByRole('link', { name: 'For writers' }).first().click();
    await page.getByRole('textbox', { name: 'The code' }).waitFor();
    await expectUntouched(page, 'the code to embed');
    for (const name of [
      `${newest.id}/index.html`,
      `${newest.id}/W3.html`,
      'embed.html',
      `embed/${newest.id}-1.html`,
    ]) {
      await page.goto(site.address + name);
      await page.locator('h1').waitFor();
      if (name.startsWith('embed')) await page.locator('button[data-code]').first().click();
      await expectUntouched(page, name);
    }
    site.instead.set(
      'host.html',
      `<!doctype html><link rel="icon" href="data:,"><h1>A page</h1>
      <div data-parley-article><p>Words of an article.</p></div><iframe data-parley src="embed.html" width="700"></iframe>
      <parley-scenario scenario="${newest.id}" story="${newest.walks[0]?.story[0]}"></parley-scenario>
      <script src="loader.js"></script><script src="article.js"></script><script type="module" src="element.js"></script>`,
    );
    await page.goto(`${site.address}host.html`);
    await page.frameLocator('iframe').locator('button[data-code]').first().click();
    await page.locator('parley-scenario .onward').waitFor();
    await expectUntouched(page, 'the page of a writer');
    const alone = await open(pathToFileURL(join(folder, 'parley.html')).href);
    await walkToEnding(alone);
    await expectUntouched(alone, 'the one file');
  });
});
