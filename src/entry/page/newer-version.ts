/** Reports a newer version of the site to the page, also to a listener that is added after the version was found. */
import type { keepOffline } from '../../browser/offline.ts';
import type { Services } from '../../view/shell/services.ts';

/** `keep` installs the service worker; with false nothing is installed, and no newer version is ever reported. */
export function newerVersion(keep: typeof keepOffline | false): Pick<Services, 'onNewer' | 'takeNewer'> {
  let newer = false;
  let tell = (): void => {
    newer = true;
  };
  const takeNewer = keep ? keep('./service-worker.js', () => tell()) : undefined;
  return {
    onNewer(notify) {
      tell = notify;
      if (newer) notify();
    },
    ...(takeNewer && { takeNewer }),
  };
}
