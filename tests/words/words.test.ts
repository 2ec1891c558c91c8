/** Tests that views and exports keep their texts for readers in `words/`, and that the check detects violations. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { describe, expect, test } from 'vitest';
import { sentences } from '../support/sentences.ts';

const src = join(import.meta.dirname, '../../src');

/** The folders whose words stand in `words/`. */
const DONE = ['view', 'export'];
/** A style sheet, and the models: programs in other languages, whose comments explain the code beside them. */
const CODE = /^export\/(gamebook-style\.ts|models\/)/;

const files = DONE.flatMap((folder) =>
  readdirSync(join(src, folder), { recursive: true, encoding: 'utf8' })
    .map((file) => `${folder}/${file.split(sep).join('/')}`)
    .filter((file) => /\.(ts|svelte)$/.test(file) && !CODE.test(file)),
);

describe('no word for a reader stands in', () => {
  test.each(files)('%s', (file) => {
    expect(sentences(file, readFileSync(join(src, file), 'utf8'))).toEqual([]);
  });
});

describe('the check finds', () => {
  test.each([
    ['A.svelte', '<p>Back</p>', 'Back'],
    ['A.svelte', '{#if a}<p>{b} steps</p>{/if}', 'steps'],
    ['A.svelte', '{#each a as b (b)}{:else}<p>None.</p>{/each}', 'None.'],
    ['A.svelte', '{#snippet a()}<b>Close</b>{/snippet}', 'Close'],
    ['A.svelte', '<nav aria-label="Views"></nav>', 'aria-label="Views"'],
    ['A.svelte', '<nav aria-label="Code: {way}"></nav>', 'aria-label="Code: "'],
    ['A.svelte', '<img alt="A map" />', 'alt="A map"'],
    ['A.svelte', '<input placeholder="Name" />', 'placeholder="Name"'],
    ['A.svelte', '<Part summary="More" />', 'summary="More"'],
    ['A.svelte', "<p>{a ? 'open' : 'closed'}</p>", 'open'],
    ['A.svelte', "<p title={a ?? 'None'}></p>", 'None'],
    ['A.svelte', '<p>{`${a} steps`}</p>', ' steps'],
    ['A.svelte', '<script lang="ts">let said = \'Link copied\';</script>', 'Link copied'],
    ['A.svelte', '<script lang="ts">const a = `Step ${1} was changed`;</script>', 'Step … was changed'],
    ['A.svelte', "<button onclick={() => (said = 'Not found.')}>{a}</button>", 'Not found.'],
    ['a.ts', "export const a = { title: 'The story so far' };", 'The story so far'],
  ])('%s: %s', (file, source, text) => {
    expect(sentences(file, source)).toContain(text);
  });
});

describe('the check allows', () => {
  test.each([
    ['A.svelte', '<!-- A comment of several words. --><p>{words.back} · {a}: {b}</p>'],
    ['A.svelte', '<p class="on-screen soft" id="a" data-state={open ? \'open\' : \'closed\'}></p>'],
    ['A.svelte', '<a rel="noopener noreferrer" href="./a.json" class={on ? \'a b\' : \'\'}>{a}</a>'],
    ['A.svelte', '<style>p { color: red; }</style>'],
    ['A.svelte', '<script lang="ts">import a from \'../some where/a.ts\'; // two words\n</script>'],
    ['a.ts', "throw new Error('There is no such step.');"],
    ['a.ts', "export const a = { d: 'M2 2h6v12H2z M0 0', class: 'line dashed' };"],
  ])('%s: %s', (file, source) => {
    expect(sentences(file, source)).toEqual([]);
  });
});
