/**
 * Writes the reader’s work to a store as it changes: performs the actions of `autosave-state.ts`, with timers. A
 * flush to disk blocks the next write, so it is deferred to a pause.
 */
import type { StoredStory } from '../codec/stored-story.ts';
import { IDLE, next, type AutosaveAct, type AutosaveEvent } from './autosave-state.ts';
import type { Store, StoreProblem } from './store.ts';

export interface Autosave {
  /** Writes `story` over the revision that was noted or written last. */
  readonly save: (story: StoredStory) => void;
  /** Records the revision of `story` in the store. */
  readonly noteRevision: (story: StoredStory) => void;
  /** Reports that the page is hidden, left, or shown again. */
  readonly send: (event: 'hidden' | 'pagehide' | 'pageshow') => void;
  /** Resolves when everything saved so far is written or refused. */
  readonly flush: () => Promise<void>;
}

/** Calls `then` after `delay` milliseconds. Returns a function that cancels the call. */
export type Timer = (then: () => void, delay: number) => () => void;

const timer: Timer = (then, delay) => {
  const timeout = setTimeout(then, delay);
  return () => clearTimeout(timeout);
};

/**
 * Time without changes before the flush to disk, in milliseconds. It is long because the next write may have to wait
 * for the disk.
 */
const PAUSE = 2_000;
/** Duration of a write, in milliseconds, after which the reader is warned. */
const LATE = 3_000;

/**
 * An autosave to `store`. `report` receives the problem of the store, null for none; `taken` receives a story that another
 * tab has written in the meantime, and returns the copy to store in its place.
 */
export function autosave(
  store: Pick<Store, 'put' | 'settle'>,
  report: (trouble: StoreProblem | null) => void,
  taken: (story: StoredStory) => StoredStory,
  after: Timer = timer,
): Autosave {
  let state = IDLE;
  let stop = (): void => undefined;
  /** The callers of `flush` that wait until nothing is being written. */
  let waiting: readonly (() => void)[] = [];

  function send(event: AutosaveEvent): void {
    const before = state;
    const [then, acts] = next(before, event);
    state = then;
    if (then.phase !== before.phase || then.batch !== before.batch) {
      stop();
      if (then.phase === 'writing') stop = after(() => send({ type: 'late' }), LATE);
      else if (then.phase === 'written') stop = after(() => send({ type: 'paused' }), PAUSE);
    }
    for (const act of acts) perform(act);
    if (state.phase === 'writing') return;
    const done = waiting;
    waiting = [];
    for (const call of done) call();
  }

  function perform(act: AutosaveAct): void {
    switch (act.type) {
      case 'put':
        void store
          .put(act.batch)
          .then((outcome) =>
            send(
              outcome.ok
                ? { type: 'written', conflicts: outcome.value }
                : { type: 'failed', why: outcome.why },
            ),
          );
        return;
      case 'settle':
        void store.settle(act.id);
        return;
      case 'report':
        return report(act.trouble);
      case 'part':
        return send({ type: 'changed', story: taken(act.story) });
    }
  }

  return {
    save: (story) => send({ type: 'changed', story }),
    noteRevision: (story) => send({ type: 'found', story }),
    send: (type) => send({ type }),
    flush: () =>
      state.phase === 'writing'
        ? new Promise((resolve) => (waiting = [...waiting, resolve]))
        : Promise.resolve(),
  };
}

/** A random id of 80 bits. */
export const newId = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => (byte % 32).toString(32)).join('');
