/**
 * Tests that files and links of earlier versions of the program can still be read: lessons, work, files, classes,
 * stories, resume data.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSubmissionFile } from '../../src/codec/submission-file.ts';
import { decodeLessonFile } from '../../src/codec/lesson-file.ts';
import { decodeLesson, decodeWork, fingerprint } from '../../src/codec/lesson.ts';
import { decodeLink } from '../../src/codec/link.ts';
import { decodeStories } from '../../src/codec/stories-file.ts';
import { decodeWorkFile } from '../../src/codec/work-file.ts';
import { resume } from '../../src/lms/suspend.ts';

/** Written by the program as it was in November 2026, once for each ready lesson. Lines are added, never changed. */
interface HandedOut {
  readonly id: string;
  readonly lesson: string;
  readonly link: string;
  /** The fingerprint of the lesson. */
  readonly print: string;
  readonly work: string;
  readonly suspended: string;
  readonly lessonFile: string;
  readonly workFile: string;
  /** The work as a saved class holds it. */
  readonly handed: object;
  readonly expect: {
    readonly story: readonly string[];
    readonly replies: readonly (readonly [number, string])[];
    readonly label: string;
    readonly title: string;
    readonly tasks: number;
  };
}

const read = (file: string) => readFileSync(join(import.meta.dirname, 'handed-out', file), 'utf8');
const all = read('lessons.jsonl')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as HandedOut);
const scenario = { id: 'ukraine-2025', edition: 1 };

describe.each(all.map((one) => [one.id, one] as const))(
  'the lesson %s, handed out in edition 1',
  (_, one) => {
    const { story, replies, label, title, tasks } = one.expect;

    it('is the same lesson in a link and in a file', () => {
      const lesson = decodeLesson(one.lesson);
      expect(lesson).toMatchObject({ title });
      expect(lesson?.tasks.length).toBe(tasks);
      expect(lesson && fingerprint(lesson)).toBe(one.print);
      const file = decodeLessonFile(one.lessonFile, scenario);
      expect(file.ok && file.value).toEqual(lesson);
      const link = decodeLink(one.link);
      expect(link.ok && [link.value.view, link.value.lesson]).toEqual(['lesson', one.lesson]);
    });

    it('has its work read from a link, a file and a saved class', () => {
      expect(decodeWork(one.work)).toMatchObject({ lesson: one.print, label, replies: new Map(replies) });
      const file = decodeWorkFile(one.workFile, scenario);
      expect(file.ok && file.value).toMatchObject({ story, label, replies: new Map(replies) });
      const saved = JSON.stringify({ parley: 'class', version: 1, gathered: [one.handed, one.handed] });
      expect(readSubmissionFile(saved, 'class.json')?.pasted).toHaveLength(2);
      for (const pasted of readSubmissionFile(saved, 'class.json')?.pasted ?? [])
        expect(JSON.stringify(pasted)).toContain(one.print);
    });

    it('continues from what a learning platform has stored', () => {
      expect(resume(one.suspended)).toMatchObject({ edition: 1, story, label, lesson: one.print });
    });
  },
);

it('the file of a reader’s own stories: is read completely', () => {
  const stories = decodeStories(read('stories.json'), Date.UTC(2027, 0, 1));
  expect(stories.ok && stories.stories.filter((story) => story !== null)).toHaveLength(3);
});
