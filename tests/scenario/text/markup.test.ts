/** Tests that data is escaped in all markup that the program writes. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import {
  attributes,
  dataBlock,
  html,
  inlined,
  lines,
  type Inside,
} from '../../../src/scenario/text/markup.ts';

const HOSTILE = `</script><b a='x' c="y">&amp;]]>`;

describe('a template', () => {
  test('escapes every text in it, in text and in attributes', () => {
    expect(String(html`<p title="${HOSTILE}">${HOSTILE}</p>`)).toBe(
      `<p title="&lt;/script&gt;&lt;b a='x' c=&quot;y&quot;&gt;&amp;amp;]]&gt;">` +
        `&lt;/script&gt;&lt;b a='x' c=&quot;y&quot;&gt;&amp;amp;]]&gt;</p>`,
    );
  });

  test('inserts markup unchanged and lists item by item, and omits empty values', () => {
    expect(String(html`<ul>${[1, html`<li>a</li>`, ['<', null]]}${false}${undefined}</ul>`)).toBe(
      '<ul>1<li>a</li>&lt;</ul>',
    );
    expect(String(lines([html`<p>a</p>`, '', false, html`<p>b</p>`]))).toBe('<p>a</p>\n<p>b</p>');
  });

  test('does not accept an object that only looks like markup', () => {
    const forged = { text: '<b>', toString: () => '<b>' } as unknown as Inside;
    const json = JSON.parse('{"#text": "<b>", "constructor": {"name": "Markup"}}') as Inside;
    expect(String(html`<p>${forged}${json}${[forged]}</p>`)).toBe('<p></p>');
  });

  test('omits characters that neither XML nor HTML allows', () => {
    expect(String(html`${'a\u0000b\u001bc\ud800d\uffffe\tf\ng😀'}`)).toBe('abcde\tf\ng😀');
  });
});

test('attributes: are escaped; flags have no value, and false omits one', () => {
  expect(
    String(html`<a${attributes({ href: '"><b>', hidden: true, id: undefined, open: false, width: 0 })}>`),
  ).toBe('<a href="&quot;&gt;&lt;b&gt;" hidden width="0">');
});

test('data for a script: cannot end its element', () => {
  const block = String(dataBlock('application/json', { a: HOSTILE, b: '<!--<script>' }, 'data'));
  expect(block).toMatch(/^<script type="application\/json" id="data">[^<]*<\/script>$/);
  expect(JSON.parse(block.replace(/<[^>]*>/g, ''))).toEqual({ a: HOSTILE, b: '<!--<script>' });
});

test.each(['a</script>', 'a</STYLE', '<!-- a'])('a script or a style with %s in it: is refused', (text) => {
  expect(() => inlined('script', text)).toThrow('cannot stand inline');
  expect(() => inlined('style', text)).toThrow('cannot stand inline');
});

/** Every TypeScript file of the program, parsed. */
const SRC = join(import.meta.dirname, '../../../src');
const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
  .map((name) => ({
    name,
    source: ts.createSourceFile(name, readFileSync(join(SRC, name), 'utf8'), ts.ScriptTarget.Latest, true),
  }));

function* nodes(node: ts.Node): Generator<ts.Node> {
  yield node;
  for (const child of node.getChildren()) yield* nodes(child);
}

const isHtml = (node: ts.Node): node is ts.TaggedTemplateExpression =>
  ts.isTaggedTemplateExpression(node) && node.tag.getText() === 'html';

/** The texts between the holes of a template. */
const between = (node: ts.TaggedTemplateExpression): string[] =>
  ts.isNoSubstitutionTemplateLiteral(node.template)
    ? [node.template.text]
    : [node.template.head.text, ...node.template.templateSpans.map(({ literal }) => literal.text)];

/** Where a hole after `text` stands, when `text` begins where text stands. */
function placeAfter(text: string): 'text' | 'value' | 'tag' {
  const tag = /<[^<>]*$/.exec(text.replaceAll('<!--', '').replace(/"[^"]*"/g, '""'))?.[0];
  if (tag === undefined) return 'text';
  return (tag.split('"').length - 1) % 2 === 1 ? 'value' : 'tag';
}

/** In a tag, only markup that another function of `markup.ts` or a template has made may stand: never a text. */
const ATTRIBUTES = /^(?:attributes\(|set$|how$|tag$|style$|\w[\w. ]* && html`|stands\.over \? html`)/;

test('every expression in a template: is in text, in a value in double quotes, or consists of attributes', () => {
  const templates = files.flatMap(({ name, source }) =>
    [...nodes(source)].filter(isHtml).map((node) => ({ name, node })),
  );
  expect(templates.length).toBeGreaterThan(50);
  const wrong = templates.flatMap(({ name, node }) => {
    const texts = between(node);
    return texts.slice(0, -1).flatMap((_, at) => {
      const place = placeAfter(texts.slice(0, at + 1).join('x'));
      const hole = (node.template as ts.TemplateExpression).templateSpans[at]?.expression.getText() ?? '';
      return place === 'tag' && !ATTRIBUTES.test(hole) ? [`${name}: \${${hole}} in ${texts[at]}`] : [];
    });
  });
  expect(wrong).toEqual([]);
});

test('every text outside a template: does not look like markup', () => {
  const looks = /<\/?[a-z][\w-]*(?:\s[^<>]*)?\/?>|<[a-z][\w-]*\s[\w-]+="|<!doctype|<\?xml/i;
  const found = files.flatMap(({ name, source }) =>
    [...nodes(source)].flatMap((node) => {
      const text =
        ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)
          ? node.text
          : ts.isTemplateExpression(node)
            ? [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join('x')
            : '';
      return looks.test(text) && !isHtml(node.parent) ? [`${name}: ${text.slice(0, 60)}`] : [];
    }),
  );
  expect(new Set(found)).toEqual(new Set(ELSEWHERE));
});

/** Texts that only look like markup: notations of other languages, places in Vite’s page, and the file that writes markup. */
const ELSEWHERE: readonly string[] = [
  'export/models/prism-game.ts:   <<coalition>> P>=1 [ F "x" ]   whether the coalition can b',
  'export/models/prism-game.ts:   <<coalition>> P>=1 [ F ("x" & !"x") ]   whether it can blo',
  'export/models/dot.ts:     label=<x>',
  'export/models/dot.ts:     x [label=<x>]',
  'export/models/dot.ts:   x [shape=box, style="rounded,filled", fillcolor="#f2eee4",',
  'export/markdown.ts:  <x>',
  'export/markdown.ts: <x>',
  'export/markdown.ts: [x](<x>)',
  'export/models/mermaid.ts: <br/>',
  'entry/build/first-screen.ts:   x\n  </head>',
  'entry/build/first-screen.ts: </head>',
  'entry/build/first-screen.ts: <div id="app"></div>',
  'entry/build/first-screen.ts: x\n    <link rel="stylesheet" media="not all"x>',
  'entry/site/pages.ts: <axx href="x"x</a>',
  'entry/build/pages.ts:   x\n  </head>',
  'entry/build/pages.ts:   x\n    </noscript>',
  'entry/build/pages.ts: </head>',
  'entry/build/pages.ts: </noscript>',
  'scenario/text/markup.ts: <scriptx>x</script>',
  'scenario/text/markup.ts: <xx>x</x>',
];

test('trusted markup: comes only from Svelte and Vite, in the build only', () => {
  const callers = files.flatMap(({ name, source }) =>
    [...nodes(source)]
      .filter((node) => ts.isCallExpression(node) && node.expression.getText() === 'trustedMarkup')
      .map((node) => `${name}: ${node.getText()}`),
  );
  expect(callers).toEqual([
    "entry/build/first-screen.ts: trustedMarkup(first(size('parley.html')))",
    'entry/site/pages.ts: trustedMarkup(body)',
    'view/embed/tree-markup.ts: trustedMarkup(part.tag)',
  ]);
});
