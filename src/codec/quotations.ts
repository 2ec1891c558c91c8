/** Reads the quotations that an embed sends to a page, and finds them in the page’s article, within limits. */
import { ID } from '../scenario/terms.ts';
import { join, partsOf, plainQuote, type Found } from './find-text.ts';

/** No more quotations are looked at, and none that is shorter or longer, in characters as they are compared. */
const MOST = 500;
const SHORTEST = 20;
const LONGEST = 1_000;

/** Of an article, this many characters are searched. */
export const LONGEST_ARTICLE = 200_000;
/** No search takes longer than this by much, in milliseconds. */
const BUDGET = 1_000;

export interface Quotation {
  readonly id: string;
  /** As it is looked for. */
  readonly text: string;
}

/**
 * The quotations in `data`, an object that maps ids to them, as a message from a frame holds it. What is no id, no
 * text, or too short to be a quotation is left out: a page does not tell a frame where short words stand.
 */
export function readQuotations(data: unknown): Quotation[] {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return [];
  const read: Quotation[] = [];
  for (const [id, quote] of Object.entries(data).slice(0, MOST)) {
    // A text of many spaces is cut before it is looked at.
    if (!ID.test(id) || typeof quote !== 'string' || quote.length > 2 * LONGEST) continue;
    const text = plainQuote(quote);
    if (text.length >= SHORTEST && text.length <= LONGEST) read.push({ id, text });
  }
  return read;
}

export interface Mark {
  readonly id: string;
  readonly parts: readonly Found[];
}

/**
 * The first place of each quotation in `texts`, which are joined once for all. Where two overlap, the one that was
 * named first stands. `clock` gives the time in milliseconds: what is not found within the budget is left out.
 */
export function findQuotations(
  texts: readonly string[],
  quotations: readonly Quotation[],
  clock: () => number,
): Mark[] {
  const joined = join(texts, LONGEST_ARTICLE);
  const taken = new Uint8Array(joined.whole.length);
  const marks: Mark[] = [];
  const start = clock();
  for (const { id, text } of quotations) {
    if (clock() - start > BUDGET) break;
    const from = joined.whole.indexOf(text);
    const to = from + text.length;
    if (from < 0 || taken.subarray(from, to).includes(1)) continue;
    taken.fill(1, from, to);
    marks.push({ id, parts: partsOf(joined, from, to) });
  }
  return marks;
}
