/**
 * The options of an embed, declared once: what each is called, what it may be, and what it is when nobody says.
 * They stand in the address after `?`; WordPress puts some of its own after `#?`, which are read as well.
 */
import { optionWords } from '../words/beyond/options.ts';

interface Described {
  /** Whether whoever embeds the page sets it; the others are set by programs. */
  readonly public: boolean;
}

/** One of a few words, the first unless said otherwise. */
interface Choice extends Described {
  readonly kind: 'choice';
  readonly values: readonly [string, ...string[]];
}

/** A whole number from 0 up to `most`; 0 unless said otherwise. */
interface Count extends Described {
  readonly kind: 'count';
  readonly most: number;
}

/** Letters, digits and the signs a link is written with; empty unless said otherwise. */
interface Word extends Described {
  readonly kind: 'word';
  readonly longest: number;
}

export type Option = Choice | Count | Word;

/** The options, in the order of the documentation. */
export const OPTIONS = {
  p: { kind: 'word', longest: 2_000, public: true },
  lock: { kind: 'count', most: 99, public: true },
  evidence: { kind: 'choice', values: ['closed', 'open'], public: true },
  map: { kind: 'choice', values: ['show', 'hide'], public: true },
  endings: { kind: 'choice', values: ['closed', 'open', 'hide'], public: true },
  theme: { kind: 'choice', values: ['auto', 'light', 'dark'], public: true },
  lang: { kind: 'choice', values: ['en'], public: true },
  height: { kind: 'choice', values: ['auto', 'fixed'], public: true },
  id: { kind: 'word', longest: 64, public: true },
  secret: { kind: 'word', longest: 64, public: false },
} as const satisfies Readonly<Record<string, Option>>;

export type OptionName = keyof typeof OPTIONS;

type Value<T> = T extends { kind: 'choice'; values: readonly (infer V)[] }
  ? V
  : T extends { kind: 'count' }
    ? number
    : string;

export type Options = { readonly [Name in OptionName]: Value<(typeof OPTIONS)[Name]> };

/** Longer addresses are not looked at, and more notes than these are not shown. */
const LONGEST = 4_000;
const MOST_NOTES = 4;

/**
 * Reads the options in the part of an address after `?`, and in the one after `#` where that begins with `?`. What
 * cannot be read is what it is when nobody says, and gives a note: a sentence for the reader.
 */
export function readOptions(search: string, hash = ''): { options: Options; notes: readonly string[] } {
  const notes: string[] = [];
  const found: Record<string, string | number> = {};
  for (const name of names) found[name] = unsaid(OPTIONS[name]);

  const given = [search, hash.startsWith('#?') ? hash.slice(1) : ''];
  if (given.join('').length > LONGEST) {
    notes.push(optionWords.tooLong);
    given.length = 0;
  }
  for (const [name, text] of given.flatMap((part) => [...new URLSearchParams(part)])) {
    if (!isName(name)) {
      notes.push(optionWords.unknown(clip(name)));
      continue;
    }
    const value = read(OPTIONS[name], text);
    if (value !== null) found[name] = value;
    else notes.push(optionWords.refused(name, clip(text), allowed(OPTIONS[name]), String(found[name])));
  }
  // Every name of the schema was filled in, each by its own kind.
  return { options: found as Options, notes: [...new Set(notes)].slice(0, MOST_NOTES) };
}

const names = Object.keys(OPTIONS) as OptionName[];
const isName = (name: string): name is OptionName => Object.hasOwn(OPTIONS, name);
const unsaid = (option: Option) =>
  option.kind === 'choice' ? option.values[0] : option.kind === 'count' ? 0 : '';

function read(option: Option, text: string): string | number | null {
  if (option.kind === 'choice') return option.values.find((value) => value === text) ?? null;
  if (option.kind === 'word') return text.length <= option.longest && /^[\w.~-]*$/.test(text) ? text : null;
  return /^\d{1,4}$/.test(text) && Number(text) <= option.most ? Number(text) : null;
}

/** What an option may be, as the second half of a sentence. */
function allowed(option: Option): string {
  if (option.kind === 'choice') return optionWords.oneOf(option.values);
  return option.kind === 'count' ? optionWords.count(option.most) : optionWords.word(option.longest);
}

/** A text from outside as it can be shown: short, and without what changes the direction or the line. */
function clip(text: string): string {
  const plain = text.replace(/[\p{C}\p{Z}]+/gu, ' ');
  return plain.length > 40 ? `${plain.slice(0, 40)}…` : plain;
}
