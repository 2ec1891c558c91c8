/** What is wrong with the shape of a file, in the catalogue's words. */
import * as v from 'valibot';
import { scenarioFile } from '../format.ts';
import { problem, type Problem } from '../problems.ts';
import { place } from '../text/text.ts';

/** What the schema expects, as an author would say it. */
const EXPECTED = new Map([
  ['string', 'a text'],
  ['number', 'a number'],
  ['boolean', 'true or false'],
  ['Array', 'a list'],
  ['Object', 'an object'],
  ['(string | Array)', 'a text or a list'],
]);

/** The problem that an issue of the schema stands for. */
export function shapeProblem(issue: v.InferIssue<typeof scenarioFile>): Problem {
  const path = (issue.path ?? []).map(({ key }) => key as string | number);
  const where = place(path);
  if (issue.type === 'never') return problem('bad-condition', where, issue.input);
  if (issue.type === 'strict_object' && issue.expected === 'never')
    return problem('unknown-field', where, String(path.at(-1)));
  if (issue.type === 'strict_object' && issue.input === undefined)
    return problem('bad-shape', where, 'nothing', `the field “${String(path.at(-1))}”`);
  return problem('bad-shape', where, issue.input, expectation(issue));
}

function expectation({ type, expected, message }: v.InferIssue<typeof scenarioFile>): string {
  if (type === 'custom') return message;
  if (type === 'integer') return 'a whole number';
  if (type === 'min_value') return `a number that is ${expected?.replace('>=', 'at least ')}`;
  if (type === 'regex') return 'a SHA-256 as 64 small hexadecimal digits';
  return EXPECTED.get(expected ?? '') ?? `one of ${expected?.replace(/[()]/g, '').replaceAll(' | ', ', ')}`;
}
