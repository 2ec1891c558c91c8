/** The interface between a packed page and a learning platform, common to SCORM and xAPI. */
import type { LessonWorkText } from '../codec/lesson.ts';
import type { Suspended } from './suspend.ts';

/** What a student has done so far. */
export interface LessonProgress extends LessonWorkText {
  readonly edition: number;
  /** The numbers of the tasks whose replies an earlier visit found no room for. */
  readonly missing: readonly number[];
  /** Whether the lesson is completed by it. */
  readonly completed: boolean;
  /** The same as a text to read, made when it is wanted. */
  readonly text: () => string;
}

/** What the page has to say of the platform. */
export type PlatformStatus =
  /** None was found: why, in the platform’s terms. */
  | { readonly kind: 'none' }
  /** It keeps the work at `host`, empty where that is the platform around the page; these replies found no room. */
  | { readonly kind: 'kept'; readonly host: string; readonly missing: readonly number[] }
  /** It was there and does not keep the work; `code` is what it said, or empty. */
  | { readonly kind: 'refused'; readonly host: string; readonly code: string };

export interface Platform {
  /** What an earlier visit left; null for nothing, `damaged` where it cannot be read. */
  readonly left: Suspended | 'damaged' | null;
  /** Keeps what was done, soon. */
  readonly keep: (done: LessonProgress) => void;
  /** Keeps what is left to be kept, and ends the visit. */
  readonly leave: () => void;
}

/** Work is handed over at most so often, in milliseconds: a student who writes changes it with every key. */
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
