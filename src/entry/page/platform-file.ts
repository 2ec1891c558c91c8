/** A lesson as a file for a learning platform, made in the page out of the program in one file, which lies beside it. */
import { fingerprint } from '../../codec/lesson.ts';
import { cartridge, platformPackage } from '../../lms/package.ts';
import { addressOf } from '../../codec/passed-on.ts';
import type { Lesson } from '../../lesson/lesson.ts';
import type { Download, PlatformForm } from '../../view/shell/services.ts';
import { nameOf } from './lesson-tools.ts';

const ENDS: Readonly<Record<PlatformForm, string>> = {
  scorm: '-scorm12.zip',
  xapi: '-xapi.zip',
  cartridge: '.imscc',
};

/**
 * The file. `address` is the link of the lesson, null where none can hold it; `home` is where links lead, and
 * `wholeFile` where the program in one file lies. Rejects when that cannot be fetched, and when a link is wanted and there is none.
 */
export async function platformFile(
  form: PlatformForm,
  lesson: Lesson,
  edition: number,
  address: string | null,
  { home, wholeFile }: { readonly home: string; readonly wholeFile: string },
): Promise<Download> {
  // What no link can hold is named all the same, for the platform to tell it from others.
  const named = address ?? addressOf(home, `lesson-${fingerprint(lesson)}`);
  const name = `${nameOf(lesson.title) || 'lesson'}${ENDS[form]}`;
  if (form === 'cartridge') {
    if (address === null) throw new TypeError('A cartridge holds a link, and this lesson has none.');
    return keptAs(name, cartridge({ lesson, edition, address }));
  }
  const answer = await fetch(wholeFile);
  if (!answer.ok) throw new Error(`${wholeFile}: ${answer.status}`);
  const page = await answer.text();
  return keptAs(name, platformPackage({ by: form, lesson, edition, address: named }, page));
}

const keptAs = (name: string, bytes: Uint8Array): Download => ({
  name,
  type: 'application/zip',
  content: new Blob([bytes as Uint8Array<ArrayBuffer>]),
});
