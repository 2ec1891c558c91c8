/** Worker that reads the hand-ins of a class. Its message is a `GatherRequest`; it replies with a `GatherReply`. */
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
