/** A story as it is kept in this browser, and as a file. */

/** One piece of work, as text: what a link would carry, in parts, since all of it can be too long for one link. */
export interface StoredStory {
  readonly id: string;
  /** The id of the scenario. */
  readonly scenario: string;
  /** The link of the story, without its lesson and its work. */
  readonly link: string;
  /** As `codec/lesson.ts` writes them; empty for none. */
  readonly lesson: string;
  readonly work: string;
  readonly from: Beginning;
  /** In milliseconds since 1970. */
  readonly created: number;
  readonly changed: number;
  /** How often it was written: a tab that knows an older revision does not write over it. */
  readonly revision: number;
}

/** What a story was begun from: nothing, a ready walk, someone’s link, a story the page told, a lesson. */
export const BEGINNINGS = ['start', 'walk', 'link', 'map', 'lesson'] as const;
export type Beginning = (typeof BEGINNINGS)[number];

/** More stories than this are not kept: the oldest that belong to no lesson go first. */
export const MOST_STORIES = 200;

/** The latest and the earliest time that a date can be, in milliseconds from 1970. */
const FARTHEST = 8.64e15;

/**
 * Whether `value` has the shape of a kept story. What a browser holds may be damaged, or written by another program of
 * the same origin: one such record must not keep the others from being read.
 */
export function isStoredStory(value: unknown): value is StoredStory {
  if (typeof value !== 'object' || value === null) return false;
  const story: Partial<Record<keyof StoredStory, unknown>> = value;
  const { id, scenario, link, lesson, work, from, created, changed, revision } = story;
  return (
    [id, scenario, link, lesson, work].every((text) => typeof text === 'string') &&
    BEGINNINGS.some((beginning) => beginning === from) &&
    [created, changed].every((time) => typeof time === 'number' && Math.abs(time) <= FARTHEST) &&
    Number.isSafeInteger(revision)
  );
}
