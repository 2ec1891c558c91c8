/** How fast the reader’s own odds follow what is said: the exact passes alone, beside plain fractions, and on the page. */
import type { Browser } from 'playwright';
import { explore } from '../../src/analysis/graph/explore.ts';
import { fraction, formatFraction } from '../../src/analysis/questions/fraction.ts';
import { futuresOf } from '../../src/analysis/graph/futures.ts';
import { graphOf } from '../../src/analysis/graph/graph.ts';
import { odds, type Weights } from '../../src/analysis/questions/odds.ts';
import { compileRules } from '../../src/analysis/graph/rules.ts';
import { sensitivity } from '../../src/analysis/questions/sensitivity.ts';
import { EMPTY_LINK, encodeLink } from '../../src/codec/link.ts';
import { plainOdds } from '../analysis/plain-odds.ts';
import { newest, real } from '../support/real.ts';
import { median, ms, table, timed } from './figures.ts';

/** Every question of the real scenario weighted, no two answers of one alike: the most there can be to work out. */
const DIGITS = [6, 1, 9, 2, 7, 5, 8, 3];
const answers = real.questions.flatMap((question) => question.answers);
const chosen = new Map(answers.map(({ code }, at) => [code, DIGITS[at % DIGITS.length] ?? 1]));

export function oddsAlone(): void {
  const rules = compileRules(real);
  const graph = graphOf(real, futuresOf(rules, explore(rules)));
  const weights: Weights = new Map(
    answers.map(({ key, code }) => [key, fraction(BigInt(chosen.get(code) ?? 0), 1n)]),
  );
  const [first = NaN] = timed(1, () => odds(graph, weights));
  const [firstSwings = NaN] = timed(1, () => sensitivity(graph, weights, 0));
  const exact = median(timed(31, () => odds(graph, weights)));
  const swings = median(timed(15, () => sensitivity(graph, weights, 0)));
  const plain = median(timed(3, () => real.endings.map((_, at) => plainOdds(graph, weights, at))));

  const ranges = odds(graph, weights);
  for (const [at, { low, high }] of ranges.entries()) {
    const expected = plainOdds(graph, weights, at);
    if (
      formatFraction(low) !== formatFraction(expected.low) ||
      formatFraction(high) !== formatFraction(expected.high)
    )
      throw new Error(`The odds of ending ${at} are not those of plain fractions.`);
  }

  table(
    `The reader’s odds: all ${real.questions.length} questions weighted, ${real.endings.length} endings`,
    {
      'exact ranges of all endings, first time': ms(first),
      'exact ranges of all endings, median of 31': ms(exact),
      'the same node by node in fractions, median of 3': `${ms(plain)} (1 : ${(plain / exact).toFixed(0)})`,
      [`exact swings of ${weights.size} answers for one ending, first time`]: ms(firstSwings),
      'exact swings, median of 15': ms(swings),
    },
  );
}

/** Runs in the page: gives the answer with `code` another weight, and the time until what follows is drawn again. */
function weighAndDraw({ code, weight }: { code: string; weight: number }) {
  const words = document.querySelector<HTMLSelectElement>(`#weigh-${code}`);
  if (!words) throw new Error(`${code} cannot be weighed on the page`);
  return new Promise<{ script: number; drawn: number }>((resolve) => {
    requestAnimationFrame(() => {
      const start = performance.now();
      words.value = String(weight);
      words.dispatchEvent(new Event('change', { bubbles: true }));
      // What follows is worked out in a microtask, before this one.
      void Promise.resolve().then(() => {
        const script = performance.now() - start;
        // This frame is laid out and painted after its callbacks; the message comes right behind.
        const channel = new MessageChannel();
        channel.port1.onmessage = () => resolve({ script, drawn: performance.now() - start });
        channel.port2.postMessage(null);
      });
    });
  });
}

/** Weighs an answer on the page of the site at `address`, with every question weighed. */
export async function oddsOnPage(browser: Browser, address: string): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  // The names that the runner gives to functions mean nothing in the page.
  await context.addInitScript({ content: 'globalThis.__name = (value) => value;' });
  const page = await context.newPage();
  const link = (weights: ReadonlyMap<string, number>) =>
    `${address}#${encodeLink({ ...EMPTY_LINK, edition: newest.edition, view: 'odds', weights })}`;
  const all = new Map(
    newest.questions.flatMap(({ answers }) => answers).map(({ code }, at) => [code, 1 + (at % 9)]),
  );

  const [question] = newest.questions;
  const last = question?.answers.at(-1);
  if (!question || !last) throw new Error('The scenario has no question.');
  const open = async (weights: ReadonlyMap<string, number>) => {
    await page.goto('about:blank');
    await page.goto(link(weights));
    // Where the question is not among the first three, it stands with the others.
    await page.locator('.ask fieldset').first().waitFor();
    if ((await page.locator(`#weigh-${last.code}`).count()) === 0) await page.locator('.ask summary').click();
    await page.locator(`#weigh-${last.code}`).waitFor();
  };
  const ranges = () =>
    page
      .locator('[data-range]')
      .evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset.range).join());

  // All but one answer of one question is weighed, and then the last: the first ranges there are.
  await open(new Map(question.answers.slice(0, -1).map(({ code }) => [code, all.get(code) ?? 1])));
  const first = await page.evaluate(weighAndDraw, { code: last.code, weight: 6 });

  await open(all);
  const before = await ranges();
  const moves: { script: number; drawn: number }[] = [];
  for (let move = 0; move < 60; move++)
    moves.push(await page.evaluate(weighAndDraw, { code: last.code, weight: [1, 9, 2, 6][move % 4] ?? 1 }));
  if ((await ranges()) === before) throw new Error('The odds stayed as they were.');
  await context.close();
  // The first of them run before the browser has compiled what they need.
  const of = (values: readonly number[]) => `${ms(median(values))} (at most ${ms(Math.max(...values))})`;
  table(
    `The reader’s odds in Chromium, 1440 × 900, every question weighed, ${moves.length} changes of one answer`,
    {
      'the first question weighed → the first ranges are drawn': ms(first.drawn),
      'an answer weighed → the ranges are worked out': of(moves.map(({ script }) => script)),
      'an answer weighed → they are drawn': of(moves.map(({ drawn }) => drawn)),
    },
  );
}
