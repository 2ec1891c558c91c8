/** Tests that the editions of a scenario in one folder are consistent. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { editionsIn } from '../../src/entry/build/embed.ts';

/** A folder with a file for each edition, by its name. */
function folder(files: Readonly<Record<string, { id: string; edition: number }>>): string {
  const path = mkdtempSync(join(tmpdir(), 'parley-editions-'));
  for (const [name, file] of Object.entries(files)) writeFileSync(join(path, name), JSON.stringify(file));
  return path;
}

const map = (edition: number, id = 'map') => ({ id, edition });

test('editions are read in their order, and other files are not', () => {
  const path = folder({ 'scenario.json': map(10), 'edition-9.json': map(9), 'lessons.json': map(1) });
  expect(editionsIn(path).map(({ edition }) => edition)).toEqual([9, 10]);
});

test('two files of one edition, which would write over each other, are refused', () => {
  const path = folder({ 'scenario.json': map(2), 'edition-1.json': map(1), 'edition-2.json': map(2) });
  expect(() => editionsIn(path)).toThrow('are edition 2');
});

test('editions of different scenarios are refused', () => {
  const path = folder({ 'scenario.json': map(2), 'edition-1.json': map(1, 'other') });
  expect(() => editionsIn(path)).toThrow('holds the scenarios other and map');
});
