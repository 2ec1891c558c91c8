/** What a JSON text says, read strictly: nothing is lost, hidden, or nested without end. */
import { LIMITS } from '../limits.ts';
import { MOST_ERRORS, problem, type Problem } from '../problems.ts';
import { place } from '../text/text.ts';
import { hasUnseen } from '../text/unseen.ts';

export interface Reading {
  /** What the text says; `undefined` where it could not be read to its end. */
  readonly value: unknown;
  readonly problems: readonly Problem[];
}

const SCALAR = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const SPACE = /[ \t\n\r]*/y;

class Unreadable extends Error {
  constructor(readonly problem: Problem) {
    super(problem.message);
  }
}

/**
 * Reads a JSON text (RFC 8259). Stops where it is not JSON or nested too deeply; goes on after a field that
 * stands twice in one object (the first counts) and after characters that cannot be seen, and names the place.
 * A field called `__proto__` is a field like any other.
 */
export function parseJson(text: string): Reading {
  const problems: Problem[] = [];
  const path: (string | number)[] = [];
  let at = 0;

  function stop(what: string): never {
    const lines = text.slice(0, at).split('\n');
    const where = `line ${lines.length}, column ${(lines.at(-1)?.length ?? 0) + 1}`;
    throw new Unreadable(problem('not-json', where, `at ${where}, ${what}`));
  }

  function report(code: 'duplicate-key' | 'control-characters', value: string): void {
    if (problems.length <= MOST_ERRORS) problems.push(problem(code, place(path), value));
  }

  function skipSpace(): void {
    SPACE.lastIndex = at;
    SPACE.test(text);
    at = SPACE.lastIndex;
  }

  function readValue(): unknown {
    skipSpace();
    const first = text[at];
    if (first === '{') return readObject();
    if (first === '[') return readList();
    if (first === '"') return inspected(readString());
    SCALAR.lastIndex = at;
    if (!SCALAR.test(text)) stop(at === text.length ? 'the file breaks off' : 'a value is missing');
    const scalar: unknown = JSON.parse(text.slice(at, SCALAR.lastIndex));
    at = SCALAR.lastIndex;
    return scalar;
  }

  /** Reads what stands between brackets: nothing, or items with commas between them. */
  function readItems(close: string, readItem: () => void): void {
    if (path.length === LIMITS.nesting)
      // The first steps of the path are enough to find the place.
      throw new Unreadable(
        problem('too-deep', place(path.slice(0, 8)), `more than ${LIMITS.nesting} levels`),
      );
    at += 1;
    skipSpace();
    if (text[at] !== close) {
      readItem();
      for (skipSpace(); text[at] === ','; skipSpace()) {
        at += 1;
        readItem();
      }
      if (text[at] !== close) stop(`a comma or “${close}” is missing`);
    }
    at += 1;
  }

  function readList(): unknown[] {
    const list: unknown[] = [];
    readItems(']', () => {
      path.push(list.length);
      list.push(readValue());
      path.pop();
    });
    return list;
  }

  function readObject(): Record<string, unknown> {
    const object: Record<string, unknown> = {};
    readItems('}', () => {
      skipSpace();
      if (text[at] !== '"') stop('a field’s name in double quotation marks is missing');
      const key = readString();
      path.push(key);
      inspected(key);
      skipSpace();
      if (text[at] !== ':') stop('a colon is missing');
      at += 1;
      const value = readValue();
      if (Object.hasOwn(object, key)) report('duplicate-key', key);
      else define(object, key, value);
      path.pop();
    });
    return object;
  }

  function readString(): string {
    const start = at;
    at += 1;
    while (text[at] !== '"') {
      at += text[at] === '\\' ? 2 : 1;
      if (at >= text.length) {
        at = start;
        stop('a text begins that has no end');
      }
    }
    at += 1;
    try {
      return JSON.parse(text.slice(start, at)) as string;
    } catch {
      at = start;
      return stop('a text begins that holds a line break, a tab or an unknown “\\”');
    }
  }

  function inspected(string: string): string {
    if (hasUnseen(string)) report('control-characters', string);
    return string;
  }

  try {
    const value = readValue();
    skipSpace();
    if (at < text.length) stop('something follows after the end');
    return { value, problems };
  } catch (error) {
    if (error instanceof Unreadable) return { value: undefined, problems: [...problems, error.problem] };
    throw error;
  }
}

/** Gives `object` an own field. Assigning `__proto__` would set the prototype and leave no trace of the field. */
function define(object: Record<string, unknown>, key: string, value: unknown): void {
  if (key !== '__proto__') object[key] = value;
  else Object.defineProperty(object, key, { value, enumerable: true, writable: true, configurable: true });
}
