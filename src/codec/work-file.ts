/** What a student did in a lesson as a file of its own: the story, the replies by the numbers they are shown with, and the lesson. */
import type { Lesson } from '../lesson/lesson.ts';
import type { Story } from '../scenario/scenario.ts';
import { isRecord } from '../scenario/record.ts';
import { fingerprint, workOf, type LessonWorkText } from './lesson.ts';
import {
  lessonFields,
  openFile,
  readLessonFields,
  readWords,
  writeFile,
  type ScenarioVersion,
  type ReadFile,
} from './lesson-file.ts';

export interface WorkFile extends LessonWorkText {
  /** The lesson itself; null where the file does not hold it. */
  readonly task: Lesson | null;
}

/** The text of the file; the fingerprint of `task`, where there is one, stands for `lesson`. */
export const encodeWorkFile = (
  { story, replies, label, lesson, task }: WorkFile,
  scenario: ScenarioVersion,
): string =>
  writeFile('work', scenario, {
    label,
    story,
    replies: [...replies].map(([number, reply]) => ({ task: number + 1, reply })),
    print: task ? fingerprint(task) : lesson,
    ...(task && { lesson: lessonFields(task) }),
  });

export function decodeWorkFile(text: string, scenario: ScenarioVersion): ReadFile<WorkFile> {
  const damaged = { ok: false, why: 'damaged' } as const;
  const opened = openFile('work', scenario, text);
  if (!opened.ok) return opened;
  const { label, replies, print, lesson } = opened.value;
  const story: Story | null = readWords(opened.value['story']);
  if (!story || story.some((code) => code.length > 3) || !Array.isArray(replies)) return damaged;
  const pairs = replies.map((one: unknown) =>
    isRecord(one) && typeof one['task'] === 'number' ? [one['task'] - 1, one['reply']] : null,
  );
  const work = workOf([print, label, pairs]);
  const task = lesson === undefined ? null : readLessonFields(lesson);
  if (!work || (lesson !== undefined && !task)) return damaged;
  // What says one lesson and holds another was not written by this program.
  if (task && fingerprint(task) !== work.lesson) return damaged;
  return { ok: true, value: { ...work, story, task } };
}
