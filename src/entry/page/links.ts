/** Converts places of a session to links, as far as a link can hold them, and links to places. */
import { LONGEST_LINK, writeLink, type DecodedLink, type Link } from '../../codec/link.ts';
import { START, VIEWS, type Place } from '../../session/place.ts';
import type { Services } from '../../view/shell/services.ts';

/** The lesson codec, which is loaded with the first lesson. */
export type LessonCodec = typeof import('../../codec/lesson.ts');

/**
 * How links name the scenario shown: its name (empty for the site’s own), its edition, and whether that is an earlier
 * one.
 */
export interface Naming {
  readonly scenario: string;
  readonly edition: number;
  readonly asMade: boolean;
}

/**
 * A place, or the reason why there is none: a key of `words/terms/links.ts`, or `loading` while the lesson codec is
 * not loaded.
 */
export type Read = ReturnType<Services['read']>;

/**
 * The complete link of `place`, without a limit of length. Where `lessons` is null, it contains neither lesson nor
 * work.
 */
export const linkTo = (
  place: Place,
  { scenario, edition, asMade }: Naming,
  lessons: LessonCodec | null,
): Link => ({
  ...place,
  lesson: (place.lesson && lessons?.encodeLesson(place.lesson)) ?? '',
  work:
    ((place.replies.size > 0 || place.view === 'work') &&
      lessons?.encodeWork({
        ...place,
        lesson: place.lesson ? lessons.fingerprint(place.lesson) : place.print,
      })) ||
    '',
  scenario,
  edition,
  asMade,
  view: place.view === 'story' ? '' : place.view,
});

/** Whether `link` is within the maximum length. */
export const fits = (link: Link): boolean => writeLink(link).length <= LONGEST_LINK;

/** `link` reduced to the maximum length: first without the replies, then without the lesson. */
export function fitting(link: Link): Link {
  const less = [link, { ...link, work: '' }, { ...link, lesson: '' }];
  return less.find(fits) ?? { ...link, lesson: '', work: '' };
}

/**
 * The link of the work in the lesson of `place`; null where it would be too long. `whole` says whether it contains
 * the lesson; otherwise it contains only the fingerprint.
 */
export function handIn(
  { story, lesson, replies, label }: Place,
  naming: Naming,
  lessons: LessonCodec | null,
): { readonly link: Link | null; readonly whole: boolean } {
  const work = { ...START, story, replies, label, view: 'work' as const };
  const whole = linkTo({ ...work, lesson }, naming, lessons);
  const print = lesson && lessons ? lessons.fingerprint(lesson) : '';
  const link = [whole, linkTo({ ...work, print }, naming, lessons)].find(fits) ?? null;
  return { link, whole: link === whole };
}

/**
 * Whether `link` is valid only in its own edition: it contains a lesson, work, an ending, quotations or weights, or
 * asks to be opened as made. Any other link is a story, which can be migrated.
 */
export const isOfItsEdition = (link: Link): boolean =>
  link.asMade ||
  [link.lesson, link.work, link.ready, link.ending].some((part) => part !== '') ||
  link.view === 'work' ||
  link.weights.size + link.aside.length + link.compared.length > 0;

/** The place that `link` opens in the scenario shown. `shows` tests whether that is the scenario of a link. */
export function readPlace(
  link: DecodedLink,
  shows: (link: Link) => boolean,
  lessons: LessonCodec | null,
): Read {
  if (!link.ok) return { ok: false, why: link.problem };
  const { value } = link;
  if (!shows(value)) return { ok: false, why: 'other-scenario' };
  const lesson = value.lesson === '' ? null : (lessons?.decodeLesson(value.lesson) ?? null);
  if (value.lesson !== '' && !lesson) return { ok: false, why: lessons ? 'bad-lesson' : 'loading' };
  const work = value.work === '' ? null : (lessons?.decodeWork(value.work) ?? null);
  if (value.work !== '' && !work) return { ok: false, why: lessons ? 'bad-work' : 'loading' };
  return {
    ok: true,
    value: {
      ...value,
      view: VIEWS.find((name) => name === value.view) ?? 'story',
      lesson,
      replies: work?.replies ?? new Map(),
      label: work?.label ?? '',
      print: work?.lesson ?? '',
    },
  };
}
