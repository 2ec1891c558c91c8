/**
 * The services that views may use. `entry/` provides them; no view accesses the browser, the network or storage
 * itself.
 */
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
  /** The address of `place`; only its fragment, from `#` on, where the page has no address that others can open. */
  readonly address: (place: Place) => string;
  /** Target of these addresses: this page, the site that it comes from, or nowhere, as from a disk. */
  readonly leads: 'here' | 'site' | 'nowhere';
  /** Records `place` as the present one, in the address and in storage. */
  readonly show: (place: Place) => void;
  /** Whether the address can hold all of `place`; a lesson and long replies may be too long. */
  readonly holds: (place: Place) => boolean;
  /** Copies `text` to the clipboard. Resolves to false where the browser refuses. */
  readonly copy: (text: string) => Promise<boolean>;
  readonly print: () => void;
  /** An earlier edition of the scenario shown; null where the site does not contain it. */
  readonly edition: (edition: number) => Promise<Scenario | null>;
  /**
   * The address of the work in the lesson of `place`, in the form of `address`; null where the link would be too
   * long. `whole` says whether it contains the lesson.
   */
  readonly handIn: (place: Place) => { readonly address: string | null; readonly whole: boolean };
  /** The tools to make and hand in lessons, loaded at first use. */
  readonly lessons: () => Promise<LessonTools>;
  /**
   * Publisher of this copy, and its address for reports of errors (`mailto:` or `https:`); each is empty where it is
   * not set.
   */
  readonly publisher?: { readonly name: string; readonly contact: string };
  /** The newest edition, where an earlier one is shown. */
  readonly newest?: { readonly edition: number; readonly open: () => void };
  /**
   * Opens a place in the edition that it was made for, with the desk of a class. Resolves to false where that edition
   * cannot be loaded.
   */
  readonly openEdition: (edition: number, place: Partial<Place>, desk?: StoredDesk) => Promise<boolean>;
  /** The place that the first link in a pasted text opens, or the reason why there is none. */
  readonly read: (
    text: string,
  ) => { readonly ok: true; readonly value: Place } | { readonly ok: false; readonly why: string };
  /**
   * Checks every finding over all stories, in a worker. Rejects where that fails. Absent where the host has no
   * workers.
   */
  readonly checkFindings?: () => Promise<readonly { readonly id: string; readonly holds: boolean }[]>;
  /** Access to scenarios from files; absent where the page opens none, as in a frame. */
  readonly foreign?: Foreign;
  /** The exports of the present session. */
  readonly takeAlong: () => Promise<TakeAlong>;
  /** Has the browser save a file. */
  readonly save: (file: Download) => void;
  /** Address and size in bytes of the program in one file; `here` where this page is that file. */
  readonly wholeFile?: { readonly address: string; readonly bytes: number } | 'here' | undefined;
  /** The platform, where the page was packed with a lesson for one. */
  readonly platform?: PlatformView | undefined;
  /**
   * Packs a lesson for a learning platform. `address` is the address of its link. Absent where the page cannot do it.
   */
  readonly platformFile?: (form: PlatformForm, lesson: Lesson, address: string | null) => Promise<Download>;
  /** Calls `notify` when a newer version of the page is there. */
  readonly onNewer?: (notify: () => void) => void;
  /** Reloads the page, with the newer version. */
  readonly takeNewer?: () => void;
  /** The reader’s stories that are stored on this device. Absent where none can be stored. */
  readonly stories?: Stories;
  /** The services of the view of a class, loaded when it is opened. Absent where the page has no such view. */
  readonly classroom?: () => Promise<Classroom>;
}

/** The reasons why an input contained nothing for a class. */
export type NotGathered = 'too-large' | 'no-link' | 'not-text' | 'no-picture' | 'no-code' | 'other-code';

/** Services of the view of a class: input, storage and exports. */
export interface Classroom {
  /**
   * Reads every link and every hand-in in a text, a file or a picture of a QR code. `from` is the origin, in words.
   */
  readonly gather: (
    given: string | Blob,
    from: string,
  ) => Promise<Extract<GatherResult, { ok: true }> | { readonly ok: false; readonly why: NotGathered }>;
  /** Shows the camera in `video` and reports every QR code that is seen, repeatedly, until it is stopped. */
  readonly watch: (
    video: HTMLVideoElement,
    seen: (text: string) => void,
  ) => Promise<
    | { readonly ok: true; readonly stop: () => void }
    | { readonly ok: false; readonly why: 'none' | 'refused' | 'busy' | 'unsafe' }
  >;
  /** Converts an SVG file to PNG. Rejects where the browser cannot draw it. */
  readonly png: (svg: string) => Promise<Blob>;
  /** A table as the text of a CSV file. */
  readonly csv: (rows: readonly (readonly (string | number)[])[]) => string;
  /** The work of a student as JSON data that the program can read. */
  readonly written: (handed: Submission) => object;
  /** The local date, as `YYYY-MM-DD`. */
  readonly today: () => string;
  /** The desk that this tab stored before a reload; null for none. */
  readonly found: () => StoredDesk | null;
  /**
   * Stores the desk for the lifetime of the tab; null removes it. Returns false where the browser stores nothing, or
   * not so much; the page then asks before it is left.
   */
  readonly keep: (desk: StoredDesk | null) => boolean;
}

export interface Download {
  readonly name: string;
  readonly type: string;
  readonly content: string | Blob;
}

/** Formats of a lesson for a learning platform: two packages, and a cartridge that contains only a link. */
export type PlatformForm = 'scorm' | 'xapi' | 'cartridge';

/** The state in which a visit on a platform began: whether there was earlier work, and whether it could be used. */
export type PlatformStart =
  | { readonly kind: 'new' | 'damaged' | 'other-lesson' }
  /** Numbers of the tasks whose replies were too long for the platform. */
  | { readonly kind: 'resumed'; readonly missing: readonly number[] };

export interface PlatformView {
  readonly begun: PlatformStart;
  readonly keeping: () => PlatformStatus | null;
  readonly onKeeping: (notify: (keeping: PlatformStatus) => void) => void;
}

export type TextForm = 'author-date' | 'notes' | 'bibtex' | 'ris' | 'csl' | 'markdown' | 'csv' | 'json';
/** Pictures: the story for sharing, wide or square, and the map. */
export type Drawing = 'wide' | 'square' | 'map';

/** The beginning of a numbered book, and its bounds. */
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
  /**
   * Number of sections of a book, 0 where no ending can be reached within its bounds, and its file. Null for a map
   * that is too large.
   */
  readonly book: ((book: Book) => { readonly sections: number; readonly file: () => Download }) | null;
  /** The numbered book of a sound lesson; `address` is the address of its link. Null for a map that is too large. */
  readonly lessonBook:
    | ((
        lesson: Lesson,
        address: string | null,
      ) => { readonly sections: number; readonly file: () => Download })
    | null;
}

export interface Foreign {
  /** Whether the scenario shown is from a file. */
  readonly shown: boolean;
  /** Id of the scenario that the site ships with. */
  readonly shipped: string;
  /** Examines a file that the reader gives, and tells how far it has come. The function that it gives stops it at once. */
  readonly examine: (file: Blob, tell: (stage: Examination) => void) => () => void;
  /** Shows a scenario from a file. `futures` is null where they are not known. */
  readonly open: (scenario: Scenario, futures: Futures | null) => void;
  /** Returns to the scenario of the site, as it was left. */
  readonly leave: () => void;
}

/** Stages of the examination of a file. */
export type Examination =
  | ExaminationStage
  /** It continues on the page, which does not respond meanwhile. */
  | { readonly stage: 'here' }
  | { readonly stage: 'failed'; readonly why: string };

export interface LessonTools {
  readonly ready: ReadyLessons;
  /**
   * The address of `lesson` for students, null where it is too long or the page has no address that others can open;
   * the length of the link and the maximum length, in characters.
   */
  readonly address: (lesson: Lesson) => {
    readonly address: string | null;
    readonly length: number;
    readonly longest: number;
  };
  /** `text` as a QR code; null where it is too long for one. */
  readonly square: (text: string) => { readonly size: number; readonly path: string } | null;
  readonly lessonFile: (lesson: Lesson) => Download;
  readonly workFile: (place: Place) => Download;
  /** The lesson in a file, or the reason why there is none: a key of BAD_FILE. */
  readonly readLesson: (
    file: Blob,
  ) => Promise<
    | { readonly ok: true; readonly value: Lesson; /** The one it was made for. */ readonly edition: number }
    | { readonly ok: false; readonly why: string }
  >;
}

/** A stored story of the reader. */
export interface OwnStory {
  readonly id: string;
  /** The place that it opens; null where it cannot be read. */
  readonly place: Place | null;
  /** Its beginning. */
  readonly from: 'start' | 'walk' | 'link' | 'map' | 'lesson';
  /** The time of its last change, in words. */
  readonly when: string;
  /** Whether it is open now. */
  readonly current: boolean;
}

export interface Stories {
  /** All stories, the last changed first; null where the browser refuses access. */
  readonly list: () => Promise<readonly OwnStory[] | null>;
  /** Continues a story. Resolves to false where it no longer exists. */
  readonly open: (id: string) => Promise<boolean>;
  /** Removes stories. Resolves to a function that restores them, or to null where the removal failed. */
  readonly remove: (ids: readonly string[]) => Promise<(() => Promise<boolean>) | null>;
  /** A file with all stories. */
  readonly file: () => Promise<Download | null>;
  /** Imports a file of stories without overwriting stored ones. */
  readonly take: (file: Blob) => Promise<Taken>;
  /** Maximum number of stored stories. */
  readonly most: number;
}

/** Result of the import of a file of stories. */
export type Taken =
  | {
      readonly ok: true;
      readonly added: number;
      readonly here: number;
      readonly full: number;
      readonly other: number;
      /** Numbers, from 1, of the stories that cannot be read. */
      readonly damaged: readonly number[];
    }
  | { readonly ok: false; readonly why: 'too-large' | 'not-stories' | 'newer' | 'blocked' | 'full' };

/** Key of the surroundings in the Svelte context. */
export const SURROUNDINGS = Symbol('surroundings');

export interface Surroundings {
  readonly session: Session;
  readonly services: Services;
  /** Opens a view and focuses its heading. */
  readonly open: (view: View) => Promise<void>;
  /** Shows the quotation with this id in a dialog. */
  readonly cite: (id: string) => void;
  /** Shows the exports in a dialog; scrolls to `part`, where one is given. */
  readonly takeAlong: (part?: AlongPart) => Promise<void>;
}

export const provide = (surroundings: Surroundings): Surroundings => setContext(SURROUNDINGS, surroundings);
/** The surroundings, undefined in a page without a session, where labels also occur. */
export const perhapsSurroundings = (): Surroundings | undefined =>
  getContext<Surroundings | undefined>(SURROUNDINGS);
export const surroundings = (): Surroundings => getContext<Surroundings>(SURROUNDINGS);
