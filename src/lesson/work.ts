/** What a student did in a lesson: the story told, and the replies to its tasks. */
import type { Step } from '../machine/replay.ts';
import type { Situation } from '../machine/situation.ts';
import { END, START, type Lesson, type Task } from './lesson.ts';
import type { Story } from '../scenario/scenario.ts';

export interface Work {
  readonly story: Story;
  /**
   * The reply to each task, by its number in the lesson: an ending’s id for `predict`; a quotation’s id or NOTHING for
   * `support`; the label chosen for `basis`; plain text for `text`.
   */
  readonly replies: ReadonlyMap<number, string>;
  /** What the student chose to be called; empty for nothing. */
  readonly label: string;
}

/** What a student chose to be called is no longer than this, in characters. */
export const LONGEST_LABEL = 40;

/** The reply that no quotation supports an answer. */
export const NOTHING = 'none';

/** A task that stands somewhere in a story. */
export interface Due {
  readonly task: Task;
  readonly number: number;
  /** The step it belongs to, counted from 0; the number of steps where it stands at what comes next. */
  readonly step: number;
}

/**
 * The tasks of `lesson` that have come up in a story of `steps` that stands at `now`, in the order of the story: those at
 * the start, then at each question before and after its answer, then at the ending.
 */
export function due(lesson: Lesson, steps: readonly Step[], now: Situation): Due[] {
  const found: Due[] = [];
  const add = (at: string, step: number, wanted: (task: Task) => boolean) =>
    lesson.tasks.forEach((task, number) => {
      if (task.at === at && wanted(task) && !found.some((one) => one.number === number))
        found.push({ task, number, step });
    });
  const before = ({ kind }: Task) => kind === 'predict' || kind === 'text';
  const after = ({ kind }: Task) => kind === 'support' || kind === 'basis';
  add(START, 0, () => true);
  steps.forEach(({ question }, at) => {
    add(question.id, at, before);
    add(question.id, at, after);
  });
  if (now.question) add(now.question.id, steps.length, before);
  if (now.ending) add(END, steps.length, () => true);
  return found;
}

/** Whether the story has reached what the lesson asks for: one of its goals, or any ending where it names none. */
export function reached(lesson: Lesson, now: Situation): boolean {
  return now.ending !== null && (lesson.goals.length === 0 || lesson.goals.includes(now.ending.id));
}

/** What the page has to say of the platform. */
export type PlatformStatus =
  /** None was found: why, in the platform’s terms. */
  | { readonly kind: 'none' }
  /** It keeps the work at `host`, empty where that is the platform around the page; these replies found no room. */
  | { readonly kind: 'kept'; readonly host: string; readonly missing: readonly number[] }
  /** It was there and does not keep the work; `code` is what it said, or empty. */
  | { readonly kind: 'refused'; readonly host: string; readonly code: string };
