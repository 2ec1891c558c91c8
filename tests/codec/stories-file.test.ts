/**
 * Tests that a file of stories is unchanged after a round trip, and that anything else in a file is reported and not
 * imported.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeStories, encodeStories, LARGEST_STORIES_FILE } from '../../src/codec/stories-file.ts';
import { BEGINNINGS, MOST_STORIES, type StoredStory } from '../../src/codec/stored-story.ts';

const now = Date.parse('2025-11-19T12:00:00Z');
const time = fc.integer({ min: 0, max: now });
const story: fc.Arbitrary<StoredStory> = fc.record({
  id: fc.stringMatching(/^[0-9a-v]{16}$/),
  scenario: fc.stringMatching(/^[a-z][a-z0-9-]{0,20}$/),
  link: fc.stringMatching(/^1\.[A-Za-z0-9._~-]{4,60}$/),
  lesson: fc.stringMatching(/^[A-Za-z0-9_-]{0,60}$/),
  work: fc.stringMatching(/^[A-Za-z0-9_-]{0,60}$/),
  from: fc.constantFrom(...BEGINNINGS),
  created: time,
  changed: time,
  revision: fc.constant(1),
});

describe('a file of stories', () => {
  it('is unchanged after a round trip', () => {
    fc.assert(
      fc.property(fc.array(story, { maxLength: 10 }), (stories) => {
        expect(decodeStories(encodeStories(stories), now)).toEqual({ ok: true, stories });
      }),
    );
  });

  it('with a damaged field in one story is read without that story only', () => {
    const fields = ['id', 'scenario', 'link', 'lesson', 'work', 'from', 'created', 'changed'];
    const spoilt = fc.oneof(fc.constant(null), fc.integer(), fc.constant('<b>'), fc.constant([]));
    fc.assert(
      fc.property(story, story, fc.constantFrom(...fields), spoilt, (one, two, field, value) => {
        const file = JSON.parse(encodeStories([one, two])) as { stories: Record<string, unknown>[] };
        (file.stories[0] as Record<string, unknown>)[field] = value;
        expect(decodeStories(JSON.stringify(file), now)).toEqual({ ok: true, stories: [null, two] });
      }),
    );
  });

  it('cannot have a date in the future', () => {
    const given = encodeStories([{ ...fc.sample(story, 1)[0], changed: now + 1e9 } as StoredStory]);
    const read = decodeStories(given, now);
    expect(read.ok && read.stories[0]?.changed).toBe(now);
  });

  it.each([
    ['x'.repeat(LARGEST_STORIES_FILE + 1), 'too-large'],
    [
      JSON.stringify({ format: 'parley-stories', version: 1, stories: Array(MOST_STORIES + 1).fill(0) }),
      'too-large',
    ],
    ['', 'not-stories'],
    ['null', 'not-stories'],
    ['[]', 'not-stories'],
    ['{"format":"parley-stories","version":1}', 'not-stories'],
    ['{"format":"parley-lesson","version":1,"stories":[]}', 'not-stories'],
    ['{"format":"parley-stories","version":2,"stories":[]}', 'newer'],
  ])('%.40s is %s', (text, why) => {
    expect(decodeStories(text, now)).toEqual({ ok: false, why });
  });

  it('gives a result and never an exception, whatever it contains', () => {
    const file = fc.record({
      format: fc.constant('parley-stories'),
      version: fc.constant(1),
      stories: fc.array(fc.jsonValue()),
    });
    fc.assert(
      fc.property(
        fc.oneof(
          fc.json(),
          file.map((file) => JSON.stringify(file)),
        ),
        (text) => {
          const read = decodeStories(text, now);
          if (read.ok) expect(read.stories.every((story) => story === null)).toBe(true);
        },
      ),
    );
  });
});
