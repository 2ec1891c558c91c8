/** Registers the service worker for offline use, and activates newer versions. */
import { trustedWorkerUrl } from './trusted.ts';

/** Time for a newer version to activate by itself, in milliseconds, before it is reported. */
const PATIENCE = 2_000;

/** Reloads the page, with the newer version if there is one. */
export type TakeNewer = () => void;

/**
 * Registers the service worker script at the address `worker`. Calls `newer` when another version of the site is
 * available; the page keeps its own until it is reloaded. A page in a frame registers nothing. Without service
 * workers the site only works online. Returns a function that reloads the page with the newer version.
 */
export function keepOffline(worker: string, newer: () => void): TakeNewer {
  // A chunk of this version is neither cached nor on the server any more.
  window.addEventListener('vite:preloadError', newer);
  if (!('serviceWorker' in navigator) || window.top !== window) return () => location.reload();
  const workers = navigator.serviceWorker;
  const script = new URL(worker, document.baseURI);
  const scope = new URL('.', script).href;
  // The browser also returns the registration of an outer folder, which is another site’s.
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
      // Without a controlling worker of this site, this is the first installation, which is the version shown.
      if (installing.state === 'installed' && isOwn()) newer();
    });
  const start = async () => {
    await loaded();
    const known = await ownRegistration();
    if (known?.waiting && isOwn()) {
      // The page has just been loaded from the old version, so the new one can be activated without loss.
      take(known.waiting);
      // The browser may delay activation while the old worker is busy.
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
