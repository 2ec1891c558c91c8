/** What came to a teacher as a file: a student’s work, a lesson, or a class that was saved. Outside data, read as such. */
import type { Submission, Pasted } from '../lesson/class.ts';
import { fingerprint } from './lesson.ts';
import { MOST_LINKS } from './paste.ts';
import { isRecord } from '../scenario/record.ts';
import { decodeLessonFile, type ScenarioVersion, type FileProblem } from './lesson-file.ts';
import { decodeWorkFile, encodeWorkFile } from './work-file.ts';
import { submissionWords } from '../words/beyond/submissions.ts';

/** `handed` as plain data, as the file of a student’s work holds it. */
export const submissionData = ({
  scenario,
  edition,
  label,
  story,
  replies,
  print,
  lesson,
}: Submission): object =>
  JSON.parse(
    encodeWorkFile({ label, story, replies, lesson: print, task: lesson }, { id: scenario, edition }),
  ) as object;

/** What `text` holds, and whether there is more than is taken; null where it is none of these files. */
export function readSubmissionFile(
  text: string,
  from: string,
): { readonly pasted: readonly Pasted[]; readonly more: boolean } | null {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return null;
  }
  if (!isRecord(value)) return null;
  if (value['parley'] === 'work' || value['parley'] === 'lesson')
    return { pasted: [pastedOf(value, text, from)], more: false };
  const { gathered } = value;
  if (value['parley'] !== 'class' || !Array.isArray(gathered)) return null;
  const pasted = gathered
    .slice(0, MOST_LINKS)
    .map((one: unknown) => pastedOf(isRecord(one) ? one : {}, writtenOut(one), from));
  return { pasted, more: gathered.length > MOST_LINKS };
}

/** `value` as text; empty where it is nested deeper than a program can follow, which no work is. */
function writtenOut(value: unknown): string {
  try {
    return JSON.stringify(value);
  } catch {
    return '';
  }
}

function pastedOf(fields: Readonly<Record<string, unknown>>, text: string, from: string): Pasted {
  const read = readOne(fields, text);
  const around = read.ok
    ? read.value.worked
      ? read.value.label || submissionWords.story(read.value.story.length)
      : submissionWords.lesson
    : submissionWords.fileOfWork;
  const group = fields['group'] === 2 ? 1 : fields['group'] === 1 ? 0 : null;
  return { from, line: 0, around, text: '', group, read };
}

function readOne(fields: Readonly<Record<string, unknown>>, text: string): Pasted['read'] {
  // Of which scenario it is, the teacher is told; so it is opened as what it says it is.
  const { scenario: id, edition } = fields;
  if (typeof id !== 'string' || typeof edition !== 'number' || !/^[a-z0-9-]{1,64}$/.test(id))
    return { ok: false, why: 'damaged' };
  const own: ScenarioVersion = { id, edition };
  if (fields['parley'] === 'lesson') {
    const opened = decodeLessonFile(text, own);
    if (!opened.ok) return { ok: false, why: WHY[opened.why] };
    const lesson = opened.value;
    const rest = { story: lesson.story, replies: new Map<number, string>(), label: '', worked: false };
    return { ok: true, value: { ...rest, scenario: id, edition, lesson, print: fingerprint(lesson) } };
  }
  const opened = decodeWorkFile(text, own);
  if (!opened.ok) return { ok: false, why: WHY[opened.why] };
  const { task, lesson: print, ...work } = opened.value;
  return { ok: true, value: { ...work, scenario: id, edition, lesson: task, print, worked: true } };
}

const WHY: Readonly<Record<FileProblem, 'damaged' | 'newer' | 'too-long'>> = {
  'too-large': 'too-long',
  'not-json': 'damaged',
  'other-file': 'damaged',
  newer: 'newer',
  damaged: 'damaged',
  'other-scenario': 'damaged',
};
