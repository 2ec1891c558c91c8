/** Tests that the contents of a link are unchanged after a round trip, and that damaged links are refused. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { WAY_KINDS, type Way } from '../../src/scenario/way.ts';
import {
  EMPTY_LINK,
  decodeLink,
  encodeLink,
  findLink,
  LONGEST_LINK,
  type Link,
} from '../../src/codec/link.ts';

const code = fc.stringMatching(/^[A-Za-z0-9]{1,3}$/);
const id = fc.stringMatching(/^[a-z][a-z0-9-]{0,30}$/);
const name = fc.stringMatching(/^[A-Za-z][A-Za-z0-9-]{0,20}$/);
const way: fc.Arbitrary<Way> = fc
  .record({
    kinds: fc.subarray([...WAY_KINDS], { minLength: 1 }),
    story: fc.array(code, { minLength: 1, maxLength: 30 }),
    ending: name,
    actors: fc.array(name, { maxLength: 4 }),
  })
  .chain((way) => fc.nat({ max: way.story.length }).map((from) => ({ ...way, from })));
const link: fc.Arbitrary<Link> = fc.record({
  scenario: fc.oneof(fc.constant(''), id),
  edition: fc.integer({ min: 1, max: 999_999 }),
  asMade: fc.boolean(),
  story: fc.array(code, { maxLength: 40 }),
  view: fc.oneof(fc.constant(''), name),
  walk: fc.oneof(fc.constant(''), name),
  way: fc.option(way),
  ready: fc.oneof(fc.constant(''), name),
  ending: fc.oneof(fc.constant(''), name),
  weights: fc
    .array(fc.tuple(code, fc.integer({ min: 0, max: 9 })), { maxLength: 12 })
    .map((pairs) => new Map(pairs)),
  aside: fc.array(
    fc.record({
      kind: fc.constantFrom('source' as const, 'speaker' as const, 'quotation' as const),
      id: name,
    }),
    { maxLength: 4 },
  ),
  compared: fc.oneof(
    fc.constant([]),
    fc.tuple(fc.array(code, { maxLength: 20 }), fc.array(code, { maxLength: 20 })),
  ),
  lesson: fc.stringMatching(/^[A-Za-z0-9_-]{0,300}$/),
  work: fc.stringMatching(/^[A-Za-z0-9_-]{0,300}$/),
});

const story = ['s0', 'nx', 'yx', 'tc', 'ca', 'on', 'kt', 'px', 'vx', 'li', 'wc', 'ak'];
const twelve: Link = { ...EMPTY_LINK, edition: 1, story };

describe('a link', () => {
  it('restores its contents unchanged', () => {
    fc.assert(
      fc.property(link, (value) => {
        expect(decodeLink(encodeLink(value))).toEqual({ ok: true, value });
      }),
      { seed: 1, numRuns: 2_000 },
    );
  });

  it('is readable, and has only characters allowed in an address', () => {
    expect(encodeLink(twelve)).toMatch(/^1\.1\.s0nxyxtccaonktpxvxliwcak\.[0-9a-z]{4}$/);
    expect(encodeLink(twelve).length).toBeLessThanOrEqual(40);
  });

  it('is found in a pasted text', () => {
    const text = encodeLink(twelve);
    for (const pasted of [
      text,
      `https://example.org/parley/#${text}`,
      `https://example.org/embed.html?theme=dark&p=${text}&x=1`,
      `Look at this (https://example.org/#${text}), it ends on 1.5.2025.`,
      `3.1 first, then ${encodeURIComponent(text)}!`,
    ])
      expect(findLink(pasted), pasted).toEqual({ ok: true, value: twelve });
    expect(findLink('no link at all, on 1.5.2025')).toMatchObject({ ok: false });
    expect(findLink(`#${text.slice(0, -3)}`)).toEqual({ ok: false, problem: 'damaged' });
  });

  it('opens without its followed way where this version cannot read that', () => {
    const way: Way = { kinds: ['short'], story: ['ca'], from: 0, ending: 'peace', actors: [] };
    expect(encodeLink({ ...twelve, way })).toContain('.y-s0~ca~peace.');
    for (const odd of [{ kinds: [] }, { from: 2 }, { story: [] }, { ending: '' }, { ending: '1st' }]) {
      const text = encodeLink({ ...twelve, way: { ...way, ...odd } });
      expect(decodeLink(text), text).toEqual({ ok: true, value: twelve });
    }
  });

  it('keeps codes of one and three characters apart from the rest', () => {
    const value = { ...twelve, story: ['a', 'bc', 'def', 'g'] };
    expect(encodeLink(value)).toContain('.-abc_def-g.');
    expect(decodeLink(encodeLink(value))).toEqual({ ok: true, value });
  });

  it('may be followed by characters that a writing program adds', () => {
    for (const after of ['.', ').', '”', ' ', '\n', '>'])
      expect(decodeLink(encodeLink(twelve) + after)).toEqual({ ok: true, value: twelve });
  });

  it('of a newer version is reported as such', () => {
    const digits = [...'0123456789abcdefghjkmnpqrstvwxyz'];
    const pairs = digits.flatMap((first) => digits.map((second) => first + second));
    const problems = new Set<string>();
    for (const front of pairs)
      for (const back of pairs) {
        const read = decodeLink(`2.x.1..${front}${back}`);
        problems.add(read.ok ? 'opened' : read.problem);
      }
    expect([...problems].sort()).toEqual(['damaged', 'newer']);
  });
});

describe('a damaged link', () => {
  const links = fc.sample(link, { seed: 3, numRuns: 1_000 }).map(encodeLink);

  it('cut short anywhere opens nothing', () => {
    for (const text of links)
      for (let length = 0; length < text.length; length++)
        expect(decodeLink(text.slice(0, length)).ok, text.slice(0, length)).toBe(false);
  });

  it('with one character changed opens nothing', () => {
    const others = 'aZ09.-_~%#/é';
    for (const text of links)
      for (let at = 0; at < text.length; at++)
        for (const other of others) {
          if (other === text[at]) continue;
          const damaged = decodeLink(text.slice(0, at) + other + text.slice(at + 1));
          if (damaged.ok) expect.fail(`${text} opens as ${JSON.stringify(damaged.value)}`);
        }
  });

  it('with two neighbouring characters exchanged opens nothing', () => {
    for (const text of links)
      for (let at = 1; at < text.length; at++) {
        if (text[at] === text[at - 1]) continue;
        const damaged = text.slice(0, at - 1) + text[at] + text[at - 1] + text.slice(at + 1);
        expect(decodeLink(damaged).ok, damaged).toBe(false);
      }
  });

  it('gives a problem, never an exception, for any contents', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        expect(decodeLink(text).ok).toBe(false);
      }),
      { seed: 5, numRuns: 5_000 },
    );
  });

  it('of ten million characters is refused at once', () => {
    expect(decodeLink(`1.${'a'.repeat(10_000_000)}`)).toEqual({ ok: false, problem: 'too-long' });
    expect(decodeLink('.'.repeat(LONGEST_LINK * 2))).toMatchObject({ ok: false });
  });

  it('is never produced: a link that would be too long is refused', () => {
    expect(() => encodeLink({ ...twelve, story: Array(1_000).fill('aa') })).toThrow(RangeError);
  });
});
