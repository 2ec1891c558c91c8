/** Tests of reading links from the address and writing them to it. */
import { describe, expect, it } from 'vitest';
import { textOf, watchAddress } from '../../src/browser/address.ts';
import { EMPTY_LINK, encodeLink, type DecodedLink, type Link } from '../../src/codec/link.ts';
import { Tab } from '../support/tab.ts';

const PAGE = 'https://example.org/map/';
const MARK = '0123456789abcdef';
const OTHER = 'fedcba9876543210';
const link = (rest: Partial<Link> = {}): Link => ({ ...EMPTY_LINK, edition: 1, ...rest });
const told = link({ story: ['s0', 'nx'] });

/** Watches the address of `tab`, showing what it opens, or what `show` makes of it. */
function watch(tab: Tab, { keepQuery = false, show = shownFor, mark = (mark: string) => mark } = {}) {
  const opened: (readonly [DecodedLink | null, string])[] = [];
  const address = watchAddress(
    (link, mark) => {
      opened.push([link, mark]);
      return show(link);
    },
    mark,
    keepQuery,
    tab,
  );
  return { address, opened };
}

const shownFor = (read: DecodedLink | null): Link | null =>
  read === null ? link() : read.ok ? read.value : null;

describe('what an address opens', () => {
  it('is nothing where it holds no link', () => {
    const { opened } = watch(new Tab(PAGE));
    expect(opened).toEqual([[null, '']]);
  });

  it('is the link after the number sign', () => {
    const tab = new Tab(`${PAGE}#${encodeLink(told)}`);
    expect(watch(tab).opened).toEqual([[{ ok: true, value: told }, '']]);
    expect(tab.length).toBe(1);
  });

  it('is the link in the query before one after the number sign, where it moves to', () => {
    const tab = new Tab(`${PAGE}?p=${encodeLink(told)}#:~:text=words`);
    expect(watch(tab).opened[0]?.[0]).toEqual({ ok: true, value: told });
    expect(tab.location.href).toBe(`${PAGE}#${encodeLink(told)}`);
  });

  it('is reported when it is damaged, and stays unchanged', () => {
    const damaged = `${PAGE}#${encodeLink(told).replace('s0', 's1')}`;
    const tab = new Tab(damaged);
    expect(watch(tab).opened[0]?.[0]).toEqual({ ok: false, problem: 'damaged' });
    expect(tab.location.href).toBe(damaged);
  });

  it('becomes the link of what is shown, in the same entry', () => {
    const tab = new Tab(`${PAGE}#${encodeLink(told)}`);
    watch(tab, { show: () => link({ story: ['s0'] }) });
    expect(tab.location.href).toBe(`${PAGE}#${encodeLink(link({ story: ['s0'] }))}`);
    expect(tab.length).toBe(1);
  });

  it('of an earlier edition stays until the reader goes on', () => {
    const old = `${PAGE}#${encodeLink(told)}`;
    const tab = new Tab(old);
    const shown = link({ edition: 2, story: ['ca'] });
    const { address } = watch(tab, { show: () => shown });
    address.write(shown);
    expect([tab.location.href, tab.length]).toEqual([old, 1]);
    address.write({ ...shown, story: ['ca', 'kx'] });
    expect([tab.location.href, tab.length]).toEqual([
      `${PAGE}#${encodeLink({ ...shown, story: ['ca', 'kx'] })}`,
      2,
    ]);
  });

  it('is asked again when the reader moves through the history, and once more on request', () => {
    const tab = new Tab(PAGE);
    const { address, opened } = watch(tab);
    address.write(told);
    tab.go(-1);
    expect(opened.slice(1)).toEqual([[null, '']]);
    tab.go(1);
    address.readAgain();
    expect(opened.slice(2).map(([read]) => read)).toEqual([
      { ok: true, value: told },
      { ok: true, value: told },
    ]);
  });

  it('keeps no query but a link that could not be opened; all of it where the page needs it', () => {
    const strange = new Tab(`${PAGE}?token=1`);
    watch(strange);
    expect(strange.location.href).toBe(PAGE);
    const damaged = new Tab(`${PAGE}?token=1&p=1.2`);
    watch(damaged);
    expect(damaged.location.href).toBe(`${PAGE}?p=1.2`);
    const launched = new Tab(`${PAGE}?token=1`);
    watch(launched, { keepQuery: true }).address.write(told);
    expect(launched.location.href).toBe(`${PAGE}?token=1#${encodeLink(told)}`);
  });
});

describe('what is written to an address', () => {
  it('is a new entry for each step, and none for what stands there', () => {
    const tab = new Tab(PAGE);
    const { address } = watch(tab);
    address.write(link());
    expect(tab.length).toBe(1);
    address.write(link({ story: ['s0'] }));
    address.write(told);
    address.write(told);
    expect(tab.length).toBe(3);
    expect(tab.location.hash).toBe(`#${encodeLink(told)}`);
  });

  it('is no link for a story that has not begun', () => {
    const tab = new Tab(PAGE);
    const { address } = watch(tab);
    address.write(told);
    address.write(link());
    expect(tab.location.href).toBe(PAGE);
    expect(textOf(link())).toBe('');
  });

  it('stays in one entry while a student writes at one step, and while a teacher writes at one lesson', () => {
    const tab = new Tab(PAGE);
    const { address } = watch(tab);
    for (const work of ['a', 'ab', 'abc']) address.write({ ...told, work });
    expect(tab.length).toBe(2);
    for (const lesson of ['a', 'ab', 'abc']) address.write(link({ view: 'teach', lesson }));
    expect(tab.length).toBe(3);
    address.write(link({ view: 'teach', lesson: 'abc', ready: 'one' }));
    expect(tab.length).toBe(4);
  });

  it('makes no entry in the history of a page around it', () => {
    const tab = new Tab(PAGE, { framed: true });
    watch(tab).address.write(told);
    expect(tab.length).toBe(1);
    expect(tab.location.hash).toBe(`#${encodeLink(told)}`);
  });

  it('is nothing where the browser refuses, without an error', () => {
    const tab = new Tab(PAGE);
    const { address } = watch(tab);
    tab.refuses = true;
    address.write(told);
    expect(tab.location.href).toBe(PAGE);
  });
});

describe('the mark of an entry', () => {
  it('is passed to the listener, and is in no link', () => {
    const tab = new Tab(PAGE, { state: { work: MARK } });
    const { address, opened } = watch(tab);
    expect(opened).toEqual([[null, MARK]]);
    address.write(told);
    expect(tab.shown).toMatchObject({ state: { work: MARK } });
    expect(tab.location.href).not.toContain(MARK);
  });

  it('is empty where the state of the entry has another shape', () => {
    for (const state of ['text', { work: 1 }, { work: 'no mark' }, { other: MARK }])
      expect(watch(new Tab(PAGE, { state })).opened, JSON.stringify(state)).toEqual([[null, '']]);
  });

  it('changes at once when a new one is set, also for the place shown', () => {
    const tab = new Tab(PAGE);
    const { address } = watch(tab, { mark: () => MARK });
    expect(tab.shown.state).toEqual({ work: MARK });
    address.mark(OTHER);
    address.write(link());
    expect(tab.shown.state).toEqual({ work: OTHER });
    expect(tab.length).toBe(1);
  });
});
