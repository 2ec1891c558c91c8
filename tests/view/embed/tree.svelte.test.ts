/** Tests that the HTML that the build writes and the elements that the browser creates are the same page. */
import { expect, test } from 'vitest';
import { embedded, forEmbed } from '../../../src/entry/embed/embed-data.ts';
import { replay } from '../../../src/machine/replay.ts';
import { serialise } from '../../../src/scenario/complete.ts';
import { drawEmbed } from '../../../src/view/embed/draw.ts';
import { toMarkup } from '../../../src/view/embed/tree-markup.ts';
import { h, toElements } from '../../../src/view/embed/tree.ts';
import { compiled } from '../../support/laws.ts';
import { closed, fork } from '../../zoo/zoo.ts';

/** `html` as a browser reads it. */
const parsed = (html: string) =>
  new DOMParser().parseFromString(`<body>${html}</body>`, 'text/html').body.innerHTML;

const made = (tree: Parameters<typeof toElements>[0]) => {
  const body = document.createElement('body');
  body.append(toElements(tree, document));
  return body;
};

test('both are the same page for any text and any attribute', () => {
  const tree = h('p', { title: '"<&>\'', hidden: true, class: false, 'data-n': 0 }, '<b>&amp;</b>', null, [
    ['nested', false],
    h('svg', { viewBox: '0 0 1 1' }, h('path', { d: 'M0 0' })),
  ]);
  expect(made(tree).innerHTML).toBe(parsed(String(toMarkup(tree))));
  expect(made(tree).querySelector('path')?.namespaceURI).toBe('http://www.w3.org/2000/svg');
  expect(made(tree).querySelector('b')).toBeNull();
});

test.each([
  { scenario: fork, story: [] },
  { scenario: fork, story: ['p'] },
  { scenario: closed, story: ['k0'] },
])('both are the same page for an embed of $scenario.id after $story', ({ scenario, story }) => {
  const all = compiled(scenario);
  const data = embedded({ file: forEmbed(serialise(scenario)), futures: all.futures });
  const tree = drawEmbed({
    embedded: data,
    replay: replay(data.machine, story),
    settings: { lock: 0, evidence: 'open', endings: 'open', map: 'show' },
    notes: [{ text: 'A note.', details: ['one', 'two'] }],
    full: 'https://example.org/',
    about: 'https://example.org/#about',
    kept: '',
    title: 'p',
  });
  expect(made(tree).innerHTML).toBe(parsed(String(toMarkup(tree))));
});

/** What a data file could hold in the place of a text. */
const FORGED = [
  { tag: 'img', attributes: { src: 'x', onerror: 'document.title = "forged"' }, children: [] },
  JSON.parse(
    '{ "tag": "script", "attributes": {}, "children": ["document.title = 1"], "__proto__": { "tag": "b" } }',
  ),
  [{ tag: 'iframe', attributes: { srcdoc: '<b>x</b>' }, children: [] }],
  { toString: 1, tag: 'b' },
] as never[];

test('an object that looks like a branch but was not made by `h`: is not drawn', () => {
  const tree = h('p', {}, 'before', ...FORGED, 7, 'after');
  expect(made(tree).innerHTML).toBe('<p>before7after</p>');
  expect(String(toMarkup(tree))).toBe('<p>before7after</p>');
});

test('an attribute: is a text, a number or a flag, and an address leads to the web, a file or the page itself', () => {
  const tree = [
    h('a', { title: { toString: 1 } as never, href: 'javascript:alert(1)' }),
    h('a', { href: 'data:text/html,x' }),
    h('blockquote', { cite: 'vbscript:x' }),
    h('a', { href: 'https://example.org/' }),
    h('a', { href: '#s1' }),
  ];
  const drawn =
    '<a></a><a></a><blockquote></blockquote><a href="https://example.org/"></a><a href="#s1"></a>';
  expect(made(tree).innerHTML).toBe(drawn);
  expect(String(toMarkup(tree))).toBe(drawn);
});
