/**
 * Every link in a pasted text, in whatever form it comes: a column of a spreadsheet, a chat, an e-mail with wrapped,
 * quoted or percent-encoded addresses. A link knows by its check characters whether it is whole, so pieces are put
 * together until it is; what never is, is given as damaged, with its place.
 */
import { decodeLink, LONGEST_LINK, type DecodedLink } from './link.ts';

export interface FoundLink {
  /** The line it begins in, counted from 1. */
  readonly line: number;
  /** What stands there: the beginning of the link, with a little of what goes before it. */
  readonly around: string;
  /** The link alone, mended. */
  readonly text: string;
  readonly read: DecodedLink;
}

/** No text longer than this is searched, in characters: ten thousand of the longest links. */
export const LONGEST_PASTE = 25_000_000;
/** No more links than this are taken from one text. */
export const MOST_LINKS = 10_000;

const START = /(?<![A-Za-z0-9.])\d{1,3}\.[A-Za-z0-9._~-]*/g;
const RUN = /[A-Za-z0-9._~-]+/y;
/**
 * What programs put into the middle of a link: the end of a line, with the soft break of quoted-printable before it
 * and the marks of a quoted message after it; and spaces.
 */
const BREAK = /(?:[ \t]|=?\r?\n(?:[ \t]*[>|])*[ \t]*)+/y;
/** How a link of this version begins: the version, a scenario, the edition. */
const HEAD = /^1\.(?:[a-z][a-z0-9-]{0,63}\.)?[1-9]\d{0,5}\./;
/** Into so many pieces a link may be broken. */
const MOST_PIECES = 60;

/** The links of `given`, in order; `more` where there are more than are taken. */
export function findLinks(given: string): { readonly links: readonly FoundLink[]; readonly more: boolean } {
  const text = plainly(given);
  const links: FoundLink[] = [];
  let line = 1;
  let counted = 0;
  START.lastIndex = 0;
  for (let match = START.exec(text); match; match = START.exec(text)) {
    const at = match.index;
    const found = linkAt(text, at, match[0]);
    if (!found) continue;
    if (links.length === MOST_LINKS) return { links, more: true };
    for (let end = text.indexOf('\n', counted); end >= 0 && end < at; end = text.indexOf('\n', counted)) {
      line += 1;
      counted = end + 1;
    }
    links.push({ line, around: around(text, at), text: found.text, read: found.read });
    START.lastIndex = found.end;
  }
  return { links, more: false };
}

interface Found {
  readonly text: string;
  readonly read: DecodedLink;
  readonly end: number;
}

/** The link that begins at `at` with `run`; null where what stands there is a number, a date, or the like. */
function linkAt(text: string, at: number, run: string): Found | null {
  const addressed = /#$|[?&]p=$/.test(text.slice(Math.max(0, at - 3), at));
  // A number is not put together with all that follows it: a paste may hold millions of them.
  const pieces = addressed || HEAD.test(run) ? MOST_PIECES : 1;
  let whole = run;
  let end = at + run.length;
  for (let piece = 0; piece < pieces; piece++) {
    // Marks of emphasis, as chats write them, may stand right after it.
    for (let tail = whole, marks = 0; marks < 4; tail = tail.slice(0, -1), marks++) {
      const read = decodeLink(tail);
      if (read.ok || read.problem === 'newer') return { text: trimmed(tail), read, end };
      if (!/[_~-]$/.test(tail)) break;
    }
    BREAK.lastIndex = end;
    const gap = BREAK.exec(text);
    if (!gap) break;
    RUN.lastIndex = end + gap[0].length;
    const next = RUN.exec(text)?.[0];
    // What begins like an address, or like another link, is one.
    if (next === undefined || /^[:@]/.test(text.slice(RUN.lastIndex, RUN.lastIndex + 1))) break;
    if (/^\d{1,3}\.(?:[a-z][a-z0-9-]*\.)?\d+\./.test(next) || whole.length + next.length > LONGEST_LINK)
      break;
    whole += next;
    end += gap[0].length + next.length;
  }
  if (!meant(addressed, run)) return null;
  const read = decodeLink(run);
  return {
    text: trimmed(run),
    read: read.ok ? read : { ok: false, problem: 'damaged' },
    end: at + run.length,
  };
}

const trimmed = (text: string): string => text.replace(/[.]+$/, '');

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
  const line = text.lastIndexOf('\n', at) + 1;
  let start = Math.max(line, at - 30);
  // It begins with a whole word, where there is one to begin with.
  const space = start > line ? text.slice(start, at).search(/\s\S/) : -1;
  if (space >= 0) start += space;
  const stop = text.indexOf('\n', at);
  const end = Math.min(stop < 0 ? text.length : stop, start + 90);
  const cut = text
    .slice(start, end)
    // eslint-disable-next-line no-control-regex
    .replace(/[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g, ' ')
    .trim();
  return `${start > line ? '…' : ''}${cut}${end < (stop < 0 ? text.length : stop) ? '…' : ''}`;
}

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
