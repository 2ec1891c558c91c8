/** Tests the size of the embeds, and that the first question precedes the rest. */
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, constants, gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeEmbeds, type Files } from '../../../src/entry/build/embed.ts';
import { serialise } from '../../../src/scenario/complete.ts';
import { newest, real } from '../../support/real.ts';

let files: Files;
beforeAll(async () => {
  files = await makeEmbeds(join(import.meta.dirname, '../../../seeds/ukraine-2025'));
});
const text = (name: string): string => {
  const found = files.get(name);
  if (found === undefined) throw new Error(`The build made no ${name}.`);
  return found;
};
const gzip = (part: string) => gzipSync(part, { level: 9 }).length;
const within = (html: string, tag: RegExp) => [...html.matchAll(tag)].map(([, inside = '']) => inside);
const scriptsOf = (html: string) => within(html, /<script>([^]*?)<\/script>/g);

describe('embed.html', () => {
  it('is at most 40 kB gzip, and its script at most 20 kB', () => {
    const html = text('embed.html');
    const sizes = {
      whole: gzip(html),
      scripts: scriptsOf(html).map(gzip),
      data: gzip(within(html, /id="data">([^]*?)<\/script>/g).join('')),
      style: gzip(within(html, /<style>([^]*?)<\/style>/g).join('')),
      'first question': gzip(within(html, /<main id="embed">([^]*?)<noscript>/g).join('')),
      loader: gzip(text('loader.js')),
      'web component': gzip(text('element.js')),
    };
    console.log('embed, gzip bytes:', JSON.stringify(sizes));
    expect(sizes.whole).toBeLessThanOrEqual(40_000);
    expect(sizes.scripts.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(20_000);
    expect(sizes.loader).toBeLessThanOrEqual(1_000);
  });

  it('contains the first question, with every answer as a button, in its first 14 kB (brotli)', () => {
    const first = brotliCompressSync(text('embed.html')).subarray(0, 14_000);
    // What a browser can read of a file of which only so much has arrived.
    const arrived = brotliDecompressSync(first, { finishFlush: constants.BROTLI_OPERATION_FLUSH }).toString();
    const [question] = newest.questions;
    expect(arrived).toContain(question?.text);
    for (const { code } of question?.answers ?? []) expect(arrived).toContain(`data-code="${code}"`);
    // All of it, to the notice below; and the script that keeps what the reader does meanwhile.
    expect(arrived).toContain(newest.notice);
    expect(arrived).toContain('</footer>');
    expect(arrived.indexOf('<script>')).toBeLessThan(arrived.indexOf('data-code='));
    console.log(
      'embed, brotli bytes to the end of the first question:',
      brotliCompressSync(text('embed.html').slice(0, text('embed.html').indexOf('<noscript>'))).length,
    );
  });

  it('has its policy first in the head, with the hash of each script and the style, and requests no other file', () => {
    for (const name of [
      'embed.html',
      `embed/${real.id}-${real.edition}.html`,
      `embed/${newest.id}-${newest.edition}.html`,
    ]) {
      const html = text(name);
      const [, policy = ''] =
        /<head>\s*<meta http-equiv="Content-Security-Policy" content="([^"]*)">/.exec(html) ?? [];
      const hashes = [...scriptsOf(html), ...within(html, /<style>([^]*?)<\/style>/g)].map(
        (part) => `'sha256-${createHash('sha256').update(part).digest('base64')}'`,
      );
      expect(policy.split('; ')).toEqual([
        "default-src 'none'",
        `script-src ${hashes[0]} ${hashes[1]}`,
        `style-src ${hashes[2]}`,
        'img-src data:',
        "base-uri 'none'",
        "form-action 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types 'none'",
      ]);
      expect(html).not.toMatch(/<(link|img|script)[^>]+(src|href)=(?!"data:,")/);
      expect(html).not.toMatch(/ style=| on[a-z]+=/);
    }
  });

  it('contains neither XState nor D3', () => {
    for (const name of ['embed.html', 'element.js'])
      expect(text(name)).not.toMatch(/xstate|d3-|StateMachine/i);
  });
});

describe('an embed with a fixed edition', () => {
  it('states its edition, and whether a newer one has been published', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'parley-editions-'));
    try {
      const edition = (number: number) => JSON.stringify({ ...serialise(real), edition: number });
      writeFileSync(join(folder, 'edition-1.json'), edition(1));
      writeFileSync(join(folder, 'scenario.json'), edition(2));
      const made = await makeEmbeds(folder);
      const says = (name: string) => /Edition \d\.[^<]*/.exec(made.get(name) ?? '')?.[0];
      const facts = (number: number) => `Edition ${number}. `;
      expect(says('embed.html')).toBe(facts(2));
      expect(says(`embed/${real.id}-1.html`)).toBe(
        `${facts(1)}This embed keeps edition 1. There is a newer one, edition 2.`,
      );
      expect(says(`embed/${real.id}-2.html`)).toBe(
        `${facts(2)}This embed keeps edition 2. There may be a newer one.`,
      );
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
