/** Worker that examines a scenario file, and reports its progress to the page. */
import { examine, type ExaminationStage } from '../../../analysis/judge/examine.ts';

/** Minimum time between two reports of progress, in milliseconds. */
const CALM = 200;

let last = -Infinity;

addEventListener('message', ({ data }: MessageEvent<Uint8Array>) =>
  examine(data, (stage: ExaminationStage) => {
    if (stage.stage === 'looking') {
      const now = performance.now();
      if (now - last < CALM) return;
      last = now;
    }
    postMessage(stage);
  }),
);
