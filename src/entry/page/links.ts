/** The link of a place in the reader’s session, as much of it as a link can hold, and the place that a link opens. */
import { LONGEST_LINK, writeLink, type DecodedLink, type Link } from '../../codec/link.ts';
import { START, VIEWS, type Place } from '../../session/place.ts';
import type { Services } from '../../view/shell/services.ts';

/** What reads and writes lessons: fetched with the first of them, null before. */
export type LessonCodec = typeof import('../../codec/lesson.ts');

/** What links call the scenario that is shown, empty for the site’s own, its edition, and whether that is an earlier one. */
export interface Naming {
  readonly scenario: string;
  readonly edition: number;
  readonly asMade: boolean;
}

/** A place, or why there is none: a key of `words/terms/links.ts`, or `loading` before lessons can be read. */
export type Read = ReturnType<Services['read']>;

/** The link of all of `place`, at whatever length. Without `lessons` it holds neither a lesson nor work. */
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

/** Whether a link can be as long as `link`. */
export const fits = (link: Link): boolean => writeLink(link).length <= LONGEST_LINK;

/** As much of `link` as one can hold: the replies are the first to stay behind, then the lesson. */
export function fitting(link: Link): Link {
  const less = [link, { ...link, work: '' }, { ...link, lesson: '' }];
  return less.find(fits) ?? { ...link, lesson: '', work: '' };
}

/**
 * The link of what was done in the lesson of `place`; null where none can hold it. `whole` says whether the lesson is in
 * it: else only its fingerprint is.
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
 * Whether `link` means something in its own edition only: it names a lesson or work, an ending, quotations or weights, or
 * says that it opens as it was made. Any other is a story, which a newer edition can tell.
 */
export const isOfItsEdition = (link: Link): boolean =>
  link.asMade ||
  [link.lesson, link.work, link.ready, link.ending].some((part) => part !== '') ||
  link.view === 'work' ||
  link.weights.size + link.aside.length + link.compared.length > 0;

/** The place that `link` opens in the scenario shown, of which `shows` says whether it is the one of a link. */
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
