/** Examines a file that the reader gives: in a worker beside the page, or on the page itself where there is none. */
import type { ExaminationStage } from '../../../analysis/judge/examine.ts';
import { readScenarioFile } from '../../../browser/files.ts';
import { startWorker } from '../../../browser/trusted.ts';
import type { Examination } from '../../../view/shell/services.ts';
import worker from './explore.worker.ts?worker&url';

/** Begins at once. Nothing is told any more after it was stopped. */
export function examineFile(file: Blob, tell: (stage: Examination) => void): () => void {
  let stop = () => {};
  let stopped = false;
  const tellOn = (stage: Examination) => {
    if (!stopped) tell(stage);
  };
  void readScenarioFile(file).then((read) => {
    if (stopped) return;
    if (read.ok) stop = examineBeside(read.value, tellOn);
    else tellOn({ stage: 'refused', problems: read.problems });
  });
  return () => {
    stopped = true;
    stop();
  };
}

/** In a worker. Where it does not start (a page opened from a disk, a closed frame), on the page. */
function examineBeside(bytes: Uint8Array<ArrayBuffer>, tell: (stage: Examination) => void): () => void {
  let beside: Worker;
  try {
    beside = startWorker(worker);
  } catch {
    return examineHere(bytes, tell);
  }
  let stop = () => beside.terminate();
  let started = false;
  beside.onmessage = ({ data }: MessageEvent<ExaminationStage>) => {
    started = true;
    tell(data);
    if (data.stage === 'examined' || data.stage === 'refused') beside.terminate();
  };
  beside.onerror = (event) => {
    event.preventDefault();
    beside.terminate();
    if (started) tell({ stage: 'failed', why: event.message });
    else stop = examineHere(bytes, tell);
  };
  beside.postMessage(bytes);
  return () => stop();
}

/** On the page: it says so first, since nothing can be done on the page meanwhile. */
function examineHere(bytes: Uint8Array, tell: (stage: Examination) => void): () => void {
  tell({ stage: 'here' });
  let stopped = false;
  void (async () => {
    const { examine } = await import('../../../analysis/judge/examine.ts');
    // So that what was told is drawn before the page stands still.
    await new Promise((resolve) => setTimeout(resolve, 100));
    if (stopped) return;
    try {
      examine(bytes, tell);
    } catch (error) {
      tell({ stage: 'failed', why: error instanceof Error ? error.message : String(error) });
    }
  })();
  return () => (stopped = true);
}
