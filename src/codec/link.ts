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
import type { Way } from '../scenario/way.ts';
import { check } from './checksum.ts';
import {
  decodeAside,
  decodeStories,
  decodeStory,
  decodeWay,
  decodeWeights,
  encodeAside,
  encodeStory,
  encodeWay,
  encodeWeights,
} from './link-parts.ts';

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

export type LinkProblem = 'too-long' | 'not-a-link' | 'newer' | 'damaged';

export type DecodedLink =
  { readonly ok: true; readonly value: Link } | { readonly ok: false; readonly problem: LinkProblem };

/** No link is longer than this; a longer text is refused before it is looked at. */
export const LONGEST_LINK = 2_000;
/** A pasted text is searched up to this length. */
const LONGEST_PASTE = 100_000;

const VERSION = '1';

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
