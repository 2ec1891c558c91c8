/**
 * The lesson and the protocol that a page was packed with, as a `meta` element in its head: platforms drop the
 * fragment of an address, and a lesson may be too long for an address.
 */
import type { Lesson } from '../lesson/lesson.ts';
import { html, type Markup } from '../scenario/text/markup.ts';
import { decodeLesson, encodeLesson } from '../codec/lesson.ts';

/** The protocols between page and platform: SCORM 1.2 and xAPI. */
export const PROTOCOLS = ['scorm', 'xapi'] as const;
export type Protocol = (typeof PROTOCOLS)[number];

export interface Packed {
  readonly by: Protocol;
  readonly lesson: Lesson;
  /** The edition of the scenario that the lesson was made for. */
  readonly edition: number;
  /** The address of the lesson on the site where the package was made. */
  readonly address: string;
}

const NAME = 'parley-lesson';

/** `packed` as a `meta` element. */
export function packedElement({ by, lesson, edition, address }: Packed): Markup {
  const content = [by, edition, encodeLesson(lesson), encodeURIComponent(address)].join(' ');
  return html`<meta name="${NAME}" content="${content}" />`;
}

/** The contents of the element in `page`; null where there is none, or it cannot be read. */
export function readPacked(page: Document): Packed | null {
  const content = page.querySelector(`meta[name="${NAME}"]`)?.getAttribute('content') ?? '';
  const [spoken, edition = '', text = '', written = ''] = content.split(' ');
  const by = PROTOCOLS.find((one) => one === spoken);
  const lesson = by && decodeLesson(text);
  if (!by || !lesson || !/^[1-9]\d{0,5}$/.test(edition)) return null;
  try {
    return { by, lesson, edition: Number(edition), address: decodeURIComponent(written) };
  } catch {
    return null;
  }
}
