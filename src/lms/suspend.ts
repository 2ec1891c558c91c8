/**
 * What was done in a lesson, as the text that a learning platform keeps between two visits. SCORM 1.2 promises room for
 * 4,096 characters and no more, and platforms cut or refuse what is longer: so nothing longer is ever handed over.
 *
 *     1 2 s0.nx.yx 3.7 q1bKBAA
 *     │ │ │        │   └─ fingerprint of the lesson, label and replies, as in a link
 *     │ │ story    numbers of the replies that found no room
 *     │ edition
 *     version
 */
import { MOST_TASKS } from '../lesson/lesson.ts';
import type { Work } from '../lesson/work.ts';
import { decodeWork, encodeWork, type LessonWorkText } from '../codec/lesson.ts';

/** `cmi.suspend_data` is a CMIString4096 (ADL, *SCORM 1.2 Run-Time Environment*, 3.4.4). */
export const LONGEST_SUSPENDED = 4_096;

export interface Suspended extends LessonWorkText {
  readonly edition: number;
  /** Numbers of the tasks whose replies did not fit, in order. */
  readonly missing: readonly number[];
}

const VERSION = '1';
const LONGEST_STORY = 500;

/**
 * `work` as text of at most `longest` characters, with as many replies as fit; the longest replies are left out
 * first, and `missing` returns their numbers. Replies left out in an earlier visit stay in `missing` until they are
 * written again. Null where not even the story fits, which does not occur with the scenarios of this site.
 */
export function suspend(
  work: LessonWorkText & { readonly edition: number; readonly missing?: readonly number[] },
  longest = LONGEST_SUSPENDED,
): { readonly text: string; readonly missing: readonly number[] } | null {
  const longestFirst = [...work.replies].sort(([, a], [, b]) => b.length - a.length).map(([task]) => task);
  const before = (work.missing ?? []).filter((task) => !work.replies.has(task));
  for (let left = 0; left <= longestFirst.length; left++) {
    const missing = longestFirst.slice(0, left).sort((a, b) => a - b);
    const marked = [...before, ...missing].sort((a, b) => a - b);
    const { story, replies } = resumableWork(work, missing);
    const packed = encodeWork({ ...work, replies });
    const text = [VERSION, work.edition, story.join('.'), marked.join('.'), packed].join(' ');
    // Text that `resume` would refuse is not used: a short text may inflate beyond the limits.
    if (text.length <= longest && resume(text, longest)) return { text, missing };
  }
  return null;
}

/** Reads the text that a platform stored: a value that `suspend` could have written, or null. */
export function resume(text: string, longest = LONGEST_SUSPENDED): Suspended | null {
  if (text.length > longest) return null;
  const [version, edition = '', codes = '', left = '', packed = '', ...rest] = text.split(' ');
  if (version !== VERSION || rest.length > 0 || !/^[1-9]\d{0,5}$/.test(edition)) return null;
  const story = codes === '' ? [] : codes.split('.');
  const missing = left === '' ? [] : left.split('.').map(Number);
  const work = decodeWork(packed);
  if (
    !work ||
    story.length > LONGEST_STORY ||
    !story.every((code) => /^[A-Za-z0-9]{1,3}$/.test(code)) ||
    !/^[\d.]*$/.test(left) ||
    !missing.every((task, at) => task < MOST_TASKS && task > (missing[at - 1] ?? -1)) ||
    missing.some((task) => work.replies.has(task))
  )
    return null;
  return { ...work, story, edition: Number(edition), missing };
}

/** The part of `work` that a later visit restores. */
export const resumableWork = ({ story, replies, label }: Work, missing: readonly number[]): Work => ({
  story,
  replies: new Map([...replies].filter(([task]) => !missing.includes(task))),
  label,
});
