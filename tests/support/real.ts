/** The scenario of this site in its two editions, as the tests need it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { complete } from '../../src/scenario/complete.ts';
import type { Answer } from '../../src/scenario/scenario.ts';

const edition = (name: string) =>
  complete(JSON.parse(readFileSync(join(import.meta.dirname, '../../seeds/ukraine-2025', name), 'utf8')));

/** Edition 1, which links of its time still open: the largest scenario that the tests have. */
export const real = edition('edition-1.json');

/** Edition 2, which the page shows. */
export const newest = edition('scenario.json');

const answers = new Map(
  real.questions.flatMap((question) => question.answers).map((answer) => [answer.code, answer]),
);

/** The answer that has `code`. */
export function answer(code: string): Answer {
  const found = answers.get(code);
  if (!found) throw new Error(`no answer has the code ${code}`);
  return found;
}

/** The walk called `id`, as a list of codes. */
export function walk(id: string): readonly string[] {
  const found = real.walks.find((walk) => walk.id === id);
  if (!found) throw new Error(`no walk is called ${id}`);
  return found.story;
}
