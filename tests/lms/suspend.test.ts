/** Tests that the state stored on a platform restores the work, is never too long, and names what was left out. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeWork, encodeWork } from '../../src/codec/lesson.ts';
import { resumableWork, LONGEST_SUSPENDED, resume, suspend } from '../../src/lms/suspend.ts';
import { LONGEST_TEXT, MOST_TASKS, plain } from '../../src/lesson/lesson.ts';

const code = fc.stringMatching(/^[A-Za-z0-9]{1,3}$/);
/** Text as a page keeps it: the session takes out what cannot be seen. */
const text = (maxLength: number) =>
  fc
    .oneof(
      fc.string({ unit: 'binary', maxLength }),
      fc.string({ unit: 'grapheme', maxLength }),
      fc.string({ unit: fc.constantFrom('a', '😀', 'щ', ' '), minLength: maxLength, maxLength }),
    )
    .map((value) => plain([...plain(value)].slice(0, maxLength).join('')));
const work = fc.record({
  lesson: fc.stringMatching(/^[0-9a-z]{8}$/),
  edition: fc.integer({ min: 1, max: 999_999 }),
  story: fc.array(code, { maxLength: 60 }),
  label: text(40),
  replies: fc
    .array(fc.tuple(fc.nat(MOST_TASKS - 1), text(LONGEST_TEXT)), { maxLength: MOST_TASKS })
    .map((all) => new Map(all)),
});

describe('the suspended state', () => {
  test('is never longer than SCORM 1.2 allows, and is restored except for the parts reported as missing', () => {
    fc.assert(
      fc.property(work, (done) => {
        const suspended = suspend(done);
        if (!suspended) throw new Error('A story of 60 steps has to fit.');
        expect(suspended.text.length).toBeLessThanOrEqual(LONGEST_SUSPENDED);
        const back = resume(suspended.text);
        expect(back).toEqual({
          ...resumableWork(done, suspended.missing),
          lesson: done.lesson,
          edition: done.edition,
          missing: suspended.missing,
        });
        // Nothing is lost that is not said: what came back and what is missing are all there was.
        const all = [...(back?.replies.keys() ?? []), ...suspended.missing].sort((a, b) => a - b);
        expect(all).toEqual([...done.replies.keys()].sort((a, b) => a - b));
      }),
      { numRuns: 150 },
    );
  });

  test('leaves out the longest replies first, and no more than necessary', () => {
    // Noise cannot be made smaller, so that the room runs out.
    let seed = 1;
    const noise = (length: number) =>
      Array.from({ length }, () =>
        String.fromCharCode(97 + ((seed = (seed * 48_271) % 2_147_483_647) % 26)),
      ).join('');
    const replies = new Map(
      Array.from({ length: 16 }, (_, task) => [task, noise(task === 4 ? 500 : 390 + task)]),
    );
    const done = { lesson: 'abcdefgh', edition: 1, story: ['s0'], label: '', replies };
    const { missing = [] } = suspend(done) ?? {};
    expect(missing.length).toBeGreaterThan(1);
    const order = [4, 15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 3, 2, 1, 0];
    expect([...missing].sort()).toEqual(order.slice(0, missing.length).sort());
    const oneMore = resumableWork(
      done,
      missing.filter((task) => task !== order[missing.length - 1]),
    );
    expect(
      `1 1 s0 ${missing.slice(1).join('.')} ${encodeWork({ ...done, ...oneMore })}`.length,
    ).toBeGreaterThan(LONGEST_SUSPENDED);
  });

  test('keeps an omitted reply marked, until it is written again', () => {
    const done = { lesson: 'abcdefgh', edition: 1, story: [], label: '', replies: new Map([[2, 'short']]) };
    const { text = '', missing } = suspend({ ...done, missing: [0, 2, 7] }) ?? {};
    expect(missing).toEqual([]);
    expect(resume(text)?.missing).toEqual([0, 7]);
  });

  test('is null where the story alone is too long', () => {
    const story = Array.from({ length: 2_000 }, () => 'abc');
    expect(suspend({ lesson: 'abcdefgh', edition: 1, story, label: '', replies: new Map() })).toBeNull();
  });
});

describe('the state that a platform returns', () => {
  const good = suspend({
    lesson: 'abcdefgh',
    edition: 2,
    story: ['s0', 'nx'],
    label: 'Ann',
    replies: new Map([[3, 'because']]),
  });
  const whole = good?.text ?? '';

  test.each([
    ['nothing', ''],
    ['another program’s data', '{"bookmark": 3}'],
    ['a newer version', whole.replace(/^1/, '2')],
    ['an edition that is none', whole.replace(/^1 2/, '1 -2')],
    ['codes that are none', whole.replace('s0.nx', '<script>.nx')],
    ['missing replies that are there', whole.replace('nx ', 'nx 3')],
    ['missing replies out of order', whole.replace('nx ', 'nx 9.7')],
    ['missing replies of no task', whole.replace('nx ', 'nx 40')],
    ['missing replies that are no numbers', whole.replace('nx ', 'nx ..')],
    ['more parts', `${whole} x`],
    ['too much', `${whole}${' '.repeat(LONGEST_SUSPENDED)}`],
    ['what was cut', whole.slice(0, -9)],
    [
      'a reply that is too long',
      `1 2 s0  ${encodeWork({ lesson: 'abcdefgh', label: '', replies: new Map([[1, 'x'.repeat(501)]]), story: [] })}`,
    ],
    [
      'a reply to no task',
      `1 2 s0  ${encodeWork({ lesson: 'abcdefgh', label: '', replies: new Map([[99, 'x']]), story: [] })}`,
    ],
    [
      'what would swell',
      `1 2 s0  ${encodeWork({ lesson: 'abcdefgh', label: 'a'.repeat(500_000), replies: new Map(), story: [] })}`,
    ],
  ])('%s is not read', (_, text) => {
    expect(resume(text)).toBeNull();
  });

  test('is either refused or read within the limits, for any text', () => {
    const spoilt = fc
      .tuple(fc.nat(Math.max(0, whole.length - 1)), fc.string({ unit: 'binary', maxLength: 3 }))
      .map(([at, put]) => whole.slice(0, at) + put + whole.slice(at + 1));
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), spoilt), (text) => {
        const back = resume(text);
        if (!back) return;
        expect(back.story.every((one) => /^[A-Za-z0-9]{1,3}$/.test(one))).toBe(true);
        for (const [task, reply] of back.replies) {
          expect(task).toBeLessThan(MOST_TASKS);
          expect([...reply].length).toBeLessThanOrEqual(LONGEST_TEXT);
        }
      }),
    );
  });

  test('is the unchanged work', () => {
    expect(decodeWork(whole.split(' ')[4] ?? '')?.label).toBe('Ann');
    expect(resume(whole)?.story).toEqual(['s0', 'nx']);
  });
});
