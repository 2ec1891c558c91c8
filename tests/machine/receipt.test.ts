/** Tests of the receipt of a link of another edition: answers that are kept, reworded or no longer asked. */
import { describe, expect, it } from 'vitest';
import { compile } from '../../src/machine/compile.ts';
import { receipt, migrate, currentCodes } from '../../src/machine/receipt.ts';
import { referenceProblems } from '../../src/scenario/references.ts';
import { namesIn } from '../../src/scenario/names.ts';
import { serialise } from '../../src/scenario/complete.ts';
import { answersOf } from '../../src/scenario/lookups.ts';
import type { Answer, Scenario, Story } from '../../src/scenario/scenario.ts';
import { again } from '../zoo/zoo.ts';
import { newest, real, walk } from '../support/real.ts';

/** The scenario’s next edition, in which some answers changed. */
function next(changes: Readonly<Record<string, Partial<Answer>>>, more: Partial<Scenario> = {}): Scenario {
  return {
    ...real,
    edition: real.edition + 1,
    questions: real.questions.map((question) => ({
      ...question,
      answers: question.answers.map((answer) => ({ ...answer, ...changes[answer.code] })),
    })),
    ...more,
  };
}

const W = walk('W3');
const at = (step: number) => W[step - 1] ?? '';
const label = (code: string) => answersOf(real).find((answer) => answer.code === code)?.label;
const received = (scenario: Scenario, story: Story, then: Scenario | null = real) =>
  receipt(then, story, migrate(compile(scenario), story));
const codesOf = (scenario: Scenario, story: Story) =>
  migrate(compile(scenario), story).replay.steps.map(({ code }) => code);

describe('a link of an earlier edition', () => {
  it('without changed answers is played unchanged, from the first step to the last', () => {
    const { same, changed, dropped } = received(next({}), W);
    expect(same.map(({ label }) => label)).toEqual(W.map(label));
    expect([changed, dropped]).toEqual([[], []]);
  });

  it('names a reworded answer, and its former text', () => {
    const { same, changed } = received(next({ [at(5)]: { label: 'Other words' } }), W);
    expect(same).toHaveLength(W.length - 1);
    expect(changed).toMatchObject([{ then: { label: label(at(5)) }, now: { label: 'Other words' } }]);
  });

  it('names an answer whose basis has changed', () => {
    const { changed } = received(next({ [at(2)]: { basis: 'assumption', inferred: false } }), W);
    expect(changed).toMatchObject([{ now: { basis: 'assumption' } }]);
  });

  it('follows a code that was renamed', () => {
    const now = next({ [at(4)]: { code: 'zzz' } }, { renamed: [{ from: at(4), to: 'zzz' }] });
    expect(currentCodes(now, W)).toEqual(W.map((code) => (code === at(4) ? 'zzz' : code)));
    expect(codesOf(now, W)).toEqual(currentCodes(now, W));
    expect(received(now, W).dropped).toEqual([]);
  });

  it('is played up to a question without an answer, and names removed answers in their former words', () => {
    const now = next({ [at(4)]: { code: 'zzz' } });
    expect(codesOf(now, W)).toEqual(W.slice(0, 3));
    expect(received(now, W).dropped.map((one) => one?.label)).toEqual(W.slice(3).map(label));
  });

  it('is played in the present order of the questions', () => {
    const turned = { ...next({}), questions: [...real.questions].reverse() };
    const told = codesOf(turned, W);
    expect(told.length).toBeGreaterThan(1);
    expect(told).not.toEqual(W.slice(0, told.length));
    expect(W).toEqual(expect.arrayContaining(told));
  });

  it('gives each answer as often as its story did', () => {
    const [first] = answersOf(again).filter(({ question }) => again.questions[0]?.id === question);
    const code = first?.code ?? '';
    const times = codesOf({ ...again, edition: 2 }, [code, code]).filter((one) => one === code).length;
    expect(times).toBeLessThanOrEqual(2);
    expect(times).toBeGreaterThan(0);
  });

  it('of an edition that is not kept here reports only the number of answers given', () => {
    const { same, changed, dropped } = received(next({ [at(5)]: { label: 'Other words' } }), W, null);
    expect([same.length, changed, dropped]).toEqual([W.length, [], []]);
    expect(received(next({ [at(4)]: { code: 'zzz' } }), W, null).dropped).toEqual(W.slice(3).map(() => null));
  });
});

describe('a story of edition 1, played on edition 2', () => {
  it.each<[story: string, told: string]>([
    ['s0 nx yx tc ch ds fr lx', 'ch ds fr'],
    ['s0 nx yx tc ca on kt px vx li wc ak rk gx zr', 'ca kt tc li vk wc gx zt'],
    ['s0 nf yx tc ca on kx na va lj wa ak rk gx zr', 'ca kx an na va gx zt'],
    ['s0 nx yx tc ch db fn lx', 'ch db fn'],
    // The full ceasefire goes before the one in the sky and at sea, which only another code now says.
    ['s0 nx ya tc ca on kx px vx', 'ca kx'],
  ])('%s becomes %s', (story, told) => {
    expect(codesOf(newest, story.split(' ')).join(' ')).toBe(told);
  });

  it('is reported with the fate of each answer', () => {
    const story = 's0 nx yx tc ch ds fr lx'.split(' ');
    const { same, changed, dropped } = received(newest, story);
    expect(same.length + changed.length + dropped.length).toBe(story.length);
    expect(dropped.map((one) => one?.label)).toEqual(['s0', 'nx', 'yx', 'tc', 'lx'].map(label));
    expect(changed.map(({ then }) => then.label)).toEqual(['ch', 'ds', 'fr'].map(label));
  });

  it('never gives an answer that the story did not have', () => {
    for (const { story } of real.walks) {
      const allowed = new Set(currentCodes(newest, story));
      for (const code of codesOf(newest, story)) expect(allowed).toContain(code);
    }
  });
});

describe('renamed codes', () => {
  const problems = (renamed: Scenario['renamed']) => {
    const file = serialise({ ...real, renamed });
    return [...referenceProblems(file, namesIn(file))].map(({ code, where }) => [code, where]);
  };
  it('stand for a present code, and are not present codes themselves', () => {
    expect(problems([{ from: 'old', to: at(1) }])).toEqual([]);
    expect(problems([{ from: at(2), to: at(1) }])).toEqual([['renamed-in-use', 'renamed[0].from']]);
    expect(problems([{ from: 'old', to: '???' }])).toEqual([['unknown-code', 'renamed[0].to']]);
  });
});
