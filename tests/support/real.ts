/** The scenario that this site ships with, as the tests need it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { complete } from '../../src/scenario/complete.ts';
import type { Answer } from '../../src/scenario/scenario.ts';

export const real = complete(
  JSON.parse(readFileSync(join(import.meta.dirname, '../../seeds/ukraine-2025/edition-1.json'), 'utf8')),
);

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
