/** Whether every text and every list of a file is of a size that a page can show and a program can work out. */
import { LIMITS } from '../limits.ts';
import { problem, type Problem } from '../problems.ts';
import { SHORT } from '../short.ts';
import { place } from '../text/text.ts';

/** Fields whose lists have a limit of their own. */
const MOST = new Map<string, number>([
  ['questions', LIMITS.questions],
  ['actors', LIMITS.actors],
  ['actor', LIMITS.actors],
  ['requires', LIMITS.clauses],
  ['againstWhen', LIMITS.clauses],
  ['consent', LIMITS.consent],
  ['endings', LIMITS.endings],
  ['aims', LIMITS.aims],
  ['given', LIMITS.given],
  ['short', SHORT.lines],
]);

/** Where a line can break without a space: scripts that are written without spaces, and after a hyphen. */
const BREAK =
  /[\s\-\u2010\u2013\u2014\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmr}\p{sc=Mymr}\p{sc=Tibt}]+/u;

/**
 * The problems of `value`, as JSON gives it and no deeper than the reader of JSON lets through. Whether it has the right
 * shape is not asked.
 */
export function* sizeProblems(value: unknown): Generator<Problem> {
  let words = 0;

  function* within(part: unknown, path: (string | number)[]): Generator<Problem> {
    if (typeof part === 'string') {
      words += part.split(/\s+/).length;
      const found = textProblem(part, path);
      if (found) yield found;
    } else if (Array.isArray(part)) {
      const most = mostIn(path);
      if (part.length > most) {
        yield tooMany(path, part.length, most);
        return;
      }
      for (const [at, item] of part.entries()) yield* within(item, [...path, at]);
    } else if (typeof part === 'object' && part !== null) {
      const fields = Object.entries(part);
      if (fields.length > LIMITS.items) yield tooMany(path, fields.length, LIMITS.items);
      else for (const [field, inside] of fields) yield* within(inside, [...path, field]);
    }
  }

  yield* within(value, []);
  if (words > LIMITS.words) yield problem('too-large', '', `${words.toLocaleString('en')} words`);
}

function mostIn(path: readonly (string | number)[]): number {
  // A claim lists answers too; they are names only.
  if (path.at(-1) === 'answers') return path[0] === 'questions' ? LIMITS.answers : LIMITS.items;
  return MOST.get(String(path.at(-1))) ?? LIMITS.items;
}

function tooMany(path: readonly (string | number)[], count: number, most: number): Problem {
  return problem('too-many', place(path), inFull(count), `at most ${inFull(most)}`);
}

function textProblem(text: string, path: readonly (string | number)[]): Problem | undefined {
  const length = text.length > LIMITS.text ? [...text].length : text.length;
  if (length > LIMITS.text) return problem('long-text', place(path), text, inFull(length));
  const most = path.at(-1) === 'url' ? LIMITS.address : LIMITS.word;
  if (text.length <= most) return undefined;
  for (const word of text.split(BREAK)) {
    const run = word.length > most ? [...word].length : 0;
    if (run > most) return problem('long-word', place(path), word, `${inFull(run)}; at most ${inFull(most)}`);
  }
  return undefined;
}

const inFull = (count: number): string => count.toLocaleString('en');
