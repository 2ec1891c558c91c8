/** Are the HTML that the build writes and the elements that the browser makes the same page? */
import { expect, test } from 'vitest';
import { embedded, forEmbed } from '../../src/entry/embed-data.ts';
import { replay } from '../../src/machine/replay.ts';
import { serialise } from '../../src/scenario/complete.ts';
import { drawEmbed } from '../../src/view/embed/draw.ts';
import { h, toElements, toHtml } from '../../src/view/embed/tree.ts';
import { compiled } from '../laws.ts';
import { closed, fork } from '../zoo/zoo.ts';

/** `html` as a browser reads it. */
const parsed = (html: string) =>
  new DOMParser().parseFromString(`<body>${html}</body>`, 'text/html').body.innerHTML;

const made = (tree: Parameters<typeof toElements>[0]) => {
  const body = document.createElement('body');
  body.append(toElements(tree, document));
  return body;
};

test('whatever stands in a text or an attribute', () => {
  const tree = h('p', { title: '"<&>\'', hidden: true, class: false, 'data-n': 0 }, '<b>&amp;</b>', null, [
    ['nested', false],
    h('svg', { viewBox: '0 0 1 1' }, h('path', { d: 'M0 0' })),
  ]);
  expect(made(tree).innerHTML).toBe(parsed(toHtml(tree)));
  expect(made(tree).querySelector('path')?.namespaceURI).toBe('http://www.w3.org/2000/svg');
  expect(made(tree).querySelector('b')).toBeNull();
});

test.each([
  { scenario: fork, story: [] },
  { scenario: fork, story: ['p'] },
  { scenario: closed, story: ['k0'] },
])('an embed of $scenario.id after $story', ({ scenario, story }) => {
  const all = compiled(scenario);
  const data = embedded({ file: forEmbed(serialise(scenario)), futures: all.futures });
  const tree = drawEmbed({
    embedded: data,
    told: replay(data.machine, story),
    settings: { lock: 0, evidence: 'open', endings: 'open', map: 'show' },
    notes: [{ text: 'A note.', details: ['one', 'two'] }],
    full: 'https://example.org/',
    kept: '',
    title: 'p',
  });
  expect(made(tree).innerHTML).toBe(parsed(toHtml(tree)));
});
