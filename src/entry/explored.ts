/** What the page is told of the whole scenario, and how it asks for it. */
import type { Follows } from '../analysis/follows.ts';
import type { OpeningsTable } from '../analysis/openings.ts';
import type { Scenario } from '../scenario/scenario.ts';

export interface Explored {
  readonly table: OpeningsTable;
  readonly follows: Follows;
}

/** Has `scenario` explored by a worker. Rejects where the browser allows none: the page works without it. */
export function explored(scenario: Scenario): Promise<Explored> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./explorer.worker.ts', import.meta.url), { type: 'module' });
    worker.onmessage = ({ data }: MessageEvent<Explored>) => {
      resolve(data);
      worker.terminate();
    };
    worker.onerror = (event) => {
      reject(new Error(event.message));
      worker.terminate();
    };
    worker.postMessage(scenario);
  });
}
