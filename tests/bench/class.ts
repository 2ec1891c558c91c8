/** How long a class takes: a thousand pasted links gathered, sorted, counted and drawn on the page. */
import { join } from 'node:path';
import { chromium } from 'playwright';
import { preview } from 'vite';
import { gather } from '../../src/codec/gather.ts';
import { encodeLesson, encodeWork, fingerprint } from '../../src/codec/lesson.ts';
import { EMPTY_LINK, encodeLink } from '../../src/codec/link.ts';
import { player, sortOut } from '../../src/lesson/class.ts';
import { answersGiven, partings } from '../../src/lesson/counts.ts';
import { EMPTY, type Lesson } from '../../src/lesson/lesson.ts';
import { compile } from '../../src/machine/compile.ts';
import { findBrowser, launchArguments } from '../support/browser.ts';
import { numbers, realGraph, storyOf } from '../lesson/random.ts';
import { real } from '../support/real.ts';
import { median, ms, table } from './figures.ts';

const lesson: Lesson = {
  ...EMPTY,
  title: 'Follow the evidence',
  tasks: [{ kind: 'text', at: real.questions[0]?.id ?? '', prompt: 'Why did you start from there?' }],
};

/** Links of so many students, with stories and replies of their own, one to a line. */
function links(students: number): string {
  const pick = numbers(students);
  return Array.from({ length: students }, (_, at) => {
    const { story } = storyOf(Array.from({ length: 30 }, () => pick(60)));
    const replies = new Map([[0, `What student ${at} wrote about the first step, in a sentence.`]]);
    const work = encodeWork({ lesson: fingerprint(lesson), label: `Student ${at}`, replies, story });
    const link = { ...EMPTY_LINK, edition: real.edition, story, lesson: encodeLesson(lesson), work };
    return `https://example.org/#${encodeLink(link)}`;
  }).join('\n');
}

/** Runs in the page: pastes `text`, gathers it, and gives the time until the last of its pictures is painted. */
function gatherAndDraw(text: string): Promise<number> {
  const field = document.querySelector<HTMLTextAreaElement>('#paste');
  const button = document.querySelector<HTMLButtonElement>('form button[type="submit"]');
  if (!field || !button) throw new Error('The page does not gather.');
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  return new Promise((resolve) => {
    const start = performance.now();
    button.click();
    const look = () => {
      if (!document.querySelector('.map .piece')) requestAnimationFrame(look);
      else requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - start)));
    };
    look();
  });
}

/** The site stands built in `folder`. */
export async function gatheringAClass(folder: string): Promise<void> {
  const machine = compile(real);
  const rows: Record<string, string> = {};
  for (const students of [1_000, 10_000]) {
    const text = links(students);
    const start = performance.now();
    const found = await gather(text, 'a paste', real.id);
    const read = performance.now() - start;
    if (!found.ok) throw new Error(found.why);
    const batches = [{ from: '', text, group: 0 as const, pasted: found.pasted }];
    const sorting = { lesson: fingerprint(lesson), removed: new Set<number>(), again: new Set<number>() };
    const { counted } = sortOut(real, player(machine, realGraph), batches, sorting);
    partings(answersGiven(real, counted));
    if (counted.length !== students) throw new Error(`${counted.length} of ${students} links count.`);
    const name = `${students.toLocaleString('en')} links (${(text.length / 1e6).toFixed(1)} MB)`;
    rows[`${name}: found and read`] = ms(read);
    rows[`${name}: sorted, played and counted`] = ms(performance.now() - start - read);
  }
  const browserFound = await findBrowser();
  if (browserFound) {
    const server = await preview({
      root: join(import.meta.dirname, '../..'),
      logLevel: 'silent',
      build: { outDir: folder },
      preview: { port: 0, host: '127.0.0.1' },
    });
    const browser = await chromium.launch({ executablePath: browserFound.path, args: [...launchArguments] });
    const text = links(1_000);
    const times: number[] = [];
    for (let round = 0; round < 5; round++) {
      const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
      // The names that the runner gives to functions mean nothing in the page.
      await page.addInitScript({ content: 'globalThis.__name = (value) => value;' });
      const address = server.resolvedUrls?.local[0] ?? '';
      await page.goto(`${address}#${encodeLink({ ...EMPTY_LINK, edition: real.edition, view: 'class' })}`);
      await page.locator('#paste').waitFor();
      times.push(await page.evaluate(gatherAndDraw, text));
      await page.getByText('1000 links count.').waitFor();
      await page.close();
    }
    await browser.close();
    await server.close();
    rows['1,000 links: pasted → gathered and drawn in Chromium, median of 5'] =
      `${ms(median(times))} (at most ${ms(Math.max(...times))}; to reach: 1,000 ms)`;
  } else rows['in a browser'] = 'skipped: no browser was found';
  table('A class on one map', rows);
}
