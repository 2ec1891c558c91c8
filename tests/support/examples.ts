/** The lawful example files, as scenarios. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { complete } from '../../src/scenario/complete.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';

const folder = join(import.meta.dirname, '../examples/lawful');

export const EXAMPLES: readonly Scenario[] = readdirSync(folder)
  .filter((file) => file.endsWith('.scenario.json'))
  .map((file) => complete(JSON.parse(readFileSync(join(folder, file), 'utf8'))));
