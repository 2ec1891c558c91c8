/** Tests that a shared address contains only origin, path and the link. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressOf, barOf, homeOf } from '../../src/codec/passed-on.ts';

const site = 'https://example.org/parley/';

describe('the address that links begin with', () => {
  it.each([
    ['https://example.org/parley/', site],
    ['https://example.org/parley/#1.1.s0.abcd', site],
    ['https://example.org/parley/?token=a&p=1.1.s0#b', site],
    ['https://ann:word@example.org/parley/?#', site],
    ['http://127.0.0.1:4173/parley.html?endpoint=x', 'http://127.0.0.1:4173/parley.html'],
    ['https://example.org', 'https://example.org/'],
  ])('of a page at %s is %s', (page, home) => expect(homeOf(page, 'https://elsewhere.org/')).toBe(home));

  it.each([
    'file:///home/ann/parley.html?a#b',
    'file://server/share/parley.html',
    'content://downloads/7',
    'blob:https://example.org/3b241101',
    'data:text/html,ann',
    'about:srcdoc',
    'about:blank',
    '',
    'no address',
  ])('of a page at “%s” is that of the published site, or empty', (page) => {
    expect(homeOf(page, site)).toBe(site);
    expect(homeOf(page)).toBe('');
    expect(homeOf(page, site, '../')).toBe(site);
  });

  it.each([
    ['./', 'https://example.org/parley/embed/'],
    ['../', site],
    ['.', 'https://example.org/parley/embed/'],
  ])('of “%s”, seen from another file of the site, is %s', (file, home) =>
    expect(homeOf('https://example.org/parley/embed/a.html?token=a#b', '', file)).toBe(home),
  );

  it('never contains a query, a fragment or a user', () => {
    const word = fc.stringMatching(/^[A-Za-z0-9=&%+;,:@!$'()*~._-]{0,40}$/);
    fc.assert(
      fc.property(word, word, (query, fragment) => {
        expect(homeOf(`https://example.org/parley/?${query}#${fragment}`)).toBe(site);
        expect(homeOf(`file:///home/ann/?${query}#${fragment}`)).toBe('');
      }),
    );
  });
});

describe('the address of a link', () => {
  it('consists of the home address and the link as its fragment', () => {
    expect(addressOf(site, '1.1.s0.abcd')).toBe(`${site}#1.1.s0.abcd`);
    expect(addressOf(site, '')).toBe(site);
  });
  it('is only its fragment where there is no home', () =>
    expect(addressOf('', '1.1.s0.abcd')).toBe('#1.1.s0.abcd'));
});

describe('the address bar', () => {
  it('keeps nothing of the query but a link', () => {
    expect(barOf('https://example.org/?token=a&session=b&utm_source=c&fbclid=d#1.1.s0', false)).toBe(
      'https://example.org/#1.1.s0',
    );
    expect(barOf('https://example.org/?token=a&p=1.1.s0.abcd', false)).toBe(
      'https://example.org/?p=1.1.s0.abcd',
    );
  });
  it('keeps the whole query where the page needs it for a reload', () => {
    const launch = 'https://lms.example/7/parley.html?endpoint=https%3A%2F%2Flrs.example%2F&actor=%7B%7D#a';
    expect(barOf(launch, true)).toBe(launch);
  });
  it.each(['https://example.org/a/#1.1.s0', 'https://example.org/?p=a%20b%2Fc', 'file:///home/ann/a.html'])(
    'of %s is unchanged, as there is nothing to remove',
    (page) => expect(barOf(page, false)).toBe(page),
  );
});

describe('the page’s own address', () => {
  /** Each file that reads it, and what for. Whatever leaves the page goes through `codec/passed-on.ts`. */
  const READERS: Readonly<Record<string, string>> = {
    'browser/address.ts': 'the address bar, where the story is kept',
    'browser/frame.ts': 'the address that a frame was opened with',
    'browser/host-page.ts': 'the origin of a frame in the page',
    'browser/offline.ts': 'where the service worker lies; the page reloads itself',
    'browser/trusted.ts': 'whether a script lies beside the page',
    'entry/page/classroom.ts': 'the folder whose class is kept',
    'entry/embed/element-data.ts': 'where data is fetched from',
    'entry/embed/element.ts': 'where the script lies, and where data is fetched from',
    'entry/embed/embed-early.ts': 'options, before anything is drawn',
    'entry/embed/embed.ts': 'options, and the story to open',
    'entry/page/early.ts': 'whether a link stands in the address, before the program has come',
    'entry/page/own/own-work.ts': 'the folder whose work is kept',
    'entry/page/main.ts': 'where links lead',
    'entry/page/page-services.ts': 'whether links lead to this page',
    'entry/page/platform.ts': 'the launch by a learning platform',
  };
  const OWN =
    /\blocation\.(href|search|pathname|toString)|\{[^}]*\bsearch\b[^}]*\} = location|\bbaseURI\b|\bdocument\.(URL|documentURI|referrer)\b|\bimport\.meta\.url\b/;

  it('is read by these files and no others', () => {
    const src = join(import.meta.dirname, '../../src');
    const readers = readdirSync(src, { recursive: true, encoding: 'utf8' })
      .map((file) => file.replaceAll('\\', '/'))
      // What builds the site runs in Node, where there is no page.
      .filter((file) => /\.(ts|svelte)$/.test(file) && !/^entry\/(build|cli)\//.test(file))
      .filter((file) => OWN.test(readFileSync(join(src, file), 'utf8')));
    expect(readers.sort()).toEqual(Object.keys(READERS).sort());
  });
});
