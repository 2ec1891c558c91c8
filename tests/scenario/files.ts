/** The files that the tests read. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from '../../src/scenario/parse/parse.ts';
import type { ScenarioFile } from '../../src/scenario/format.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';

export const ROOT = join(import.meta.dirname, '../..');

export const REAL = 'seeds/ukraine-2025/edition-1.json';
export const NEWEST = 'seeds/ukraine-2025/scenario.json';
export const BASE = 'tests/examples/broken/base.scenario.json';

export const LAWFUL = readdirSync(join(ROOT, 'tests/examples/lawful'))
  .filter((name) => name.endsWith('.scenario.json'))
  .map((name) => `tests/examples/lawful/${name}`);

export function bytes(path: string): Uint8Array {
  return readFileSync(join(ROOT, path));
}

export function text(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}

export function lawful(input: string | Uint8Array): Scenario {
  const read = parse(input);
  if (!read.ok) throw new Error(read.problems.map(({ where, message }) => `${where}: ${message}`).join('\n'));
  return read.value;
}

/** The lawful file from which the broken ones differ, changed by `change`. */
export function baseWith(change: (file: ScenarioFile) => unknown): string {
  const file = JSON.parse(text(BASE)) as ScenarioFile;
  change(file);
  return JSON.stringify(file);
}
