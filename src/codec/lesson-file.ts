/**
 * A lesson as a file of its own, for what is too long for a link: plain JSON with names, so that whoever opens it in a
 * text editor sees what is in it. A file is outside data: size first, then JSON, then shape; what it means in a
 * scenario is asked elsewhere.
 */
import { HIDEABLE, TASK_KINDS, type Lesson } from '../lesson/lesson.ts';
import { isRecord } from '../scenario/record.ts';
import { lessonOf } from './lesson.ts';

/** No file of a lesson or of work is longer than this, in characters. */
export const LARGEST_FILE = 100_000;
const VERSION = 1;

/** Why a file was not opened. */
export type FileProblem = 'too-large' | 'not-json' | 'other-file' | 'newer' | 'damaged' | 'other-scenario';
export type ReadFile<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly why: FileProblem };

/** The scenario that a file belongs to. */
export interface ScenarioVersion {
  readonly id: string;
  readonly edition: number;
}

/** The text of a file of this `kind`. */
export const writeFile = (kind: 'lesson' | 'work', scenario: ScenarioVersion, content: object): string =>
  `${JSON.stringify({ parley: kind, version: VERSION, scenario: scenario.id, edition: scenario.edition, ...content }, null, 1)}\n`;

/** The fields of a file of this `kind`, made for `scenario`, or why it was not opened. */
export function openFile(
  kind: 'lesson' | 'work',
  scenario: ScenarioVersion,
  text: string,
): ReadFile<Readonly<Record<string, unknown>>> {
  if (text.length > LARGEST_FILE) return { ok: false, why: 'too-large' };
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return { ok: false, why: 'not-json' };
  }
  if (!isRecord(value) || value['parley'] !== kind) return { ok: false, why: 'other-file' };
  const { version } = value;
  if (typeof version !== 'number' || version < 1) return { ok: false, why: 'damaged' };
  if (version > VERSION) return { ok: false, why: 'newer' };
  if (value['scenario'] !== scenario.id) return { ok: false, why: 'other-scenario' };
  return { ok: true, value };
}

export const encodeLessonFile = (lesson: Lesson, scenario: ScenarioVersion): string =>
  writeFile('lesson', scenario, { lesson: lessonFields(lesson) });

/** The lesson in a file, with the edition that the file was made for; the scenario’s own where it does not say. */
export function decodeLessonFile(
  text: string,
  scenario: ScenarioVersion,
):
  | (ReadFile<Lesson> & { readonly ok: false })
  | { readonly ok: true; readonly value: Lesson; readonly edition: number } {
  const opened = openFile('lesson', scenario, text);
  if (!opened.ok) return opened;
  const { lesson: written, edition } = opened.value;
  const lesson = readLessonFields(written);
  return lesson
    ? { ok: true, value: lesson, edition: typeof edition === 'number' ? edition : scenario.edition }
    : { ok: false, why: 'damaged' };
}

/** `lesson` with nothing but its own fields. */
export const lessonFields = ({ title, intro, story, locked, hidden, goals, tasks }: Lesson): Lesson => ({
  title,
  intro,
  story,
  locked,
  hidden,
  goals,
  tasks: tasks.map(({ kind, at, prompt, quotes = [] }) => ({
    kind,
    at,
    prompt,
    ...(quotes.length > 0 && { quotes }),
  })),
});

/** The lesson that `value` is, as `named` gives it; null where it is none. */
export function readLessonFields(value: unknown): Lesson | null {
  if (!isRecord(value) || !Array.isArray(value['tasks']) || typeof value['locked'] !== 'boolean') return null;
  const [story, hidden, goals] = [value['story'], value['hidden'], value['goals']].map(readWords);
  if (!story || !hidden || !goals) return null;
  const bits = hidden.map((one) => (HIDEABLE as readonly string[]).indexOf(one));
  if (bits.includes(-1)) return null;
  const tasks = value['tasks'].map((task: unknown) => {
    const quotes = isRecord(task) ? readWords(task['quotes'] ?? []) : null;
    return isRecord(task) && quotes
      ? [
          (TASK_KINDS as readonly unknown[]).indexOf(task['kind']),
          task['at'],
          task['prompt'],
          quotes.join(' '),
        ]
      : null;
  });
  const masks = bits.reduce((mask, bit) => mask | (1 << bit), 0);
  const { title, intro, locked } = value;
  return lessonOf([title, intro, story.join(' '), locked ? 1 : 0, masks, goals.join(' '), tasks]);
}

/** The words that `value` lists; null where one of them is no word. */
export const readWords = (value: unknown): string[] | null =>
  Array.isArray(value) && value.every((word) => typeof word === 'string' && /^[A-Za-z0-9-]{1,64}$/.test(word))
    ? (value as string[])
    : null;
