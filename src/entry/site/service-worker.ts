/** Service worker: caches one complete version of the site, and serves each page the files of its own version. */

/** Defined by the build: the digest of each file of this version, by path, and the digest of the whole version. */
declare const FILES: Readonly<Record<string, string>>;
declare const VERSION: string;

// TypeScript types `self` as a window.
const worker = self as unknown as ServiceWorkerGlobalScope;
const files = new Map(Object.entries(FILES));
const { scope } = worker.registration;
// Several sites may share an origin, in folders of their own. The prefix with the scope separates their caches.
const ours = `parley ${scope} `;
const current = ours + VERSION;

worker.addEventListener('install', (event) => event.waitUntil(keep()));
worker.addEventListener('activate', (event) => event.waitUntil(takeOver()));
worker.addEventListener('message', ({ data }) => {
  if (data === 'take') void worker.skipWaiting();
});
worker.addEventListener('fetch', (event) => {
  const path = event.request.method === 'GET' ? pathOf(event.request.url) : null;
  if (path === null) return;
  event.respondWith(
    kept(path)
      .catch(() => undefined)
      .then((found) => found ?? fetch(event.request)),
  );
});

/** Caches all files of this version. A file that is missing or of another version fails the installation. */
async function keep(): Promise<void> {
  try {
    const cache = await caches.open(current);
    await Promise.all([...files].map(([path, integrity]) => keepOne(cache, path, integrity)));
  } catch (error) {
    await caches.delete(current);
    throw error;
  }
}

async function keepOne(cache: Cache, path: string, integrity: string): Promise<void> {
  const address = new URL(path, scope);
  const response = await fetch(address, { cache: 'no-cache', integrity });
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  // Some hosts redirect to an address without “.html”. A redirected response may not answer a navigation, so it is
  // copied.
  await cache.put(address, response.redirected ? new Response(response.body, response) : response);
}

async function takeOver(): Promise<void> {
  await worker.clients.claim();
  // The page that requested this version is about to reload. Other open pages continue with the version they were
  // loaded from.
  const pages = await worker.clients.matchAll({ type: 'window' });
  if (pages.length > 1) return;
  for (const name of await caches.keys())
    if (name.startsWith(ours) && name !== current) await caches.delete(name);
}

/** The path, relative to the scope, of a file that is or was part of the site; null for any other address. */
function pathOf(address: string): string | null {
  const place = new URL(address);
  const full = place.origin + place.pathname;
  if (!full.startsWith(scope)) return null;
  const path = full.slice(scope.length).replace(/(^|\/)$/, '$1index.html');
  return files.has(path) || isNamedByContent(path) ? path : null;
}

/** Whether the name contains a digest of the content, so that it is the same in every version. */
const isNamedByContent = (path: string): boolean => path.startsWith('assets/');

async function kept(path: string): Promise<Response | undefined> {
  const names = files.has(path) ? [current] : (await caches.keys()).filter((name) => name.startsWith(ours));
  for (const cacheName of names) {
    const found = await caches.match(new URL(path, scope), { cacheName, ignoreVary: true });
    if (found) return found;
  }
  return undefined;
}
