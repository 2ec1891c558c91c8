/**
 * Reads the hand-ins of a class, pasted or from a file, in a worker; or on the page, in slices, where no worker can
 * start (a page opened from a disk, a sandboxed frame).
 */
import { gather } from '../../../codec/gather.ts';
import type { GatherResult } from '../../../lesson/class.ts';
import { startWorker } from '../../../browser/trusted.ts';
import address from './gather.worker.ts?worker&url';

export interface GatherRequest {
  readonly given: string | Blob;
  readonly from: string;
  /** Id of the scenario of links that name none. */
  readonly own: string;
}

export type GatherReply =
  | { readonly stage: 'started' }
  | { readonly stage: 'gathered'; readonly gathered: GatherResult }
  | { readonly stage: 'failed'; readonly why: string };

/** Size in characters or bytes below which reading on the page is faster than starting a worker. */
const SHORT = 20_000;
/** Maximum duration of a slice on the page, in milliseconds. */
const SLICE = 20;

let since = 0;

/** Yields to the event loop where the present slice is over. */
function pause(): Promise<void> | undefined {
  if (performance.now() - since < SLICE) return undefined;
  return new Promise((resolve) =>
    setTimeout(() => {
      since = performance.now();
      resolve();
    }),
  );
}

const gatherHere = ({ given, from, own }: GatherRequest): Promise<GatherResult> =>
  gather(given, from, own, pause);

/** Reads `given`. Rejects where a running worker fails, as for lack of memory. */
export function gatherInWorker(asked: GatherRequest): Promise<GatherResult> {
  const { given } = asked;
  if ((typeof given === 'string' ? given.length : given.size) <= SHORT) return gatherHere(asked);
  let worker: Worker;
  try {
    worker = startWorker(address);
  } catch {
    return gatherHere(asked);
  }
  return new Promise((resolve, reject) => {
    let started = false;
    worker.onmessage = ({ data }: MessageEvent<GatherReply>) => {
      started = true;
      if (data.stage === 'started') return;
      worker.terminate();
      if (data.stage === 'gathered') resolve(data.gathered);
      else reject(new Error(data.why));
    };
    worker.onerror = (event) => {
      event.preventDefault();
      worker.terminate();
      if (started) reject(new Error(event.message));
      else resolve(gatherHere(asked));
    };
    worker.postMessage(asked);
  });
}
