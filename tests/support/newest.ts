/** The newest edition of the scenario that this site ships with, for tests of what comes with it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { complete } from '../../src/scenario/complete.ts';

export const newest = complete(
  JSON.parse(readFileSync(join(import.meta.dirname, '../../seeds/ukraine-2025/scenario.json'), 'utf8')),
);

/** Its walk called `id`, as a list of codes. */
export function newestWalk(id: string): readonly string[] {
  const found = newest.walks.find((walk) => walk.id === id);
  if (!found) throw new Error(`no walk is called ${id}`);
  return found.story;
}
