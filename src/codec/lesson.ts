/**
 * A lesson, and what a student did in one, as text for a link: plain JSON, made small by DEFLATE (RFC 1951), written in
 * base64url (RFC 4648). Every text gives a value or nothing; unpacking stops where a text would swell beyond its limit.
 */
import { deflateSync } from 'fflate';
import {
  HIDEABLE,
  isPlain,
  LONGEST_TEXT,
  LONGEST_TITLE,
  MOST_TASKS,
  plain,
  TASK_KINDS,
  type Lesson,
  type Task,
} from '../lesson/lesson.ts';
import { LONGEST_LABEL, type Work } from '../lesson/work.ts';
import { inflate } from './inflate.ts';

/** What a student hands in: the work, and which lesson it answers. */
export interface LessonWorkText extends Work {
  /** The fingerprint of the lesson. */
  readonly lesson: string;
}

/** No lesson and no work unpacks to more than this, in bytes. */
const LARGEST = 64_000;

/** `lesson` as text. */
export function encodeLesson({ title, intro, story, locked, hidden, goals, tasks }: Lesson): string {
  const parts = tasks.map(({ kind, at, prompt, quotes = [] }) => [
    TASK_KINDS.indexOf(kind),
    at,
    prompt,
    ...(quotes.length > 0 ? [quotes.join(' ')] : []),
  ]);
  const masks = hidden.reduce((bits, one) => bits | (1 << HIDEABLE.indexOf(one)), 0);
  return pack([title, intro, story.join(' '), locked ? 1 : 0, masks, goals.join(' '), parts]);
}

export const decodeLesson = (text: string): Lesson | null => lessonOf(unpack(text));

/** The lesson that `parts` are, as `encodeLesson` packs them. */
export function lessonOf(parts: unknown): Lesson | null {
  if (!Array.isArray(parts) || parts.length !== 7) return null;
  const [title, intro, story, locked, masks, goals, tasks] = parts as unknown[];
  const read = Array.isArray(tasks) && tasks.length <= MOST_TASKS ? tasks.map(readTask) : [null];
  if (
    !isPlain(title, LONGEST_TITLE) ||
    !isPlain(intro, LONGEST_TEXT) ||
    !isPlain(story, 2_000) ||
    !isPlain(goals, 5_000) ||
    typeof masks !== 'number' ||
    !read.every((task) => task !== null)
  )
    return null;
  return {
    title,
    intro,
    story: words(story),
    locked: locked === 1,
    hidden: HIDEABLE.filter((_, bit) => (masks >> bit) & 1),
    goals: words(goals),
    tasks: read,
  };
}

function readTask(value: unknown): Task | null {
  if (!Array.isArray(value)) return null;
  const [number, at, prompt, shown = ''] = value as unknown[];
  const kind = typeof number === 'number' ? TASK_KINDS[number] : undefined;
  if (!kind || !isPlain(at, 64) || !isPlain(prompt, LONGEST_TEXT) || !isPlain(shown, 2_000)) return null;
  const quotes = words(shown);
  return { kind, at, prompt, ...(quotes.length > 0 && { quotes }) };
}

/** `work` as text. Its story is not in it: that stands in the link itself. */
export function encodeWork({ lesson, label, replies }: LessonWorkText): string {
  return pack([lesson, label, [...replies]]);
}

export const decodeWork = (text: string): Omit<LessonWorkText, 'story'> | null => workOf(unpack(text));

/** The work that `parts` are, as `encodeWork` packs them. */
export function workOf(parts: unknown): Omit<LessonWorkText, 'story'> | null {
  if (!Array.isArray(parts) || parts.length !== 3) return null;
  const [lesson, label, replies] = parts as unknown[];
  if (!isPlain(lesson, 16) || !isPlain(label, LONGEST_LABEL) || !Array.isArray(replies)) return null;
  const read = replies.map((reply): readonly [number, string] | null => {
    const [task, value] = Array.isArray(reply) ? (reply as unknown[]) : [];
    const number = typeof task === 'number' && Number.isInteger(task) && task >= 0 && task < MOST_TASKS;
    return number && isPlain(value, LONGEST_TEXT) ? [task, plain(value)] : null;
  });
  if (!read.every((reply) => reply !== null)) return null;
  // A teacher tells students apart by these: two names that look the same are the same.
  return { lesson, label: plain(label), replies: new Map(read) };
}

/**
 * Eight characters that tell one lesson from another: FNV-1a (Fowler, Noll, Vo), twice, over its text. For telling
 * apart what was pasted, not against anyone who means to deceive.
 */
export function fingerprint(lesson: Lesson): string {
  const text = JSON.stringify([lesson.title, lesson.intro, lesson.story, lesson.goals, lesson.tasks]);
  const hash = (seed: number) => {
    let sum = seed;
    for (let at = 0; at < text.length; at++) sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193);
    return (sum >>> 0).toString(36).padStart(7, '0').slice(-4);
  };
  return hash(0x811c9dc5) + hash(0x2f0b4c47);
}

const words = (text: string): string[] => text.split(' ').filter((word) => word !== '');

function pack(value: unknown): string {
  const bytes = deflateSync(new TextEncoder().encode(JSON.stringify(value)), { level: 9 });
  return btoa(String.fromCharCode(...bytes))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/={1,2}$/, '');
}

function unpack(text: string): unknown {
  if (text.length > LARGEST) return null;
  try {
    const bytes = Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (character) =>
      character.charCodeAt(0),
    );
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(inflate(bytes, LARGEST)));
  } catch {
    return null;
  }
}
