/** What the view of a class may ask of the world. */
import type { Handed, KeptDesk, Pasted } from '../../lesson/class.ts';

/** Why nothing was gathered from what was given. */
export type NotGathered = 'too-large' | 'no-link' | 'not-text' | 'no-picture' | 'no-code' | 'other-code';

/** How a class is gathered, and how what it did leaves the page. */
export interface Classroom {
  /** Every link and every handed-in file in a text, a file or a picture of a QR code that came `from` somewhere. */
  readonly gather: (
    given: string | Blob,
    from: string,
  ) => Promise<
    | {
        readonly ok: true;
        readonly text: string;
        readonly pasted: readonly Pasted[];
        /** Whether there were more links than are taken at once. */
        readonly more: boolean;
        /** Where not all of it was looked at, how the rest begins; empty otherwise. `text` is what was looked at. */
        readonly rest: string;
      }
    | { readonly ok: false; readonly why: NotGathered }
  >;
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
  readonly written: (handed: Handed) => object;
  /** The teacher’s own day, as `YYYY-MM-DD`. */
  readonly today: () => string;
  /** The desk as this tab kept it before the page was loaded again; null for none. */
  readonly found: () => KeptDesk | null;
  /**
   * Keeps the desk while the tab is open, or with null forgets it. False where the browser keeps nothing, or has no room
   * for so much: then it asks before the page is left.
   */
  readonly keep: (desk: KeptDesk | null) => boolean;
}
