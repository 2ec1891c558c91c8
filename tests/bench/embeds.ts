/** How soon can a reader choose in the embed, against pages of other makers that ask the same ten questions? */
import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser } from 'playwright';
import { findBrowser, launchArguments } from '../support/browser.ts';
import { newest } from '../support/real.ts';
import { pageByHand } from './embeds/by-hand.ts';
import { excerptOf, type Excerpt } from './embeds/excerpt.ts';
import { inkPage } from './embeds/ink.ts';
import type { AskingPage } from './embeds/page.ts';
import { RECORDED } from './embeds/recorded.ts';
import { serve } from './embeds/serve.ts';
import { watch, type Watched } from './embeds/watch.ts';
import { median, ms, table } from './figures.ts';

/** Slow 4G, as Chromium’s own tools emulate it: a wait before each answer of the server, and so many bytes a second. */
const NETWORK = {
  offline: false,
  latency: 150,
  downloadThroughput: 1_600_000 / 8,
  uploadThroughput: 750_000 / 8,
};
const SLOWER = 4;
const ROUNDS = 9;

/** The embed as it was built into `folder`, with the whole scenario and all its evidence. */
const embedPage = (folder: string): AskingPage => ({
  name: 'the embed, with the whole scenario',
  files: new Map([['embed.html', readFileSync(join(folder, 'embed.html'))]]),
  question: '#question',
  choice: '.question .answers button[data-code]',
  label: '.label',
});

export async function embeds(folder: string): Promise<void> {
  const found = await findBrowser();
  if (!found) return table('The embed beside other pages', { skipped: 'no browser was found' });
  const excerpt = excerptOf(newest, 'W3', 10);
  const pages = [embedPage(folder), pageByHand(excerpt), inkPage(excerpt, 200), inkPage(excerpt, 0)];
  const served = await serve(pages);
  const browser = await chromium.launch({ executablePath: found.path, args: [...launchArguments] });

  const sizes: ReturnType<typeof served.taken>[] = [];
  for (const [at, page] of pages.entries()) {
    served.taken();
    await readThrough(browser, served.address(at), page, excerpt);
    sizes.push(served.taken());
  }
  const rounds: Watched[][] = [];
  // The first round warms up the server and the browser and is not counted.
  for (let round = 0; round <= ROUNDS; round++) {
    const times: Watched[] = [];
    for (const [at, page] of pages.entries())
      times.push(await timeTo(browser, served.empty, served.address(at), page, excerpt));
    if (round > 0) rounds.push(times);
  }
  await browser.close();
  served.close();

  // Both of a ratio are of the same round, so that what slows the machine slows both.
  const ratio = (at: number, of: keyof Watched) =>
    median(rounds.map((times) => (times[0]?.[of] ?? NaN) / (times[at]?.[of] ?? NaN))).toFixed(2);
  const time = (at: number, of: keyof Watched) => ms(median(rounds.map((times) => times[at]?.[of] ?? NaN)));
  table(
    `The embed beside pages that ask the same ${excerpt.questions.length} questions: 1.6 Mbit/s, 150 ms, processor ${SLOWER} × slower; medians of ${ROUNDS} rounds by turns`,
    Object.fromEntries(
      pages.map(({ name }, at) => [
        name,
        `${((sizes[at]?.bytes ?? NaN) / 1000).toFixed(1)} kB (${sizes[at]?.packed}) in ${sizes[at]?.files} file${sizes[at]?.files === 1 ? '' : 's'}; first question ${time(at, 'first')}, next after pressing at once ${time(at, 'next')}${
          at > 0 ? `; the embed takes ${ratio(at, 'first')} × and ${ratio(at, 'next')} × that` : ''
        }`,
      ]),
    ),
  );
  table('Other makers: sizes recorded from what they publish, not measured here and not timed', RECORDED);
}

/** Plays the excerpt in a page and holds every question, answer and quotation to it. */
async function readThrough(
  browser: Browser,
  address: string,
  page: AskingPage,
  excerpt: Excerpt,
): Promise<void> {
  const tab = await browser.newPage();
  // A reader may be under way when a page draws its next question: each is waited for.
  await tab.goto(address);
  for (const [at, { text, answers, given }] of excerpt.questions.entries()) {
    const place = `${page.name}, question ${at + 1}`;
    await tab.locator(page.question).filter({ hasText: text }).last().waitFor({ timeout: 10_000 });
    const choices = tab.locator(page.choice).filter({ visible: true });
    const labels = await (page.label ? choices.locator(page.label) : choices).allTextContents();
    assert.deepEqual(
      labels.map(spaced),
      answers.map(({ label }) => spaced(label)),
      place,
    );
    const answer = answers.find(({ code }) => code === given);
    const chosen = answers.findIndex(({ code }) => code === given);
    await choices.nth(chosen).click();
    if (answer?.quotation)
      await tab
        .getByText(answer.quotation.words)
        .filter({ visible: true })
        .first()
        .waitFor({ timeout: 10_000 });
  }
  await tab.close();
}

const spaced = (text: string) => text.replace(/\s+/g, ' ').trim();

async function timeTo(
  browser: Browser,
  empty: string,
  address: string,
  page: AskingPage,
  excerpt: Excerpt,
): Promise<Watched> {
  const [question] = excerpt.questions;
  assert(question);
  const context = await browser.newContext({
    viewport: { width: 720, height: 900 },
    reducedMotion: 'reduce',
  });
  const tab = await context.newPage();
  // From an empty page of the same server, so that starting a process for it is no part of any page’s time.
  await tab.goto(empty);
  const tools = await context.newCDPSession(tab);
  await tools.send('Network.enable');
  await tools.send('Network.emulateNetworkConditions', NETWORK);
  await tools.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  // The names that the runner gives to functions mean nothing in the page.
  await tab.addInitScript({ content: 'globalThis.__name = (value) => value;' });
  await tab.addInitScript(watch, {
    page: { question: page.question, choice: page.choice },
    given: question.answers.findIndex(({ code }) => code === question.given),
  });
  await tab.goto(address, { waitUntil: 'commit' });
  const watched = await tab.waitForFunction(
    () => {
      const { watched } = window as unknown as { watched?: Partial<Watched> };
      return watched?.next === undefined ? null : watched;
    },
    null,
    { polling: 100, timeout: 60_000 },
  );
  const times = (await watched.jsonValue()) as Watched;
  await context.close();
  return times;
}
