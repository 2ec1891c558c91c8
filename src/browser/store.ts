/**
 * The store of the reader’s own stories, in IndexedDB. No function rejects: a failure is a result like any other. The
 * database is made by the first write, never by a read. A record that is no story is skipped.
 */
import { isStoredStory, MOST_STORIES, type StoredStory } from '../codec/stored-story.ts';

/** Why nothing can be kept: refused, no room left, or made by a newer version of the page. */
export type StoreProblem = 'blocked' | 'full' | 'newer';

export type StoreResult<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly why: StoreProblem };

export interface Store {
  /** Whether nothing is kept, as where there is no database yet. */
  readonly empty: () => Promise<StoreResult<boolean>>;
  readonly get: (id: string) => Promise<StoreResult<StoredStory | null>>;
  readonly list: () => Promise<StoreResult<readonly StoredStory[]>>;
  /**
   * Writes each story over the revision it names, 0 for none, as the next one. Gives the ids of those that were written
   * by someone else in the meantime: they are as they were.
   */
  readonly put: (stories: readonly StoredStory[]) => Promise<StoreResult<readonly string[]>>;
  /**
   * Has the disk hold what the operating system holds of it so far. What is put outlives the end of the browser, but an
   * empty battery only once this is done, which can take a disk a while.
   */
  readonly settle: (id: string) => Promise<StoreResult<null>>;
  /** Adds stories as they are; gives those for which there was no room, or whose id is taken. */
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

/** The store in the database of `factory`; null where the browser has none. */
export function openStore(
  factory: IDBFactory | null,
  { name = NAME, upgrades = UPGRADES, most = MOST_STORIES } = {},
): Store {
  let open: IDBDatabase | null = null;

  /** The database; null where there is none and none is to be made. Rejects as `request` does. */
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
        // A newer version of the page upgrades the database: this connection is closed for it.
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

  /** Does `work` in one transaction and gives what it answers, once it is committed; `none` without a database. */
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
      // A connection that the browser closed unasked is opened anew the next time.
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
            // An explicit commit: else the browser waits for further requests first.
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
            // Only a transaction that writes is brought to the disk, and all before it with it.
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

  /** Removes what is beyond the limit, but for `kept`. */
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

/** Goes on with what a request found; an error in going on undoes the whole transaction. */
type On = <Found>(request: IDBRequest<Found>, then: (found: Found) => void) => void;

const reasonOf = (error: unknown): Error =>
  error instanceof DOMException ? error : new DOMException('', 'AbortError');

function troubleOf(error: unknown): StoreProblem {
  const name = error instanceof DOMException ? error.name : '';
  if (name === 'QuotaExceededError') return 'full';
  return name === 'VersionError' ? 'newer' : 'blocked';
}
