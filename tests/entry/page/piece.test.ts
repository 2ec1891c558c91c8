/** Tests which parts of a piece of work are stored, from when on, and in which form. */
import { describe, expect, it } from 'vitest';
import * as lessons from '../../../src/codec/lesson.ts';
import { decodeLink } from '../../../src/codec/link.ts';
import { storedForm } from '../../../src/entry/page/own/stored-form.ts';
import { linkTo, readPlace } from '../../../src/entry/page/links.ts';
import { Piece } from '../../../src/entry/page/own/piece.ts';
import { compile } from '../../../src/machine/compile.ts';
import { EMPTY } from '../../../src/lesson/lesson.ts';
import { START, type Place } from '../../../src/session/place.ts';
import { real, walk } from '../../support/real.ts';

const at = (length: number, rest: Partial<Place> = {}): Place => ({
  ...START,
  story: walk('W3').slice(0, length),
  ...rest,
});
const naming = { scenario: '', edition: real.edition, asMade: false };
const machine = compile(real);
/** A form as the page has it: lessons are loaded when they are first asked for. */
function form() {
  let codec: typeof lessons | null = null;
  return storedForm({
    machine: () => machine,
    linkTo: (place) => linkTo(place, naming, codec),
    placeOf: (link) => readPlace(link, () => true, codec),
    loadLessons: () => Promise.resolve((codec = lessons)),
  });
}
const kept = (piece: Piece, place: Place, now = 1) => piece.keptAt(place, form(), 'a-map', now);
const storyOf = (link: string) => {
  const read = decodeLink(link);
  return read.ok ? read.value.story : null;
};

describe('a piece of work', () => {
  it('is stored from the reader’s first own work on', () => {
    const piece = new Piece('p', at(3), true);
    expect(piece.isOwn(at(3, { view: 'map' }))).toBe(false);
    expect(piece.isOwn(at(4))).toBe(true);
    kept(piece, at(4));
    expect(piece.isOwn(at(3))).toBe(true);
  });

  it('contains the longest story told, and is not stored again without a change', () => {
    const piece = new Piece('p', START, false);
    expect(storyOf(kept(piece, at(4), 1)?.link ?? '')).toEqual(at(4).story);
    expect(kept(piece, at(2), 2)).toBeNull();
    const next = kept(piece, at(5), 3);
    expect(next).toMatchObject({ id: 'p', scenario: 'a-map', created: 1, changed: 3 });
    expect(storyOf(next?.link ?? '')).toEqual(at(5).story);
  });

  it('keeps its kind of start', () => {
    const from = (piece: Piece, place: Place) => kept(piece, place)?.from;
    expect(from(new Piece('p', START, true), at(1))).toBe('start');
    expect(from(new Piece('p', at(2), true), at(3))).toBe('link');
    expect(from(new Piece('p', at(2), false), at(3))).toBe('map');
    const followed = new Piece('p', at(2), true);
    expect(from(followed, at(3, { walk: 'W3' }))).toBe('walk');
    expect(from(followed, at(4))).toBe('walk');
  });

  it('is found for an address earlier or later in its story, and in its lesson only', () => {
    const piece = new Piece('p', at(3), true);
    expect(piece.isAt(at(5))).toBe(true);
    expect(piece.isAt(at(1))).toBe(true);
    expect(piece.isAt({ ...START, story: walk('W10') })).toBe(false);
    const lesson = { ...EMPTY, title: 'One' };
    const taught = new Piece('p', at(3, { lesson }), true);
    expect(taught.isAt(at(5, { lesson: { ...lesson } }))).toBe(true);
    expect(taught.isAt(at(5, { lesson: { ...lesson, title: 'Two' } }))).toBe(false);
  });
});

describe('the form in which work is kept', () => {
  const work = at(4, {
    lesson: { ...EMPTY, title: 'One', tasks: [{ kind: 'text', at: 'start', prompt: 'Why?' }] },
    replies: new Map([[0, 'so']]),
    label: 'Blue 7',
    view: 'map',
  });

  it('waits for the lesson codec only where there is a lesson', async () => {
    const { write, loaded, load } = form();
    expect(write(work)).toBeNull();
    expect(write(at(4))).toMatchObject({ lesson: '', work: '' });
    await load();
    expect(loaded()).toBe(true);
    expect(write(work)).toMatchObject({ lesson: lessons.encodeLesson(work.lesson ?? EMPTY) });
  });

  it('restores the place, in the view of the story', async () => {
    const { write, read, load } = form();
    await load();
    const texts = write(work);
    expect(texts && (await read(texts))).toMatchObject({ ...work, view: 'story', print: expect.any(String) });
    expect(await read({ link: 'damaged', lesson: '', work: '' })).toBeNull();
  });

  it('omits the reader’s settings where they would make a link too long', () => {
    const aside = Array.from({ length: 400 }, (_, at) => ({ kind: 'quotation' as const, id: `Q${at}` }));
    const texts = form().write(at(4, { aside }));
    const read = decodeLink(texts?.link ?? '');
    expect(read.ok && read.value).toMatchObject({ story: at(4).story, aside: [] });
  });
});
