/** The interface between a packed page and a learning platform, common to SCORM and xAPI. */
import type { LessonWorkText } from '../codec/lesson.ts';
import type { Suspended } from './suspend.ts';

/** The work of a student so far. */
export interface LessonProgress extends LessonWorkText {
  readonly edition: number;
  /** Numbers of the tasks whose replies did not fit in an earlier visit. */
  readonly missing: readonly number[];
  /** Whether the lesson is completed. */
  readonly completed: boolean;
  /** The work as plain text, computed on demand. */
  readonly text: () => string;
}

export interface Platform {
  /** The state of an earlier visit; null for none, `damaged` where it cannot be read. */
  readonly left: Suspended | 'damaged' | null;
  /** Stores the work, throttled. */
  readonly keep: (done: LessonProgress) => void;
  /** Stores any pending work, and ends the visit. */
  readonly leave: () => void;
}

/** Minimum time between two writes, in milliseconds; a student’s work changes with every key. */
const OFTEN = 1_000;

/**
 * Throttles `act`: `give` calls it at once, but not twice within a second, and then with the newest value. `flush` calls
 * it now if a value waits.
 */
export function throttle<Value>(act: (value: Value) => void): {
  readonly give: (value: Value) => void;
  readonly flush: () => void;
} {
  let waiting: { readonly value: Value } | null = null;
  let timer: ReturnType<typeof setTimeout> | null = null;
  const flush = () => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    if (!waiting) return;
    const { value } = waiting;
    waiting = null;
    timer = setTimeout(flush, OFTEN);
    act(value);
  };
  return {
    give(value) {
      waiting = { value };
      if (timer === null) flush();
    },
    flush,
  };
}
