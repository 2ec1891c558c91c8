/** The smallest shapes that a scenario file is made of: texts, lists, numbers, ids, addresses and maps of names. */
import * as v from 'valibot';
import { LIMITS } from '../limits.ts';
import { CODE, ID } from '../terms.ts';
import { LANGUAGE, LONGEST_LANGUAGE } from '../text/language.ts';

// Patterns and sizes help those who write in an editor that knows JSON Schema; the check itself speaks more plainly.
export const text = v.pipe(v.string(), v.metadata({ maxLength: LIMITS.text }));
/** A list of at most so many items. */
export const list = <T extends v.GenericSchema>(item: T, most: number = LIMITS.items) =>
  v.pipe(v.array(item), v.metadata({ maxItems: most }));
export const texts = list(text);
/** `schema`, with a sentence that editors show where an author writes it. */
export const described = <T extends v.GenericSchema>(schema: T, sentence: string) =>
  v.pipe(schema, v.description(sentence));
export const count = v.pipe(v.number(), v.integer(), v.minValue(0));

export const id = v.pipe(text, v.metadata({ pattern: ID.source }));
export const code = v.pipe(text, v.metadata({ pattern: CODE.source }));
/** A short label of at most `most` characters. */
export const short = (most: number, of: string) =>
  described(
    v.pipe(v.string(), v.metadata({ maxLength: most })),
    `What the map calls the ${of}, in at most ${most} characters; derived where it is left out.`,
  );
export const day = described(text, 'A date: YYYY, YYYY-MM or YYYY-MM-DD.');
export const url = v.pipe(text, v.metadata({ pattern: '^https://', maxLength: LIMITS.address }));
export const language = v.pipe(text, v.metadata({ pattern: LANGUAGE.source, maxLength: LONGEST_LANGUAGE }));

/**
 * An object that maps names to values. Not `v.record`, which leaves out the names `constructor` and `__proto__`:
 * the first may be an id, the second has to be refused.
 */
const names = <T>(what: string, type: string[], is: (value: unknown) => value is T) =>
  v.pipe(
    v.custom<Record<string, T>>(
      (input) =>
        typeof input === 'object' &&
        input !== null &&
        !Array.isArray(input) &&
        Object.values(input).every(is),
      what,
    ),
    v.metadata({ type: 'object', additionalProperties: { type } }),
  );
export const sets = names(
  'an object of issues with the state each is set to',
  ['string'],
  (value) => typeof value === 'string',
);
export const where = names(
  'an object of fields with the value each has to have',
  ['string', 'number', 'boolean'],
  (value): value is string | number | boolean => ['string', 'number', 'boolean'].includes(typeof value),
);
