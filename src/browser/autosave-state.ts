/**
 * When the reader’s work is written, as a state machine in a pure function: `next` takes a state and an event and returns
 * the next state and the actions of the transition, in order. `autosave.ts` performs them.
 *
 *              changed             written
 *     idle ───────────▸ writing ───────────▸ written ──(a pause, or hidden)──▸ idle
 *                        │  ▴ ▴                 │
 *                 failed │  │ └─────changed─────┘
 *                        ▾  │ changed
 *                       blocked
 *
 * One write runs at a time, and of each piece of work only the newest state is written. A page that is left begins
 * nothing: a change from then on is `pending` until the page is shown again.
 */
import type { StoredStory } from '../codec/stored-story.ts';
import type { StoreProblem } from './store.ts';

export interface AutosaveState {
  readonly phase: 'idle' | 'pending' | 'writing' | 'written' | 'blocked';
  /** By id: the newest state of each piece of work that was not passed to the store yet. */
  readonly waiting: ReadonlyMap<string, StoredStory>;
  /** The batch that the store is writing. */
  readonly batch: readonly StoredStory[];
  /** By id: the revision in the store; 0 where there is no entry. */
  readonly revisions: ReadonlyMap<string, number>;
  /** Id of the piece written last, while it may not be on disk yet; empty for none. */
  readonly unsettled: string;
  /** Whether the page is left: unloaded, or in the back/forward cache. */
  readonly left: boolean;
}

export type AutosaveEvent =
  /** A piece of work has a newer state. */
  | { readonly type: 'changed'; readonly story: StoredStory }
  /** A piece of work was read from the store. */
  | { readonly type: 'found'; readonly story: StoredStory }
  /** The batch is written, except the pieces in `conflicts`, which another tab has written meanwhile. */
  | { readonly type: 'written'; readonly conflicts: readonly string[] }
  /** Nothing of the batch is written. */
  | { readonly type: 'failed'; readonly why: StoreProblem }
  /** The write of the batch takes longer than expected. */
  | { readonly type: 'late' }
  /** Nothing has changed for a while. */
  | { readonly type: 'paused' }
  | { readonly type: 'hidden' }
  | { readonly type: 'pagehide' }
  | { readonly type: 'pageshow' };

export type AutosaveAct =
  /** Write the batch to the store; `written` or `failed` follows. */
  | { readonly type: 'put'; readonly batch: readonly StoredStory[] }
  /** Flush to disk the piece with this id and all written before it. */
  | { readonly type: 'settle'; readonly id: string }
  /** Report the problem of the store, null for none. */
  | { readonly type: 'report'; readonly trouble: StoreProblem | null }
  /** Copy this piece, which another tab has written, under a new id; `changed` follows. */
  | { readonly type: 'part'; readonly story: StoredStory };

export type AutosaveStep = readonly [state: AutosaveState, acts: readonly AutosaveAct[]];

export const IDLE: AutosaveState = {
  phase: 'idle',
  waiting: new Map(),
  batch: [],
  revisions: new Map(),
  unsettled: '',
  left: false,
};

export function next(state: AutosaveState, event: AutosaveEvent): AutosaveStep {
  switch (event.type) {
    case 'changed':
      return begin({ ...state, waiting: new Map(state.waiting).set(event.story.id, event.story) });
    case 'found':
      return [at(state, [[event.story.id, event.story.revision]]), []];
    case 'written':
      return written(state, new Set(event.conflicts));
    case 'failed':
      return failed(state, event.why);
    case 'late':
      return [state, state.phase === 'writing' ? [{ type: 'report', trouble: 'blocked' }] : []];
    case 'paused':
    case 'hidden':
      return settle(state);
    case 'pagehide':
      return [{ ...state, left: true }, []];
    case 'pageshow':
      return state.left ? resume({ ...state, left: false }) : [state, []];
  }
}

/** Starts a write of the waiting work, unless one runs or the page is left. */
function begin(state: AutosaveState): AutosaveStep {
  if (state.phase === 'writing' || state.waiting.size === 0) return [state, []];
  if (state.left) return [{ ...state, phase: 'pending' }, []];
  const batch = [...state.waiting.values()].map((story) => ({
    ...story,
    revision: state.revisions.get(story.id) ?? 0,
  }));
  return [{ ...state, phase: 'writing', waiting: new Map(), batch }, [{ type: 'put', batch }]];
}

function written(state: AutosaveState, conflicts: ReadonlySet<string>): AutosaveStep {
  if (state.phase !== 'writing') return [state, []];
  const { batch } = state;
  const waiting = new Map(state.waiting);
  const parted: AutosaveAct[] = [];
  for (const story of batch.filter(({ id }) => conflicts.has(id))) {
    parted.push({ type: 'part', story: waiting.get(story.id) ?? story });
    waiting.delete(story.id);
  }
  const [then, acts] = begin({
    ...at(
      state,
      batch.filter(({ id }) => !conflicts.has(id)).map(({ id, revision }) => [id, revision + 1]),
    ),
    phase: 'written',
    waiting,
    batch: [],
    unsettled: batch.at(-1)?.id ?? '',
  });
  return [then, [{ type: 'report', trouble: null }, ...acts, ...parted]];
}

/** Puts the batch back among the waiting work, unless there is a newer state. It is retried with the next change. */
function failed(state: AutosaveState, why: StoreProblem): AutosaveStep {
  if (state.phase !== 'writing') return [state, []];
  const waiting = new Map([...state.batch.map((story) => [story.id, story] as const), ...state.waiting]);
  return [{ ...state, phase: 'blocked', waiting, batch: [] }, [{ type: 'report', trouble: why }]];
}

/** Goes on when the page is shown again: writes what is pending, or settles what is written. A write that failed still waits for the next change. */
function resume(state: AutosaveState): AutosaveStep {
  if (state.phase === 'pending') return begin(state);
  return state.phase === 'written' ? settle(state) : [state, []];
}

/** Has the disk hold what the store has, unless it does already or the page is left. */
function settle(state: AutosaveState): AutosaveStep {
  if (state.unsettled === '' || state.left) return [state, []];
  const phase = state.phase === 'written' ? 'idle' : state.phase;
  return [{ ...state, phase, unsettled: '' }, [{ type: 'settle', id: state.unsettled }]];
}

/** `state` with other revisions for some pieces of work. */
const at = (state: AutosaveState, revisions: readonly (readonly [string, number])[]): AutosaveState => ({
  ...state,
  revisions: new Map([...state.revisions, ...revisions]),
});
