/** Keeps one whole version of the site on the reader’s computer, and gives each page the files of its own version. */

/** Put in by the build: each file of this version with the digest of what it holds, and the digest of them all. */
declare const FILES: Readonly<Record<string, string>>;
declare const VERSION: string;

// TypeScript gives a page’s types to this file, too.
const worker = self as unknown as ServiceWorkerGlobalScope;
const files = new Map(Object.entries(FILES));
const { scope } = worker.registration;
// Several sites may share an origin, in folders of their own: each keeps to the caches that carry its address.
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

/** All files of this version, or none: one that is missing or of another version fails the installation. */
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
  // Some hosts send a page on to an address without “.html”. A page may not be answered with such a response.
  await cache.put(address, response.redirected ? new Response(response.body, response) : response);
}

async function takeOver(): Promise<void> {
  await worker.clients.claim();
  // The page that asked for this version is about to reload. Any other goes on with the version it was loaded from.
  const pages = await worker.clients.matchAll({ type: 'window' });
  if (pages.length > 1) return;
  for (const name of await caches.keys())
    if (name.startsWith(ours) && name !== current) await caches.delete(name);
}

/** The path of a file that is or was part of the site; null for anything else, which is none of this worker’s business. */
function pathOf(address: string): string | null {
  const place = new URL(address);
  const full = place.origin + place.pathname;
  if (!full.startsWith(scope)) return null;
  const path = full.slice(scope.length).replace(/(^|\/)$/, '$1index.html');
  return files.has(path) || isNamedByContent(path) ? path : null;
}

/** The names of these carry a digest of what they hold, so that no version can be taken for another. */
const isNamedByContent = (path: string): boolean => path.startsWith('assets/');

async function kept(path: string): Promise<Response | undefined> {
  const names = files.has(path) ? [current] : (await caches.keys()).filter((name) => name.startsWith(ours));
  for (const cacheName of names) {
    const found = await caches.match(new URL(path, scope), { cacheName, ignoreVary: true });
    if (found) return found;
  }
  return undefined;
}
