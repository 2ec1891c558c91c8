/**
 * The store of the reader’s stories, in IndexedDB. No function rejects: failures are results. Only a write creates
 * the database. Records that are not stories are skipped.
 */
import { isStoredStory, MOST_STORIES, type StoredStory } from '../codec/stored-story.ts';

/**
 * Reasons why nothing can be stored: access refused, quota exceeded, or a database of a newer version of the page.
 */
export type StoreProblem = 'blocked' | 'full' | 'newer';

export type StoreResult<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly why: StoreProblem };

export interface Store {
  /** Whether there are no stories, or no database. */
  readonly empty: () => Promise<StoreResult<boolean>>;
  readonly get: (id: string) => Promise<StoreResult<StoredStory | null>>;
  readonly list: () => Promise<StoreResult<readonly StoredStory[]>>;
  /**
   * Writes each story as the next revision after the one it names, 0 for none. Resolves to the ids of conflicts:
   * stories that another tab has written meanwhile, which are not changed.
   */
  readonly put: (stories: readonly StoredStory[]) => Promise<StoreResult<readonly string[]>>;
  /**
   * Flushes the writes so far from the operating system to disk. Written stories survive the end of the browser, but
   * a loss of power only after this, which can take a while.
   */
  readonly settle: (id: string) => Promise<StoreResult<null>>;
  /** Adds stories unchanged. Resolves to those for which there was no room or whose id exists. */
  readonly add: (stories: readonly StoredStory[]) => Promise<StoreResult<readonly StoredStory[]>>;
  readonly remove: (ids: readonly string[]) => Promise<StoreResult<null>>;
  readonly close: () => void;
}

const NAME = 'parley';
const STORIES = 'stories';

/** What each version of the database adds to the one before. A new version is appended; entries never change. */
export const UPGRADES: readonly ((database: IDBDatabase) => void)[] = [
  (database) => database.createObjectStore(STORIES, { keyPath: 'id' }),
];

/** The store in the databases of `factory`, which is null where the browser has none. */
export function openStore(
  factory: IDBFactory | null,
  { name = NAME, upgrades = UPGRADES, most = MOST_STORIES } = {},
): Store {
  let open: IDBDatabase | null = null;

  /** The database; null where there is none and `make` is false. Rejects as `request` does. */
  function connect(make: boolean): Promise<IDBDatabase | null> {
    if (open) return Promise.resolve(open);
    return new Promise((resolve, reject) => {
      if (!factory) throw new DOMException('There is no IndexedDB here.', 'SecurityError');
      const request = factory.open(name, upgrades.length);
      let missing = false;
      request.onupgradeneeded = ({ oldVersion }) => {
        missing = oldVersion === 0 && !make;
        if (missing) request.transaction?.abort();
        else for (const upgrade of upgrades.slice(oldVersion)) upgrade(request.result);
      };
      request.onsuccess = () => {
        const database = request.result;
        const forget = () => {
          if (open === database) open = null;
        };
        database.onclose = forget;
        // A newer version of the page upgrades the database, so this connection is closed.
        database.onversionchange = () => {
          database.close();
          forget();
        };
        open = database;
        resolve(database);
      };
      request.onerror = (event) => {
        // The error is handled here and does not bubble to the window.
        event.preventDefault();
        if (missing) resolve(null);
        else reject(request.error ?? new DOMException('', 'UnknownError'));
      };
      request.onblocked = () => reject(new DOMException('Another tab holds an older version.', 'AbortError'));
    });
  }

  /** Runs `work` in one transaction, and resolves to its result after the commit; to `none` without a database. */
  async function within<Value>(
    mode: IDBTransactionMode,
    none: Value,
    work: (stories: IDBObjectStore, on: On, answer: (value: Value) => void) => void,
    durability: IDBTransactionDurability = 'relaxed',
  ): Promise<StoreResult<Value>> {
    try {
      const database = await connect(mode === 'readwrite');
      if (!database) return { ok: true, value: none };
      const value = await new Promise<Value>((resolve, reject) => {
        let found = none;
        let thrown: unknown = null;
        const transaction = database.transaction(STORIES, mode, { durability });
        transaction.oncomplete = () => resolve(found);
        transaction.onabort = () => reject(reasonOf(thrown ?? transaction.error));
        transaction.onerror = (event) => event.preventDefault();
        const on: On = (request, then) => {
          request.onsuccess = () => {
            try {
              then(request.result);
            } catch (error) {
              thrown = error;
              transaction.abort();
            }
          };
        };
        work(transaction.objectStore(STORIES), on, (value) => (found = value));
      });
      return { ok: true, value };
    } catch (error) {
      // A connection that the browser closed is opened again at the next use.
      open?.close();
      open = null;
      return { ok: false, why: troubleOf(error) };
    }
  }

  return {
    empty: () =>
      within<boolean>('readonly', true, (stories, on, answer) =>
        on(stories.count(), (count) => answer(count === 0)),
      ),
    get: (id) =>
      within<StoredStory | null>('readonly', null, (stories, on, answer) => {
        on<unknown>(stories.get(id), (story) => answer(isStoredStory(story) ? story : null));
      }),
    list: () =>
      within<readonly StoredStory[]>('readonly', [], (stories, on, answer) => {
        on<unknown[]>(stories.getAll(), (found) => answer(found.filter(isStoredStory)));
      }),
    put: (given) =>
      within<readonly string[]>('readwrite', [], (stories, on, answer) => {
        const conflicts: string[] = [];
        for (const story of given) {
          on(stories.get(story.id) as IDBRequest<StoredStory | undefined>, (known) => {
            if ((known?.revision ?? 0) === story.revision)
              stories.put({ ...story, revision: story.revision + 1 });
            else conflicts.push(story.id);
            answer(conflicts);
            if (!known) makeRoom(stories, on, new Set(given.map(({ id }) => id)));
            // Commits explicitly; otherwise the browser waits for further requests.
            else if (given.length === 1) stories.transaction.commit();
          });
        }
      }),
    settle: (id) =>
      within<null>(
        'readwrite',
        null,
        (stories, on) =>
          on(stories.get(id) as IDBRequest<StoredStory | undefined>, (story) => {
            // Only a transaction that writes is flushed, with all before it.
            if (story) stories.put(story);
          }),
        'strict',
      ),
    add: (given) =>
      within<readonly StoredStory[]>('readwrite', given, (stories, on, answer) => {
        on(stories.getAllKeys(), (keys) => {
          const taken = new Set(keys);
          answer(
            given.filter((story) => {
              if (taken.has(story.id) || taken.size >= most) return true;
              taken.add(story.id);
              stories.add(story);
              return false;
            }),
          );
        });
      }),
    remove: (ids) => within<null>('readwrite', null, (stories) => ids.forEach((id) => stories.delete(id))),
    close() {
      open?.close();
      open = null;
    },
  };

  /** Removes the oldest stories beyond the limit, except `kept`. */
  function makeRoom(stories: IDBObjectStore, on: On, kept: ReadonlySet<string>): void {
    on(stories.count(), (count) => {
      if (count <= most) return;
      on(stories.getAll() as IDBRequest<StoredStory[]>, (all) => {
        const others = all.filter(({ id }) => !kept.has(id));
        others.sort((a, b) => Number(a.lesson !== '') - Number(b.lesson !== '') || a.changed - b.changed);
        for (const { id } of others.slice(0, all.length - most)) stories.delete(id);
      });
    });
  }
}

/** Calls `then` with the result of a request; an exception in it aborts the transaction. */
type On = <Found>(request: IDBRequest<Found>, then: (found: Found) => void) => void;

const reasonOf = (error: unknown): Error =>
  error instanceof DOMException ? error : new DOMException('', 'AbortError');

function troubleOf(error: unknown): StoreProblem {
  const name = error instanceof DOMException ? error.name : '';
  if (name === 'QuotaExceededError') return 'full';
  return name === 'VersionError' ? 'newer' : 'blocked';
}
