/**
 * Stores the desk of a class for the lifetime of its tab, and makes the browser ask before the page is left where it
 * cannot.
 */
import type { StoredDesk } from '../lesson/class.ts';
import { isRecord } from '../scenario/record.ts';

/** The session storage of the tab; null where the browser refuses access. */
export function tabStorage(): Storage | null {
  try {
    return window.sessionStorage;
  } catch {
    return null;
  }
}

/** Names of the desks that are not stored. While there is one, the browser asks before the page is left. */
const unkept = new Set<string>();
const ask = (event: BeforeUnloadEvent): void => event.preventDefault();

/**
 * Access to the desk `name` of the site in `folder`, a path, in `storage`. Earlier versions stored it without the
 * folder: such a desk is moved where this site has none, so that it is read only once.
 */
export function deskStorage(
  storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | null,
  folder: string,
  name: string,
): { readonly found: () => StoredDesk | null; readonly keep: (desk: StoredDesk | null) => boolean } {
  const older = `parley-class-${name}`;
  const key = folder === '' ? older : `parley-class ${folder} ${name}`;

  /** The result of `act`; `otherwise` where the browser throws, which it may do at any time. */
  function attempt<Value>(act: () => Value, otherwise: Value): Value {
    try {
      return act();
    } catch {
      return otherwise;
    }
  }
  const removed = (): void => attempt(() => storage?.removeItem(key), undefined);

  function stored(text: string): boolean {
    return attempt(() => {
      storage?.setItem(key, text);
      return storage !== null;
    }, false);
  }

  /** The stored text; empty where there is none. */
  function found(): string {
    const own = attempt(() => storage?.getItem(key), null);
    if (typeof own === 'string' || key === older) return own ?? '';
    const text = attempt(() => storage?.getItem(older), null) ?? '';
    // The older one is removed first, since there may be room for only one. If the new one cannot be stored, it is
    // restored.
    if (text !== '') attempt(() => storage?.removeItem(older), undefined);
    if (text !== '' && !stored(text)) attempt(() => storage?.setItem(older, text), undefined);
    return text;
  }

  function written(desk: StoredDesk): boolean {
    const kept = stored(JSON.stringify(desk));
    // A desk stored earlier would be read after a reload in place of this one.
    if (!kept) removed();
    return kept;
  }

  return {
    found: () => readDesk(found()),
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

/** Maximum length of a stored desk, in characters. */
const LONGEST = 50_000_000;

/** The desk in `text`, which is untrusted; null where there is none. */
export function readDesk(text: string): StoredDesk | null {
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
const isBatch = (value: unknown): value is StoredDesk['batches'][number] =>
  isRecord(value) &&
  typeof value['from'] === 'string' &&
  typeof value['text'] === 'string' &&
  isGroup(value['group']);
