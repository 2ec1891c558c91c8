/**
 * Writes the reader’s work as it changes: at once, one write at a time, and of each piece only the newest state. A write
 * that waits for the disk can take long, and the next would wait behind it: that is left to a pause in the work.
 */
import type { KeptStory } from '../codec/kept-story.ts';
import type { Store, Trouble } from './store.ts';

export interface Keeper {
  /** Keeps `story`; which revision it stands on is known here. */
  readonly keep: (story: KeptStory) => void;
  /** Says at which revision a story was found. */
  readonly know: (story: KeptStory) => void;
  /** Has the disk hold it, without waiting for a pause. */
  readonly hurry: () => void;
  /** When all that was given so far is written, or refused. */
  readonly settled: () => Promise<void>;
}

/** A pause in the work, in milliseconds: long, since the first step after it may have to wait for the disk. */
const PAUSE = 2_000;
/** A write that takes longer than this may never end: the reader is told. In milliseconds. */
const LATE = 3_000;

/**
 * Keeps in `store`. `report` is told what stands in the way of keeping, null for nothing; `taken` is given a story that
 * someone else has written in the meantime, and under what it now is to be kept.
 */
export function keeperOf(
  store: Pick<Store, 'put' | 'settle'>,
  report: (trouble: Trouble | null) => void,
  taken: (story: KeptStory) => KeptStory,
): Keeper {
  /** What is still to be written, by id. */
  const waiting = new Map<string, KeptStory>();
  const revisions = new Map<string, number>();
  let writing = false;
  let running = Promise.resolve();
  /** What the disk may not hold yet, and the timer that will see to it. */
  let unsettled = '';
  let timer: ReturnType<typeof setTimeout> | undefined;

  function hurry(): void {
    clearTimeout(timer);
    if (unsettled !== '') void store.settle(unsettled);
    unsettled = '';
  }

  async function write(): Promise<void> {
    writing = true;
    while (waiting.size > 0) {
      clearTimeout(timer);
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
      unsettled = batch.at(-1)?.id ?? '';
      timer = setTimeout(hurry, PAUSE);
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
    hurry,
    settled: () => running,
  };
}

/** An id that no other story has: 80 random bits. */
export const newId = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => (byte % 32).toString(32)).join('');
