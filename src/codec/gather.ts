/** What was pasted, dropped or scanned for a class, read: every link and every file that was handed in. */
import type { Submission, Pasted } from '../lesson/class.ts';
import type { Lesson } from '../lesson/lesson.ts';
import { readSubmissionFile } from './submission-file.ts';
import { decodeLesson, decodeWork, fingerprint } from './lesson.ts';
import type { Link } from './link.ts';
import { LONGEST_PASTE, searchablePart, searchLinks } from './paste.ts';

export type GatherResult =
  | {
      readonly ok: true;
      /** What was looked at: all that was given, or its beginning. */
      readonly text: string;
      readonly pasted: readonly Pasted[];
      /** Whether there were more links than are taken at once. */
      readonly more: boolean;
      /** Where not all of it was looked at, how the rest begins; empty otherwise. */
      readonly rest: string;
    }
  | { readonly ok: false; readonly why: 'too-large' | 'no-link' | 'not-text' };

/** So many steps are taken between two pauses. */
const STEPS = 50;
/** So many characters of what was not looked at are given. */
const SHOWN = 60;

/**
 * Reads `given`, which came `from` somewhere; `own` is the id of the scenario that links without a name belong to.
 * `pause` is called again and again, so that where this runs on a page something else can be done meanwhile.
 */
export async function gather(
  given: string | Blob,
  from: string,
  own: string,
  pause: () => Promise<void> | undefined = () => undefined,
): Promise<GatherResult> {
  const size = typeof given === 'string' ? given.length : given.size;
  if (size > LONGEST_PASTE) return { ok: false, why: 'too-large' };
  const whole = typeof given === 'string' ? given : decoded(new Uint8Array(await given.arrayBuffer()));
  if (whole === null) return { ok: false, why: 'not-text' };
  const handed = /^\s{0,99}\{/.test(whole) ? readSubmissionFile(whole, from) : null;
  if (handed) return { ok: true, text: whole, ...handed, rest: '' };

  const text = searchablePart(whole);
  const rest = whole
    .slice(text.length, text.length + SHOWN * 2)
    .trim()
    .slice(0, SHOWN);
  const search = searchLinks(text);
  let step = search.next();
  for (let steps = 1; !step.done; step = search.next()) if (steps++ % STEPS === 0) await pause();
  const { links, more } = step.value;
  if (links.length === 0 && rest === '') return { ok: false, why: 'no-link' };
  // A class works on one lesson, so it is read once.
  const lessons = new Map<string, Lesson | null>();
  const lessonOf = (text: string) => {
    const known = lessons.get(text);
    if (known !== undefined) return known;
    const lesson = decodeLesson(text);
    lessons.set(text, lesson);
    return lesson;
  };
  const pasted: Pasted[] = [];
  for (const { line, around, text, read } of links) {
    await pause();
    pasted.push({
      from,
      line,
      around,
      text,
      group: null,
      read: read.ok ? handedIn(read.value, own, lessonOf) : { ok: false, why: read.problem },
    });
  }
  return { ok: true, text, pasted, more, rest };
}

function handedIn(link: Link, scenario: string, lessonOf: (text: string) => Lesson | null): Pasted['read'] {
  const lesson = link.lesson === '' ? null : lessonOf(link.lesson);
  if (link.lesson !== '' && !lesson) return { ok: false, why: 'bad-lesson' };
  const work = link.work === '' ? null : decodeWork(link.work);
  if (link.work !== '' && !work) return { ok: false, why: 'damaged' };
  const print = lesson ? fingerprint(lesson) : '';
  const value: Submission = {
    scenario: link.scenario || scenario,
    edition: link.edition,
    story: link.story,
    label: work?.label ?? '',
    replies: work?.replies ?? new Map<number, string>(),
    lesson: work && work.lesson !== print ? null : lesson,
    print: work?.lesson ?? print,
    worked:
      work !== null || link.view === 'work' || lesson === null || link.story.join() !== lesson.story.join(),
  };
  return { ok: true, value };
}

/** `bytes` as text; null where they are none. Spreadsheets save text as UTF-16 too, and old ones in code page 1252. */
function decoded(bytes: Uint8Array): string | null {
  const utf16 =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : null;
  if (utf16) return new TextDecoder(utf16).decode(bytes);
  if (bytes.subarray(0, 4_000).includes(0)) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
