/** Tests that every lawful file is read, and that a round trip gives the same scenario. */
import { describe, expect, it } from 'vitest';
import { serialise } from '../../src/scenario/complete.ts';
import { parse } from '../../src/scenario/parse/parse.ts';
import { ZOO } from '../zoo/zoo.ts';
import { BASE, LAWFUL, NEWEST, REAL, baseWith, bytes, lawful } from './files.ts';

const again = (scenario: ReturnType<typeof lawful>) => lawful(JSON.stringify(serialise(scenario)));

describe.each([...LAWFUL, BASE, REAL, NEWEST])('%s', (path) => {
  it('reads without an error', () => {
    const read = parse(bytes(path));
    expect(read.ok).toBe(true);
    expect(read.problems.filter(({ level }) => level === 'error')).toEqual([]);
  });

  it('is unchanged after a round trip', () => {
    const scenario = lawful(bytes(path));
    expect(again(scenario)).toEqual(scenario);
  });
});

describe('the real scenario', () => {
  it('reads without a warning, in both editions', () => {
    for (const path of [REAL, NEWEST]) expect(parse(bytes(path)).problems).toEqual([]);
  });
});

describe('the zoo', () => {
  it.each(ZOO.map((scenario) => ({ scenario, name: scenario.id })))(
    '$name is unchanged after a round trip',
    ({ scenario }) => {
      expect(again(scenario)).toEqual(scenario);
    },
  );
});

describe('a valid file', () => {
  it('may name an issue like an inherited property of objects', () => {
    const scenario = lawful(
      baseWith((file) => {
        file.issues.push({ id: 'constructor', states: [{ id: 'toString' }, { id: 'valueOf' }] });
        file.questions[0]?.answers.forEach((answer) => {
          answer.sets = { ...answer.sets, constructor: 'valueOf' };
        });
      }),
    );
    expect(Object.entries(scenario.questions[0]?.answers[0]?.sets ?? {})).toContainEqual([
      'constructor',
      'valueOf',
    ]);
    expect(again(scenario)).toEqual(scenario);
  });

  it('may leave required texts empty', () => {
    const scenario = lawful(baseWith((file) => Object.assign(file, { title: '', summary: '', notice: '' })));
    expect(again(scenario)).toEqual(scenario);
  });

  it('may begin with a byte-order mark', () => {
    expect(parse(`\ufeff${baseWith(() => 0)}`).ok).toBe(true);
    expect(parse(new TextEncoder().encode(`\ufeff${baseWith(() => 0)}`)).ok).toBe(true);
  });

  it('may have conditions 32 deep', () => {
    const nest = (levels: number): object => (levels === 1 ? { all: [] } : { all: [nest(levels - 1)] });
    const deep = (levels: number) =>
      parse(baseWith((file) => Object.assign(file.questions[0] ?? {}, { when: nest(levels) })));
    expect(deep(32).ok).toBe(true);
    expect(deep(33).problems).toEqual([expect.objectContaining({ code: 'too-deep' })]);
  });
});
