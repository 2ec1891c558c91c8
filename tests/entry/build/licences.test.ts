/** Tests that the licences of bundled packages are included, and that the lockfile fixes every installed package. */
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { notices, noticesComment, packagesIn } from '../../../src/entry/build/licences.ts';

const ROOT = join(import.meta.dirname, '../../..');

/** A folder with packages in it, each with the text of its licence, or none. */
function packages(all: Readonly<Record<string, string | null>>): string[] {
  const root = mkdtempSync(join(tmpdir(), 'parley-licences-'));
  return Object.entries(all).map(([name, text]) => {
    const folder = join(root, name);
    mkdirSync(folder);
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ name, version: '1.0.0', license: 'MIT' }));
    if (text !== null) writeFileSync(join(folder, 'LICENSE.md'), text);
    return folder;
  });
}

describe('the licence notices', () => {
  test('name each package and contain its text once, beside the program’s own', () => {
    const text = notices(packages({ a: 'Copyright A and B', b: 'Copyright A and B', c: 'Copyright C' }));
    expect(text).toContain('a 1.0.0 (MIT)\nb 1.0.0 (MIT)\n\nCopyright A and B');
    expect(text).toContain('c 1.0.0 (MIT)\n\nCopyright C');
    expect(text.match(/Copyright A and B/g)).toHaveLength(1);
    expect(text).toContain(readFileSync(join(ROOT, 'LICENSE'), 'utf8').trim());
  });

  test('are refused where a package has no licence text', () => {
    expect(() => notices(packages({ bare: null }))).toThrow('bare is bundled and brings no text');
  });

  test('cannot end the comment that contains them', () => {
    const comment = noticesComment(packages({ a: 'x --> <script>a</script> --!> y' }));
    expect(comment.slice(4, -4)).not.toMatch(/--|>/);
  });
});

test('a package: counts as bundled where its code is rendered, in any folder depth', () => {
  const chunk = {
    type: 'chunk',
    modules: {
      '/p/src/a.ts': { renderedLength: 9 },
      '/p/node_modules/used/index.js': { renderedLength: 9 },
      '/p/node_modules/shaken/index.js': { renderedLength: 0 },
      '\0/p/node_modules/out/node_modules/@scope/in/lib/x.js?y': { renderedLength: 1 },
    },
  } as unknown as Parameters<typeof packagesIn>[0][number];
  expect([...packagesIn([chunk])]).toEqual([
    '/p/node_modules/used',
    '/p/node_modules/out/node_modules/@scope/in',
  ]);
});

test('every package of the lockfile: has a strong digest of its archive', () => {
  const lock = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { integrity?: string; link?: boolean; resolved?: string }>;
  };
  const entries = Object.entries(lock.packages).filter(([name]) => name !== '');
  expect(entries.length).toBeGreaterThan(100);
  const weak = entries.filter(
    ([, { integrity = '', link }]) => link || !/^sha512-[\w+/]{86}==$/.test(integrity),
  );
  expect(weak.map(([name]) => name)).toEqual([]);
  // The registry is a setting of npm; the lockfile must not contain other addresses.
  expect(entries.filter(([, { resolved = '' }]) => /^(git|file|http:)/.test(resolved))).toEqual([]);
});
