/**
 * What a link carries, as a short text that shows when it was damaged.
 *
 *     1.ukraine-2025.1.s0nxyx.v-how.e-fights-on.k3f9
 *     │ │            │ │      └─ options        └─ check characters
 *     │ scenario     │ story: the codes, one after another
 *     version        edition
 *
 * Only what differs from the usual is written: the scenario is left out where it is the page’s own. A code of two
 * characters stands as it is; one of a single character is written `-x`, one of three `_xyz`.
 */
import type { Aside } from '../analysis/questions/knockout.ts';
import type { Story } from '../scenario/scenario.ts';
import { WAY_KINDS, type Way, type WayKind } from '../scenario/way.ts';

export interface Link {
  /** The id of the scenario; empty for the one that the page shows. */
  readonly scenario: string;
  readonly edition: number;
  /** Whether it opens in its own edition, as it was made, also where a newer one is shown. */
  readonly asMade: boolean;
  readonly story: Story;
  /** The view that is open; empty for the story itself. */
  readonly view: string;
  /** The walk that is being followed; empty for none. */
  readonly walk: string;
  /** The way that is being followed; null for none. */
  readonly way: Way | null;
  /** The ready lesson whose page for teachers is open; empty for none. */
  readonly ready: string;
  /** The ending that is asked about; empty for none. */
  readonly ending: string;
  /** The reader’s own weights: a digit for each answer weighted, by code. */
  readonly weights: ReadonlyMap<string, number>;
  /** What the reader has set aside. */
  readonly aside: readonly Aside[];
  /** The stories that are compared; none, or two. */
  readonly compared: readonly Story[];
  /** A lesson, and what a student did in one, as `codec/lesson.ts` writes them; empty for none. */
  readonly lesson: string;
  readonly work: string;
}

/** A link that says nothing but its edition: other links are written by what differs from it. */
export const EMPTY_LINK: Omit<Link, 'edition'> = {
  scenario: '',
  asMade: false,
  story: [],
  view: '',
  walk: '',
  way: null,
  ready: '',
  ending: '',
  weights: new Map(),
  aside: [],
  compared: [],
  lesson: '',
  work: '',
};

/** The letter that stands for a kind of what can be set aside. */
const LETTERS: Readonly<Record<Aside['kind'], string>> = { source: 's', speaker: 'p', quotation: 'q' };
const KINDS = Object.keys(LETTERS) as Aside['kind'][];

export type LinkProblem = 'too-long' | 'not-a-link' | 'newer' | 'damaged';

export type DecodedLink =
  { readonly ok: true; readonly value: Link } | { readonly ok: false; readonly problem: LinkProblem };

/** No link is longer than this; a longer text is refused before it is looked at. */
export const LONGEST_LINK = 2_000;
/** A pasted text is searched up to this length. */
const LONGEST_PASTE = 100_000;

const VERSION = '1';
const PRIME = 1_048_573; // the largest prime below 32⁴
const BASE = 7_919;
const DIGITS = '0123456789abcdefghjkmnpqrstvwxyz'; // Crockford’s base 32: no i, l, o, u

/** The text of `link`, to stand after `#`. Throws a RangeError when it would be longer than a link may be. */
export function encodeLink(link: Link): string {
  const text = writeLink(link);
  if (text.length > LONGEST_LINK)
    throw new RangeError(`A link of ${text.length} characters: at most ${LONGEST_LINK} can be sent.`);
  return text;
}

/** The text of `link` at whatever length. */
export function writeLink(link: Link): string {
  const options = [
    link.asMade && 'x-made',
    link.view && `v-${link.view}`,
    link.walk && `w-${link.walk}`,
    link.way !== null && `y-${encodeWay(link.way)}`,
    link.ready && `t-${link.ready}`,
    link.ending && `e-${link.ending}`,
    link.weights.size > 0 && `o-${encodeWeights(link.weights)}`,
    link.aside.length > 0 && `d-${encodeAside(link.aside)}`,
    link.compared.length > 0 && `c-${link.compared.map(encodeStory).join('~')}`,
    link.lesson && `l-${link.lesson}`,
    link.work && `r-${link.work}`,
  ].filter((option) => option !== false && option !== '');
  const scenario = link.scenario === '' ? [] : [link.scenario];
  const body = [VERSION, ...scenario, link.edition, encodeStory(link.story), ...options].join('.');
  return `${body}.${check(body)}`;
}

/**
 * Reads the first link in a text that was pasted: an address, a link alone, or a sentence with one in it.
 * Every text gives a link or a problem.
 */
export function findLink(given: string): DecodedLink {
  if (given.length > LONGEST_PASTE) return { ok: false, problem: 'too-long' };
  let problem: LinkProblem = 'not-a-link';
  for (const [text] of decodePercent(given).matchAll(/(?<![A-Za-z0-9])\d{1,3}\.[A-Za-z0-9._~-]+/g)) {
    const read = decodeLink(text);
    if (read.ok) return read;
    if (problem === 'not-a-link') problem = read.problem;
  }
  return { ok: false, problem };
}

/** Some programs write parts of an address as percent codes. */
export function decodePercent(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** What writing programs put after a link: spaces, full stops, brackets and quotation marks. */
const AFTER = /[\s.,;:!?)\]}>"'”’»]/u;

/** The length of `text` without what stands after a link in it. */
function lengthWithout(text: string): number {
  let length = text.length;
  while (length > 0 && AFTER.test(text.charAt(length - 1))) length -= 1;
  return length;
}

/** Reads what stands after `#`. Every text gives a link or a problem. */
export function decodeLink(given: string): DecodedLink {
  if (given.length > LONGEST_LINK * 2) return { ok: false, problem: 'too-long' };
  const text = given.slice(0, lengthWithout(given));
  if (text.length > LONGEST_LINK) return { ok: false, problem: 'too-long' };
  const version = /^(\d+)\./.exec(text)?.[1];
  if (version === undefined) return { ok: false, problem: 'not-a-link' };
  const end = text.lastIndexOf('.');
  const body = text.slice(0, end);
  if (check(body) !== text.slice(end + 1)) return { ok: false, problem: 'damaged' };
  if (version !== VERSION) return { ok: false, problem: 'newer' };

  const [, ...parts] = body.split('.');
  // An id begins with a letter, an edition does not.
  const scenario = /^[a-z]/.test(parts[0] ?? '') ? (parts.shift() ?? '') : '';
  const [edition = '', codes, ...options] = parts;
  const story = decodeStory(codes ?? '');
  if (
    codes === undefined ||
    story === null ||
    !/^[a-z0-9-]{0,64}$/.test(scenario) ||
    !/^[1-9]\d{0,5}$/.test(edition)
  )
    return { ok: false, problem: 'damaged' };
  // An option this version does not know belongs to a newer one; the story can be opened without it.
  const option = (letter: string) =>
    options.find((text) => /^[a-z]-[A-Za-z0-9_~-]+$/.test(text) && text[0] === letter)?.slice(2) ?? '';
  const weights = decodeWeights(option('o'));
  const aside = decodeAside(option('d'));
  const compared = decodeStories(option('c'));
  if (weights === null || aside === null || compared === null) return { ok: false, problem: 'damaged' };
  return {
    ok: true,
    value: {
      scenario,
      edition: Number(edition),
      asMade: option('x') === 'made',
      story,
      view: option('v'),
      walk: option('w'),
      way: decodeWay(option('y')),
      ready: option('t'),
      ending: option('e'),
      weights,
      aside,
      compared,
      lesson: option('l'),
      work: option('r'),
    },
  };
}

const encodeCode = (code: string) => (code.length === 2 ? code : `${code.length === 1 ? '-' : '_'}${code}`);

const encodeStory = (story: Story): string => story.map(encodeCode).join('');

const encodeWeights = (weights: ReadonlyMap<string, number>): string =>
  [...weights].map(([code, weight]) => `${encodeCode(code)}${weight}`).join('');

function decodeWeights(text: string): Map<string, number> | null {
  const parts = text.match(/(?:-[A-Za-z0-9]|_[A-Za-z0-9]{3}|[A-Za-z0-9]{2})\d/g) ?? [];
  if (parts.join('') !== text) return null;
  return new Map(parts.map((part) => [part.slice(0, -1).replace(/^[-_]/, ''), Number(part.at(-1))]));
}

const encodeAside = (aside: readonly Aside[]): string =>
  aside.map(({ kind, id }) => LETTERS[kind] + id).join('~');

function decodeAside(text: string): Aside[] | null {
  const marks = text === '' ? [] : text.split('~');
  const found = marks.flatMap((mark) => {
    const kind = KINDS.find((kind) => LETTERS[kind] === mark[0]);
    return kind && /^.[A-Za-z][A-Za-z0-9-]{0,63}$/.test(mark) ? [{ kind, id: mark.slice(1) }] : [];
  });
  return found.length === marks.length ? found : null;
}

function decodeStories(text: string): Story[] | null {
  if (text === '') return [];
  const stories = text.split('~').map(decodeStory);
  return stories.length === 2 && stories.every((story) => story !== null) ? stories : null;
}

/** A letter for each kind of way, in the order of `WAY_KINDS`. */
const WAY_LETTERS = 'srunbpkif';
const WAY =
  /^([srunbpkif]{1,9})(\d{1,3})~([A-Za-z0-9_-]+)~([A-Za-z][A-Za-z0-9-]*)((?:~[A-Za-z][A-Za-z0-9-]*)*)$/;

/** `sr2~cakttc~peace-neutral`: kinds, where it began, its story, its ending; then the actors it is about. */
const encodeWay = ({ kinds, from, story, ending, actors }: Way): string =>
  [`${kinds.map(letterOf).join('')}${from}`, encodeStory(story), ending, ...actors].join('~');

const letterOf = (kind: WayKind): string => WAY_LETTERS[WAY_KINDS.indexOf(kind)] ?? '';

/** Null for one that this version cannot read: the story can be opened without it. */
function decodeWay(text: string): Way | null {
  const [, letters = '', from = '', codes = '', ending = '', actors = ''] = WAY.exec(text) ?? [];
  const story = decodeStory(codes);
  if (!story || story.length === 0 || Number(from) > story.length) return null;
  const kinds = WAY_KINDS.filter((kind) => letters.includes(letterOf(kind)));
  return { kinds, story, from: Number(from), ending, actors: actors.split('~').slice(1) };
}

function decodeStory(text: string): string[] | null {
  const codes = text.match(/-[A-Za-z0-9]|_[A-Za-z0-9]{3}|[A-Za-z0-9]{2}/g) ?? [];
  return codes.join('') === text ? codes.map((code) => code.replace(/^[-_]/, '')) : null;
}

/**
 * Four check characters: the text as a polynomial modulo a prime (Rabin and Karp). Any one character changed, and
 * any two exchanged, change the sum; other damage goes unseen once in a million times.
 */
function check(text: string): string {
  let sum = 0;
  for (let at = 0; at < text.length; at++) sum = added(sum, text.charCodeAt(at));
  return digits(sum);
}

/** The sum of a text whose beginning has the sum `sum`, and whose last character has this `code`. */
const added = (sum: number, code: number): number => (sum * BASE + code + 1) % PRIME;

function digits(sum: number): string {
  let written = '';
  for (let place = 0, left = sum; place < 4; place++, left = Math.floor(left / 32))
    written = DIGITS[left % 32] + written;
  return written;
}

/** `base` to the power of `exponent` modulo `PRIME`, by squaring. */
function power(base: number, exponent: number): number {
  let result = 1;
  for (let square = base, left = exponent; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) result = (result * square) % PRIME;
    square = (square * square) % PRIME;
  }
  return result;
}

/** What gives 1 when multiplied by `BASE` modulo `PRIME` (Fermat). */
const INVERSE = power(BASE, PRIME - 2);

/**
 * A text of which it can be asked whether any part of it ends in its own check characters. The sum of every beginning is
 * kept; divided by the power of `BASE` that belongs to its length, it is a key that can be compared: the check characters
 * before an end are right for the part from a start on if the two keys are the same.
 */
export class SummedText {
  readonly #sums: Uint32Array;

  constructor(readonly text: string) {
    this.#sums = new Uint32Array(text.length + 1);
    for (let at = 0; at < text.length; at++)
      this.#sums[at + 1] = added(this.#sums[at] ?? 0, text.charCodeAt(at));
  }

  /** The key of a part that begins at `start`. */
  startKey(start: number): number {
    return ((this.#sums[start] ?? 0) * power(INVERSE, start)) % PRIME;
  }

  /** The key of the check characters before `end`; null where none stand there. */
  endKey(end: number): number | null {
    const body = end - 5;
    if (body < 0 || this.text.charCodeAt(body) !== FULL_STOP) return null;
    let said = 0;
    for (const digit of this.text.slice(body + 1, end)) {
      const value = DIGITS.indexOf(digit);
      if (value < 0) return null;
      said = said * 32 + value;
    }
    // No sum is as large as this.
    if (said >= PRIME) return null;
    return ((((this.#sums[body] ?? 0) - said + PRIME) % PRIME) * power(INVERSE, body)) % PRIME;
  }
}

const FULL_STOP = 0x2e;
