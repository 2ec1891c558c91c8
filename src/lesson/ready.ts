/** Lessons that come with a scenario, each with what a teacher needs to give it. */
import { EMPTY, type Lesson } from './lesson.ts';

export interface ReadyLesson {
  readonly id: string;
  /** `activity`: along the story, with a talk afterwards. `media`: on the articles alone, a few minutes, usable alone. */
  readonly kind: 'activity' | 'media';
  readonly title: string;
  readonly aim: string;
  /** How long it takes, in words. */
  readonly minutes: string;
  /** What the teacher does, in order. */
  readonly steps: readonly string[];
  /** What comes back from the students. */
  readonly back: string;
  readonly discussion: readonly string[];
  /**
   * How it can be given without screens: as a numbered `book`, or on a `sheet` with its tasks and the quotations that they
   * name. Left out where it asks for what only a screen can do, or its book would be many sheets.
   */
  readonly paper?: 'book' | 'sheet';
  /** The ids of quotations that are for the board only, lettered after those of the tasks. */
  readonly board?: readonly string[];
  /** The ids of the role cards that are handed out with it. */
  readonly cards?: readonly string[];
  readonly lesson: Lesson;
}

/** What whoever speaks for a party is given. Its id is that of the actor. */
export interface RoleCard {
  readonly id: string;
  readonly title: string;
  /** What is reported of the party, each with the id of the quotation that reports it. */
  readonly reported: readonly { readonly text: string; readonly quote: string }[];
  readonly unreported: string;
  readonly duty: string;
}

export interface ReadyLessons {
  /** Whose voices are heard in them and what is missing: one paragraph each. */
  readonly angle: readonly string[];
  /** What a teacher should know before giving any of them: one paragraph each. */
  readonly care: readonly string[];
  /** Questions with which any of them can end. */
  readonly closing: readonly string[];
  readonly cards: readonly RoleCard[];
  readonly lessons: readonly ReadyLesson[];
}

/** The same as it is written in a file: a lesson says only what differs from an empty one, and has the title of its page. */
export type ReadyFile = Omit<ReadyLessons, 'lessons' | 'cards'> & {
  readonly cards?: readonly RoleCard[];
  readonly lessons: readonly (Omit<ReadyLesson, 'lesson'> & { readonly lesson: Partial<Lesson> })[];
};

export const completeReady = (file: ReadyFile): ReadyLessons => ({
  cards: [],
  ...file,
  lessons: file.lessons.map((one) => ({ ...one, lesson: { ...EMPTY, title: one.title, ...one.lesson } })),
});
