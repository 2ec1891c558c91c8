/** Whether a text is a language tag, by a simple part of BCP 47 that can be tested in one pass. */

/** Parts of one to eight letters or digits with hyphens between them, the first of letters only. */
export const LANGUAGE = /^[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*$/;

/** The longest tag that BCP 47 asks programs to make room for (RFC 5646, 4.4.1). */
export const LONGEST_LANGUAGE = 35;

/** Whether `value` can stand as the language of a text: `en`, `pt-BR`, `zh-Hant`. */
export const isLanguage = (value: unknown): value is string =>
  typeof value === 'string' && value.length <= LONGEST_LANGUAGE && LANGUAGE.test(value);
