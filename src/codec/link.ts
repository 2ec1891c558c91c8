/**
 * What a link carries, as a short text that shows when it was damaged.
 *
 *     1.ukraine-2025.1.s0nxyx.v-how.e-fights-on.k3f9
 *     │ │            │ │      └─ options        └─ check characters
 *     │ scenario     │ story: the codes, one after another
 *     version        edition
 *
 * Only what differs from `EMPTY_LINK` is written: the scenario is left out where it is the page’s own. A code of two
 * characters stands as it is; one of a single character is written `-x`, one of three `_xyz`.
 *
 * An option is a letter, a hyphen and its text, in any order (each is a field of `Link`):
 *
 *     v view      w walk      y way       t ready     e ending     x as made (`x-made`)
 *     o weights   d aside     c compared  l lesson    r work
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

/** The link to the start of the story: it says nothing but its edition. Other links are made by changing fields of it. */
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

/** The most characters of a link; a longer one is refused before it is read. */
export const LONGEST_LINK = 2_000;
/** The most characters of a text in which a link is looked for; a longer one is refused. */
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

/** `text` with percent codes replaced by their characters, as some programs write parts of an address; as it is where that fails. */
export function decodePercent(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** What may follow a link in a text and is not part of it: spaces, full stops, brackets and quotation marks. */
const TRAILING = /[\s.,;:!?)\]}>"'”’»]/u;

/** The length of `text` without such characters at its end, in linear time: a pattern such as `[…]+$` could take quadratic. */
function lengthWithoutTrailing(text: string): number {
  let length = text.length;
  while (length > 0 && TRAILING.test(text.charAt(length - 1))) length -= 1;
  return length;
}

/** Reads what stands after `#`. Every text gives a link or a problem. */
export function decodeLink(given: string): DecodedLink {
  // What stands after a link may be as long as one, and no longer: so the time for reading has a limit.
  if (given.length > LONGEST_LINK * 2) return { ok: false, problem: 'too-long' };
  const text = given.slice(0, lengthWithoutTrailing(given));
  if (text.length > LONGEST_LINK) return { ok: false, problem: 'too-long' };
  const version = /^(\d+)\./.exec(text)?.[1];
  if (version === undefined) return { ok: false, problem: 'not-a-link' };
  const end = text.lastIndexOf('.');
  const body = text.slice(0, end);
  // The check characters come before the version: a damaged link is not mistaken for a newer one.
  if (check(body) !== text.slice(end + 1)) return { ok: false, problem: 'damaged' };
  if (version !== VERSION) return { ok: false, problem: 'newer' };

  const [, ...parts] = body.split('.');
  // The scenario may be left out. Its id begins with a letter, an edition with a digit.
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
  // An option with another letter belongs to a newer version; it is ignored, and the story is opened without it.
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
