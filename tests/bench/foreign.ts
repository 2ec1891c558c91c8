/** How long a reader waits for a scenario of a million situations from a file, what it takes, and whether the page stays smooth. */
import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright';
import { preview } from 'vite';
import { explore } from '../../src/analysis/graph/explore.ts';
import { compileRules } from '../../src/analysis/graph/rules.ts';
import { EMPTY_LINK, encodeLink } from '../../src/codec/link.ts';
import { complete, serialise } from '../../src/scenario/complete.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { findBrowser, launchArguments } from '../support/browser.ts';
import { median, ms, table } from './figures.ts';

/** Issues that any of three actors can move in any order, one with three states and one with two by turns, until somebody stops. */
function parallel(threes: number, twos: number): Scenario {
  const low = (id: string) => ({ issue: id, in: ['low'] });
  const middle = (id: string) => ({ issue: id, in: ['middle'] });
  const move = (id: string, to: string, from: ReturnType<typeof low>) => ({
    id: `${id}-${to}`,
    code: `${id}${to[0]}`,
    label: `Move ${id} to ${to}`,
    sets: { [id]: to },
    basis: 'assumption' as const,
    requires: [{ when: from, kind: 'structure' as const }],
  });
  const three = Array.from({ length: threes }, (_, at) => `a${at}`);
  const two = Array.from({ length: twos }, (_, at) => `b${at.toString(36)}`);
  return complete({
    format: 1,
    id: 'parallel',
    edition: 1,
    title: 'Parallel',
    notice: 'A test file, not a forecast.',
    actors: [{ id: 'a', name: 'A' }],
    issues: [
      { id: 'talks', states: [{ id: 'on' }, { id: 'over' }] },
      ...three.map((id) => ({ id, states: [{ id: 'low' }, { id: 'middle' }, { id: 'high' }] })),
      ...two.map((id) => ({ id, states: [{ id: 'low' }, { id: 'high' }] })),
    ],
    questions: [
      {
        id: 'next',
        actor: 'a',
        text: 'What next?',
        when: { issue: 'talks', in: ['on'] },
        again: true,
        answers: [
          ...three.flatMap((id) => [move(id, 'middle', low(id)), move(id, 'high', middle(id))]),
          ...two.map((id) => move(id, 'high', low(id))),
          { id: 'stop', code: 's', label: 'Stop', sets: { talks: 'over' }, basis: 'assumption' as const },
        ],
      },
    ],
    endings: [{ id: 'end', when: { all: [] } }],
  });
}

/** 2 × 3⁵ × 2¹¹ = 995,328. */
const million = () => parallel(5, 11);

const ROUNDS = 5;

export async function foreignInBrowser(folder: string): Promise<void> {
  const found = await findBrowser();
  if (!found) return table('A file of a million situations', { skipped: 'no browser was found' });
  const scenario = million();
  const { count, edgeAnswer } = explore(compileRules(scenario));
  assert.equal(count, 2 * 3 ** 5 * 2 ** 11);
  const file = {
    name: 'million.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(serialise(scenario))),
  };
  const server = await preview({
    root: join(import.meta.dirname, '../..'),
    logLevel: 'silent',
    build: { outDir: folder },
    preview: { port: 0, host: '127.0.0.1' },
  });
  const address = `${server.resolvedUrls?.local[0] ?? ''}#${encodeLink({ ...EMPTY_LINK, edition: 1, view: 'open' })}`;
  const rounds: Awaited<ReturnType<typeof openFile>>[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    // A new browser each time, so that what one round left in memory is not what another starts with.
    const browser = await chromium.launch({ executablePath: found.path, args: [...launchArguments] });
    rounds.push(await openFile(browser, address, file));
    await browser.close();
  }
  await server.close();

  const of = (name: 'waited' | 'memory' | 'worst' | 'worstAtRest' | 'frames' | 'framesAtRest') =>
    median(rounds.map((round) => round[name]));
  table(
    `A file of ${count.toLocaleString('en')} situations and ${edgeAnswer.length.toLocaleString('en')} steps, opened in the page (median of ${ROUNDS})`,
    {
      'file given → it is known whether and how it can be walked': ms(of('waited')),
      'the page’s process grows meanwhile by at most': Number.isNaN(of('memory'))
        ? 'not measured on this system'
        : `${(of('memory') / 1e6).toFixed(0)} MB`,
      'frames a second meanwhile (at rest before)': `${of('frames').toFixed(1)} (${of('framesAtRest').toFixed(1)})`,
      'longest time between two frames (at rest before)': `${ms(of('worst'))} (${ms(of('worstAtRest'))})`,
    },
  );
}

async function openFile(
  browser: Browser,
  address: string,
  file: { name: string; mimeType: string; buffer: Buffer },
) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' });
  // The names that the runner gives to functions mean nothing in the page.
  await page.addInitScript({ content: 'globalThis.__name = (value) => value;' });
  await page.goto(address);
  await page.getByRole('button', { name: 'Choose a file' }).waitFor();
  await page.evaluate(watchFrames);
  await page.waitForTimeout(1_000);
  const rest = await framesUntilNow(page);

  const watched = await watchMemory(browser);
  const result = page.waitForFunction(() => {
    const { given, done } = window as unknown as { given?: number; done?: number };
    return given !== undefined && done !== undefined ? done - given : undefined;
  });
  await page.evaluate(watchResult);
  await page.evaluate(() => void (window as unknown as { gaps: number[] }).gaps.splice(0));
  await page.locator('input[type=file]').setInputFiles(file);
  const waited = (await (await result).jsonValue()) ?? NaN;
  const busy = await framesUntilNow(page);
  const memory = watched();
  assert.equal(await page.locator('[data-stage=examined]').count(), 1);
  return {
    waited,
    memory,
    worst: Math.max(...busy),
    worstAtRest: Math.max(...rest),
    frames: perSecond(busy),
    framesAtRest: perSecond(rest),
  };
}

const perSecond = (gaps: readonly number[]) => (1000 * gaps.length) / gaps.reduce((sum, gap) => sum + gap, 0);

/** Runs in the page: keeps the time between each two frames. */
function watchFrames(): void {
  const gaps: number[] = [];
  let last = NaN;
  const frame = (now: number) => {
    if (!Number.isNaN(last)) gaps.push(now - last);
    last = now;
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
  Object.assign(window, { gaps });
}

const framesUntilNow = (page: Page): Promise<number[]> =>
  page.evaluate(() => (window as unknown as { gaps: number[] }).gaps.splice(0));

/** Runs in the page: keeps when a file was given and when the result stood there. */
function watchResult(): void {
  document.addEventListener('change', () => Object.assign(window, { given: performance.now() }), {
    capture: true,
    once: true,
  });
  new MutationObserver(() => {
    if (document.querySelector('[data-stage=examined], [data-stage=refused]') && !('done' in window))
      Object.assign(window, { done: performance.now() });
  }).observe(document.body, { subtree: true, childList: true, attributes: true });
}

/**
 * Watches the memory of the processes that draw pages, whose threads the workers are; gives what tells by how many
 * bytes it grew at most. NaN where the system does not say.
 */
async function watchMemory(browser: Browser): Promise<() => number> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const ids = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
  const now = () => {
    try {
      return ids.reduce((sum, id) => sum + residentKilobytes(id) * 1024, 0);
    } catch {
      return NaN;
    }
  };
  const before = now();
  let most = before;
  const timer = setInterval(() => (most = Math.max(most, now())), 5);
  return () => {
    clearInterval(timer);
    return most - before;
  };
}

const residentKilobytes = (id: number): number =>
  Number(/^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1] ?? NaN);
