/** Tests of the JSON parser: as strict as JSON.parse, and stricter where JSON.parse would lose or hide something. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseJson } from '../../../src/scenario/parse/json.ts';

const met = (text: string) => parseJson(text).problems.map(({ code, where }) => `${code} ${where}`);

describe('a JSON text', () => {
  it('parses to the value that JSON.parse gives', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), fc.integer({ min: 0, max: 3 }), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        expect(parseJson(text).value).toEqual(JSON.parse(text));
      }),
      { seed: 1 },
    );
  });

  it('is refused exactly where JSON.parse refuses it', () => {
    const pieces = [
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"a"',
      '"',
      '\\',
      '\\u00e9',
      '1',
      '-',
      '0',
      '.5',
      'e+3',
      'true',
      'nul',
    ];
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...pieces, ' ', '\n', '\t', '\u00a0'), { maxLength: 12 }),
        (parts) => {
          const text = parts.join('');
          let value: unknown;
          try {
            value = JSON.parse(text);
          } catch {
            value = undefined;
          }
          const read = parseJson(text);
          if (!read.problems.some(({ code }) => code === 'duplicate-key')) expect(read.value).toEqual(value);
        },
      ),
      { seed: 2, numRuns: 5_000 },
    );
  });

  it.each([
    ['', 'not-json line 1, column 1'],
    ['{\n  "a": 1,\n}', 'not-json line 3, column 1'],
    ['[1 2]', 'not-json line 1, column 4'],
    ['["a\nb"]', 'not-json line 1, column 2'],
    ['["\\x"]', 'not-json line 1, column 2'],
    ['["open', 'not-json line 1, column 2'],
    ['[01]', 'not-json line 1, column 3'],
    ['{} {}', 'not-json line 1, column 4'],
    ['{a: 1}', 'not-json line 1, column 2'],
  ])('is refused with the place of the fault: %j', (text, problem) => {
    expect(met(text)).toEqual([problem]);
  });

  it('may not have two fields of one name, in any notation of the name', () => {
    expect(met('{"a": [{"b": 1, "\\u0062": 2}]}')).toEqual(['duplicate-key a[0].b']);
    expect(met('{"__proto__": 1, "__proto__": 2}')).toEqual(['duplicate-key __proto__']);
    expect(met('{"toString": 1}')).toEqual([]);
  });

  it('has __proto__ as an ordinary field', () => {
    const { value } = parseJson('{"__proto__": {"again": true}}');
    expect(Object.keys(value as object)).toEqual(['__proto__']);
    expect((value as { again?: boolean }).again).toBeUndefined();
  });

  it.each([
    '\\u0000',
    '\\n',
    '\u007f',
    '\u0085',
    '\u2028',
    '\u200f',
    '\u061c',
    '\u202e',
    '\u2066',
    '\ud800',
    '\\udc00',
    '\u00ad',
    '\u200b',
    '\u200d',
    '\u2060',
    '\ufeff',
    '\ufe0f',
    '\u3164',
    '\ufdd0',
    '\u{e0041}',
  ])('may not contain %j, in texts or names', (character) => {
    expect(met(`{"a": ["x${character}"]}`)).toEqual(['control-characters a[0]']);
    expect(parseJson(`{"x${character}": 1}`).problems[0]?.code).toBe('control-characters');
  });

  it('may contain emoji, accents and other scripts', () => {
    expect(met('["café 🕊 война 会談 می\u200cخواهم क्\u200dष"]')).toEqual([]);
  });

  it('may be at most 128 levels deep', () => {
    expect(met('['.repeat(128) + ']'.repeat(128))).toEqual([]);
    expect(parseJson('['.repeat(129) + ']'.repeat(129)).problems[0]?.code).toBe('too-deep');
  });
});

describe('a problem of the parser', () => {
  it('never contains an invisible character', () => {
    const [problem] = parseJson('{"a\u202eb": "\u202e"}').problems;
    expect(`${problem?.where} ${problem?.message}`).not.toMatch(/[\u202e]/);
    expect(problem?.value).toBe('a\\u{202e}b');
  });
});
