/**
 * The store of this copy of the site. Earlier versions kept the stories of every copy on an origin in one database
 * without a folder in its name.
 */
import { openStore, type Store } from './store.ts';

/** The database of the site in `folder`, a path; of a page without one, and of earlier versions, with nothing added. */
export const databaseName = (folder: string): string => (folder === '' ? 'parley' : `parley ${folder}`);

/**
 * The store of the site in `folder`, in the databases of `factory`. What earlier versions kept is moved into it when it
 * is first used and holds nothing, so that it is read once. A story does not say in which copy it was told, and
 * until now each copy showed them all: the copy that is opened first takes them all, and none is lost.
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

/** Moves the stories of `older` to `store` where nothing is kept there yet. Removes only those that have arrived. */
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
