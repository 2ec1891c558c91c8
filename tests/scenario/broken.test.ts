/** Tests that every broken example is refused for exactly its own fault. */
import { describe, expect, it } from 'vitest';
import { validateStories } from '../../src/analysis/judge/validate.ts';
import { checkQuotations } from '../../src/scenario/evidence.ts';
import { parse } from '../../src/scenario/parse/parse.ts';
import type { Problem } from '../../src/scenario/problems.ts';
import { bytes, text } from './files.ts';

interface Expected {
  readonly level: 'error' | 'warning' | null;
  readonly fault: string | null;
  readonly where?: string;
}

const FOLDER = 'tests/examples/broken';
const expected = JSON.parse(text(`${FOLDER}/expected.json`)) as Record<string, Expected>;
const texts = new Map([['S', text(`${FOLDER}/S.txt`)]]);

/** Everything there is to say about a file: what reading shows, then what playing and the source's text show. */
async function problemsOf(name: string): Promise<readonly Problem[]> {
  const read = parse(bytes(`${FOLDER}/${name}`));
  if (!read.ok) return read.problems;
  return [...read.problems, ...validateStories(read.value), ...(await checkQuotations(read.value, texts))];
}

const codes = (problems: readonly Problem[], level: Problem['level']) =>
  new Set(problems.filter((problem) => problem.level === level).map(({ code }) => code));

describe('a broken file', () => {
  const rows = Object.entries(expected).map(([name, answer]) => ({ name, ...answer }));

  it.each(rows.filter(({ level }) => level === 'error'))(
    '$name is refused for $fault',
    async ({ name, fault }) => {
      const problems = await problemsOf(name);
      expect(codes(problems, 'error')).toEqual(new Set([fault]));
      for (const { where } of problems) expect(where).not.toBe('');
    },
  );

  it.each(rows.filter(({ level }) => level === 'warning'))(
    '$name is accepted with the warning $fault at $where',
    async ({ name, fault, where }) => {
      const problems = await problemsOf(name);
      expect(codes(problems, 'error')).toEqual(new Set());
      expect(problems).toEqual([expect.objectContaining({ code: fault, value: where })]);
    },
  );

  it.each(rows.filter(({ level }) => level === null))('$name is not broken', async ({ name }) => {
    expect(await problemsOf(name)).toEqual([]);
  });
});
