/** Tests of the store on a real database: in two tabs, when access is refused, over versions, and at its limit. */
import { afterEach, describe, expect, it } from 'vitest';
import { autosave, newId } from '../../src/browser/autosave.ts';
import { type StoredStory } from '../../src/codec/stored-story.ts';
import { openStore, UPGRADES, type Store, type StoreProblem } from '../../src/browser/store.ts';

const story = (id: string, rest: Partial<StoredStory> = {}): StoredStory => ({
  id,
  scenario: 'a-map',
  link: '1.1.s0.abcd',
  lesson: '',
  work: '',
  from: 'start',
  created: 1,
  changed: 1,
  revision: 0,
  ...rest,
});

const name = 'parley-test';
const stores: Store[] = [];
function open(options: Parameters<typeof openStore>[1] = {}): Store {
  const store = openStore(indexedDB, { name, ...options });
  stores.push(store);
  return store;
}
const value = <Value>(outcome: { ok: true; value: Value } | { ok: false; why: StoreProblem }): Value => {
  if (!outcome.ok) throw new Error(outcome.why);
  return outcome.value;
};
/** Does `work` with the records themselves, past the store. */
const raw = (work: (stories: IDBObjectStore) => void): Promise<void> =>
  new Promise((resolve, reject) => {
    const request = indexedDB.open(name);
    request.onsuccess = () => {
      const transaction = request.result.transaction('stories', 'readwrite');
      transaction.oncomplete = () => {
        request.result.close();
        resolve();
      };
      transaction.onabort = () => reject(new Error(transaction.error?.message));
      work(transaction.objectStore('stories'));
    };
  });
const links = async (store: Store) => value(await store.list()).map(({ link }) => link);

afterEach(async () => {
  for (const store of stores.splice(0)) store.close();
  await new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = resolve;
    request.onerror = () => reject(new Error(request.error?.message));
  });
});

describe('the store', () => {
  it('creates no database when it is read', async () => {
    const store = open();
    expect(await store.get('a')).toEqual({ ok: true, value: null });
    expect(await store.list()).toEqual({ ok: true, value: [] });
    expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain(name);
  });

  it('returns what was put, also after it is opened again', async () => {
    expect(await open().put([story('a', { work: 'w' })])).toEqual({ ok: true, value: [] });
    expect(await open().get('a')).toEqual({ ok: true, value: story('a', { work: 'w', revision: 1 }) });
  });

  it('prevents overwriting what another tab wrote', async () => {
    const [one, two] = [open(), open()];
    await one.put([story('a')]);
    const known = value(await two.get('a'))?.revision ?? 0;
    value(await one.put([story('a', { link: 'of-one', revision: known })]));
    expect(value(await two.put([story('a', { link: 'of-two', revision: known })]))).toEqual(['a']);
    expect(await links(two)).toEqual(['of-one']);
  });

  it('holds 200 stories; then the oldest that belongs to no lesson makes room', async () => {
    const store = open();
    const many = Array.from({ length: 200 }, (_, at) =>
      story(`s${at}`, { changed: at, lesson: at < 3 ? 'l' : '' }),
    );
    expect(value(await store.add(many))).toEqual([]);
    expect(value(await store.add([story('late')])).map(({ id }) => id)).toEqual(['late']);
    value(await store.put([story('new')]));
    const ids = new Set(value(await store.list()).map(({ id }) => id));
    expect(ids.size).toBe(200);
    expect(ids.has('s3')).toBe(false);
    for (const id of ['new', 's0', 's1', 's2', 's4']) expect(ids.has(id), id).toBe(true);
  });

  it('skips damaged records of every kind, and returns the others', async () => {
    const store = open();
    await store.put([story('a')]);
    store.close();
    const damaged = Object.keys(story('b'))
      .filter((field) => field !== 'id')
      .flatMap((field) =>
        [undefined, null, {}, [], NaN, true, new Date(0)].map((value, at) => ({
          ...story(`${field}-${at}`),
          [field]: value,
        })),
      );
    const records = [
      { ...story('b'), id: 5 },
      { id: 'c' },
      { ...story('d'), from: 'elsewhere' },
      story('f', { changed: 9e15 }),
      story('g', { revision: 0.5 }),
      ...damaged,
    ];
    await raw((stories) => records.forEach((record) => stories.put(record)));
    expect(value(await store.list()).map(({ id }) => id)).toEqual(['a']);
    for (const { id } of records) expect(await store.get(String(id))).toEqual({ ok: true, value: null });
    expect(await store.put([story('e')])).toEqual({ ok: true, value: [] });
    expect(value(await store.list()).map(({ id }) => id)).toEqual(['a', 'e']);
  });

  it('removes stories, and adds them again as they were', async () => {
    const store = open();
    await store.put([story('a'), story('b')]);
    const all = value(await store.list());
    await store.remove(['a', 'b']);
    expect(await links(store)).toEqual([]);
    expect(value(await store.add(all))).toEqual([]);
    expect(value(await store.list())).toEqual(all);
    expect(value(await store.add(all))).toEqual(all);
  });

  it('takes its stories along to a newer version, and the older one gives way and says why', async () => {
    const old = open();
    await old.put([story('a')]);
    const upgrades = [...UPGRADES, (database: IDBDatabase) => database.createObjectStore('more')];
    const newer = open({ upgrades });
    expect(value(await newer.list()).map(({ id }) => id)).toEqual(['a']);
    expect(await old.put([story('b')])).toEqual({ ok: false, why: 'newer' });
    expect(value(await newer.list()).map(({ id }) => id)).toEqual(['a']);
  });

  it('says why, and never rejects, where it is refused', async () => {
    const refused = (error: DOMException) =>
      openStore({
        open: () => {
          throw error;
        },
      } as unknown as IDBFactory);
    const blocked = { ok: false, why: 'blocked' };
    const stores = [openStore(null), refused(new DOMException('', 'SecurityError'))];
    for (const store of stores) {
      expect(await store.get('a')).toEqual(blocked);
      expect(await store.list()).toEqual(blocked);
      expect(await store.put([story('a')])).toEqual(blocked);
      expect(await store.settle('a')).toEqual(blocked);
      expect(await store.add([story('a')])).toEqual(blocked);
      expect(await store.remove(['a'])).toEqual(blocked);
    }
    const full = refused(new DOMException('', 'QuotaExceededError'));
    expect(await full.put([story('a')])).toEqual({ ok: false, why: 'full' });
  });
});

describe('autosave on the store', () => {
  it('stores the newest state of each piece, at any rate of changes', async () => {
    const store = open();
    const keeper = autosave(
      store,
      () => undefined,
      (taken) => taken,
    );
    for (let at = 0; at < 300; at++) keeper.save(story(at % 2 ? 'a' : 'b', { link: `at-${at}` }));
    await keeper.flush();
    expect(await links(store)).toEqual(['at-299', 'at-298']);
    // It was written in far fewer writes than changes.
    expect(value(await store.get('a'))?.revision).toBeLessThan(5);
  });

  it('goes on under another id where another tab has written, and loses neither', async () => {
    const [one, two] = [open(), open()];
    const ids: string[] = [];
    const keeper = autosave(
      two,
      () => undefined,
      (taken) => {
        ids.push(newId());
        return { ...taken, id: ids[0] ?? '' };
      },
    );
    await one.put([story('a', { link: 'of-one' })]);
    keeper.save(story('a', { link: 'of-two' }));
    await keeper.flush();
    expect(ids).toHaveLength(1);
    expect(value(await one.get('a'))?.link).toBe('of-one');
    expect(value(await one.get(ids[0] ?? ''))?.link).toBe('of-two');
  });

  it('says what is in the way, tries again with the next change, and says when it is over', async () => {
    const store = open();
    const said: (StoreProblem | null)[] = [];
    let room = false;
    const keeper = autosave(
      {
        ...store,
        put: (stories) => (room ? store.put(stories) : Promise.resolve({ ok: false, why: 'full' } as const)),
      },
      (trouble) => said.push(trouble),
      (taken) => taken,
    );
    keeper.save(story('a'));
    keeper.save(story('b'));
    await keeper.flush();
    room = true;
    keeper.save(story('b', { link: 'later' }));
    await keeper.flush();
    expect(said.at(0)).toBe('full');
    expect(said.at(-1)).toBe(null);
    expect((await links(store)).sort()).toEqual(['1.1.s0.abcd', 'later']);
  });

  it('makes unique ids that are safe in an address', () => {
    const ids = Array.from({ length: 1_000 }, newId);
    expect(new Set(ids).size).toBe(1_000);
    for (const id of ids) expect(id).toMatch(/^[0-9a-v]{16}$/);
  });
});
