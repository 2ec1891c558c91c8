/** Tests of the metadata of the pages to read and of their preview pictures. */
import { describe, expect, test } from 'vitest';
import { headOf, type PageFacts } from '../../../src/entry/build/head.ts';
import { siteAddress } from '../../../src/entry/build/pages.ts';
import { rasterise } from '../../../src/entry/build/rasterise.ts';
import { compile } from '../../../src/machine/compile.ts';
import { replay } from '../../../src/machine/replay.ts';
import { support } from '../../../src/machine/support.ts';
import { citedBy } from '../../../src/view/plain/cited.ts';
import { newest } from '../../support/real.ts';

const facts: PageFacts = {
  title: 'A & B',
  description: 'Says "so" <here>',
  file: 'map/W1.html',
  picture: 'map/W1.png',
  pictureWords: 'A line',
  language: 'en',
  version: 2,
  citations: [
    {
      title: '[A </script> title]',
      publisher: 'P',
      url: 'https://example.org/a',
      date: '',
      note: 'P, March',
    },
  ],
};

describe('the head of a page', () => {
  test('has the full addresses of the page and its picture where the site’s address is known', () => {
    const head = String(headOf(facts, 'https://example.org/parley/'));
    expect(head).toContain('<link rel="canonical" href="https://example.org/parley/map/W1.html" />');
    expect(head).toContain('<meta property="og:url" content="https://example.org/parley/map/W1.html" />');
    expect(head).toContain('<meta property="og:image" content="https://example.org/parley/map/W1.png" />');
  });

  test('has relative addresses where it is not known', () => {
    const head = String(headOf(facts, ''));
    expect(head).toContain('<link rel="canonical" href="../map/W1.html" />');
    expect(head).toContain('<meta property="og:image" content="../map/W1.png" />');
    expect(head).not.toContain('og:url');
  });

  test('has no text that ends an element or an attribute', () => {
    const head = String(headOf(facts, ''));
    expect(head).toContain('<title>A &amp; B · Parley</title>');
    expect(head).toContain('content="Says &quot;so&quot; &lt;here&gt;"');
    expect(head.match(/<\/script>/g)).toHaveLength(1);
  });

  test('cites the articles, and states no date that no source states', () => {
    const data = JSON.parse(/<script[^>]*>(.*)<\/script>/.exec(String(headOf(facts, '')))?.[1] ?? '') as {
      '@type': string;
      citation: object[];
    };
    expect(data['@type']).toBe('LearningResource');
    expect(data.citation).toEqual([
      {
        '@type': 'NewsArticle',
        name: '[A </script> title]',
        publisher: { '@type': 'Organization', name: 'P' },
        url: 'https://example.org/a',
        description: 'P, March',
      },
    ]);
  });
});

describe('the address of the site', () => {
  test.each([
    ['', ''],
    ['https://example.org', 'https://example.org/'],
    ['https://example.org/parley', 'https://example.org/parley/'],
    ['http://localhost:8080/a/', 'http://localhost:8080/a/'],
  ])('“%s” is read as “%s”', (given, address) => expect(siteAddress(given)).toBe(address));

  test.each([
    'example.org',
    'ftp://example.org/',
    'https://example.org/?a',
    'https://example.org/#a',
    'https://ann:word@example.org/',
  ])('“%s” is refused', (given) => expect(() => siteAddress(given)).toThrow('PARLEY_ADDRESS'));
});

describe('the quotations on a page', () => {
  const machine = compile(newest);
  test.each(newest.walks.map((walk) => [walk.id, walk] as const))(
    'include, for walk %s, everything each step cites: each passage once, and later its place',
    (_, walk) => {
      const played = replay(machine, walk.story);
      const cited = citedBy(newest, played);
      const quoted: string[] = [];
      for (const [at, step] of played.steps.entries()) {
        const found = support(step.answer, step.before.states);
        const sides = cited.steps[at] ?? [];
        const here = sides.flatMap((side) =>
          [...side.quoted, ...side.again.map(({ item }) => item)].map(({ id }) => id),
        );
        expect(here.sort()).toEqual([...found.for, ...found.against, ...found.doubt].sort());
        for (const side of sides) {
          quoted.push(...side.quoted.map(({ id }) => id));
          for (const again of side.again) expect(again.at).toBeLessThanOrEqual(at + 1);
          for (const again of side.again) expect(quoted).toContain(again.item.id);
        }
      }
      quoted.push(...cited.ending.flatMap((side) => side.quoted.map(({ id }) => id)));
      expect(new Set(quoted).size).toBe(quoted.length);
    },
  );
});

describe('a preview picture', () => {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="630"><rect width="1200" height="630" fill="#fff"/>
    <text x="20" y="80" font-family="Source Serif 4" font-size="40">Words</text></svg>`;

  test('is a PNG of the size of its drawing, identical in each run', async () => {
    const png = await rasterise(svg);
    expect(Buffer.from(png.slice(1, 4)).toString()).toBe('PNG');
    const size = new DataView(png.buffer, png.byteOffset);
    expect([size.getUint32(16), size.getUint32(20)]).toEqual([1200, 630]);
    expect(Buffer.from(await rasterise(svg)).equals(png)).toBe(true);
  });

  test('contains its words', async () => {
    const without = await rasterise(svg.replace('Words', ''));
    expect(Buffer.from(await rasterise(svg)).equals(without)).toBe(false);
  });
});
