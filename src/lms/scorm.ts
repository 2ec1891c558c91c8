/**
 * Client of SCORM 1.2 (ADL, *Run-Time Environment*, 2001): finds the API of the platform, reports progress, and
 * stores the state for later visits. No score is ever set: a story has none.
 */
import type { PlatformStatus } from '../lesson/work.ts';
import { throttle, type LessonProgress, type Platform } from './platform.ts';
import { resume, suspend } from './suspend.ts';

/** The part of the `API` object that is used. */
export interface ScormApi {
  readonly LMSInitialize: (empty: '') => unknown;
  readonly LMSGetValue: (element: string) => unknown;
  readonly LMSSetValue: (element: string, value: string) => unknown;
  readonly LMSCommit: (empty: '') => unknown;
  readonly LMSFinish: (empty: '') => unknown;
  readonly LMSGetLastError: () => unknown;
}

/** The parts of a window that the search for the API uses. */
export interface ApiWindow {
  readonly parent: ApiWindow;
  readonly opener: unknown;
  readonly API?: unknown;
}

/** Maximum number of windows between page and API (SCORM 1.2 Run-Time Environment). */
const LEVELS = 7;

/** The platform’s API in the windows around `page`, or around the one that opened it; null where there is none. */
export function findApi(page: ApiWindow): ScormApi | null {
  return (
    above(page) ??
    above(asked(() => page.opener as ApiWindow | null)) ??
    above(asked(() => top(page).opener as ApiWindow | null))
  );
}

function above(start: ApiWindow | null): ScormApi | null {
  let at = start;
  for (let level = 0; at !== null && level <= LEVELS; level++) {
    const here = at;
    const api = asked(() => here.API);
    if (isApi(api)) return api;
    const parent = asked(() => here.parent);
    at = parent === at ? null : parent;
  }
  return null;
}

function top(page: ApiWindow): ApiWindow {
  let at = page;
  for (let level = 0; level < LEVELS && at.parent !== at; level++) at = at.parent;
  return at;
}

/** The result of `ask`; null where it throws, as access to a window of another origin does. */
function asked<Value>(ask: () => Value): Value | null {
  try {
    return ask() ?? null;
  } catch {
    return null;
  }
}

const USED = [
  'LMSInitialize',
  'LMSGetValue',
  'LMSSetValue',
  'LMSCommit',
  'LMSFinish',
  'LMSGetLastError',
] as const;
const isApi = (value: unknown): value is ScormApi =>
  typeof value === 'object' &&
  value !== null &&
  USED.every((name) => asked(() => typeof (value as Record<string, unknown>)[name] === 'function') === true);

/**
 * Starts a visit with `api`. `tell` is called with each change of the state of storage; `now` returns the time in
 * milliseconds.
 */
export function scormPlatform(
  api: ScormApi | null,
  tell: (keeping: PlatformStatus) => void,
  now: () => number = () => performance.now(),
): Platform {
  const none: Platform = { left: null, keep: () => undefined, leave: () => undefined };
  if (!api) {
    tell({ kind: 'none' });
    return none;
  }
  /**
   * The result of a call as text; empty where the platform throws. `join` turns null and undefined into empty text.
   */
  const said = (call: () => unknown): string => [asked(call)].join();
  const refused = () => tell({ kind: 'refused', host: '', code: said(() => api.LMSGetLastError()) });
  const set = (element: string, value: string) => said(() => api.LMSSetValue(element, value)) === 'true';

  if (said(() => api.LMSInitialize('')) !== 'true') {
    refused();
    return none;
  }
  const began = now();
  const text = said(() => api.LMSGetValue('cmi.suspend_data'));
  const status = said(() => api.LMSGetValue('cmi.core.lesson_status'));
  let completed = ['completed', 'passed', 'failed'].includes(status);
  if (!completed) set('cmi.core.lesson_status', 'incomplete');
  // Set at the beginning: when a page is closed there may be no time left for it.
  set('cmi.core.exit', 'suspend');

  const commit = () => {
    set('cmi.core.session_time', duration(now() - began));
    return said(() => api.LMSCommit('')) === 'true';
  };
  const { give, flush } = throttle((done: LessonProgress) => {
    const suspended = suspend(done);
    const sets = [
      suspended !== null && set('cmi.suspend_data', suspended.text),
      // A completed lesson stays completed, even if the student goes back and tries another answer.
      completed || !done.completed || (completed = set('cmi.core.lesson_status', 'completed')),
      commit(),
    ];
    if (suspended && sets.every(Boolean)) tell({ kind: 'kept', host: '', missing: suspended.missing });
    else refused();
  });
  let over = false;
  return {
    left: text === '' ? null : (resume(text) ?? 'damaged'),
    keep: (done) => {
      if (over) return;
      give(done);
      if (done.completed && !completed) flush();
    },
    leave() {
      if (over) return;
      flush();
      over = true;
      commit();
      said(() => api.LMSFinish(''));
    },
  };
}

/** `milliseconds` as a CMITimespan: `HHHH:MM:SS.SS`. */
export function duration(milliseconds: number): string {
  const all = Math.min(Math.max(0, Math.floor(milliseconds / 10)), 9_999 * 360_000 + 359_999);
  const two = (number: number) => String(number).padStart(2, '0');
  const [hours, minutes, seconds] = [
    Math.floor(all / 360_000),
    Math.floor(all / 6_000) % 60,
    Math.floor(all / 100) % 60,
  ];
  return `${String(hours).padStart(4, '0')}:${two(minutes)}:${two(seconds)}.${two(all % 100)}`;
}
