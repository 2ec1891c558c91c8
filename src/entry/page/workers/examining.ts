/** Examines a scenario file that the reader opens: in a worker, or on the page where no worker can start. */
import type { ExaminationStage } from '../../../analysis/judge/examine.ts';
import { readScenarioFile } from '../../../browser/files.ts';
import { startWorker } from '../../../browser/trusted.ts';
import type { Examination } from '../../../view/shell/services.ts';
import worker from './explore.worker.ts?worker&url';

/**
 * Starts at once and reports each stage to `tell`. Returns a function that stops the examination; no stage is
 * reported after that.
 */
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

/**
 * Examines in a worker; on the page where the worker does not start (a page opened from a disk, a sandboxed frame).
 */
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

/** Examines on the page. This is reported first, since the page does not respond meanwhile. */
function examineHere(bytes: Uint8Array, tell: (stage: Examination) => void): () => void {
  tell({ stage: 'here' });
  let stopped = false;
  void (async () => {
    const { examine } = await import('../../../analysis/judge/examine.ts');
    // The report is drawn before the page is blocked.
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
