/**
 * Every problem a scenario can have: one catalogue.
 * A problem names its code, its level, where it is, the offending value, and what to try.
 */

interface Entry {
  readonly level: 'error' | 'warning';
  /** What is wrong, in the author's words. `{value}` is the offending value. */
  readonly says: string;
  /** What to try next. */
  readonly tryThis: string;
}

/** The catalogue. A code never changes its meaning. */
export const PROBLEMS = {
  'not-json': { level: 'error', says: 'This is not JSON in UTF-8: {value}.', tryThis: 'Open the file in an editor that checks JSON, and mend the place named.' },
} as const satisfies Record<string, Entry>;

export type ProblemCode = keyof typeof PROBLEMS;

export interface Problem {
  readonly code: ProblemCode;
  readonly level: 'error' | 'warning';
  /** A path such as `questions[3].answers[0].evidence[1]`, or empty for the whole file. */
  readonly where: string;
  /** The offending value as text, shortened to at most 80 characters. */
  readonly value: string;
  /** One sentence: what is wrong. */
  readonly message: string;
  /** One sentence: what to try. */
  readonly tryThis: string;
}

/** What reading outside data gives: a value (perhaps with warnings), or problems. */
export type Result<T> =
  | { readonly ok: true; readonly value: T; readonly problems: readonly Problem[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** The problem `code` at `where`, with the value that is wrong. */
export function problem(code: ProblemCode, where: string, value: unknown = ''): Problem {
  const entry: Entry = PROBLEMS[code];
  const shown = shorten(typeof value === 'string' ? value : JSON.stringify(value));
  return {
    code,
    level: entry.level,
    where,
    value: shown,
    message: entry.says.replace('{value}', () => shown),
    tryThis: entry.tryThis,
  };
}

function shorten(text: string): string {
  const characters = [...text];
  return characters.length <= 80 ? text : `${characters.slice(0, 79).join('')}…`;
}
