/**
 * Tests that each copy of the site has a store of its own, and that the stories of earlier versions are moved once,
 * completely, to one of them.
 */
import { afterEach, describe, expect, it } from 'vitest';
import { folderOf } from '../../src/browser/folder.ts';
import { databaseName, siteStore } from '../../src/browser/site-store.ts';
import { type StoredStory } from '../../src/codec/stored-story.ts';
import { openStore, type StoreResult, type Store } from '../../src/browser/store.ts';

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

const FOLDERS = ['', '/one/', '/two/', '/one/two/'];
const stores: Store[] = [];
const opened = (store: Store): Store => {
  stores.push(store);
  return store;
};
const site = (folder: string, factory: IDBFactory = indexedDB) => opened(siteStore(factory, folder));
/** As versions before this one had it. */
const earlier = () => opened(openStore(indexedDB, { name: 'parley' }));
const value = <Value>(outcome: StoreResult<Value>): Value => {
  if (!outcome.ok) throw new Error(outcome.why);
  return outcome.value;
};
const ids = async (store: Store) => value(await store.list()).map(({ id }) => id);

afterEach(async () => {
  for (const store of stores.splice(0)) store.close();
  for (const folder of FOLDERS)
    await new Promise((resolve, reject) => {
      const request = indexedDB.deleteDatabase(databaseName(folder));
      request.onsuccess = resolve;
      request.onerror = () => reject(new Error(request.error?.message));
    });
});

describe('the folder of a page', () => {
  it('is that of its address, whatever stands after it', () => {
    expect(folderOf('https://example.org/maps/ukraine/index.html?a=/b/#/c/')).toBe('/maps/ukraine/');
    expect(folderOf('https://example.org/maps/ukraine/')).toBe('/maps/ukraine/');
    expect(folderOf('http://localhost:8000')).toBe('/');
  });

  it('is empty for a page from a disk, whose path can change, and for one without an address', () => {
    for (const address of ['file:///E:/parley.html', 'about:srcdoc', 'blob:https://example.org/1'])
      expect(folderOf(address), address).toBe('');
  });
});

describe('two copies of the site on one origin', () => {
  it('share nothing, and neither does one in a folder of the other', async () => {
    value(await site('/one/').put([story('a')]));
    expect(await ids(site('/two/'))).toEqual([]);
    expect(await ids(site('/one/two/'))).toEqual([]);
    value(await site('/two/').put([story('b')]));
    expect(await ids(site('/one/'))).toEqual(['a']);
  });

  it('create no database when they are read', async () => {
    expect(await ids(site('/one/'))).toEqual([]);
    const names = (await indexedDB.databases()).map(({ name }) => name);
    expect(names.filter((name) => name?.startsWith('parley '))).toEqual([]);
  });
});

describe('what an earlier version kept', () => {
  const three = [story('a', { revision: 4 }), story('b', { lesson: 'l' }), story('c', { scenario: 'other' })];

  it('is in the copy that is opened first, as it was, and is not read twice', async () => {
    value(await earlier().add(three));
    expect(value(await site('/one/').list())).toEqual(three);
    expect(await ids(earlier())).toEqual([]);
    expect(await ids(site('/two/'))).toEqual([]);
    // What is removed stays removed, and what a copy of an earlier version still keeps is its own.
    value(await site('/one/').remove(['a', 'b']));
    value(await earlier().put([story('d')]));
    expect(await ids(site('/one/'))).toEqual(['c']);
    expect(await ids(earlier())).toEqual(['d']);
  });

  it('is found by every first operation', async () => {
    value(await earlier().add(three));
    value(await site('/one/').put([story('new')]));
    expect(await ids(site('/one/'))).toEqual(['a', 'b', 'c', 'new']);
  });

  it('is moved once where two tabs look at the same time', async () => {
    value(await earlier().add(three));
    const found = await Promise.all([site('/one/').list(), site('/one/').list(), site('/one/').get('b')]);
    for (const outcome of found) expect(outcome.ok).toBe(true);
    expect(await ids(site('/one/'))).toEqual(['a', 'b', 'c']);
  });

  it('stays where it is when the new place refuses it', async () => {
    value(await earlier().add(three));
    const refusing = new Proxy(indexedDB, {
      get: (factory, name) =>
        name === 'open'
          ? (database: string, version: number) => {
              if (database !== 'parley') throw new DOMException('', 'QuotaExceededError');
              return factory.open(database, version);
            }
          : Reflect.get(factory, name),
    });
    expect(await site('/one/', refusing).list()).toEqual({ ok: false, why: 'full' });
    expect(await ids(earlier())).toEqual(['a', 'b', 'c']);
    expect(await ids(site('/one/'))).toEqual(['a', 'b', 'c']);
  });
});
