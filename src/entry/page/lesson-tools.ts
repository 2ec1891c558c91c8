/** The tools to make and hand in lessons. The module is loaded at first use. */
import readyFile from '../../../seeds/ukraine-2025/lessons.json';
import { decodeLessonFile, encodeLessonFile, LARGEST_FILE } from '../../codec/lesson-file.ts';
import { fingerprint } from '../../codec/lesson.ts';
import { squareOf } from '../../codec/qr.ts';
import { encodeWorkFile } from '../../codec/work-file.ts';
import { completeReady, type ReadyFile, type ReadyLessons } from '../../lesson/ready.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import type { LessonTools } from '../../view/shell/services.ts';

const type = 'application/json';
/** `title` as the first part of a file name. */
export const nameOf = (title: string) =>
  title
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .toLowerCase()
    .slice(0, 40);

/** The lessons of a scenario from a file: none. */
const NONE = completeReady({ angle: [], care: [], closing: [], lessons: [] });

const earlier = import.meta.glob<ReadyFile>('../../../seeds/ukraine-2025/lessons-*.json', {
  import: 'default',
});

/** The ready lessons of the site’s own scenario in this edition. */
export async function readyLessons(edition: number): Promise<ReadyLessons> {
  const file = await earlier[`../../../seeds/ukraine-2025/lessons-${edition}.json`]?.();
  return completeReady(file ?? (readyFile as ReadyFile));
}

/**
 * The tools for lessons on `scenario`. `address` gives the address of a lesson’s link; `own` says whether it is the
 * site’s own scenario.
 */
export const lessonTools = async (
  scenario: Scenario,
  own: boolean,
  address: LessonTools['address'],
): Promise<LessonTools> => ({
  ready: own ? await readyLessons(scenario.edition) : NONE,
  address,
  square: squareOf,
  lessonFile: (lesson) => ({
    name: `${nameOf(lesson.title) || 'lesson'}.parley-lesson.json`,
    type,
    content: encodeLessonFile(lesson, scenario),
  }),
  workFile: ({ story, replies, label, lesson, print }) => ({
    name: `${[lesson?.title ?? '', label].map(nameOf).filter(Boolean).join('-') || 'work'}.parley-work.json`,
    type,
    content: encodeWorkFile(
      { story, replies, label, lesson: lesson ? fingerprint(lesson) : print, task: lesson },
      scenario,
    ),
  }),
  async readLesson(file) {
    // A character has at most four bytes, so a larger file is too long and is not read.
    if (file.size > LARGEST_FILE * 4) return { ok: false, why: 'too-large' };
    return decodeLessonFile(await file.text(), scenario);
  },
});
