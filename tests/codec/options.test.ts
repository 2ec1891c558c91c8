/** Tests that an embed’s options are read as their schema defines, from any address. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { optionsTable } from './options-table.ts';
import { OPTIONS, readOptions, type OptionName } from '../../src/codec/options.ts';

const unsaid = readOptions('').options;

describe('options', () => {
  it('have their defaults where they are not set', () => {
    expect(unsaid).toEqual({
      p: '',
      lock: 0,
      evidence: 'closed',
      map: 'show',
      endings: 'closed',
      theme: 'auto',
      lang: 'en',
      height: 'auto',
      id: '',
      secret: '',
    });
  });

  it('are read from the query, and after #?, where WordPress puts them', () => {
    const { options, notes } = readOptions('?theme=dark&lock=3&p=1.1.s0.abcd', '#?secret=pFq3');
    expect(options).toEqual({ ...unsaid, theme: 'dark', lock: 3, p: '1.1.s0.abcd', secret: 'pFq3' });
    expect(notes).toEqual([]);
    // A story after # is no option.
    expect(readOptions('', '#1.1.s0.abcd').notes).toEqual([]);
  });

  it.each([
    ['theme=blue', 'The option “theme” cannot be “blue”: it is one of auto, light, dark. Here it is “auto”.'],
    ['lang=fr', 'The option “lang” cannot be “fr”: there is only en. Here it is “en”.'],
    ['lock=-1', 'The option “lock” cannot be “-1”: it is a whole number from 0 to 99. Here it is “0”.'],
    ['lock=1e1', 'The option “lock” cannot be “1e1”: it is a whole number from 0 to 99. Here it is “0”.'],
    ['lock=', 'The option “lock” cannot be “”: it is a whole number from 0 to 99. Here it is “0”.'],
    ['colour=red', 'This embed has no option “colour”.'],
    ['__proto__=1', 'This embed has no option “__proto__”.'],
    ['constructor=1', 'This embed has no option “constructor”.'],
  ])('%s falls back with a note', (search, note) => {
    const { options, notes } = readOptions(`?${search}`);
    expect(options).toEqual(unsaid);
    expect(notes).toEqual([note]);
  });

  it('have long values cut, and control characters replaced, in a note', () => {
    const [note = ''] = readOptions(`?theme=${'x'.repeat(300)}`).notes;
    expect(note).toContain(`“${'x'.repeat(40)}…”`);
    expect(readOptions('?theme=a%E2%80%AEb%0Ac').notes[0]).toContain('“a b c”');
  });

  it('have values of the schema, and at most four notes, for any address', () => {
    const pair = fc.tuple(
      fc.oneof(fc.constantFrom(...Object.keys(OPTIONS)), fc.string()),
      fc.oneof(fc.constantFrom('dark', 'open', 'hide', '7', '100'), fc.string()),
    );
    fc.assert(
      fc.property(fc.array(pair), fc.string(), (pairs, hash) => {
        const { options, notes } = readOptions(`?${new URLSearchParams(pairs)}`, hash);
        expect(notes.length).toBeLessThanOrEqual(4);
        expect(Object.keys(options).sort()).toEqual(Object.keys(OPTIONS).sort());
        for (const name of Object.keys(options) as OptionName[]) {
          const option = OPTIONS[name];
          const value = options[name];
          if (option.kind === 'choice') expect(option.values).toContain(value);
          else if (option.kind === 'count') expect(value).toBeLessThanOrEqual(option.most);
          else expect(value).toMatch(/^[\w.~-]*$/);
        }
      }),
    );
    expect(readOptions(`?theme=dark&id=${'x'.repeat(10_000)}`)).toEqual({
      options: unsaid,
      notes: ['The options in this address are too long. The embed does not use them.'],
    });
  });

  it('are documented in the README according to the schema', () => {
    expect(readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8')).toContain(optionsTable());
  });
});
