/** Tests that the embed codes are correct, and safe for any title of a scenario. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { oembed, oembedLink } from '../../../src/entry/build/oembed.ts';
import { serialise } from '../../../src/scenario/complete.ts';
import {
  componentCode,
  embedAddress,
  frameCode,
  loaderCode,
  pictureCode,
  type Wanted,
} from '../../../src/view/embed/codes.ts';
import { newest, real } from '../../support/real.ts';

const wanted: Wanted = {
  site: 'https://example.org/parley/',
  scenario: 'ukraine-2025',
  edition: 1,
  title: 'A “map” of <choices> & "quotes"',
  link: '1.1.s0nx.abcd',
  kept: false,
  theme: 'auto',
  lock: 0,
};

describe('the embed code', () => {
  it('names the page of the newest edition, or the one of a fixed edition', () => {
    expect(embedAddress(wanted)).toBe('https://example.org/parley/embed.html#1.1.s0nx.abcd');
    expect(embedAddress({ ...wanted, kept: true, link: '' })).toBe(
      'https://example.org/parley/embed/ukraine-2025-1.html',
    );
    expect(embedAddress({ ...wanted, theme: 'dark', lock: 2 })).toBe(
      'https://example.org/parley/embed.html?theme=dark&lock=2#1.1.s0nx.abcd',
    );
  });

  it('has a title, loads lazily, and contains no text that ends an attribute', () => {
    expect(frameCode({ ...wanted, theme: 'dark', lock: 1 })).toBe(
      '<iframe src="https://example.org/parley/embed.html?theme=dark&amp;lock=1#1.1.s0nx.abcd"' +
        ' title="A “map” of &lt;choices&gt; &amp; &quot;quotes&quot;" width="100%" height="700" loading="lazy" frameborder="0"></iframe>',
    );
  });

  it('consists of the frame and the loader, the web component, or a picture with a link', () => {
    expect(loaderCode(wanted)).toMatch(
      /^<iframe data-parley src="[^"]+"[^]*<\/iframe>\n<script src="https:\/\/example.org\/parley\/loader.js" defer><\/script>$/,
    );
    expect(componentCode({ ...wanted, theme: 'light', lock: 1 })).toBe(
      '<script type="module" src="https://example.org/parley/element.js"></script>\n' +
        '<parley-scenario scenario="ukraine-2025" story="1.1.s0nx.abcd" theme="light" lock="1"></parley-scenario>',
    );
    expect(pictureCode(wanted)).toMatch(
      /^<a href="https:\/\/example.org\/parley\/#1.1.s0nx.abcd"><img src="https:\/\/example.org\/parley\/preview.png" alt="[^"]+" width="1440" height="860"><\/a>$/,
    );
  });
});

describe('the example pages', () => {
  it('quote the articles word for word', () => {
    const folder = join(import.meta.dirname, '../../../public/hosts');
    const marked = readdirSync(folder)
      .filter((name) => name.endsWith('.html'))
      .flatMap((name) => [
        ...readFileSync(join(folder, name), 'utf8').matchAll(/data-parley="([A-Z]-\d+w?)"\s*>([^<]*)</g),
      ]);
    expect(marked.length).toBeGreaterThan(0);
    const plain = (text: string) => text.replace(/[“”]/g, '').trim();
    for (const [, id, text = ''] of marked)
      expect(plain(newest.evidence.find((item) => item.id === id)?.quote ?? '')).toContain(
        plain(text.replace(/\s+/g, ' ')),
      );
  });
});

describe('oEmbed', () => {
  it('is answered according to version 1.0', () => {
    const answer = JSON.parse(oembed(serialise(real), wanted.site)) as Record<string, unknown>;
    expect(answer).toMatchObject({
      version: '1.0',
      type: 'rich',
      title: real.title,
      width: 600,
      height: 700,
    });
    expect(answer.html).toMatch(/^<iframe src="https:\/\/example.org\/parley\/embed.html"/);
    expect(oembedLink(real.title, wanted.site).attrs.href).toBe('https://example.org/parley/oembed.json');
  });
});
