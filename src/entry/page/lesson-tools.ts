/** What the making and handing in of lessons need of the world, in a piece of its own that only they load. */
import readyFile from '../../../seeds/ukraine-2025/lessons.json';
import { decodeLessonFile, encodeLessonFile, LARGEST_FILE } from '../../codec/lesson-file.ts';
import { fingerprint } from '../../codec/lesson.ts';
import { squareOf } from '../../codec/qr.ts';
import { encodeWorkFile } from '../../codec/work-file.ts';
import { completeReady, type ReadyFile, type ReadyLessons } from '../../lesson/ready.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import type { LessonTools } from '../../view/shell/host.ts';

const type = 'application/json';
/** `title` as the beginning of a file’s name. */
export const nameOf = (title: string) =>
  title
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .toLowerCase()
    .slice(0, 40);

/** A scenario out of a file brings no lessons. */
const NONE: ReadyLessons = { angle: [], care: [], closing: [], lessons: [] };

/** The tools for lessons on `scenario`, of whose addresses `address` knows; `own` where it is the site’s own. */
export const lessonTools = (
  scenario: Scenario,
  own: boolean,
  address: LessonTools['address'],
): LessonTools => ({
  ready: own ? completeReady(readyFile as unknown as ReadyFile) : NONE,
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
    // Four bytes at most make a character; a larger file is not even read.
    if (file.size > LARGEST_FILE * 4) return { ok: false, why: 'too-large' };
    return decodeLessonFile(await file.text(), scenario);
  },
});
