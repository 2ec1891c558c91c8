/** The worker that reads what was pasted or opened for a class, beside the page: send it `ToGather`. */
import { gather } from '../../../codec/gather.ts';
import type { GatherReply, GatherRequest } from './gathering.ts';

addEventListener('message', ({ data: { given, from, own } }: MessageEvent<GatherRequest>) => {
  const tell = (stage: GatherReply) => postMessage(stage);
  tell({ stage: 'started' });
  gather(given, from, own).then(
    (gathered) => tell({ stage: 'gathered', gathered }),
    (error: unknown) =>
      tell({ stage: 'failed', why: error instanceof Error ? error.message : String(error) }),
  );
});
