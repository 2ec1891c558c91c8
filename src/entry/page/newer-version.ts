/** Notifies the page of a newer version of it, also where the listener is added after the version was found. */
import type { keepOffline } from '../../browser/offline.ts';
import type { Services } from '../../view/shell/services.ts';

/** With `keep`, keeps the page for use without a network; false keeps nothing, and there is never a newer version. */
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
