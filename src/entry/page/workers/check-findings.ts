/** Checks the findings of a scenario in a worker, so that the page stays responsive. */
import { startWorker } from '../../../browser/trusted.ts';
import type { Scenario } from '../../../scenario/scenario.ts';
import address from './findings.worker.ts?worker&url';

export type FindingResults = readonly { readonly id: string; readonly holds: boolean }[];

/** Resolves to the results, and terminates the worker. Rejects where the worker cannot start or fails. */
export function checkFindings(scenario: Scenario): Promise<FindingResults> {
  return new Promise((resolve, reject) => {
    const worker = startWorker(address);
    const end = (then: () => void) => {
      worker.terminate();
      then();
    };
    worker.addEventListener('message', ({ data }: MessageEvent<FindingResults>) => end(() => resolve(data)));
    worker.addEventListener('error', ({ message }) =>
      end(() => reject(new Error(message || 'The worker did not start.'))),
    );
    worker.postMessage(scenario);
  });
}
