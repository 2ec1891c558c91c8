/** A story as it is kept in this browser, and as a file. */

/** One piece of work, as text: what a link would carry, in parts, since all of it can be too long for one link. */
export interface KeptStory {
  readonly id: string;
  /** The id of the scenario. */
  readonly scenario: string;
  /** The link of the story, without its lesson and its work. */
  readonly link: string;
  /** As `codec/lesson.ts` writes them; empty for none. */
  readonly lesson: string;
  readonly work: string;
  readonly from: From;
  /** In milliseconds since 1970. */
  readonly created: number;
  readonly changed: number;
  /** How often it was written: who knows an older one may not write over it. */
  readonly revision: number;
}

/** What a story was begun from: nothing, a ready walk, someone’s link, a story the page told, a lesson. */
export const BEGINNINGS = ['start', 'walk', 'link', 'map', 'lesson'] as const;
export type From = (typeof BEGINNINGS)[number];

/** More stories than this are not kept: the oldest that belong to no lesson go first. */
export const MOST_STORIES = 200;
