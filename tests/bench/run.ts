/** How fast and how large the program is: `npm run bench`. Figures are medians of one run, compared within it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright';
import { build, preview } from 'vite';
import { explore } from '../../src/analysis/graph/explore.ts';
import { futuresOf } from '../../src/analysis/graph/futures.ts';
import { graphOf } from '../../src/analysis/graph/graph.ts';
import { readOpenings } from '../../src/analysis/graph/openings.ts';
import { compileRules } from '../../src/analysis/graph/rules.ts';
import { compile } from '../../src/machine/compile.ts';
import { replay } from '../../src/machine/replay.ts';
import { findBrowser, launchArguments } from '../support/browser.ts';
import { newest, real } from '../support/real.ts';
import { gatheringAClass } from './class.ts';
import { embeds } from './embeds.ts';
import { exploringBeside } from './explore.ts';
import { foreignInBrowser } from './foreign.ts';
import { readingLinks } from './links.ts';
import { median, ms, table, timed } from './figures.ts';
import { knowing } from './knowing.ts';
import { sampled } from './sampled.ts';
import { oddsAlone, oddsOnPage } from './odds.ts';

const root = join(import.meta.dirname, '../..');

const kB = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;

function exploring(): void {
  const rules = compileRules(real);
  const memory = () => process.memoryUsage().heapUsed + process.memoryUsage().arrayBuffers;
  const before = memory();
  const first = timed(1, () => explore(rules))[0] ?? NaN;
  const exploration = explore(rules);
  const grown = memory() - before;
  const future = futuresOf(rules, exploration);
  const again = median(timed(7, () => explore(rules)));
  const merged = median(timed(3, () => futuresOf(rules, exploration)));
  const opened = median(timed(7, () => readOpenings(graphOf(real, future))));

  const machine = compile(real);
  const steps = real.walks.reduce((sum, walk) => sum + walk.story.length, 0);
  const stepped = median(timed(7, () => real.walks.forEach((walk) => replay(machine, walk.story)))) / steps;
  const explored = again / exploration.edgeAnswer.length;
  table(`Exploring ${real.id}: ${exploration.count.toLocaleString('en')} situations`, {
    'all situations, first time': ms(first),
    'all situations, median of 7': ms(again),
    [`merged into ${future.length} nodes of the same future, median of 3`]: ms(merged),
    'what is open from each node, read by the page, median of 7': ms(opened),
    'memory while all are held': `${(grown / 1e6).toFixed(0)} MB`,
    'one step on the XState machine': ms(stepped),
    'one step explored': `${(explored * 1000).toFixed(2)} µs (1 : ${Math.round(stepped / explored).toLocaleString('en')})`,
  });
}

function bytes(folder: string): void {
  const assets = readdirSync(join(folder, 'assets'));
  const size = (wanted: (name: string) => boolean) =>
    assets
      .filter(wanted)
      .reduce(
        (sum, name) => sum + gzipSync(readFileSync(join(folder, 'assets', name)), { level: 9 }).length,
        0,
      );
  // What the page itself asks for, before anything is opened. The scenario is the largest of what has its name.
  const page = readFileSync(join(folder, 'index.html'), 'utf8');
  const asked = new Set([...page.matchAll(/assets\/([^"]+)/g)].map(([, name]) => name ?? ''));
  const length = (name: string) => readFileSync(join(folder, 'assets', name)).length;
  const [scenario] = assets.filter((name) => /^scenario/.test(name)).sort((a, b) => length(b) - length(a));
  table('Bytes, gzip', {
    'script and style at first load': kB(size((name) => asked.has(name) && name !== scenario)),
    'the scenario, with its evidence': kB(size((name) => name === scenario)),
    'the map, when it is opened': kB(size((name) => name.startsWith('MapView'))),
    'the sources, when they are opened': kB(size((name) => name.startsWith('Sources'))),
  });
}

/** Runs in the page: chooses the answer with `code` and gives the time until the next page is drawn. */
function chooseAndDraw(code: string): Promise<{ script: number; drawn: number }> {
  const button = document.querySelector<HTMLElement>(`main [data-code="${code}"]`);
  if (!button) throw new Error(`${code} is not on the page`);
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      const start = performance.now();
      button.click();
      const script = performance.now() - start;
      // This frame is laid out and painted after its callbacks; the message comes right behind.
      const channel = new MessageChannel();
      channel.port1.onmessage = () => resolve({ script, drawn: performance.now() - start });
      channel.port2.postMessage(null);
    });
  });
}

async function inBrowser(folder: string): Promise<void> {
  const found = await findBrowser();
  if (!found) return table('In a browser', { skipped: 'no browser was found' });
  const server = await preview({
    root,
    logLevel: 'silent',
    build: { outDir: folder },
    preview: { port: 0, host: '127.0.0.1' },
  });
  const address = server.resolvedUrls?.local[0] ?? '';
  const browser = await chromium.launch({ executablePath: found.path, args: [...launchArguments] });
  const steps: { script: number; drawn: number }[] = [];
  const grids: number[] = [];
  const readies: number[] = [];
  for (const walk of newest.walks) {
    const context = await browser.newContext({
      viewport: { width: 1440, height: 900 },
      reducedMotion: 'reduce',
    });
    // The names that the runner gives to functions mean nothing in the page.
    await context.addInitScript({ content: 'globalThis.__name = (value) => value;' });
    const page = await context.newPage();
    await page.addInitScript(() => {
      const look = () => {
        const ready = document.querySelector('main [data-code]') ? performance.now() : 0;
        const grid = document.querySelectorAll('aside [data-ending][data-state="open"]').length;
        if (ready && grid) Object.assign(window, { ready, gridAfter: performance.now() - ready });
        else requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    });
    await page.goto(address);
    const shown = await page.waitForFunction(() => {
      const { ready, gridAfter } = window as unknown as { ready?: number; gridAfter?: number };
      return ready === undefined ? undefined : { ready, gridAfter: gridAfter ?? NaN };
    });
    const { ready, gridAfter } = (await shown.jsonValue()) ?? { ready: NaN, gridAfter: NaN };
    readies.push(ready);
    grids.push(gridAfter);
    for (const code of walk.story) {
      if (!(await page.locator(`main [data-code="${code}"]`).count()))
        throw new Error(`${code} cannot be answered`);
      steps.push(await page.evaluate(chooseAndDraw, code));
    }
    await context.close();
  }
  await oddsOnPage(browser, address);
  await browser.close();
  await server.close();
  const of = (values: readonly number[]) => `${ms(median(values))} (at most ${ms(Math.max(...values))})`;
  table(
    `In Chromium (${found.found}), 1440 × 900, over ${steps.length} steps of ${newest.walks.length} walks`,
    {
      'choose → the new page’s script is done': of(steps.map((step) => step.script)),
      'choose → the new page is drawn': of(steps.map((step) => step.drawn)),
      'page asked for → the first question can be answered': of(readies),
      'first question → the grid of endings is right': of(grids),
    },
  );
}

exploring();
readingLinks();
exploringBeside();
knowing();
sampled();
oddsAlone();
const folder = join(root, 'dist');
await build({ root, logLevel: 'silent', build: { outDir: folder, emptyOutDir: true } });
bytes(folder);
await inBrowser(folder);
await foreignInBrowser(folder);
await gatheringAClass(folder);
await embeds(folder);
process.exit(0);
