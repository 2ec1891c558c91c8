/**
 * Reads what was pasted or opened for a class in a worker, so that the page stays free; or on the page, in slices, where
 * no worker can be started (a page opened from a disk, a closed frame).
 */
import { gather, type GatherResult } from '../../../codec/gather.ts';
import { startWorker } from '../../../browser/trusted.ts';
import address from './gather.worker.ts?worker&url';

export interface GatherRequest {
  readonly given: string | Blob;
  readonly from: string;
  /** The id of the scenario that links without a name belong to. */
  readonly own: string;
}

export type GatherReply =
  | { readonly stage: 'started' }
  | { readonly stage: 'gathered'; readonly gathered: GatherResult }
  | { readonly stage: 'failed'; readonly why: string };

/** A text of so many characters, or bytes, is read in less time than a worker takes to start. */
const SHORT = 20_000;
/** How long the page is kept busy at a time, in milliseconds. */
const SLICE = 20;

let since = 0;

/** Lets the page do what waits, where it was kept busy for long enough. */
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

/** Reads `given`. Rejects where a worker that runs comes to a sudden end, as for want of memory. */
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
