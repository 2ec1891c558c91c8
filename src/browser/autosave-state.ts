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
  /** The newest state of each piece of work that the store was not given yet, by id. */
  readonly waiting: ReadonlyMap<string, StoredStory>;
  /** What the store is writing. */
  readonly batch: readonly StoredStory[];
  /** The revision at which the store has each piece of work; 0 where it is not named. */
  readonly revisions: ReadonlyMap<string, number>;
  /** The id of the piece written last, while the store has it and the disk may not; empty for none. */
  readonly unsettled: string;
  /** Whether the page is left: hidden for good, or put aside for coming back. */
  readonly left: boolean;
}

export type AutosaveEvent =
  /** There is a newer state of a piece of work. */
  | { readonly type: 'changed'; readonly story: StoredStory }
  /** A piece of work was found in the store. */
  | { readonly type: 'found'; readonly story: StoredStory }
  /** The batch is written, but for the pieces with the ids in `conflicts`, which someone else has written meanwhile. */
  | { readonly type: 'written'; readonly conflicts: readonly string[] }
  /** Nothing of the batch is written. */
  | { readonly type: 'failed'; readonly why: StoreProblem }
  /** The batch takes so long that it may never end. */
  | { readonly type: 'late' }
  /** Nothing has changed for a while. */
  | { readonly type: 'paused' }
  | { readonly type: 'hidden' }
  | { readonly type: 'pagehide' }
  | { readonly type: 'pageshow' };

export type AutosaveAct =
  /** Have the store write these; `written` or `failed` follows. */
  | { readonly type: 'put'; readonly batch: readonly StoredStory[] }
  /** Have the disk hold what the store has, the piece with this id and all before it. */
  | { readonly type: 'settle'; readonly id: string }
  /** Tell what stands in the way, null for nothing. */
  | { readonly type: 'report'; readonly trouble: StoreProblem | null }
  /** Make a piece of work of its own out of this one, which someone else has written; `changed` follows with it. */
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

/** Writes what waits, unless a write runs or the page is left. */
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

/** The batch waits again, unless there is a newer state; it is tried again with the next change. */
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
