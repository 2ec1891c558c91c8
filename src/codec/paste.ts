/**
 * Every link in a pasted text, in whatever form it comes: a column of a spreadsheet, a chat, an e-mail with wrapped,
 * quoted or percent-encoded addresses. A link knows by its check characters whether it is whole, so pieces are put
 * together until it is; what never is, is given as damaged, with its place.
 */
import { replaceUnseen } from '../scenario/text/unseen.ts';
import { decodeLink, LONGEST_LINK, type DecodedLink } from './link.ts';
import { Pieces, STEP, withoutStops } from './pieces.ts';

export interface FoundLink {
  /** The line it begins in, counted from 1. */
  readonly line: number;
  /** What stands there: the beginning of the link, with a little of what goes before it. */
  readonly around: string;
  /** The link alone, mended. */
  readonly text: string;
  readonly read: DecodedLink;
}

/** No text longer than this is looked at, in characters, and no file of more bytes. */
export const LONGEST_PASTE = 25_000_000;
/** So many characters of a text are searched, from its beginning: five thousand links of two thousand characters. */
export const MOST_SEARCHED = 10_000_000;
/** No more links than this are taken from one text. */
export const MOST_LINKS = 5_000;

/** How a link begins within a piece of text: right after a sign that is no letter, digit or full stop. */
const BEGIN = /(?<![A-Za-z0-9.])\d{1,3}\./;
/** How a link of this version begins: the version, a scenario, the edition. */
const HEAD = /^1\.(?:[a-z][a-z0-9-]{0,63}\.)?[1-9]\d{0,5}\./;
/** Nothing shorter than this is a link, or what is left of one. */
const SHORTEST = 5;
/** Into so many pieces a link may be broken. */
const MOST_PIECES = 60;

export interface FoundLinks {
  readonly links: readonly FoundLink[];
  /** Whether there are more links than are taken. */
  readonly more: boolean;
}

/** The part of `text` that is searched: all of it, or as many whole lines, or words, as are searched at once. */
export function searchablePart(text: string): string {
  if (text.length <= MOST_SEARCHED) return text;
  const last = text.slice(MOST_SEARCHED - LONGEST_LINK, MOST_SEARCHED);
  const cut = last.lastIndexOf('\n') + 1 || last.lastIndexOf(' ') + 1 || last.length;
  return text.slice(0, MOST_SEARCHED - LONGEST_LINK + cut);
}

/** The links of `given`, in order. The time this takes grows with the length of the text, whatever stands in it. */
export function findLinks(given: string): FoundLinks {
  const search = searchLinks(given);
  let step = search.next();
  while (!step.done) step = search.next();
  return step.value;
}

/** The same in small steps, so that something else can be done between two of them. */
export function* searchLinks(given: string): Generator<undefined, FoundLinks> {
  const text = plainly(searchablePart(given));
  const pieces = yield* Pieces.in(text);
  const links: FoundLink[] = [];
  let line = 1;
  let counted = 0;
  for (let number = 0; number < pieces.count; number++) {
    if (number % STEP === 0) yield;
    const run = pieces.text(number);
    if (run.length < SHORTEST && !pieces.goesOn(number)) continue;
    const offset = run.search(BEGIN);
    const found = offset < 0 ? null : linkAt(text, pieces, number, offset);
    if (!found) continue;
    if (links.length === MOST_LINKS) return { links, more: true };
    const at = pieces.start(number) + offset;
    for (let end = text.indexOf('\n', counted); end >= 0 && end < at; end = text.indexOf('\n', counted)) {
      line += 1;
      counted = end + 1;
    }
    links.push({ line, around: around(text, at), text: found.text, read: found.read });
    number = found.last;
  }
  return { links, more: false };
}

interface Found {
  readonly text: string;
  readonly read: DecodedLink;
  /** The number of the last piece that belongs to it. */
  readonly last: number;
}

/** The link that begins `offset` characters into a piece; null where what stands there is a number, a date, or the like. */
function linkAt(text: string, pieces: Pieces, number: number, offset: number): Found | null {
  const at = pieces.start(number) + offset;
  const run = pieces.text(number).slice(offset);
  const before = text.slice(Math.max(0, at - 3), at);
  const addressed = before.endsWith('#') || before.endsWith('?p=') || before.endsWith('&p=');
  // A number is not put together with all that follows it: a paste may hold millions of them.
  const most = addressed || HEAD.test(run) ? MOST_PIECES : 1;
  // What has the right check characters and is damaged all the same is not mended by what follows it.
  const whole = pieces.whole(number, offset, most);
  if (whole) {
    const read = decodeLink(whole.text);
    if (read.ok || read.problem === 'newer') return { ...whole, read };
  }
  if (!meant(addressed, run.slice(0, LONGEST_LINK * 2))) return null;
  return { text: withoutStops(run), read: { ok: false, problem: 'damaged' }, last: number };
}

/** Whether what is no whole link was meant as one: not a date, a version, an amount of money. */
function meant(addressed: boolean, run: string): boolean {
  const parts = run.split('.');
  const named = /^[a-z][a-z0-9-]*$/.test(parts[1] ?? '') && parts.length > 2;
  const edition = named ? parts[2] : parts[1];
  const shaped = /^[1-9]\d{0,5}$/.test(edition ?? '') && /[A-Za-z]/.test(run);
  if (addressed) return shaped || (parts.length > 2 && /[A-Za-z]/.test(run));
  return shaped && parts.length - (named ? 1 : 0) >= 4 && run.length >= 10;
}

/** A line of at most 90 characters that shows where `at` is. */
function around(text: string, at: number): string {
  // No more of the line is looked at than can be shown: a text of megabytes may be one line.
  const before = text.slice(Math.max(0, at - BEFORE - 1), at);
  const whole = before.length <= BEFORE || before.includes('\n');
  let start = at - Math.min(BEFORE, before.length - 1 - before.lastIndexOf('\n'));
  // It begins with a whole word, where there is one to begin with.
  const space = whole ? -1 : text.slice(start, at).search(/\s\S/);
  if (space >= 0) start += space;
  const [line = ''] = text.slice(start, start + SHOWN + 1).split('\n', 1);
  const cut = replaceUnseen(line.slice(0, SHOWN), () => ' ').trim();
  return `${whole ? '' : '…'}${cut}${line.length > SHOWN ? '…' : ''}`;
}

/** So many characters are shown of a line, of which at most so many stand before the link. */
const SHOWN = 90;
const BEFORE = 30;

/** `text` without marks of no width, without percent codes, however often they were put on one another, and without those of quoted-printable. */
function plainly(text: string): string {
  let plain = text.replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, '');
  // Only what can be seen is decoded, so that every line stays where it is.
  if (/=\r?\n/.test(plain) || /quoted-printable/i.test(plain.slice(0, 100_000)))
    plain = plain.replace(/=([2-7][0-9A-F])/g, (_, code: string) => visible(code));
  for (let layer = 0; layer < 3 && /%[2-7][0-9A-Fa-f]/.test(plain); layer++)
    plain = plain.replace(/%([2-7][0-9A-Fa-f])/g, (_, code: string) => visible(code));
  return plain;
}

const visible = (code: string): string =>
  code.toUpperCase() === '7F' ? ' ' : String.fromCharCode(parseInt(code, 16));
