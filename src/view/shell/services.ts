/** What a view may ask of the world around it. `entry/` hands it in; no view reaches out by itself. */
import { getContext, setContext } from 'svelte';
import type { ExaminationStage } from '../../analysis/judge/examine.ts';
import type { Futures } from '../../analysis/graph/futures.ts';
import type { Lesson } from '../../lesson/lesson.ts';
import type { PlatformStatus } from '../../lesson/work.ts';
import type { ReadyLessons } from '../../lesson/ready.ts';
import type { GatherResult, Submission, StoredDesk } from '../../lesson/class.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import type { Place, View } from '../../session/place.ts';
import type { Session } from '../../session/session.svelte.ts';

export interface Services {
  /** The address that opens `place`; where none leads to the map, only its end, which begins with `#`. */
  readonly address: (place: Place) => string;
  /** Where such addresses lead: to this page, to the site that it comes from, or nowhere, as from a disk. */
  readonly leads: 'here' | 'site' | 'nowhere';
  /** Says what is open now, so that the address can hold it. */
  readonly show: (place: Place) => void;
  /** Whether the address can hold all of `place`: a lesson and long replies may be too much for it. */
  readonly holds: (place: Place) => boolean;
  /** Puts `text` on the clipboard; false when the browser refuses. */
  readonly copy: (text: string) => Promise<boolean>;
  readonly print: () => void;
  /** An earlier edition of the scenario that is shown; null where this site does not keep it. */
  readonly edition: (edition: number) => Promise<Scenario | null>;
  /** The address, as `address` gives it, that shows what was done in the lesson of `place`; null where no link can hold it. */
  readonly handIn: (place: Place) => { readonly address: string | null; readonly whole: boolean };
  /** What the making and the handing in of lessons need: fetched when first asked for. */
  readonly lessons: () => Promise<LessonTools>;
  /** Who publishes this copy and where errors are reported, a `mailto:` or `https:` address; empty where it was not set. */
  readonly publisher?: { readonly name: string; readonly contact: string };
  /** The newest edition, where an earlier one is shown. */
  readonly newest?: { readonly edition: number; readonly open: () => void };
  /** Opens a place in the edition that it was made for, with the desk of a class; false where that cannot be fetched. */
  readonly openEdition: (edition: number, place: Partial<Place>, desk?: StoredDesk) => Promise<boolean>;
  /** The place that the first link in a pasted text opens, or why there is none. */
  readonly read: (
    text: string,
  ) => { readonly ok: true; readonly value: Place } | { readonly ok: false; readonly why: string };
  /**
   * Judges every finding again over all stories, beside the page; rejects when it cannot. Left out where the host has
   * nothing to do it with.
   */
  readonly checkFindings?: () => Promise<readonly { readonly id: string; readonly holds: boolean }[]>;
  /** Scenarios that did not come with the site; none where the page opens no others, as in a frame. */
  readonly foreign?: Foreign;
  /** What the reader can take along of the session as it stands now. */
  readonly takeAlong: () => Promise<TakeAlong>;
  /** Has the browser save a file. */
  readonly save: (file: Download) => void;
  /** The whole program in one file; `here` where this is that file. */
  readonly wholeFile?: { readonly address: string; readonly bytes: number } | 'here' | undefined;
  /** Where the page was packed with its lesson for a learning platform. */
  readonly platform?: PlatformView | undefined;
  /** Packs a lesson for a learning platform; `address` is its link. Left out where the page cannot. */
  readonly platformFile?: (form: PlatformForm, lesson: Lesson, address: string | null) => Promise<Download>;
  /** Calls `notify` when a newer version of the page is there. */
  readonly onNewer?: (notify: () => void) => void;
  /** Reloads the page, with the newer version. */
  readonly takeNewer?: () => void;
  /** The reader’s own stories that are kept on this device. Left out where none can be. */
  readonly stories?: Stories;
  /** What the view of a class needs, fetched when it is opened; left out where there is none. */
  readonly classroom?: () => Promise<Classroom>;
}

/** Why nothing was gathered from what was given. */
export type NotGathered = 'too-large' | 'no-link' | 'not-text' | 'no-picture' | 'no-code' | 'other-code';

/** How a class is gathered, and how what it did leaves the page. */
export interface Classroom {
  /** Every link and every handed-in file in a text, a file or a picture of a QR code that came `from` somewhere. */
  readonly gather: (
    given: string | Blob,
    from: string,
  ) => Promise<Extract<GatherResult, { ok: true }> | { readonly ok: false; readonly why: NotGathered }>;
  /** Shows the camera in `video` and tells of every QR code that is seen, again and again, until it is stopped. */
  readonly watch: (
    video: HTMLVideoElement,
    seen: (text: string) => void,
  ) => Promise<
    | { readonly ok: true; readonly stop: () => void }
    | { readonly ok: false; readonly why: 'none' | 'refused' | 'busy' | 'unsafe' }
  >;
  /** A picture of points of an SVG file. Rejects where the browser cannot draw it. */
  readonly png: (svg: string) => Promise<Blob>;
  /** A table as a file of comma-separated values. */
  readonly csv: (rows: readonly (readonly (string | number)[])[]) => string;
  /** One student’s work as plain data that the program reads again. */
  readonly written: (handed: Submission) => object;
  /** The teacher’s own day, as `YYYY-MM-DD`. */
  readonly today: () => string;
  /** The desk as this tab kept it before the page was loaded again; null for none. */
  readonly found: () => StoredDesk | null;
  /**
   * Keeps the desk while the tab is open, or with null forgets it. False where the browser keeps nothing, or has no room
   * for so much: then it asks before the page is left.
   */
  readonly keep: (desk: StoredDesk | null) => boolean;
}

export interface Download {
  readonly name: string;
  readonly type: string;
  readonly content: string | Blob;
}

/** The forms in which a lesson goes into a learning platform: two packages, and a link alone. */
export type PlatformForm = 'scorm' | 'xapi' | 'cartridge';

/** How a visit on a platform began: whether there was work, and whether it could be used. */
export type PlatformStart =
  | { readonly kind: 'new' | 'damaged' | 'other-lesson' }
  /** The numbers of the tasks whose replies the platform had no room for. */
  | { readonly kind: 'resumed'; readonly missing: readonly number[] };

export interface PlatformView {
  readonly begun: PlatformStart;
  readonly keeping: () => PlatformStatus | null;
  readonly onKeeping: (notify: (keeping: PlatformStatus) => void) => void;
}

export type TextForm = 'author-date' | 'notes' | 'bibtex' | 'ris' | 'csl' | 'markdown' | 'csv' | 'json';
/** The story as a picture to share, wide or square, and the map. */
export type Drawing = 'wide' | 'square' | 'map';

/** Where a numbered book begins, and which answers it leaves in. */
export interface Book {
  readonly from: 'here' | 'start';
  readonly bounds: 'all' | 'sourced' | 'walks';
}

/** A part of the dialog for taking a story along that can be opened by itself. */
export type AlongPart = 'citations' | 'picture';

/** Every form in which a story can leave the page. */
export interface TakeAlong {
  readonly text: (form: TextForm) => Download;
  readonly svg: (drawing: Drawing) => Download;
  /** Throws where the browser cannot draw. */
  readonly png: (drawing: Drawing) => Promise<Download>;
  /** How many sections a book has, none where its bounds leave no way to an ending; null for too large a map. */
  readonly book: ((book: Book) => { readonly sections: number; readonly file: () => Download }) | null;
  /** The numbered book of a lesson that is sound; `address` is its link. Null for too large a map. */
  readonly lessonBook:
    | ((
        lesson: Lesson,
        address: string | null,
      ) => { readonly sections: number; readonly file: () => Download })
    | null;
}

export interface Foreign {
  /** Whether the scenario shown is one of them. */
  readonly shown: boolean;
  /** The id of the scenario that came with the site. */
  readonly shipped: string;
  /** Examines a file that the reader gives, and tells how far it has come. The function that it gives stops it at once. */
  readonly examine: (file: Blob, tell: (stage: Examination) => void) => () => void;
  /** Shows a scenario from a file; with null futures, what can still happen in it is not known. */
  readonly open: (scenario: Scenario, futures: Futures | null) => void;
  /** Back to the scenario that came with the site, as it was left. */
  readonly leave: () => void;
}

/** What is told while a file is examined. */
export type Examination =
  | ExaminationStage
  /** It goes on in the page itself, which stands still meanwhile. */
  | { readonly stage: 'here' }
  | { readonly stage: 'failed'; readonly why: string };

export interface LessonTools {
  readonly ready: ReadyLessons;
  /**
   * The address of `lesson` for students, null where it is too long or none leads to the map; the length of the link and
   * the longest, in characters.
   */
  readonly address: (lesson: Lesson) => {
    readonly address: string | null;
    readonly length: number;
    readonly longest: number;
  };
  /** `text` as a QR code; null where none can hold so much. */
  readonly square: (text: string) => { readonly size: number; readonly path: string } | null;
  readonly lessonFile: (lesson: Lesson) => Download;
  readonly workFile: (place: Place) => Download;
  /** The lesson in a file that was picked or dropped, or why there is none: a key of BAD_FILE. */
  readonly readLesson: (
    file: Blob,
  ) => Promise<
    | { readonly ok: true; readonly value: Lesson; /** The one it was made for. */ readonly edition: number }
    | { readonly ok: false; readonly why: string }
  >;
}

/** One of the reader’s own stories, as it is kept. */
export interface OwnStory {
  readonly id: string;
  /** What it opens; null where this page cannot read it. */
  readonly place: Place | null;
  /** What it was begun from. */
  readonly from: 'start' | 'walk' | 'link' | 'map' | 'lesson';
  /** When it was last changed, in words. */
  readonly when: string;
  /** Whether it is the one that is open. */
  readonly current: boolean;
}

export interface Stories {
  /** All of them, the last changed first; null where the browser does not let them be read. */
  readonly list: () => Promise<readonly OwnStory[] | null>;
  /** Goes on with one of them; false where it is no longer there. */
  readonly open: (id: string) => Promise<boolean>;
  /** Removes stories; gives what brings them back, or null where that failed. */
  readonly remove: (ids: readonly string[]) => Promise<(() => Promise<boolean>) | null>;
  /** A file of all of them. */
  readonly file: () => Promise<Download | null>;
  /** Takes in a file of stories, and writes over none that is here. */
  readonly take: (file: Blob) => Promise<Taken>;
  /** More than this are not kept. */
  readonly most: number;
}

/** What became of a file of stories. */
export type Taken =
  | {
      readonly ok: true;
      readonly added: number;
      readonly here: number;
      readonly full: number;
      readonly other: number;
      /** The numbers, counted from 1, of those that cannot be read. */
      readonly damaged: readonly number[];
    }
  | { readonly ok: false; readonly why: 'too-large' | 'not-stories' | 'newer' | 'blocked' | 'full' };

/** The key of the context that holds the surroundings. */
export const SURROUNDINGS = Symbol('surroundings');

export interface Surroundings {
  readonly session: Session;
  readonly services: Services;
  /** Opens a view and takes the reader to its heading. */
  readonly open: (view: View) => Promise<void>;
  /** Shows the quotation with this id over the page. */
  readonly cite: (id: string) => void;
  /** Shows the ways to take the story along, over the page; from `part` on, where one is named. */
  readonly takeAlong: (part?: AlongPart) => Promise<void>;
}

export const provide = (surroundings: Surroundings): Surroundings => setContext(SURROUNDINGS, surroundings);
/** The surroundings where there are any: a label can stand in a page without a session. */
export const perhapsSurroundings = (): Surroundings | undefined =>
  getContext<Surroundings | undefined>(SURROUNDINGS);
export const surroundings = (): Surroundings => getContext<Surroundings>(SURROUNDINGS);
