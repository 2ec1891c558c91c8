/**
 * The store of this copy of the site. Earlier versions used one database for all copies on an origin, without a
 * folder in its name.
 */
import { openStore, type Store } from './store.ts';

/** The name of the database of the site in `folder`, a path; for an empty path that of earlier versions. */
export const databaseName = (folder: string): string => (folder === '' ? 'parley' : `parley ${folder}`);

/**
 * The store of the site in `folder`, in the databases of `factory`. At first use, if it is empty, the stories of
 * earlier versions are moved into it. They do not record their copy, and each copy showed them all, so the copy that
 * is opened first takes them all.
 */
export function siteStore(factory: IDBFactory | null, folder: string): Store {
  const store = openStore(factory, { name: databaseName(folder) });
  if (folder === '') return store;
  let moved: Promise<void> | null = null;
  const after =
    <Given extends readonly unknown[], Value>(act: (...given: Given) => Promise<Value>) =>
    async (...given: Given): Promise<Value> => {
      await (moved ??= takeOver(openStore(factory, { name: databaseName('') }), store));
      return act(...given);
    };
  return {
    ...store,
    empty: after(store.empty),
    get: after(store.get),
    list: after(store.list),
    put: after(store.put),
    settle: after(store.settle),
    add: after(store.add),
    remove: after(store.remove),
  };
}

/** Moves the stories of `older` to `store` if that is empty. Only stories that were written are removed. */
async function takeOver(older: Store, store: Store): Promise<void> {
  const empty = await store.empty();
  if (!empty.ok || !empty.value) return;
  const found = await older.list();
  if (found.ok && found.value.length > 0) {
    const left = await store.add(found.value);
    if (left.ok) {
      const arrived = found.value.filter((story) => !left.value.includes(story));
      await older.remove(arrived.map(({ id }) => id));
    }
  }
  older.close();
}
