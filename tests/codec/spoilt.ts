/** Random links, and random damage to them of every kind that occurs. */
import { EMPTY_LINK, encodeLink } from '../../src/codec/link.ts';
import { seeded } from '../support/laws.ts';
import { real } from '../support/real.ts';

const codes = real.questions.flatMap(({ answers }) => answers.map(({ code }) => code));

/** Without end: each a link, and what became of it; every tenth is whole. */
export function* spoilt(): Generator<{ link: string; text: string }> {
  const random = seeded(2025);
  const below = (limit: number) => Math.floor(random() * limit);
  const pick = <T>(from: readonly T[]): T => from[below(from.length)] as T;
  const printable = () => String.fromCharCode(random() < 0.9 ? 32 + below(95) : below(0x2_0000) & 0xffff);
  const story = () => Array.from({ length: below(20) }, () => pick(codes));
  const made = () =>
    encodeLink({
      ...EMPTY_LINK,
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
  for (let round = 0; ; round++) {
    const link = made();
    yield { link, text: round % 10 === 0 ? link : pick(spoil)(link) };
  }
}
