/**
 * Tests of autosave: a change is written at once, with one write at a time and only the newest state, and nothing is
 * written by a page that is left.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  IDLE,
  next,
  type AutosaveState,
  type AutosaveAct,
  type AutosaveEvent,
} from '../../src/browser/autosave-state.ts';
import { autosave, type Timer } from '../../src/browser/autosave.ts';
import type { StoredStory } from '../../src/codec/stored-story.ts';
import type { StoreResult, StoreProblem } from '../../src/browser/store.ts';

const story = (id: string, link: string, revision = 0): StoredStory => ({
  id,
  scenario: 'a-map',
  link,
  lesson: '',
  work: '',
  from: 'start',
  created: 1,
  changed: 1,
  revision,
});
const changed = (id: string, link: string): AutosaveEvent => ({ type: 'changed', story: story(id, link) });
const written = (...conflicts: string[]): AutosaveEvent => ({ type: 'written', conflicts });
const failed: AutosaveEvent = { type: 'failed', why: 'full' };
const pagehide: AutosaveEvent = { type: 'pagehide' };
const pageshow: AutosaveEvent = { type: 'pageshow' };
const hidden: AutosaveEvent = { type: 'hidden' };
const paused: AutosaveEvent = { type: 'paused' };
const late: AutosaveEvent = { type: 'late' };

/** The state after `events`, and the acts of the last of them. */
function after(...events: AutosaveEvent[]): { state: AutosaveState; acts: readonly AutosaveAct[] } {
  let [state, acts]: readonly [AutosaveState, readonly AutosaveAct[]] = [IDLE, []];
  for (const event of events) [state, acts] = next(state, event);
  return { state, acts };
}

describe('autosave', () => {
  it('begins to write a change in the same step', () => {
    const { state, acts } = after(changed('a', 'one'));
    expect(state.phase).toBe('writing');
    expect(acts).toEqual([{ type: 'put', batch: [story('a', 'one')] }]);
  });

  it('writes, of what changes meanwhile, the newest state of each piece, as soon as the write has ended', () => {
    const during = after(
      changed('a', 'one'),
      changed('a', 'two'),
      changed('b', 'one'),
      changed('a', 'three'),
    );
    expect(during.acts).toEqual([]);
    const [state, acts] = next(during.state, written());
    expect(state.phase).toBe('writing');
    expect(acts).toEqual([
      { type: 'report', trouble: null },
      { type: 'put', batch: [story('a', 'three', 1), story('b', 'one', 0)] },
    ]);
  });

  it('writes over the revision at which a piece was found, and over its own ones', () => {
    const found: AutosaveEvent = { type: 'found', story: story('a', 'old', 4) };
    expect(after(found, changed('a', 'one')).state.batch[0]?.revision).toBe(4);
    expect(after(found, changed('a', 'one'), written(), changed('a', 'two')).state.batch[0]?.revision).toBe(
      5,
    );
  });

  it('flushes to disk after a pause without changes, or when the page is hidden', () => {
    for (const event of [paused, hidden]) {
      const { state, acts } = after(changed('a', 'one'), written(), event);
      expect(acts).toEqual([{ type: 'settle', id: 'a' }]);
      expect(state.phase).toBe('idle');
      expect(next(state, event)[1]).toEqual([]);
    }
  });

  it('reports a failure, and retries with the next change, which includes what was not written', () => {
    const { state, acts } = after(changed('a', 'one'), changed('b', 'one'), failed);
    expect(state.phase).toBe('blocked');
    expect(acts).toEqual([{ type: 'report', trouble: 'full' }]);
    const [then, again] = next(state, changed('b', 'two'));
    expect(again).toEqual([{ type: 'put', batch: [story('a', 'one'), story('b', 'two')] }]);
    expect(next(then, written())[1]).toEqual([{ type: 'report', trouble: null }]);
  });

  it('keeps a newer state of a piece over the one that could not be written', () => {
    const { state } = after(changed('a', 'one'), changed('a', 'two'), failed);
    expect([...state.waiting.values()]).toEqual([story('a', 'two')]);
  });

  it('reports a write that takes long, and withdraws the report when it ends', () => {
    const { state, acts } = after(changed('a', 'one'), late);
    expect(acts).toEqual([{ type: 'report', trouble: 'blocked' }]);
    expect(next(state, written())[1]).toEqual([{ type: 'report', trouble: null }]);
    expect(after(changed('a', 'one'), written(), late).acts).toEqual([]);
  });

  it('copies a piece that another tab has written, in its newest state, and writes the others', () => {
    const { state, acts } = after(
      changed('a', 'one'),
      changed('a', 'two'),
      changed('b', 'one'),
      written('a'),
    );
    expect(acts).toEqual([
      { type: 'report', trouble: null },
      { type: 'put', batch: [story('b', 'one')] },
      { type: 'part', story: story('a', 'two') },
    ]);
    expect(state.waiting.size).toBe(0);
    expect(state.revisions.has('a')).toBe(false);
  });
});

describe('a page that is left', () => {
  it('begins no write, neither of a change nor of waiting work, and flushes nothing', () => {
    expect(after(pagehide, changed('a', 'one'))).toMatchObject({ state: { phase: 'pending' }, acts: [] });
    const during = after(changed('a', 'one'), changed('a', 'two'), pagehide, written());
    expect(during).toMatchObject({ state: { phase: 'pending' }, acts: [{ type: 'report', trouble: null }] });
    for (const event of [hidden, paused])
      expect(after(changed('a', 'one'), written(), pagehide, event).acts).toEqual([]);
  });

  it('goes on when it is shown again', () => {
    expect(after(pagehide, changed('a', 'one'), pageshow).acts).toEqual([
      { type: 'put', batch: [story('a', 'one')] },
    ]);
    expect(after(changed('a', 'one'), written(), pagehide, pageshow).acts).toEqual([
      { type: 'settle', id: 'a' },
    ]);
    expect(after(changed('a', 'one'), failed, pagehide, pageshow)).toMatchObject({
      state: { phase: 'blocked' },
      acts: [],
    });
  });

  it('is not affected by the first pageshow event', () => {
    const before = after(changed('a', 'one'), written());
    expect(next(before.state, pageshow)).toEqual([before.state, []]);
  });
});

/** A change of a piece of work, the end of the write that runs, or what happens to the page. */
type Happening = 'a' | 'b' | 'c' | 'stored' | 'refused' | AutosaveEvent;

it('whatever happens, one write runs at a time, none begins in a page that is left, and nothing is lost', () => {
  const happenings = fc.array(
    fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom<Happening>('a', 'b', 'c') },
      { weight: 4, arbitrary: fc.constantFrom<Happening>('stored', 'refused') },
      { weight: 2, arbitrary: fc.constantFrom<Happening>(pagehide, pageshow, hidden, paused, late) },
    ),
    { maxLength: 60 },
  );
  fc.assert(
    fc.property(happenings, (all) => {
      let state = IDLE;
      let running: readonly StoredStory[] | null = null;
      const stored = new Map<string, StoredStory>();
      const newest = new Map<string, string>();
      const send = (event: AutosaveEvent) => {
        const [then, acts] = next(state, event);
        state = then;
        for (const act of acts) {
          if (act.type !== 'put') continue;
          expect(running).toBeNull();
          expect(state.left).toBe(false);
          running = act.batch;
        }
        // Whatever may be written is being written.
        if (!state.left && state.phase !== 'blocked')
          expect(state.waiting.size === 0 || running !== null).toBe(true);
      };
      const end = (how: 'stored' | 'refused') => {
        const batch = running;
        if (!batch) return;
        running = null;
        if (how === 'refused') return send({ type: 'failed', why: 'full' });
        for (const one of batch) {
          expect(one.revision).toBe(stored.get(one.id)?.revision ?? 0);
          stored.set(one.id, { ...one, revision: one.revision + 1 });
        }
        send(written());
      };
      for (const [at, one] of all.entries()) {
        if (one === 'stored' || one === 'refused') end(one);
        else if (typeof one === 'object') send(one);
        else {
          newest.set(one, `${at}`);
          send(changed(one, `${at}`));
        }
      }
      // The page is shown, one more thing is done, and the store takes everything.
      send(pageshow);
      newest.set('z', 'last');
      send(changed('z', 'last'));
      while (running) end('stored');
      expect(new Map([...stored].map(([id, { link }]) => [id, link]))).toEqual(newest);
    }),
    { numRuns: 500 },
  );
});

describe('autosave with timers', () => {
  /** A clock that advances only when it is set. */
  function clock() {
    let now = 0;
    let set: readonly { readonly at: number; readonly then: () => void }[] = [];
    const timer: Timer = (then, delay) => {
      const one = { at: now + delay, then };
      set = [...set, one];
      return () => (set = set.filter((other) => other !== one));
    };
    const pass = (time: number) => {
      now += time;
      for (const one of set.filter(({ at }) => at <= now)) {
        set = set.filter((other) => other !== one);
        one.then();
      }
    };
    return { timer, pass };
  }

  /** A store whose writes end on command. */
  function slowStore() {
    const puts: (readonly StoredStory[])[] = [];
    const settled: string[] = [];
    let ends: ((outcome: StoreResult<readonly string[]>) => void) | null = null;
    return {
      puts,
      settled,
      end: async (outcome: StoreResult<readonly string[]> = { ok: true, value: [] }) => {
        ends?.(outcome);
        await Promise.resolve();
        await Promise.resolve();
      },
      put: (batch: readonly StoredStory[]) => {
        puts.push(batch);
        return new Promise<StoreResult<readonly string[]>>((resolve) => (ends = resolve));
      },
      settle: (id: string) => {
        settled.push(id);
        return Promise.resolve<StoreResult<null>>({ ok: true, value: null });
      },
    };
  }

  function begin() {
    const store = slowStore();
    const { timer, pass } = clock();
    const reports: (StoreProblem | null)[] = [];
    const keeper = autosave(
      store,
      (trouble) => reports.push(trouble),
      (one) => ({ ...one, id: `${one.id} here` }),
      timer,
    );
    return { store, pass, reports, keeper };
  }

  it('passes a change to the store synchronously', () => {
    const { store, keeper } = begin();
    keeper.save(story('a', 'one'));
    expect(store.puts).toEqual([[story('a', 'one')]]);
  });

  it('flushes to disk two seconds after the last change, and not before', async () => {
    const { store, pass, keeper } = begin();
    keeper.save(story('a', 'one'));
    await store.end();
    pass(1_999);
    keeper.save(story('a', 'two'));
    await store.end();
    pass(1_999);
    expect(store.settled).toEqual([]);
    pass(1);
    expect(store.settled).toEqual(['a']);
  });

  it('says after three seconds that a write does not end', async () => {
    const { store, pass, reports, keeper } = begin();
    keeper.save(story('a', 'one'));
    pass(2_999);
    expect(reports).toEqual([]);
    pass(1);
    expect(reports).toEqual(['blocked']);
    await store.end();
    expect(reports).toEqual(['blocked', null]);
    pass(10_000);
    expect(reports).toEqual(['blocked', null]);
  });

  it('writes at once what it parted from another tab, and is settled only then', async () => {
    const { store, keeper } = begin();
    keeper.save(story('a', 'one'));
    let settled = false;
    const whenSettled = keeper.flush().then(() => (settled = true));
    await store.end({ ok: true, value: ['a'] });
    expect(store.puts[1]).toEqual([story('a here', 'one')]);
    expect(settled).toBe(false);
    await store.end();
    await whenSettled;
    expect(settled).toBe(true);
  });

  it('is settled where the store refuses, and at once where nothing is written', async () => {
    const { store, keeper } = begin();
    await keeper.flush();
    keeper.save(story('a', 'one'));
    const settled = keeper.flush();
    await store.end({ ok: false, why: 'blocked' });
    await settled;
    expect(store.puts).toHaveLength(1);
  });
});
