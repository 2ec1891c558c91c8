/** The newest edition of the scenario that this site ships with: what the built pages show. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { complete } from '../../src/scenario/complete.ts';

export const newest = complete(
  JSON.parse(readFileSync(join(import.meta.dirname, '../../seeds/ukraine-2025/scenario.json'), 'utf8')),
);
