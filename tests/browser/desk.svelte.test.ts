/** Tests that a tab stores a teacher’s desk, and that the browser asks before the page is left where it cannot. */
import { afterEach, describe, expect, it } from 'vitest';
import { deskStorage, readDesk, tabStorage } from '../../src/browser/desk.ts';
import type { StoredDesk } from '../../src/lesson/class.ts';

const desk: StoredDesk = {
  batches: [{ from: 'What was pasted', text: 'https://example.org/#1.1.s0.abcd', group: 1 }],
  removed: [2],
  again: [3, 4],
  chosen: null,
  names: ['Before', 'After'],
  into: 1,
};
/** Whether the browser would ask before the page is left. */
const asks = () => !window.dispatchEvent(new Event('beforeunload', { cancelable: true }));

afterEach(() => {
  sessionStorage.clear();
  for (const name of ['a', 'b']) deskStorage(null, '/a/', name).keep(null);
});

describe('a desk', () => {
  it('is kept under its name, and forgotten when it is cleared', () => {
    const { found, keep } = deskStorage(tabStorage(), '/a/', 'a');
    expect(found()).toBe(null);
    expect(keep(null)).toBe(true);
    expect(sessionStorage.length).toBe(0);
    expect(keep(desk)).toBe(true);
    expect(asks()).toBe(false);
    expect(deskStorage(tabStorage(), '/a/', 'a').found()).toEqual(desk);
    expect(deskStorage(tabStorage(), '/a/', 'b').found()).toBe(null);
    keep(null);
    expect(sessionStorage.length).toBe(0);
  });

  it('is kept apart from those of another copy of the site on the same origin', () => {
    deskStorage(tabStorage(), '/a/', 'a').keep(desk);
    expect(deskStorage(tabStorage(), '/b/', 'a').found()).toBe(null);
    expect(deskStorage(tabStorage(), '/a/b/', 'a').found()).toBe(null);
    deskStorage(tabStorage(), '/b/', 'a').keep(null);
    expect(deskStorage(tabStorage(), '/a/', 'a').found()).toEqual(desk);
  });

  it('of an earlier version, which had no folder in its name, is moved to the first copy that looks', () => {
    sessionStorage.setItem('parley-class-a', JSON.stringify(desk));
    expect(deskStorage(tabStorage(), '/a/', 'a').found()).toEqual(desk);
    expect(deskStorage(tabStorage(), '/b/', 'a').found()).toBe(null);
    expect(sessionStorage.getItem('parley-class-a')).toBe(null);
    // It is there as if this version had kept it, also in the next page of the tab.
    expect(deskStorage(tabStorage(), '/a/', 'a').found()).toEqual(desk);
  });

  it('of an earlier version stays where it is when this site has one of its own, or no room', () => {
    const older = JSON.stringify({ ...desk, into: 0 });
    deskStorage(tabStorage(), '/a/', 'a').keep(desk);
    sessionStorage.setItem('parley-class-a', older);
    expect(deskStorage(tabStorage(), '/a/', 'a').found()).toEqual(desk);
    expect(sessionStorage.getItem('parley-class-a')).toBe(older);
    const storage = {
      getItem: (key: string) => sessionStorage.getItem(key),
      removeItem: (key: string) => sessionStorage.removeItem(key),
      setItem(key: string, text: string) {
        if (key !== 'parley-class-a') throw new DOMException('full', 'QuotaExceededError');
        sessionStorage.setItem(key, text);
      },
    };
    expect(deskStorage(storage, '/b/', 'a').found()).toEqual({ ...desk, into: 0 });
    expect(sessionStorage.getItem('parley-class-a')).toBe(older);
  });

  it('of a page from a disk has no folder in its name: a stick has another path on another day', () => {
    deskStorage(tabStorage(), '', 'a').keep(desk);
    expect(deskStorage(tabStorage(), '', 'a').found()).toEqual(desk);
    expect(Object.keys(sessionStorage)).toEqual(['parley-class-a']);
  });

  it('that finds no room leaves no older one behind, and the browser asks until it is cleared', () => {
    const { found, keep } = deskStorage(tabStorage(), '/a/', 'a');
    keep(desk);
    const large = { ...desk, batches: [{ from: 'x', text: 'x'.repeat(20_000_000), group: 0 as const }] };
    expect(keep(large)).toBe(false);
    expect(found()).toBe(null);
    expect(asks()).toBe(true);
    keep(null);
    expect(asks()).toBe(false);
  });

  it('that a browser refuses to store makes it ask before leaving, beside one that is stored', () => {
    expect(deskStorage(null, '/a/', 'a').keep(desk)).toBe(false);
    expect(deskStorage(tabStorage(), '/a/', 'b').keep(desk)).toBe(true);
    expect(asks()).toBe(true);
    expect(deskStorage(null, '/a/', 'a').found()).toBe(null);
  });

  it('is empty, and makes the browser ask before leaving, where access to the storage is refused', () => {
    const refuse = () => {
      throw new DOMException('denied', 'SecurityError');
    };
    const { found, keep } = deskStorage({ getItem: refuse, setItem: refuse, removeItem: refuse }, '/a/', 'a');
    expect(found()).toBe(null);
    expect(keep(desk)).toBe(false);
    expect(asks()).toBe(true);
    expect(keep(null)).toBe(true);
    expect(asks()).toBe(false);
  });

  it('is untrusted: data of another shape is ignored', () => {
    expect(readDesk(JSON.stringify(desk))).toEqual(desk);
    for (const wrong of [
      { batches: [{ from: 'x', text: 5, group: 0 }] },
      { batches: [{ from: 'x', text: '', group: 2 }] },
      { batches: 'x' },
      { removed: ['1'] },
      { again: [0.5] },
      { chosen: 1 },
      { names: ['one'] },
      { names: [1, 2] },
      { into: 3 },
    ])
      expect(readDesk(JSON.stringify({ ...desk, ...wrong })), JSON.stringify(wrong)).toBe(null);
    for (const text of ['', 'null', '[]', '{', '{}']) expect(readDesk(text), text).toBe(null);
  });
});
