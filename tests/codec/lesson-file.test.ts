/**
 * Tests that a lesson and a student’s work are unchanged after a round trip through a file, and that other files are
 * refused with a reason.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fingerprint } from '../../src/codec/lesson.ts';
import { decodeLessonFile, encodeLessonFile, LARGEST_FILE } from '../../src/codec/lesson-file.ts';
import { decodeWorkFile, encodeWorkFile } from '../../src/codec/work-file.ts';
import { EMPTY, HIDEABLE, plain, TASK_KINDS, type Lesson, type Task } from '../../src/lesson/lesson.ts';
import { real, walk } from '../support/real.ts';

const id = fc.stringMatching(/^[A-Za-z][A-Za-z0-9-]{0,20}$/);
const code = fc.stringMatching(/^[A-Za-z0-9]{1,3}$/);
const text = (maxLength: number) =>
  fc
    .string({ unit: 'grapheme', maxLength })
    .map(plain)
    .filter((text) => [...text].length <= maxLength);
/** As it is written: without a list of quotations where it shows none. */
const task: fc.Arbitrary<Task> = fc
  .record({
    kind: fc.constantFrom(...TASK_KINDS),
    at: id,
    prompt: text(300),
    quotes: fc.array(id, { maxLength: 4 }),
  })
  .map(({ quotes, ...rest }) => ({ ...rest, ...(quotes.length > 0 && { quotes }) }));
const lesson: fc.Arbitrary<Lesson> = fc.record({
  title: text(80),
  intro: text(300),
  story: fc.array(code, { maxLength: 20 }),
  locked: fc.boolean(),
  hidden: fc.subarray([...HIDEABLE]),
  goals: fc.array(id, { maxLength: 5 }),
  tasks: fc.array(task, { maxLength: 20 }),
});
const work = fc
  .record({
    story: fc.array(code, { maxLength: 20 }),
    label: text(40),
    replies: fc
      .array(fc.tuple(fc.nat({ max: 39 }), text(300)), { maxLength: 20 })
      .map((pairs) => new Map(pairs)),
    task: fc.option(lesson),
    print: fc.stringMatching(/^[a-z0-9]{8}$/),
  })
  .map(({ print, ...rest }) => ({ ...rest, lesson: rest.task ? fingerprint(rest.task) : print }));

const good: Lesson = {
  ...EMPTY,
  title: 'Follow',
  story: walk('W1'),
  tasks: [{ kind: 'text', at: 'start', prompt: 'Why?' }],
};
const record = () => JSON.parse(encodeLessonFile(good, real)) as Record<string, unknown>;
const why = (value: unknown) => {
  const read = decodeLessonFile(typeof value === 'string' ? value : JSON.stringify(value), real);
  return read.ok ? 'opened' : read.why;
};

describe('a file', () => {
  it('restores the lesson unchanged', () => {
    fc.assert(
      fc.property(lesson, (value) => {
        expect(decodeLessonFile(encodeLessonFile(value, real), real)).toEqual({
          ok: true,
          value,
          edition: real.edition,
        });
      }),
      { seed: 11, numRuns: 500 },
    );
  });

  it('restores the work unchanged, with or without its lesson', () => {
    fc.assert(
      fc.property(work, (value) => {
        expect(decodeWorkFile(encodeWorkFile(value, real), real)).toEqual({ ok: true, value });
      }),
      { seed: 12, numRuns: 500 },
    );
  });

  it('is readable in a text editor', () => {
    const written = encodeWorkFile(
      { story: ['s0'], label: 'Blue 7', replies: new Map([[0, 'Because.']]), lesson: '', task: good },
      real,
    );
    expect(written).toContain('"label": "Blue 7"');
    expect(written).toContain('"reply": "Because."');
    expect(written).toContain('"title": "Follow"');
  });

  it('may begin with a byte-order mark', () => {
    expect(why(`\ufeff${encodeLessonFile(good, real)}`)).toBe('opened');
  });
});

describe('a file that is no lesson', () => {
  it('is refused with the reason', () => {
    expect(why('x'.repeat(LARGEST_FILE + 1))).toBe('too-large');
    expect(why('{"parley":')).toBe('not-json');
    expect(why('')).toBe('not-json');
    for (const other of [null, 1, 'text', [], {}, { parley: 'work' }]) expect(why(other)).not.toBe('opened');
    expect(why({ ...record(), parley: 'work' })).toBe('other-file');
    expect(why({ ...record(), version: 2 })).toBe('newer');
    expect(why({ ...record(), version: 'x' })).toBe('damaged');
    expect(why({ ...record(), scenario: 'elsewhere' })).toBe('other-scenario');
  });

  it('is one with a part that is missing, too long, of another kind, or reverses the writing direction', () => {
    const bad: Record<string, unknown>[] = [
      { title: 'x'.repeat(81) },
      { title: 7 },
      { intro: 'left \u202e right' },
      { intro: undefined },
      { story: 's0 nx' },
      { story: [['s0']] },
      { locked: 1 },
      { hidden: ['everything'] },
      { goals: [{}] },
      { goals: ['<script>'] },
      { tasks: {} },
      { tasks: [null] },
      { tasks: [{ kind: 'sing', at: 'start', prompt: '' }] },
      { tasks: [{ kind: 'text', at: 'start', prompt: '', quotes: 'M-03' }] },
      { tasks: [{ kind: 'text', at: 'start', prompt: 'x'.repeat(501) }] },
      { tasks: Array(41).fill({ kind: 'text', at: 'start', prompt: '' }) },
    ];
    for (const part of bad)
      expect(why({ ...record(), lesson: { ...good, ...part } }), JSON.stringify(part)).toBe('damaged');
  });

  it('yields no fields beyond those of the format', () => {
    const sly = JSON.stringify({ ...record(), lesson: { ...good, extra: 1 } }).replace(
      '"extra":1',
      '"__proto__":{"locked":true},"extra":1',
    );
    expect(decodeLessonFile(sly, real)).toEqual({ ok: true, value: good, edition: real.edition });
  });

  it('is refused without an exception, whatever it contains', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(decodeLessonFile(text, real).ok).toBe(false);
        expect(decodeWorkFile(text, real).ok).toBe(false);
      }),
      { seed: 13, numRuns: 2_000 },
    );
  });
});

describe('a file that is no work', () => {
  const whole = () =>
    JSON.parse(
      encodeWorkFile(
        { story: ['s0'], label: '', replies: new Map([[0, 'a']]), lesson: '', task: good },
        real,
      ),
    ) as Record<string, unknown>;
  const bad: Record<string, unknown>[] = [
    { label: 'x'.repeat(41) },
    { label: 'a\u202eb' },
    { story: ['far-too-long'] },
    { replies: {} },
    { replies: [{ task: 0, reply: 'a' }] },
    { replies: [{ task: 1.5, reply: 'a' }] },
    { replies: [{ task: 41, reply: 'a' }] },
    { replies: [{ task: 1, reply: 'x'.repeat(501) }] },
    { lesson: { ...good, tasks: 3 } },
    { lesson: { ...good, title: 'Another lesson than the one answered' } },
    { print: 5 },
  ];

  it('is one with a part out of bounds, or with a lesson other than its own', () => {
    expect(decodeWorkFile(JSON.stringify(whole()), real).ok).toBe(true);
    for (const part of bad)
      expect(decodeWorkFile(JSON.stringify({ ...whole(), ...part }), real), JSON.stringify(part)).toEqual({
        ok: false,
        why: 'damaged',
      });
  });
});
