/** Lists that name something twice: it counts once, since what is shown has one place for it. */
import { problem, type Problem } from './problems.ts';
import { place } from './text/text.ts';

/** The fields that list names, or words to be marked, to be shown one by one. */
const LISTS: readonly string[] = ['evidence', 'against', 'doubt', 'a', 'b', 'hedges', 'ids'];

/** A warning for each of those lists, anywhere in `file`, in which a text stands again. */
export function repetitionProblems(file: object): Generator<Problem> {
  return within(file, []);
}

function* within(part: unknown, path: (string | number)[]): Generator<Problem> {
  if (typeof part !== 'object' || part === null) return;
  if (Array.isArray(part) && LISTS.includes(String(path.at(-1)))) {
    const items: readonly unknown[] = part;
    const at = items.findIndex((item, at) => typeof item === 'string' && items.indexOf(item) < at);
    if (at >= 0) yield problem('named-twice', place([...path, at]), items[at]);
  }
  const inside: [string | number, unknown][] = Array.isArray(part)
    ? [...part.entries()]
    : Object.entries(part);
  for (const [at, item] of inside) yield* within(item, [...path, at]);
}
