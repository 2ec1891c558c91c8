/**
 * Reads plain data of a known shape: small functions, put together to a table. For a page that has no room for a schema
 * library. What is read is a copy that holds the fields of the table and no others.
 */

import { isRecord } from '../scenario/record.ts';

/** Gives what `value`, which stands at the path `at`, holds. Throws `Misshapen` where it has another shape. */
export type Shape<Value> = (value: unknown, at: string) => Value;

/** Its message is the path of the part that has the wrong shape. */
export class Misshapen extends Error {}

export const text =
  (longest: number): Shape<string> =>
  (value, at) => {
    if (typeof value === 'string' && value.length <= longest) return value;
    throw new Misshapen(at);
  };

/** A text that `pattern` fits. */
export const like =
  (pattern: RegExp): Shape<string> =>
  (value, at) => {
    if (typeof value === 'string' && pattern.test(value)) return value;
    throw new Misshapen(at);
  };

/** One of a few values. */
export const among =
  <Value>(values: readonly Value[]): Shape<Value> =>
  (value, at) => {
    const found = values.find((one) => one === value);
    if (found !== undefined) return found;
    throw new Misshapen(at);
  };

/** A whole number from `least` up to and without `bound`. */
export const count =
  (least = 0, bound = Infinity): Shape<number> =>
  (value, at) => {
    if (typeof value === 'number' && Number.isInteger(value) && value >= least && value < bound) return value;
    throw new Misshapen(at);
  };

/** `shape`, or nothing at all. */
export const maybe =
  <Value>(shape: Shape<Value>): Shape<Value | undefined> =>
  (value, at) =>
    value === undefined ? value : shape(value, at);

/** A list of `shape`, at most `most` long. */
export const list =
  <Value>(shape: Shape<Value>, most: number): Shape<Value[]> =>
  (value, at) => {
    if (!Array.isArray(value) || value.length > most) throw new Misshapen(at);
    return value.map((item: unknown, number) => shape(item, `${at}.${number}`));
  };

/** An object whose own fields all have `shape`, whatever they are called. */
export const names =
  <Value>(shape: Shape<Value>): Shape<Record<string, Value>> =>
  (value, at) => {
    if (!isRecord(value)) throw new Misshapen(at);
    return Object.fromEntries(
      Object.entries(value).map(([name, field]) => [name, shape(field, `${at}.${name}`)]),
    );
  };

/** An object with each field of `table`. */
export const fields =
  <Fields extends object>(table: {
    readonly [Name in keyof Fields]-?: Shape<Fields[Name] | undefined>;
  }): Shape<Fields> =>
  (value, at) => {
    if (!isRecord(value)) throw new Misshapen(at);
    const read: Partial<Fields> = {};
    for (const name in table) {
      // A page may have given every object fields of its own.
      if (!Object.hasOwn(table, name)) continue;
      const field = table[name](Object.hasOwn(value, name) ? value[name] : undefined, `${at}.${name}`);
      if (field !== undefined) read[name] = field;
    }
    // Each field that may not be missing has been read: its shape takes no `undefined`.
    return read as Fields;
  };
