/** How the site comes to work without a connection, and how a newer version of it is taken. */
import { trustedWorkerUrl } from './trusted.ts';

/** How long a newer version may take to come by itself, in milliseconds, before the reader is told of it. */
const PATIENCE = 2_000;

/** Reloads the page, with the newer version if there is one. */
export type TakeNewer = () => void;

/**
 * Has `worker`, the address of the service worker’s script, keep the site. Calls `newer` when another version of
 * the site is there; the page goes on with its own until the reader reloads it. A page in a frame keeps nothing,
 * since it is a guest; where there are no service workers the site works as ever, with a connection.
 */
export function keepOffline(worker: string, newer: () => void): TakeNewer {
  // A part of this version that is neither kept nor on the server any more.
  window.addEventListener('vite:preloadError', newer);
  if (!('serviceWorker' in navigator) || window.top !== window) return () => location.reload();
  const workers = navigator.serviceWorker;
  const script = new URL(worker, document.baseURI);
  const scope = new URL('.', script).href;
  // Of a page, the browser gives the registration of an outer folder where its own has none: another site’s.
  const ownRegistration = async () => {
    const found = await workers.getRegistration(scope);
    return found?.scope === scope ? found : undefined;
  };
  const isOwn = () => workers.controller?.scriptURL === script.href;

  const take = (waiting: ServiceWorker) => {
    workers.addEventListener('controllerchange', () => location.reload(), { once: true });
    waiting.postMessage('take');
  };
  const watch = (installing: ServiceWorker | null) =>
    installing?.addEventListener('statechange', () => {
      // Where this site’s worker is not in control, it is the first version to be kept, which is the one that is open.
      if (installing.state === 'installed' && isOwn()) newer();
    });
  const start = async () => {
    await loaded();
    const known = await ownRegistration();
    if (known?.waiting && isOwn()) {
      // This page has just been loaded, out of the old version: nothing is lost by taking the new one at once.
      take(known.waiting);
      // A browser may put that off for as long as the old worker is busy.
      setTimeout(newer, PATIENCE);
      return;
    }
    const registration = await workers.register(trustedWorkerUrl(worker), { updateViaCache: 'none' });
    watch(registration.installing);
    registration.addEventListener('updatefound', () => watch(registration.installing));
  };
  // The page works without the worker, so its errors are ignored.
  start().catch(() => undefined);

  return () => {
    const reload = () => location.reload();
    ownRegistration().then((known) => {
      if (!known?.waiting) return reload();
      take(known.waiting);
      setTimeout(reload, PATIENCE);
    }, reload);
  };
}

/** Resolves when the load event of the page has fired. */
const loaded = (): Promise<unknown> =>
  document.readyState === 'complete'
    ? Promise.resolve()
    : new Promise((resolve) => window.addEventListener('load', resolve, { once: true }));
