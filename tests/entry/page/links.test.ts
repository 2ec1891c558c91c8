/** Tests of the link of a place, and of the place of a link. */
import { describe, expect, it } from 'vitest';
import * as lessons from '../../../src/codec/lesson.ts';
import { EMPTY_LINK, decodeLink, encodeLink, LONGEST_LINK, type Link } from '../../../src/codec/link.ts';
import {
  fits,
  fitting,
  handIn,
  isOfItsEdition,
  linkTo,
  readPlace,
  type Naming,
} from '../../../src/entry/page/links.ts';
import { EMPTY, type Lesson } from '../../../src/lesson/lesson.ts';
import { START, VIEWS, type Place } from '../../../src/session/place.ts';

const naming: Naming = { scenario: '', edition: 3, asMade: false };
const lesson: Lesson = {
  ...EMPTY,
  title: 'One',
  story: ['s0'],
  tasks: [{ kind: 'text', at: 'start', prompt: 'Why?' }],
};
const here = () => true;
const there = (place: Place) => linkTo(place, naming, lessons);
const back = (link: Link) => readPlace(decodeLink(encodeLink(link)), here, lessons);
/** Text that no packing makes shorter. */
const noise = (length: number, seed: number) => {
  let state = seed;
  const sign = () =>
    String.fromCharCode(0x4e00 + ((state = (Math.imul(state, 1664525) + 1013904223) >>> 0) >>> 19));
  return Array.from({ length }, sign).join('');
};
const long: Place = {
  ...START,
  story: ['s0', 'nx'],
  lesson,
  replies: new Map(Array.from({ length: 6 }, (_, at) => [at, noise(400, at)])),
};

describe('a place in the program', () => {
  it('is restored from its link, in every view', () => {
    for (const view of VIEWS) {
      const place: Place = {
        ...START,
        view,
        story: ['s0', 'nx'],
        walk: 'W3',
        ending: 'fights-on',
        weights: new Map([['ca', 3]]),
        aside: [{ kind: 'source', id: 'L' }],
        compared: [['s0'], ['sr']],
        lesson,
        replies: new Map([[0, 'so']]),
        label: 'Blue 7',
        print: lessons.fingerprint(lesson),
      };
      expect(back(there(place)), view).toMatchObject({ ok: true, value: place });
    }
  });

  it('has neither lesson nor work in its link before lessons can be written', () => {
    const link = linkTo({ ...START, lesson, replies: new Map([[0, 'so']]) }, naming, null);
    expect(link).toMatchObject({ lesson: '', work: '' });
  });
});

describe('a link that would be too long', () => {
  it('omits the replies first, then the lesson, but never the story', () => {
    const link = there(long);
    expect(fits(link)).toBe(false);
    expect(fitting(link)).toEqual({ ...link, work: '' });
    const large = there({
      ...long,
      lesson: { ...lesson, intro: noise(500, 8), title: noise(100, 9), tasks: [] },
    });
    const padded = { ...large, lesson: large.lesson.padEnd(LONGEST_LINK, 'a'), work: '' };
    expect(fitting(padded)).toEqual({ ...padded, lesson: '' });
    expect(fitting({ ...padded, work: link.work })).toEqual({ ...padded, lesson: '', work: '' });
  });

  it('is not shortened where all of it fits', () => {
    const link = there({ ...long, replies: new Map([[0, 'so']]) });
    expect(fitting(link)).toBe(link);
  });
});

describe('the link for handing in', () => {
  it('contains the lesson, or else its fingerprint, or else does not exist', () => {
    const short = { ...long, replies: new Map([[0, noise(60, 1)]]) };
    const whole = handIn(short, naming, lessons);
    expect(whole).toMatchObject({
      whole: true,
      link: { view: 'work', lesson: lessons.encodeLesson(lesson) },
    });

    const wordy = {
      ...lesson,
      intro: noise(450, 3),
      tasks: lesson.tasks.map((task) => ({ ...task, prompt: noise(200, 4) })),
    };
    const bare = handIn({ ...short, lesson: wordy, replies: new Map([[0, noise(200, 5)]]) }, naming, lessons);
    expect(bare).toMatchObject({ whole: false, link: { lesson: '' } });
    expect(bare.link && back(bare.link)).toMatchObject({
      ok: true,
      value: { lesson: null, print: lessons.fingerprint(wordy), view: 'work' },
    });
    expect(handIn(long, naming, lessons)).toEqual({ link: null, whole: false });
  });

  it('contains only the work, and nothing else of the session', () => {
    const { link } = handIn(
      { ...long, replies: new Map(), weights: new Map([['ca', 3]]), walk: 'W3' },
      naming,
      lessons,
    );
    expect(link).toMatchObject({ weights: new Map(), walk: '' });
  });
});

describe('a link', () => {
  const link: Link = { ...EMPTY_LINK, edition: 3 };

  it('opens nothing where it is damaged, of another scenario, or has an unreadable lesson or work', () => {
    expect(readPlace({ ok: false, problem: 'damaged' }, here, lessons)).toEqual({
      ok: false,
      why: 'damaged',
    });
    expect(readPlace({ ok: true, value: link }, () => false, lessons)).toEqual({
      ok: false,
      why: 'other-scenario',
    });
    expect(back({ ...link, lesson: 'abc' })).toEqual({ ok: false, why: 'bad-lesson' });
    expect(back({ ...link, work: 'abc' })).toEqual({ ok: false, why: 'bad-work' });
  });

  it('with a lesson or work waits until these can be read', () => {
    for (const part of [{ lesson: 'abc' }, { work: 'abc' }])
      expect(readPlace({ ok: true, value: { ...link, ...part } }, here, null)).toEqual({
        ok: false,
        why: 'loading',
      });
  });

  it('opens the view of the story where it names an unknown view', () => {
    expect(back({ ...link, view: 'other' })).toMatchObject({ ok: true, value: { view: 'story' } });
  });
});

describe('a link of an earlier edition', () => {
  const link: Link = { ...EMPTY_LINK, edition: 1, story: ['s0', 'nx'] };

  it('opens as a story on the newest edition, in any view', () => {
    for (const view of ['', 'map', 'sources', 'walks'])
      expect(isOfItsEdition({ ...link, view }), view).toBe(false);
    expect(isOfItsEdition({ ...link, walk: 'W3' })).toBe(false);
  });

  it('opens in its own edition where it says so, or where only that edition has its contents', () => {
    const parts: Partial<Link>[] = [
      { asMade: true },
      { lesson: 'abc' },
      { work: 'abc' },
      { view: 'work' },
      { ready: 'choose-the-sentence' },
      { ending: 'pause-neutral' },
      { weights: new Map([['ca', 1]]) },
      { aside: [{ kind: 'quotation', id: 'L-06' }] },
      { compared: [['s0'], ['sr']] },
    ];
    for (const part of parts) expect(isOfItsEdition({ ...link, ...part }), JSON.stringify(part)).toBe(true);
  });

  it('is written by a page of that edition so that it opens there again', () => {
    const written = linkTo({ ...START, story: ['s0'] }, { ...naming, edition: 1, asMade: true }, null);
    expect(decodeLink(encodeLink(written))).toMatchObject({ ok: true, value: { edition: 1, asMade: true } });
    expect(isOfItsEdition(written)).toBe(true);
  });
});
