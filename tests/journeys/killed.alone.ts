/** Tests that a student loses at most the last 100 ms of work when the browser is killed during a lesson. */
import { spawn, type ChildProcess } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { chromium, type Page } from 'playwright';
import { expect, inject, onTestFinished, test } from 'vitest';
import { decodeWork, encodeLesson } from '../../src/codec/lesson.ts';
import { EMPTY_LINK, decodeLink, encodeLink } from '../../src/codec/link.ts';
import type { StoredStory } from '../../src/codec/stored-story.ts';
import { EMPTY, LONGEST_TEXT } from '../../src/lesson/lesson.ts';
import { launchArguments } from '../support/browser.ts';
import { newest } from '../support/real.ts';

const ROUNDS = process.env.PARLEY_ALL ? 50 : 8;
/** What is older than this when the browser is killed must be there again, in milliseconds. */
const PROMISED = 100;

const TASKS = 2;
const lesson = encodeLesson({
  ...EMPTY,
  title: 'Until the battery is empty',
  tasks: Array.from({ length: TASKS }, () => ({ kind: 'text', at: 'start', prompt: '' }) as const),
});
const lessonLink = `#${encodeLink({ ...EMPTY_LINK, edition: newest.edition, lesson })}`;

/** What the student had done at a time, in milliseconds since 1970. */
interface Done {
  readonly time: number;
  readonly steps: number;
  readonly replies: readonly string[];
}

/** A browser in a process group of its own, with a profile that stays. */
async function launch(profile: string): Promise<{ process: ChildProcess; port: string }> {
  const args = ['--headless=new', '--remote-debugging-port=0', `--user-data-dir=${profile}`, 'about:blank'];
  const child = spawn(inject('browser'), [...launchArguments, ...args], {
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  for await (const line of createInterface({ input: child.stderr })) {
    const address = /DevTools listening on (ws:\S+)/.exec(line)?.[1];
    if (address === undefined) continue;
    child.stderr.resume();
    return { process: child, port: address };
  }
  throw new Error('The browser has ended before it began.');
}

/** Kills every process of the browser at once, as an empty battery does; resolves when they have ended. */
async function kill({ pid }: ChildProcess): Promise<void> {
  if (pid === undefined) return;
  const alive = () => {
    try {
      return process.kill(-pid, 0);
    } catch {
      return false;
    }
  };
  if (alive()) process.kill(-pid, 'SIGKILL');
  while (alive()) await pause(5);
}

/**
 * Works on the lesson without rest: now a step, now some letters of a reply, at times that `seed` decides. Tells `done`
 * of each as soon as the page shows it.
 */
function work(page: Page, seed: number): void {
  const nothing = () => undefined;
  page
    .evaluate(
      async ([seed, longest]) => {
        let state = seed;
        // A linear congruential generator (Numerical Recipes): the test, not the page, is what has to be random here.
        const next = (below: number) => {
          state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
          return Math.floor((state / 2 ** 32) * below);
        };
        const { done } = window as unknown as { done: (what: Done) => Promise<void> };
        const fields = () => [...document.querySelectorAll('textarea')];
        const steps = () => document.querySelectorAll('li.step').length;
        for (;;) {
          const answers = [...document.querySelectorAll<HTMLElement>('button[data-code]')];
          if (answers.length > 0 && next(3) === 0) {
            const before = steps();
            answers[next(answers.length)]?.click();
            while (steps() === before) await new Promise((resolve) => setTimeout(resolve));
          } else {
            const field = fields()[next(fields().length)];
            if (!field || field.value.length > longest - 10) break;
            field.value += ` word${next(1000)}`;
            field.dispatchEvent(new InputEvent('input', { bubbles: true }));
          }
          void done({ time: Date.now(), steps: steps(), replies: fields().map(({ value }) => value) });
          await new Promise((resolve) => setTimeout(resolve, next(10) === 0 ? 400 : next(100)));
        }
      },
      [seed, LONGEST_TEXT] as const,
    )
    // The page is killed during the call, as intended.
    .then(nothing, nothing);
}

/**
 * Duration in milliseconds above which the computer itself was blocked, so that the round says nothing about the
 * page.
 */
const STALLED = 40;

/**
 * Writes to a file beside the profile all the time, as a witness of the computer itself. Gives for how long at most it
 * was kept from doing so in the last half second, in milliseconds.
 */
function witness(file: string): { readonly longest: () => number; readonly stop: () => void } {
  const times = [Date.now()];
  const timer = setInterval(() => {
    appendFileSync(file, 'x');
    times.push(Date.now());
  }, 5);
  return {
    longest() {
      const now = Date.now();
      const recent = [...times.filter((time) => time > now - 500), now];
      return Math.max(...recent.slice(1).map((time, at) => time - (recent[at] ?? time)));
    },
    stop: () => clearInterval(timer),
  };
}

/** What the page has kept, as it is in the database. */
const kept = (page: Page): Promise<StoredStory[]> =>
  page.evaluate(
    () =>
      new Promise<StoredStory[]>((resolve, reject) => {
        const open = indexedDB.open(`parley ${new URL('.', location.href).pathname}`);
        open.onerror = () => reject(new Error(open.error?.message));
        open.onsuccess = () => {
          const all = open.result.transaction('stories').objectStore('stories').getAll();
          all.onsuccess = () => {
            open.result.close();
            resolve(all.result as StoredStory[]);
          };
        };
      }),
  );

test(
  `a browser killed ${ROUNDS} times in the middle of a lesson loses nothing older than ${PROMISED} ms`,
  { timeout: 10 * 60_000 },
  async () => {
    const site = inject('site');
    if (!site.ok) throw new Error(site.problem);
    const profile = await mkdtemp(join(tmpdir(), 'parley-killed-'));
    let running: ChildProcess | null = null;
    const computer = witness(join(profile, 'witness'));
    onTestFinished(async () => {
      computer.stop();
      if (running) await kill(running);
      await rm(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
    });
    let state = 5;
    const next = () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;
    /** For each round, how old the newest thing that was kept is when the browser is killed; and what else was done since. */
    const lost: number[] = [];
    let before: {
      readonly done: readonly Done[];
      readonly killed: number;
      readonly stalled: boolean;
    } | null = null;
    let stories = 0;
    let stalled = 0;
    let changes = 0;

    for (let round = 0; ; round++) {
      const { process, port } = await launch(profile);
      running = process;
      const browser = await chromium.connectOverCDP(port);
      // A context of its own would be a private window: the profile's is the one that stays.
      const page = await browser.contexts()[0]?.newPage();
      if (!page) throw new Error('The browser has no profile.');
      await page.goto(site.address + lessonLink);
      await page.locator('li.step, button[data-code]').first().waitFor();

      if (before) {
        const all = await kept(page);
        expect(all).toHaveLength(++stories);
        const [last] = all.sort((a, b) => b.created - a.created);
        const link = decodeLink(last?.link ?? '');
        const replies = decodeWork(last?.work ?? '')?.replies;
        if (!link.ok || !replies) throw new Error(`Round ${round}: what was kept cannot be read.`);
        expect(last?.lesson).toBe(lesson);
        const text = (steps: number, words: readonly string[]) => JSON.stringify([steps, words]);
        const words = Array.from({ length: TASKS }, (_, task) => replies.get(task) ?? '');
        const now = text(link.value.story.length, words);
        const at = before.done.findIndex((done) => text(done.steps, done.replies) === now);
        // It may have kept a change that it had no time left to tell of; then nothing at all is lost.
        const missing =
          at < 0
            ? before.done.filter((done) => isAhead(done, link.value.story.length, words))
            : before.done.slice(at + 1);
        const age = missing[0] ? before.killed - missing[0].time : 0;
        // A round in which the computer was blocked is repeated, a limited number of times.
        if (before.stalled && stalled < ROUNDS) stalled += 1;
        else lost.push(age);
        changes += before.done.length;
      }
      if (lost.length === ROUNDS) break;

      const done: Done[] = [];
      await page.exposeFunction('done', (what: Done) => void done.push(what));
      work(page, round + 1);
      while (done.length < 3) await pause(5);
      await pause(300 + next() * 900);
      const killed = Date.now();
      const still = computer.longest() > STALLED;
      await kill(process);
      before = { done, killed, stalled: still };
      await browser.close().catch(() => undefined);
    }

    lost.sort((a, b) => b - a);
    console.info(
      `${ROUNDS} kills, and ${stalled} while the computer stood still, ${changes} changes: the oldest change lost was ${lost[0]} ms old; ` +
        `${lost.filter((age) => age > 0).length} kills lost any, their ages ${lost.filter((age) => age > 0).join(', ')} ms.`,
    );
    expect(lost).toHaveLength(ROUNDS);
    expect(lost[0]).toBeLessThanOrEqual(PROMISED);
  },
);

/** Whether `done` holds something that was not kept. */
const isAhead = (done: Done, steps: number, replies: readonly string[]): boolean =>
  done.steps > steps || done.replies.some((words, at) => !(replies[at] ?? '').startsWith(words));
