/** Writes the reader’s work as it changes: soon, one write at a time, and only the newest state of each piece. */
import type { KeptStory, Store, Trouble } from './store.ts';

export interface Keeper {
  /** Keeps `story`; which revision it stands on is known here. */
  readonly keep: (story: KeptStory) => void;
  /** Says at which revision a story was found. */
  readonly know: (story: KeptStory) => void;
  /** Writes without waiting any longer. */
  readonly hurry: () => void;
  /** When all that was given so far is written, or refused. */
  readonly settled: () => Promise<void>;
}

/** Between two writes, in milliseconds: typing asks for more than a disk should be asked. */
const PAUSE = 40;
/** A write that takes longer than this may never end: the reader is told. In milliseconds. */
const LATE = 3_000;

/**
 * Keeps in `store`. `report` is told what stands in the way of keeping, null for nothing; `taken` is given a story that
 * someone else has written in the meantime, and under what it now is to be kept.
 */
export function keeperOf(
  store: Pick<Store, 'put'>,
  report: (trouble: Trouble | null) => void,
  taken: (story: KeptStory) => KeptStory,
): Keeper {
  /** What is still to be written, by id. */
  const waiting = new Map<string, KeptStory>();
  const revisions = new Map<string, number>();
  let writing = false;
  let running = Promise.resolve();
  let last = -Infinity;
  let wake = () => {};

  function pause(time: number): Promise<void> {
    return new Promise((resolve) => {
      wake = resolve;
      setTimeout(resolve, time);
    });
  }

  async function write(): Promise<void> {
    writing = true;
    while (waiting.size > 0) {
      const early = last + PAUSE - performance.now();
      if (early > 0) await pause(early);
      last = performance.now();
      const batch = [...waiting.values()].map((story) => ({
        ...story,
        revision: revisions.get(story.id) ?? 0,
      }));
      waiting.clear();
      const late = setTimeout(() => report('blocked'), LATE);
      const outcome = await store.put(batch);
      clearTimeout(late);
      report(outcome.ok ? null : outcome.why);
      if (!outcome.ok) {
        // It is tried again with the next change.
        for (const story of batch) if (!waiting.has(story.id)) waiting.set(story.id, story);
        break;
      }
      for (const story of batch) {
        if (!outcome.value.includes(story.id)) revisions.set(story.id, story.revision + 1);
        else {
          const newest = waiting.get(story.id) ?? story;
          waiting.delete(story.id);
          const other = taken(newest);
          waiting.set(other.id, other);
        }
      }
    }
    writing = false;
  }

  return {
    keep(story) {
      waiting.set(story.id, story);
      if (!writing) running = write();
    },
    know: ({ id, revision }) => revisions.set(id, revision),
    hurry: () => wake(),
    settled: () => running,
  };
}

/** An id that no other story has: 80 random bits. */
export const newId = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => (byte % 32).toString(32)).join('');
