/** Tests that the source files follow the rules of `eslint.rooms.js`, and that the rules detect violations. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, sep } from 'node:path';
import { describe, expect, test } from 'vitest';
import { complaints } from '../support/architecture.ts';

const src = join(import.meta.dirname, '../../src');
const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .map((file) => file.split(sep).join('/'))
  .filter((file) => /\.(ts|js|svelte)$/.test(file))
  .sort();

describe('every source file keeps to the architecture', () => {
  test.each(files)('%s', (file) => {
    expect(complaints(file, readFileSync(join(src, file), 'utf8'))).toEqual([]);
  });
});

/** The packages that `file` (a path in `src`) imports, itself or by way of other files, for their types included. */
function packagesOf(file: string, seen = new Set<string>()): Set<string> {
  const found = new Set<string>();
  seen.add(file);
  const source = readFileSync(join(src, file), 'utf8');
  for (const [, specifier = ''] of source.matchAll(/(?:\bfrom|\bimport\(?)\s*'([^']+)'/g)) {
    const target = posix.join(posix.dirname(file), specifier);
    if (!specifier.startsWith('.')) found.add(specifier);
    else if (files.includes(target) && !seen.has(target))
      for (const name of packagesOf(target, seen)) found.add(name);
  }
  return found;
}

describe('XState', () => {
  test('is imported by the machine and by what compiles it, by nothing else', () => {
    const importers = files.filter((file) => readFileSync(join(src, file), 'utf8').includes("from 'xstate'"));
    expect(importers).toEqual(['machine/compile.ts', 'machine/machine.ts']);
  });

  const embeds = files.filter((file) => /^(entry|view)\/embed\//.test(file));
  test.each(embeds)('cannot be reached from %s', (file) => {
    expect([...packagesOf(file)]).not.toContain('xstate');
  });

  test('is reached from the page', () => {
    expect([...packagesOf('entry/page/main.ts')]).toContain('xstate');
  });
});

describe('the check allows', () => {
  test.each([
    ['scenario/parse/parse.ts', `import * as v from 'valibot'; import { a } from './check.ts';`],
    ['machine/replay.ts', `import { transition } from 'xstate'; import type { A } from '../scenario/a.ts';`],
    ['picture/map.ts', `import { line } from 'd3'; import { a } from '../analysis/explore.ts';`],
    ['session/reader.svelte.ts', `import { untrack } from 'svelte'; let a = $state(0); export { a };`],
    ['session/reader.svelte.ts', `import { SvelteMap } from 'svelte/reactivity'; new SvelteMap();`],
    ['view/Map.svelte', `<script lang="ts">import { zoom, select } from 'd3'; zoom(); select('g');</script>`],
    ['view/Map.svelte', `<p style:width="{3}px">{new Date('2025-11-19').getFullYear()}</p>`],
    ['entry/page.ts', `import a from '../../seeds/a.json'; localStorage.a = a;`],
    ['entry/cli/schema.ts', `import { readFileSync } from 'node:fs'; import '../codec/link.ts';`],
    ['scenario/evidence.ts', `export const f = (a: BufferSource) => crypto.subtle.digest('SHA-256', a);`],
    // Free names are forbidden, not words: these are a document and a history of the scenario.
    ['scenario/evidence.ts', `export const f = (document: { location: string }) => document.location;`],
    ['analysis/questions/ways.ts', `export const f = (a: { history: number[] }) => a.history;`],
    ['analysis/questions/ways.ts', `export const a = 'window, Math.random and innerHTML'; // Date.now()`],
  ])('%s: %s', (file, source) => {
    expect(complaints(file, source)).toEqual([]);
  });
});

describe('the check notices', () => {
  test.each([
    // arrows
    ['scenario/a.ts', `import { a } from '../machine/a.ts';`, 'machine/a.ts'],
    ['scenario/a.ts', `import type { A } from '../machine/a.ts';`, 'machine/a.ts'],
    ['scenario/a.ts', `export { a } from '../machine/a.ts'; export const b = 1;`, 'machine/a.ts'],
    ['scenario/a.ts', `export * from '../machine/a.ts'; export const b = 1;`, 'machine/a.ts'],
    ['scenario/a.ts', `export const a = () => import('../machine/a.ts');`, 'machine/a.ts'],
    ['scenario/a.ts', `export type A = import('../machine/a.ts').A;`, 'machine/a.ts'],
    ['scenario/a.ts', `export const a = (b: string) => import(b);`, 'plain text'],
    ['analysis/a.ts', `import '../picture/a.ts';`, 'picture/a.ts'],
    ['session/a.svelte.ts', `import '../picture/a.ts';`, 'picture/a.ts'],
    ['session/a.svelte.ts', `import A from '../view/A.svelte';`, 'view/A.svelte'],
    ['session/a.svelte.ts', `import '../codec/link.ts';`, 'codec/link.ts'],
    ['view/A.svelte', `<script lang="ts">import '../codec/link.ts';</script>`, 'codec/link.ts'],
    ['view/A.svelte', `<script module>import '../entry/page.ts';</script>`, 'entry/page.ts'],
    ['view/A.svelte', `<button onclick={() => import('../codec/link.ts')}>a</button>`, 'codec/link.ts'],
    ['view/deep/A.svelte', `<script>import '../../codec/link.ts';</script>`, 'codec/link.ts'],
    ['codec/link.ts', `import '../session/reader.svelte.ts';`, 'session/reader'],
    ['picture/a.ts', `import a from '../../seeds/a.json';`, 'seeds/a.json'],
    ['shared/a.ts', `export const a = 1;`, 'none of the folders'],
    ['a.ts', `export const a = 1;`, 'none of the folders'],
    // packages
    ['machine/a.ts', `import * as v from 'valibot';`, `'valibot'`],
    ['scenario/a.ts', `import { toJsonSchema } from '@valibot/to-json-schema';`, 'to-json-schema'],
    ['analysis/a.ts', `import { transition } from 'xstate';`, `'xstate'`],
    ['entry/page.ts', `import { transition } from 'xstate';`, `'xstate'`],
    ['analysis/a.ts', `import { sum } from 'd3';`, `'d3'`],
    ['view/A.svelte', `<script lang="ts">import { line } from 'd3';</script>`, 'zooming'],
    ['view/A.svelte', `<script lang="ts">import * as d3 from 'd3';</script>`, 'zooming'],
    ['picture/a.ts', `import { untrack } from 'svelte';`, `'svelte'`],
    ['codec/a.ts', `import { readFileSync } from 'node:fs';`, 'node:fs'],
    ['entry/page.ts', `import _ from 'lodash';`, 'lodash'],
    // barrels
    ['machine/index.ts', `export const a = 1;`, 'barrel'],
    ['machine/all.ts', `export { a } from './a.ts'; export * from './b.ts';`, 'barrel'],
    // the outside
    ['scenario/a.ts', `export const a = window.innerWidth;`, `'window'`],
    ['machine/a.ts', `export const a = document.title;`, `'document'`],
    ['analysis/a.ts', `export const a = globalThis.localStorage;`, `'globalThis'`],
    ['picture/a.ts', `export const a = navigator.language;`, `'navigator'`],
    ['session/a.svelte.ts', `export const a = location.hash;`, `'location'`],
    ['analysis/a.ts', `export const a = Math.random();`, `'Math.random'`],
    ['analysis/a.ts', `export const a = crypto.randomUUID();`, `'crypto, for chance'`],
    ['analysis/a.ts', `export const a = Date.now();`, `'Date.now'`],
    ['analysis/a.ts', `export const a = new Date('2025-11-19');`, `'new Date'`],
    ['analysis/a.ts', `export const a = performance.now();`, `'performance.now'`],
    ['view/A.svelte', `<p>{sessionStorage.a}</p>`, `'sessionStorage'`],
    ['view/A.svelte', `<script>history.pushState(0, '');</script>`, `'history'`],
    ['view/A.svelte', `<script>const a = window.localStorage;</script>{a}`, `'localStorage'`],
    ['view/A.svelte', `<p>{document.cookie}</p>`, `'cookie'`],
    ['view/A.svelte', `<p>{document.location}</p>`, `'location'`],
    ['view/A.svelte', `<p>{new Date().getFullYear()}</p>`, `'new Date'`],
    ['view/A.svelte', `<p>{Math.random()}</p>`, `'Math.random'`],
    ['analysis/a.ts', `export const a = Math.random(); // eslint-disable-line`, `'Math.random'`],
    // text as HTML, as code, as style
    ['view/A.svelte', `<p>{@html '<b>a</b>'}</p>`, 'no HTML'],
    [
      'view/A.svelte',
      `<script>let a = $state('');</script><p contenteditable bind:innerHTML={a}></p>`,
      'no HTML',
    ],
    ['codec/a.ts', `export const a = (b: Element) => { b.innerHTML = ''; };`, 'no HTML'],
    ['codec/a.ts', `export const a = (b: Element) => { b['innerHTML'] = ''; };`, 'no HTML'],
    ['codec/a.ts', `export const a = (b: Element) => b.insertAdjacentHTML('beforeend', '');`, 'no HTML'],
    ['view/a.ts', `import { select } from 'd3'; select('p').html('<b>a</b>');`, 'no HTML'],
    ['codec/a.ts', `export const a = new Function('return 1');`, 'no code'],
    ['codec/a.ts', `export const a = eval('1');`, 'no code'],
    ['view/A.svelte', `<p style="color: red">a</p>`, 'no style'],
    ['view/A.svelte', `<p style={'color: red'}>a</p>`, 'no style'],
    ['codec/a.ts', `export const a = (b: Element) => b.setAttribute('style', 'color: red');`, 'no style'],
    // what cannot be read
    ['view/A.svelte', `<p>{#if}</p>`, 'Parsing error'],
  ])('%s: %s', (file, source, complaint) => {
    expect(complaints(file, source).join('\n')).toContain(complaint);
  });
});
