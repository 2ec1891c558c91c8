/** Tests that files and commands named in the documents of the repository exist. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const DOCUMENTS = [
  'README.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  'SECURITY.md',
  'seeds/README.md',
  'src/README.md',
  'tests/README.md',
];
const rooms = readdirSync(join(root, 'src'), { withFileTypes: true }).filter((entry) => entry.isDirectory());

/** Whether `path` is there: from the root, from the folder of its document, from `src` or `tests`, or from a room. */
const exists = (path: string, document: string): boolean =>
  ['.', dirname(document), 'src', 'tests', ...rooms.map(({ name }) => `src/${name}`)].some((folder) =>
    existsSync(join(root, folder, path)),
  );

describe.each(DOCUMENTS)('%s', (document) => {
  const text = readFileSync(join(root, document), 'utf8');

  test('links to files that are there', () => {
    const links = [...text.matchAll(/\]\((?!https:|#)([^)#]+)/g)].map(([, path = '']) => path);
    expect(links.filter((path) => !existsSync(join(root, dirname(document), path)))).toEqual([]);
  });

  test('names source files that are there', () => {
    const named = [...text.matchAll(/`([\w.-]+\/[\w./-]*\.(?:ts|svelte|js|css))`/g)].map(
      ([, path = '']) => path,
    );
    expect(named.filter((path) => !exists(path, document))).toEqual([]);
  });

  test('names commands that package.json has', () => {
    const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: object };
    const named = [...text.matchAll(/\bnpm run ([\w:]+)/g)].map(([, name = '']) => name);
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });
});
