/** What of a session is the reader’s own: where a piece of work begins, and how much of it is to be kept. */
import type { Lesson } from '../lesson/lesson.ts';
import { startsWith } from '../machine/replay.ts';
import type { Story } from '../scenario/scenario.ts';
import type { Place } from './place.ts';

/**
 * Whether `after` goes on with the work that stood at `before`: steps on, steps back, or one step answered otherwise.
 * Beginning again, another lesson and a story told by the page are work of their own, so that they leave the work before
 * them as it was. A lesson is one piece of work, however often it is begun again.
 */
export function continues(before: Place, after: Place): boolean {
  if (!sameLesson(before.lesson, after.lesson)) return false;
  if (after.lesson) return true;
  const [a, b] = [before.story, after.story];
  if (startsWith(b, a)) return true;
  if (startsWith(a, b)) return b.length > 0 || a.length === 1;
  const at = a.findIndex((code, at) => b[at] !== code);
  // What is kept of the later answers may come in another order; undoing the change brings back what was not.
  const [was, is] = [a.slice(at + 1), b.slice(at + 1)];
  return is.every((code) => was.includes(code)) || (was.length > 0 && was.every((code) => is.includes(code)));
}

/** Whether there is anything of the reader’s own in `now`, who opened `opened`: a step or a reply that was not there. */
export function hasOwnWork(opened: Place, now: Place): boolean {
  return (
    !startsWith(opened.story, now.story) ||
    opened.label !== now.label ||
    !sameReplies(opened.replies, now.replies)
  );
}

/** What is kept of a story that now stands at `now`: going back takes nothing away, until it goes on otherwise. */
export const furthest = (kept: Story, now: Story): Story => (startsWith(kept, now) ? kept : now);

/** Whether two lessons say the same. */
export const sameLesson = (a: Lesson | null, b: Lesson | null): boolean =>
  a === b || JSON.stringify(a) === JSON.stringify(b);

const sameReplies = (a: Place['replies'], b: Place['replies']): boolean =>
  a.size === b.size && [...a].every(([task, reply]) => b.get(task) === reply);
