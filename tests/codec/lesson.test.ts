/**
 * Tests that a lesson and a student’s work are unchanged after a round trip through a link, and that damaged or
 * inflating links are refused.
 */
import { deflateSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeLesson, decodeWork, encodeLesson, encodeWork, fingerprint } from '../../src/codec/lesson.ts';
import { EMPTY_LINK, encodeLink } from '../../src/codec/link.ts';
import {
  plain,
  EMPTY,
  faults,
  HIDEABLE,
  TASK_KINDS,
  type Lesson,
  type Task,
} from '../../src/lesson/lesson.ts';
import { real, walk } from '../support/real.ts';

const id = fc.stringMatching(/^[A-Za-z][A-Za-z0-9-]{0,20}$/);
const text = (maxLength: number) =>
  fc
    .string({ unit: 'grapheme', maxLength })
    // eslint-disable-next-line no-control-regex
    .map((text) => text.replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, ''))
    .filter((text) => [...text].length <= maxLength);
/** As it is written: without a list of quotations where it shows none. */
const task: fc.Arbitrary<Task> = fc
  .record({
    kind: fc.constantFrom(...TASK_KINDS),
    at: id,
    prompt: text(200),
    quotes: fc.array(id, { maxLength: 4 }),
  })
  .map(({ quotes, ...rest }) => ({ ...rest, ...(quotes.length > 0 && { quotes }) }));
const lesson: fc.Arbitrary<Lesson> = fc.record({
  title: text(80),
  intro: text(200),
  story: fc.array(fc.stringMatching(/^[A-Za-z0-9]{1,3}$/), { maxLength: 20 }),
  locked: fc.boolean(),
  hidden: fc.subarray([...HIDEABLE]),
  goals: fc.array(id, { maxLength: 5 }),
  tasks: fc.array(task, { maxLength: 10 }),
});
/** As a page writes it: without invisible characters. */
const written = (maxLength: number) => text(maxLength).map(plain);
const work = fc.record({
  lesson: fc.stringMatching(/^[a-z0-9]{8}$/),
  label: written(40),
  replies: fc
    .array(fc.tuple(fc.nat({ max: 39 }), written(300)), { maxLength: 10 })
    .map((pairs) => new Map(pairs)),
});

describe('a lesson in a link', () => {
  it('is unchanged after a round trip', () => {
    fc.assert(
      fc.property(lesson, (value) => {
        expect(decodeLesson(encodeLesson(value))).toEqual(value);
      }),
      { seed: 1, numRuns: 500 },
    );
    fc.assert(
      fc.property(work, (value) => {
        expect(decodeWork(encodeWork({ ...value, story: [] }))).toEqual(value);
      }),
      { seed: 2, numRuns: 500 },
    );
  });

  it('fits into under 1,000 characters with four tasks of a sentence each and a story', () => {
    const prompt =
      'Which sentence in the articles comes closest to this answer, and what does it leave open?';
    const usual: Lesson = {
      ...EMPTY,
      title: 'Follow the evidence',
      intro: 'Walk this story. At each step, find the sentence it rests on, and say who is speaking.',
      story: walk('W1'),
      tasks: real.questions.slice(0, 4).map(({ id: at }) => ({ kind: 'text', at, prompt })),
    };
    expect(faults(real, usual)).toEqual([]);
    const link = encodeLink({ ...EMPTY_LINK, edition: 1, story: walk('W1'), lesson: encodeLesson(usual) });
    expect(link.length).toBeLessThan(1_000);
  });

  it('is identified by its fingerprint, which differs for another lesson', () => {
    const one: Lesson = { ...EMPTY, title: 'One' };
    expect(fingerprint(one)).toMatch(/^[a-z0-9]{8}$/);
    expect(fingerprint({ ...one })).toBe(fingerprint(one));
    const others = fc.sample(lesson, { seed: 4, numRuns: 2_000 });
    const distinct = new Set(others.map((value) => encodeLesson({ ...value, hidden: [], locked: false })));
    const prints = new Set(others.map(fingerprint));
    expect(prints.size).toBe(distinct.size);
  });
});

describe('a text that is no lesson', () => {
  const packed = (value: unknown) =>
    Buffer.from(deflateSync(new TextEncoder().encode(JSON.stringify(value)))).toString('base64url');

  it('is refused without an exception, whatever it contains', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.base64String(), fc.json().map(packed)), (text) => {
        expect(decodeLesson(text)).toBeNull();
        expect(decodeWork(text)).toBeNull();
      }),
      { seed: 3, numRuns: 3_000 },
    );
  });

  it('is refused before it is unpacked to a huge size', () => {
    const bomb = Buffer.from(deflateSync(new Uint8Array(10_000_000))).toString('base64url');
    expect(decodeLesson(bomb)).toBeNull();
  });

  it('is one with an overlong text, a task of an unknown kind, or characters that reverse the writing direction', () => {
    const good = ['t', 'i', 's0', 0, 0, '', [[0, 'start', 'p']]];
    expect(decodeLesson(packed(good))).not.toBeNull();
    const bad: readonly (readonly [number, unknown])[] = [
      [0, 'x'.repeat(81)],
      [1, 'x'.repeat(501)],
      [1, 'left \u202e right'],
      [6, [[9, 'start', 'p']]],
      [6, [[0, 'start', 'x'.repeat(501)]]],
      [6, Array(41).fill([0, 'start', ''])],
      [4, 'no'],
    ];
    for (const [at, value] of bad)
      expect(
        decodeLesson(packed(good.map((part, number) => (number === at ? value : part)))),
        `${at}`,
      ).toBeNull();
  });
});

describe('a lesson that does not fit its scenario', () => {
  it('is reported with the reason', () => {
    const task = { kind: 'support' as const, at: 'start', prompt: '' };
    expect(faults(real, { ...EMPTY, goals: ['nowhere'] })).toEqual(['There is no ending “nowhere” here.']);
    expect(faults(real, { ...EMPTY, tasks: [task] })[0]).toContain('set that task at a question');
    expect(faults(real, { ...EMPTY, tasks: [{ ...task, at: 'nowhere' }] })[0]).toContain('no question');
  });
});
