/**
 * Tests which invisible characters are refused, which are part of writing systems, and how refused ones are shown.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  forTerminal,
  forTerminalAsJson,
  hasUnseen,
  replaceUnseen,
} from '../../../src/scenario/text/unseen.ts';

const flag = (letters: string) =>
  `\u{1f3f4}${[...letters].map((letter) => String.fromCodePoint(0xe0000 + letter.charCodeAt(0))).join('')}\u{e007f}`;

describe('invisible characters', () => {
  it.each([
    ['a control character', 'a\u001b[31m'],
    ['a control character above 127', 'a\u009b31m'],
    ['a line separator', 'a\u2028'],
    ['a bidirectional override', 'a\u202e'],
    ['a mark of direction', 'a\u200f'],
    ['a space of no width', 'Ann\u200b'],
    ['a word joiner', 'Ann\u2060'],
    ['a byte-order mark', '\ufeffAnn'],
    ['a soft hyphen', 'An\u00adn'],
    ['a joiner after a Latin letter', 'Ann\u200d'],
    ['a non-joiner after a Cyrillic letter', 'Анна\u200c'],
    ['a joiner after an emoji that joins nothing', '🙂\u200d'],
    ['a joiner at the start', '\u200dम'],
    ['a second joiner', 'می\u200c\u200cخواهم'],
    ['a variation selector after a letter', 'A\ufe0f'],
    ['a Hangul filler', '\u3164'],
    ['tags', 'a\u{e0041}\u{e0042}'],
    ['tags of a flag that there is not', flag('usca')],
    ['half of a surrogate pair', '\ud83d'],
    ['a noncharacter', '\ufdd0'],
    ['the last noncharacter', '\u{10ffff}'],
  ])('include %s', (_, text) => {
    expect(hasUnseen(text)).toBe(true);
    expect(hasUnseen(replaceUnseen(text, () => ''))).toBe(false);
  });

  it.each([
    ['joiners of Persian', 'می\u200cخواهم'],
    ['joiners of Hindi and Sinhala', 'क्\u200dष ශ්\u200dරී'],
    ['a joiner at the end of an Arabic abbreviation', '1447 ه\u200d'],
    ['emoji of several parts', '👩\u200d❤\ufe0f\u200d👨 🧑🏽\u200d🚀 🏳\ufe0f\u200d🌈'],
    ['key caps and signs shown as emoji', '1\ufe0f\u20e3 ™\ufe0f ☎\ufe0e'],
    ['the flags of England, Scotland and Wales', `${flag('gbeng')}${flag('gbsct')}${flag('gbwls')}`],
    ['the form of an ideograph', '葛\u{e0100}城市'],
    ['accents as characters of their own', 'Zoe\u0308'],
    ['spaces that have a width', 'a\u00a0b\u2003c'],
  ])('do not include %s', (_, text) => {
    expect(hasUnseen(text)).toBe(false);
    expect(replaceUnseen(text, () => '')).toBe(text);
  });

  it('are found quickly in a text of a megabyte', () => {
    const started = performance.now();
    expect(replaceUnseen('می\u200c\u200b'.repeat(250_000), () => '')).toHaveLength(750_000);
    expect(performance.now() - started).toBeLessThan(3_000);
  });
});

describe('output for a terminal', () => {
  const text = fc.string({ unit: 'binary', maxLength: 20 });

  it('contains no control characters except line ends', () => {
    expect(forTerminal('a\u001b]0;title\u0007\nb\u009b2J\r')).toBe(
      'a\\u{1b}]0;title\\u{7}\nb\\u{9b}2J\\u{d}',
    );
    fc.assert(
      fc.property(text, (given) => {
        expect(forTerminal(given)).not.toMatch(/(?!\n)\p{Cc}/u);
      }),
      { seed: 1 },
    );
  });

  it('contains JSON with the same value', () => {
    fc.assert(
      fc.property(text, (given) => {
        const shown = forTerminalAsJson(JSON.stringify({ given }));
        expect(shown).not.toMatch(/\p{Cc}/u);
        expect(JSON.parse(shown)).toEqual({ given });
      }),
      { seed: 1 },
    );
  });
});
