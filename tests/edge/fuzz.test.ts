/** Whatever stands after the number sign, reading it gives a link or a problem: a hundred thousand times, or a million. */
import { describe, expect, it } from 'vitest';
import { BARE, decodeLink, encodeLink, findLink } from '../../src/edge/link.ts';
import { seeded } from '../laws.ts';
import { real } from '../real.ts';

const rounds = process.env.PARLEY_ALL ? 1_000_000 : 100_000;
const codes = real.questions.flatMap(({ answers }) => answers.map(({ code }) => code));

describe('links made at random and links spoilt at random', () => {
  it(`are read ${rounds.toLocaleString('en')} times, and none throws or opens what it does not say`, () => {
    const random = seeded(2025);
    const below = (limit: number) => Math.floor(random() * limit);
    const pick = <T>(from: readonly T[]): T => from[below(from.length)] as T;
    const printable = () => String.fromCharCode(random() < 0.9 ? 32 + below(95) : below(0x2_0000) & 0xffff);
    const story = () => Array.from({ length: below(20) }, () => pick(codes));
    const made = () =>
      encodeLink({
        ...BARE,
        scenario: random() < 0.5 ? '' : real.id,
        edition: 1 + below(3),
        story: story(),
        view: pick(['', 'how', 'odds']),
        weights: new Map(story().map((code) => [code, below(10)])),
        compared: random() < 0.3 ? [story(), story()] : [],
      });
    const spoil: readonly ((text: string) => string)[] = [
      (text) => text.slice(0, below(text.length)),
      (text) => text.slice(below(text.length)),
      (text) => text.replace(pick([...text]), printable()),
      (text) => text + printable().repeat(below(50)),
      (text) => text.slice(0, below(text.length)) + printable() + text.slice(below(text.length)),
      (text) => text.toUpperCase(),
      (text) => [...text].reverse().join(''),
      () => Array.from({ length: below(120) }, printable).join(''),
      () => `1.${'.'.repeat(below(1_900))}`,
      () => `1.1.${'aa'.repeat(below(900))}.`,
    ];
    let opened = 0;
    for (let round = 0; round < rounds; round++) {
      const link = made();
      const text = round % 10 === 0 ? link : pick(spoil)(link);
      const read = decodeLink(text);
      if (read.ok) {
        opened += 1;
        // What opens is what was written, apart from what a writing program puts behind it.
        if (!link.startsWith(encodeLink(read.value)) && !text.startsWith(encodeLink(read.value)))
          expect.fail(`${JSON.stringify(text)} opened as ${encodeLink(read.value)}`);
      }
      findLink(text);
    }
    expect(opened).toBeGreaterThanOrEqual(rounds / 10);
  }, 600_000);
});
