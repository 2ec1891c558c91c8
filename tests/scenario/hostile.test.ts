/** Whatever comes from outside becomes a scenario or a list of problems, soon: nothing throws, nothing hangs. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { serialise } from '../../src/scenario/complete.ts';
import { parse } from '../../src/scenario/parse.ts';
import { BASE, REAL, baseWith, bytes, lawful, text } from './files.ts';

const codes = (input: string | Uint8Array) => [...new Set(parse(input).problems.map(({ code }) => code))];
const times = (count: number, what: string) => Array.from({ length: count }, () => what).join();

describe('a hostile file', () => {
  it('may consist of brackets', () => {
    expect(codes('['.repeat(200_000))).toEqual(['too-deep']);
    expect(codes('{"a":'.repeat(200_000))).toEqual(['too-deep']);
  });

  it('may be too large', () => {
    expect(codes(' '.repeat(3_000_000))).toEqual(['too-large']);
    expect(codes(new Uint8Array(3_000_000))).toEqual(['too-large']);
    expect(codes(`"${'é'.repeat(1_000_000)}"`)).toEqual(['too-large']);
  });

  it('may ask more than 1,000 questions', () => {
    const asking = (count: number) =>
      baseWith((file) => (file.questions = Array(count).fill(file.questions[0])));
    expect(codes(asking(1_001))).toEqual(['too-large']);
    expect(codes(asking(1_000))).not.toContain('too-large');
  });

  it('may nest conditions without end', () => {
    const deep = '{"not":'.repeat(100_000) + '{"all":[]}' + '}'.repeat(100_000);
    expect(codes(text(BASE).replace('{\n    "all": []\n   }', deep))).toEqual(['too-deep']);
  });

  it('may not be UTF-8', () => {
    expect(codes(new Uint8Array([0x22, 0xff, 0x22]))).toEqual(['not-json']);
    expect(codes(new Uint8Array([0x22, 0xed, 0xa0, 0x80, 0x22]))).toEqual(['not-json']);
  });

  it.each(['', 'null', '[]', '1', '"format"', '{}', '{"format":"1"}', '{"__proto__":{"format":1}}'])(
    'may be %s',
    (input) => {
      expect(parse(input).ok).toBe(false);
    },
  );

  it.each([
    ['items of the wrong kind', `{"format":1,"silences":[${times(900_000, '1')}]}`],
    ['empty endings', `{"format":1,"endings":[${times(600_000, '{}')}]}`],
    ['fields that stand twice', `{"format":1,${times(300_000, '"a":0')}}`],
    [
      'unknown evidence',
      baseWith((file) =>
        Object.assign(file.endings[0] ?? {}, { evidence: Array(150_000).fill('S-1111111') }),
      ),
    ],
    [
      'conditions',
      baseWith((file) =>
        Object.assign(file.endings[0] ?? {}, { when: { any: Array(90_000).fill({ not: { any: [] } }) } }),
      ),
    ],
  ])('may hold very many %s', (_, input) => {
    const start = performance.now();
    const { problems } = parse(input);
    expect(performance.now() - start).toBeLessThan(3_000);
    expect(problems.length).toBeLessThanOrEqual(101);
  });
});

describe('a list of problems', () => {
  it('stops after 100 errors and says so', () => {
    const { problems } = parse(baseWith((file) => (file.silences = Array(200).fill('\u202e'))));
    expect(problems.length).toBe(101);
    expect(problems.at(-1)?.code).toBe('more-problems');
  });
});

describe('the real scenario, damaged', () => {
  const original = text(REAL);

  it('in a few characters', () => {
    const damage = fc.tuple(
      fc.nat(original.length - 1),
      fc.nat(3),
      fc.string({ unit: 'binary', maxLength: 3 }),
    );
    fc.assert(
      fc.property(fc.array(damage, { minLength: 1, maxLength: 3 }), (places) => {
        let file = original;
        for (const [at, gone, put] of places) file = file.slice(0, at) + put + file.slice(at + gone);
        expect(typeof parse(file).ok).toBe('boolean');
      }),
      { seed: 2025, numRuns: 200 },
    );
  });

  it('in a few bytes', () => {
    const sound = bytes(REAL);
    const damage = fc.tuple(fc.nat(sound.length - 1), fc.nat(255));
    fc.assert(
      fc.property(fc.array(damage, { minLength: 1, maxLength: 3 }), (places) => {
        const file = Uint8Array.from(sound);
        for (const [at, byte] of places) file[at] = byte;
        expect(typeof parse(file).ok).toBe('boolean');
      }),
      { seed: 2025, numRuns: 100 },
    );
  });

  it('in one of its parts', () => {
    const strange = fc.oneof(
      fc.jsonValue(),
      fc.constantFrom(
        '__proto__',
        'constructor',
        'reader',
        'leave',
        '',
        [],
        {},
        null,
        -1,
        1e300,
        [[]],
        [null],
      ),
    );
    fc.assert(
      fc.property(fc.array(fc.nat(1_000), { minLength: 1, maxLength: 9 }), strange, (steps, put) => {
        const file: unknown = JSON.parse(original);
        replaceWithin(file, steps, put);
        const read = parse(JSON.stringify(file));
        expect(read.problems.some(({ level }) => level === 'error')).toBe(!read.ok);
        if (read.ok) expect(lawful(JSON.stringify(serialise(read.value)))).toEqual(read.value);
      }),
      { seed: 2025, numRuns: 300 },
    );
  });

  /** Goes down from `part` by `steps`, each taken modulo the number of ways, and puts `put` where it ends. */
  function replaceWithin(part: unknown, [step = 0, ...steps]: number[], put: unknown): void {
    const inside = part as Record<string, unknown>;
    const keys = Object.keys(inside);
    const key = keys[step % keys.length] ?? 'constructor';
    const next = inside[key];
    if (steps.length > 0 && typeof next === 'object' && next !== null && Object.keys(next).length > 0)
      replaceWithin(next, steps, put);
    else inside[key] = put;
  }
});
