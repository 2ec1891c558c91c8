/** Tests that any input becomes a scenario or a list of problems in short time, without exceptions. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { serialise } from '../../src/scenario/complete.ts';
import type { ScenarioFile } from '../../src/scenario/format.ts';
import { parse } from '../../src/scenario/parse/parse.ts';
import { problem } from '../../src/scenario/problems.ts';
import { readDesk } from '../../src/browser/desk.ts';
import { gather } from '../../src/codec/gather.ts';
import { decodeLessonFile } from '../../src/codec/lesson-file.ts';
import { decodeStories } from '../../src/codec/stories-file.ts';
import { decodeWorkFile } from '../../src/codec/work-file.ts';
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

  it('may nest conditions to any depth', () => {
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

describe('a file with one part that is far too large', () => {
  it.each<[string, (file: ScenarioFile) => unknown, string]>([
    ['a word of a megabyte', (file) => (file.title = 'a'.repeat(1_000_000)), 'long-text title'],
    ['190,000 words in one text', (file) => (file.summary = 'ab '.repeat(190_000)), 'long-text summary'],
    [
      '400,000 words in many texts',
      (file) => (file.silences = Array(999).fill('ab '.repeat(400))),
      'too-large ',
    ],
    ['65 actors', (file) => (file.actors = ids(65)), 'too-many actors'],
    ['very many facts', (file) => (file.limits = Array(100_000).fill('a')), 'too-many limits'],
    [
      'fields of an object',
      (file) =>
        Object.assign(file.questions[0]?.answers[0] ?? {}, {
          sets: Object.fromEntries(ids(5_000).map(({ id }) => [id, 's'])),
        }),
      'too-many questions[0].answers[0].sets',
    ],
  ])('is refused quickly: %s', (_, change, says) => {
    const input = baseWith(change);
    const start = performance.now();
    const { ok, problems } = parse(input);
    expect(performance.now() - start).toBeLessThan(3_000);
    expect(ok).toBe(false);
    expect(problems.map(({ code, where }) => `${code} ${where}`)).toEqual([says]);
  });

  const ids = (count: number) => Array.from({ length: count }, (_, at) => ({ id: `x${at}`, name: 'X' }));
});

describe('characters that control a terminal or a page', () => {
  const ESCAPE = '\u001b]0;owned\u0007';

  it('are never in a problem, from any place in the file', () => {
    const places: ((file: ScenarioFile) => unknown)[] = [
      (file) => (file.title = `T${ESCAPE}`),
      (file) => (file.id = `base${ESCAPE}`),
      (file) => (file.language = `en${ESCAPE}`),
      (file) => Object.assign(file, { [`title${ESCAPE}`]: 1 }),
      (file) => Object.assign(file.questions[0] ?? {}, { actor: `guard${ESCAPE}` }),
      (file) => Object.assign(file.issues[0] ?? {}, { id: `door${ESCAPE}` }),
      (file) => Object.assign(file.endings[0] ?? {}, { when: { issue: `doo${ESCAPE}`, in: [`x${ESCAPE}`] } }),
      (file) => Object.assign(file.questions[0]?.answers[0] ?? {}, { code: ESCAPE, basis: ESCAPE }),
    ];
    for (const change of places)
      for (const problem of parse(baseWith(change)).problems)
        for (const part of Object.values(problem)) expect(part).not.toMatch(/\p{Cc}/u);
  });

  it('are escaped in a suggestion', () => {
    const file = baseWith((file) => {
      const issue = file.issues[0];
      if (!issue) throw new Error('The base has an issue.');
      file.issues = [{ ...issue, id: `longname${'\u009b'}` }];
    }).replaceAll(/"issue":"[^"]*"/g, '"issue":"longname"');
    const meant = parse(file).problems.filter(({ tryThis }) => tryThis.startsWith('Did you mean'));
    expect(meant.length).toBeGreaterThan(0);
    for (const { tryThis } of meant) expect(tryThis).toContain('“longname\\u{9b}”');
  });
});

describe('a value nested to a great depth', () => {
  const deep = (): unknown => JSON.parse('['.repeat(100_000) + ']'.repeat(100_000));

  it('is named in a problem by its kind', () => {
    expect(problem('bad-shape', 'x', deep(), 'a text').message).toBe('Here belongs a text; there is a list.');
  });

  it.each<[string, (text: string) => unknown]>([
    ['a lesson', (text) => decodeLessonFile(text, { id: 'ukraine-2025', edition: 1 }).ok],
    ['work', (text) => decodeWorkFile(text, { id: 'ukraine-2025', edition: 1 }).ok],
    [
      'stories',
      (text) => {
        const read = decodeStories(text, 0);
        return read.ok && read.stories.some((story) => story !== null);
      },
    ],
    ['a desk', (text) => readDesk(text) !== null],
    ['a scenario', (text) => parse(text).ok],
  ])('is refused where %s is expected', (_, read) => {
    const nest = '['.repeat(40_000) + ']'.repeat(40_000);
    for (const text of [
      nest,
      `{"parley":"lesson","version":1,"scenario":"ukraine-2025","lesson":${nest}}`,
      `{"parley":"work","version":1,"scenario":"ukraine-2025","label":"","story":[],"replies":${nest}}`,
      `{"parley":"work","version":1,"scenario":"ukraine-2025","label":"","story":[],"replies":[],"print":"","lesson":{"tasks":${nest}}}`,
      `{"format":"parley-stories","version":1,"stories":${nest}}`,
      `{"batches":[],"removed":${nest}}`,
      `{"format":1,"questions":${nest}}`,
    ])
      expect(read(text)).toBe(false);
  });

  it('is counted as unreadable in a saved class', async () => {
    const nest = '['.repeat(100_000) + ']'.repeat(100_000);
    const read = await gather(
      `{"parley":"class","gathered":[${nest},{"lesson":${nest}}]}`,
      'a file',
      'ukraine-2025',
    );
    expect(read.ok && read.pasted.map(({ read }) => read)).toEqual([
      { ok: false, why: 'damaged' },
      { ok: false, why: 'damaged' },
    ]);
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
