/** The worker that examines a scenario file beside the page, and tells the page how far it has come. */
import { examine, type ExaminationStage } from '../../../analysis/judge/examine.ts';

/** How long the page is left in peace between two counts, in milliseconds. */
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
