/** Tests that a page gets the narrowest policy under which it works. */
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { policyFor, withPolicy } from '../../../src/entry/build/policy.ts';

const page = (head: string, body = '') =>
  `<!doctype html>\n<html>\n  <head>\n    ${head}\n  </head>\n  <body>${body}</body>\n</html>\n`;
const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const directives = (policy: string) =>
  new Map(policy.split('; ').map((part) => [part.split(' ')[0] ?? '', part.split(' ').slice(1)]));

const program = page('<script type="module" src="./a.js"></script><link rel="stylesheet" href="./a.css">');

describe('every policy', () => {
  test.each([
    ['a page of the program', policyFor(program)],
    [
      'one that is a single file',
      policyFor(page('<script>a</script><style>b</style>'), { alone: true, inline: ['a', 'b'] }),
    ],
    ['one to read', policyFor(page('<style>b</style>'), { inline: ['b'] })],
    ['an empty one', policyFor(page(''))],
  ])('of %s forbids everything that it does not allow, and code from text', (name, policy) => {
    const found = directives(policy);
    expect(found.get('default-src')).toEqual(["'none'"]);
    expect(found.get('base-uri')).toEqual(["'none'"]);
    expect(found.get('form-action')).toEqual(["'none'"]);
    expect(found.get('require-trusted-types-for')).toEqual(["'script'"]);
    expect(policy).not.toMatch(/unsafe|https?:|\*|connect-src|object-src/);
    // The page shows what an embed of it would look like; no other frames anything.
    expect(found.get('frame-src')).toEqual(name === 'a page of the program' ? ["'self'"] : undefined);
  });
});

test('a page of the program: runs and loads only files of its own host', () => {
  const found = directives(policyFor(program));
  expect(found.get('script-src')).toEqual(["'self'"]);
  expect(found.get('style-src')).toEqual(["'self'"]);
  expect(found.get('worker-src')).toEqual(["'self'"]);
  expect(found.get('trusted-types')).toEqual(['parley']);
});

test('requests: are allowed only on a page that reads files of its site, and only to that site', () => {
  expect(directives(policyFor(program)).has('connect-src')).toBe(false);
  expect(directives(policyFor(program, { reads: true })).get('connect-src')).toEqual(["'self'"]);
  const whole = policyFor(page('<script>a</script>'), { reads: true, alone: true, inline: ['a'] });
  expect(directives(whole).has('connect-src')).toBe(false);
});

test('inline code: is allowed by its hash, character for character', () => {
  const inline = [' let a = "</scr" + "ipt>";\n', 'p > a { color: red }'];
  const [script = '', style = ''] = inline;
  const found = directives(
    policyFor(page(`<script type="module">${script}</script><style>${style}</style>`), {
      alone: true,
      inline,
    }),
  );
  expect(found.get('script-src')).toEqual([hash(script)]);
  expect(found.get('style-src')).toEqual([hash(style)]);
  expect(found.get('img-src')).toEqual(['data:']);
});

test('a page without scripts: may run none and create no Trusted Types policy; data is no script', () => {
  const found = directives(policyFor(page('<script type="application/ld+json">{}</script>')));
  expect(found.has('script-src')).toBe(false);
  expect(found.has('worker-src')).toBe(false);
  expect(found.get('trusted-types')).toEqual(["'none'"]);
});

test('the policy: is the first element in the head', () => {
  expect(withPolicy(program)).toMatch(
    /<head>\s*<meta http-equiv="Content-Security-Policy" content="[^"]+">\s*<script/,
  );
});

const begun = (before: string) => `${before}<head></head><body></body></html>`;

test.each([
  ['no head', '<p>Hello</p>'],
  ['a script before its head', begun('<!doctype html><html lang="en"><script>a</script>')],
  ['a language that ends its tag', begun('<!doctype html><html lang="en"><b x="">')],
  ['a handler on its first tag', begun('<!doctype html><html onload="a()">')],
  ['a comment first', begun('<!-- x --><!doctype html><html>')],
])('a page with %s is refused', (_, html) => {
  expect(() => withPolicy(html)).toThrow('no place for its policy');
});

test.each([
  ['an inline script', '<script>a()</script>'],
  ['an inline style', '<style>a{}</style>'],
  ['a script from another host', '<script src="https://example.org/a.js"></script>'],
  ['a script from a host without a protocol', '<script src="//example.org/a.js"></script>'],
  ['a script with capitals', '<SCRIPT>a()</SCRIPT>'],
  ['a script that does not end', '<script>a()'],
  ['a script that ends with a space', '<script>a()</script >'],
  ['a base', '<base href="https://example.org/">'],
  ['an object', '<object data="a"></object>'],
])('a page with %s that the build did not put there is refused', (_, html) => {
  expect(() => withPolicy(page('', html))).toThrow('the build did not put there');
  expect(() => withPolicy(page(html))).toThrow('the build did not put there');
});

test('parts added by the build: are recognised by their exact text', () => {
  const html = page('<script>a()</script>');
  expect(withPolicy(html, { inline: ['a()'] })).toContain(hash('a()'));
  expect(() => withPolicy(html, { inline: ['a() '] })).toThrow('the build did not put there');
});

test('a page with a policy of its own is refused, wherever the policy is', () => {
  expect(() => withPolicy(withPolicy(program))).toThrow('of its own');
  expect(() => withPolicy(page('', '<meta HTTP-EQUIV=refresh content="0;url=https://example.org">'))).toThrow(
    'of its own',
  );
});
