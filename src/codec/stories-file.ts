/** The reader’s own stories as a file to take along, and such a file read again: outside data, checked before it is used. */
import { isRecord } from '../scenario/record.ts';
import { BEGINNINGS, MOST_STORIES, type StoredStory } from './stored-story.ts';

const FORMAT = 'parley-stories';
const VERSION = 1;

/** No file of stories is larger than this, in bytes. */
export const LARGEST_STORIES_FILE = 5_000_000;
/** No part of a story is longer than this, in characters. */
const LONGEST_PART = 64_000;

/** The file of `stories`. */
export function encodeStories(stories: readonly StoredStory[]): string {
  const entries = stories.map(({ id, scenario, link, lesson, work, from, created, changed }) => ({
    id,
    scenario,
    link,
    lesson,
    work,
    from,
    created: new Date(created).toISOString(),
    changed: new Date(changed).toISOString(),
  }));
  return `${JSON.stringify({ format: FORMAT, version: VERSION, stories: entries }, null, 2)}\n`;
}

export type ReadStories =
  | {
      readonly ok: true;
      /** In the order of the file; null for an entry that is no story. */
      readonly stories: readonly (StoredStory | null)[];
    }
  | { readonly ok: false; readonly why: 'too-large' | 'not-stories' | 'newer' };

/** Reads a file of stories; `now` is the time, in milliseconds since 1970, that no story was changed after. */
export function decodeStories(text: string, now: number): ReadStories {
  if (text.length > LARGEST_STORIES_FILE) return { ok: false, why: 'too-large' };
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch {
    return { ok: false, why: 'not-stories' };
  }
  if (!isRecord(file) || file['format'] !== FORMAT) return { ok: false, why: 'not-stories' };
  const { version, stories } = file;
  if (typeof version === 'number' && version > VERSION) return { ok: false, why: 'newer' };
  if (version !== VERSION || !Array.isArray(stories)) return { ok: false, why: 'not-stories' };
  if (stories.length > MOST_STORIES) return { ok: false, why: 'too-large' };
  return { ok: true, stories: stories.map((entry) => readStory(entry, now)) };
}

function readStory(entry: unknown, now: number): StoredStory | null {
  if (!isRecord(entry)) return null;
  const text = (field: string, pattern: RegExp) => {
    const value = entry[field];
    return typeof value === 'string' && value.length <= LONGEST_PART && pattern.test(value) ? value : null;
  };
  const time = (field: string) => {
    const value = Date.parse(text(field, /^\d{4}-\d\d-\d\dT[\d:.]+Z$/) ?? '');
    return Number.isNaN(value) ? null : Math.min(value, now);
  };
  const id = text('id', /^[0-9a-v]{16}$/);
  const scenario = text('scenario', /^[a-z0-9-]{1,64}$/);
  const link = text('link', /^[A-Za-z0-9._~-]+$/);
  const lesson = text('lesson', /^[A-Za-z0-9_-]*$/);
  const work = text('work', /^[A-Za-z0-9_-]*$/);
  const from = BEGINNINGS.find((beginning) => beginning === entry['from']);
  const [created, changed] = [time('created'), time('changed')];
  if (
    id === null ||
    scenario === null ||
    link === null ||
    lesson === null ||
    work === null ||
    from === undefined ||
    created === null ||
    changed === null
  )
    return null;
  return { id, scenario, link, lesson, work, from, created, changed, revision: 1 };
}
