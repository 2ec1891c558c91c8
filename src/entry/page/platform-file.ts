/** Creates the file of a lesson for a learning platform, from the program in one file, `parley.html`. */
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
 * The file of `lesson` in `form`. `address` is the link of the lesson, null where it would be too long; `home` is the
 * address that links lead to; `wholeFile` is the address of the program in one file. Rejects where that cannot be
 * fetched, and where a link is required and there is none.
 */
export async function platformFile(
  form: PlatformForm,
  lesson: Lesson,
  edition: number,
  address: string | null,
  { home, wholeFile }: { readonly home: string; readonly wholeFile: string },
): Promise<Download> {
  // The platform needs a unique identifier also for a lesson without a link.
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
