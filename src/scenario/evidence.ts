/** Whether quotations are what their sources say, and how a reader gets from one to the other. */
import { problem, type Problem } from './problems.ts';
import type { Evidence, Scenario, Source } from './scenario.ts';
import { step } from './text/text.ts';

/**
 * Holds every quotation to the text of its source, character for character. Takes the texts by source id, in any
 * Unicode form; a source whose text is not given is passed over. Gives what differs.
 */
export async function checkQuotations(
  scenario: Scenario,
  texts: ReadonlyMap<string, string>,
): Promise<Problem[]> {
  const found: Problem[] = [];
  const read = new Map<string, SourceText>();
  for (const [at, source] of scenario.sources.entries()) {
    const given = texts.get(source.id);
    if (given === undefined) continue;
    const text = readSource(given);
    read.set(source.id, text);
    const faults = await sourceFaults(source, text);
    if (faults.length > 0)
      found.push(problem('source-mismatch', `sources[${at}]`, source.id, faults.join(', ')));
  }
  for (const [at, item] of scenario.evidence.entries()) {
    const text = read.get(item.source);
    if (text) found.push(...quotationProblems(item, text, `evidence[${at}]`));
  }
  return found;
}

/** A source's text in NFC: as a whole, as code points, and as paragraphs with the code point each starts at. */
interface SourceText {
  readonly whole: string;
  readonly points: readonly string[];
  readonly paragraphs: readonly { readonly start: number; readonly text: string }[];
}

function readSource(given: string): SourceText {
  const whole = given.normalize('NFC');
  const paragraphs: { start: number; text: string }[] = [];
  let start = 0;
  for (const line of whole.split('\n')) {
    if (line.trim() !== '') paragraphs.push({ start, text: line });
    start += [...line].length + 1;
  }
  return { whole, points: [...whole], paragraphs };
}

async function sourceFaults(source: Source, text: SourceText): Promise<string[]> {
  const faults: string[] = [];
  const differs = (what: string, said: string | number, is: string | number) => {
    // An empty text and 0 stand for what the file does not say.
    if (said && said !== is) faults.push(`${what} ${is}, not ${said}`);
  };
  differs('its SHA-256 is', source.sha256, await sha256(text.whole));
  differs('its characters number', source.characters, text.points.length);
  differs('its paragraphs number', source.paragraphs, text.paragraphs.length);
  return faults;
}

function* quotationProblems(item: Evidence, text: SourceText, where: string): Generator<Problem> {
  const there = text.points.slice(item.start, item.end).join('');
  if (there !== item.quote) {
    const detail = elsewhere(item, text) ?? `from start to end it says “${there}”`;
    yield problem('quote-mismatch', where, item.quote, detail);
    return;
  }
  const number = text.paragraphs.findLastIndex(({ start }) => start <= item.start) + 1;
  if (number !== item.paragraph)
    yield problem('quote-mismatch', `${where}.paragraph`, item.quote, `it stands in paragraph ${number}`);
  const paragraph = text.paragraphs[number - 1]?.text ?? '';
  for (const [at, hedge] of item.hedges.entries())
    if (!paragraph.includes(hedge)) yield problem('hedge-missing', `${where}.hedges${step(at)}`, hedge);
}

/** Where else in the source the quotation stands, if anywhere. */
function elsewhere({ quote }: Evidence, { whole }: SourceText): string | undefined {
  const at = whole.indexOf(quote);
  if (at === -1) return undefined;
  const start = [...whole.slice(0, at)].length;
  return `it stands at start ${start}, end ${start + [...quote].length}`;
}

async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** A quotation of more words is given to the browser by its first and last `FEW` words. */
const WHOLE = 12;
const FEW = 5;

/**
 * The address of `source` with a text fragment (WICG, URL Fragment Text Directives), at which a browser shows
 * and marks `quote`. Empty where the source has no address.
 */
export function originalLink(source: Source, quote: string): string {
  const words = quote.split(/\s+/).filter(Boolean);
  if (source.url === '' || words.length === 0) return source.url;
  const parts = words.length > WHOLE ? [words.slice(0, FEW), words.slice(-FEW)] : [words];
  // A hyphen means something in a text directive, so it is escaped like the comma and the ampersand.
  const directive = parts.map((part) => encodeURIComponent(part.join(' ')).replaceAll('-', '%2D')).join();
  return `${source.url}${source.url.includes('#') ? '' : '#'}:~:text=${directive}`;
}

/** Whether `quote` is taken from the middle of a sentence: it begins with a small letter, of any script. */
export const fromMidSentence = (quote: string): boolean => /^\p{Ll}/u.test(quote);

/** The hedging words that stand in the quotation’s paragraph, but outside the words quoted. */
export const besideQuote = ({ quote, hedges }: Evidence): string[] =>
  hedges.filter((hedge) => !quote.includes(hedge));

/** A piece of a quotation, and whether it is hedging words. */
export interface Run {
  readonly text: string;
  readonly hedge: boolean;
}

/**
 * `quote` in pieces, so that its hedging words can be marked: of each hedge the first place where it stands; where
 * two overlap, the one that begins first, or the longer. Joined, the pieces are `quote` again.
 */
export function markHedges(quote: string, hedges: readonly string[]): Run[] {
  const places = hedges
    .map((hedge) => ({ start: quote.indexOf(hedge), end: quote.indexOf(hedge) + hedge.length }))
    .filter(({ start, end }) => start >= 0 && end > start)
    .sort((one, other) => one.start - other.start || other.end - one.end);
  const runs: Run[] = [];
  let done = 0;
  for (const { start, end } of places) {
    if (start < done) continue;
    if (start > done) runs.push({ text: quote.slice(done, start), hedge: false });
    runs.push({ text: quote.slice(start, end), hedge: true });
    done = end;
  }
  if (done < quote.length) runs.push({ text: quote.slice(done), hedge: false });
  return runs;
}

/** Letters and digits, with single hyphens between them. */
const WORD = /[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*/g;

/**
 * `text` in parts, of which every second is written like the id of a quotation: a letter first, and a hyphen in it.
 * Joined, the parts are `text` again.
 */
export function idsWithin(text: string): string[] {
  const parts: string[] = [];
  let done = 0;
  for (const { 0: word, index } of text.matchAll(WORD)) {
    if (!word.includes('-') || !/^[A-Za-z]/.test(word)) continue;
    parts.push(text.slice(done, index), word);
    done = index + word.length;
  }
  return [...parts, text.slice(done)];
}

/** The quotations that `texts` name by their ids, in the order of the file. What is no id of a quotation stays a word. */
export function citedIn(scenario: Scenario, texts: readonly string[]): readonly Evidence[] {
  const words = new Set(texts.flatMap(idsWithin));
  return scenario.evidence.filter(({ id }) => words.has(id));
}
