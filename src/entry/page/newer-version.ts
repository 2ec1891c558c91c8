/** Tells the page that a newer version of it is there, also where it is asked for later than that is known. */
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
