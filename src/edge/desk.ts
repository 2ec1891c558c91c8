/** Keeps the desk of a class for as long as its tab is open, and asks before the page is left where that cannot be. */
import type { KeptDesk } from '../lesson/class.ts';
import { isRecord } from './lesson-file.ts';

/** What a browser lets a tab keep; null where it lets it keep nothing. */
export function tabStorage(): Storage | null {
  try {
    return window.sessionStorage;
  } catch {
    return null;
  }
}

/** The desks that only this page holds, by name. While there is one, the browser asks before the page is left. */
const unkept = new Set<string>();
const ask = (event: BeforeUnloadEvent): void => event.preventDefault();

/** The desk called `name` in `storage`. */
export function deskIn(
  storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | null,
  name: string,
): { readonly found: () => KeptDesk | null; readonly keep: (desk: KeptDesk | null) => boolean } {
  const key = `parley-class-${name}`;

  /** What `act` gives; `otherwise` where the browser refuses, which it may do at any time. */
  function attempt<Value>(act: () => Value, otherwise: Value): Value {
    try {
      return act();
    } catch {
      return otherwise;
    }
  }
  const removed = (): void => attempt(() => storage?.removeItem(key), undefined);

  function written(desk: KeptDesk): boolean {
    const kept = attempt(() => {
      storage?.setItem(key, JSON.stringify(desk));
      return storage !== null;
    }, false);
    // An older one that could still be written would come back as if it were this one.
    if (!kept) removed();
    return kept;
  }

  return {
    found: () => readDesk(attempt(() => storage?.getItem(key), null) ?? ''),
    keep(desk) {
      if (!desk) removed();
      const kept = desk === null || written(desk);
      if (kept) unkept.delete(name);
      else unkept.add(name);
      if (unkept.size > 0) window.addEventListener('beforeunload', ask);
      else window.removeEventListener('beforeunload', ask);
      return kept;
    },
  };
}

/** More characters than this no tab keeps. */
const LONGEST = 50_000_000;

/** The desk written in `text`, which is outside data like any other; null where it holds none. */
export function readDesk(text: string): KeptDesk | null {
  if (text === '' || text.length > LONGEST) return null;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isRecord(value)) return null;
  const { batches, removed, again, chosen, names, into } = value;
  if (!Array.isArray(batches) || !batches.every(isBatch) || !isGroup(into)) return null;
  if (!isNumbers(removed) || !isNumbers(again) || (chosen !== null && typeof chosen !== 'string'))
    return null;
  if (!Array.isArray(names) || names.length !== 2 || !names.every((name) => typeof name === 'string'))
    return null;
  const [first = '', second = ''] = names;
  return { batches, removed, again, chosen, names: [first, second], into };
}

const isGroup = (value: unknown): value is 0 | 1 => value === 0 || value === 1;
const isNumbers = (value: unknown): value is number[] =>
  Array.isArray(value) && value.every((one) => Number.isSafeInteger(one));
const isBatch = (value: unknown): value is KeptDesk['batches'][number] =>
  isRecord(value) &&
  typeof value['from'] === 'string' &&
  typeof value['text'] === 'string' &&
  isGroup(value['group']);
