/**
 * Tests of playing a story, of changing a step, and of the basis of an answer, on scenarios small enough to follow by
 * hand.
 */
import { describe, expect, it } from 'vitest';
import { compile } from '../../src/machine/compile.ts';
import { canPlay, change, replay, startsWith, type Replay } from '../../src/machine/replay.ts';
import { available, closing } from '../../src/machine/situation.ts';
import { contradicted, support } from '../../src/machine/support.ts';
import { complete, serialise } from '../../src/scenario/complete.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { again, backwards, closed, diamond, fork, memory } from '../zoo/zoo.ts';

const play = (scenario: Scenario, story: string) => replay(compile(scenario), story.split(' '));
const codes = ({ steps }: Replay) => steps.map(({ code }) => code).join(' ');
const refusals = ({ refused }: Replay) => refused.map(({ code, why }) => `${code} ${why}`);

describe('replay', () => {
  it('gives each step its question, its answer and the situations before and after it', () => {
    const { steps, refused, now } = play(diamond, 'a1 b0');
    expect(refused).toEqual([]);
    expect(steps.map(({ question, answer }) => [question.id, answer.id])).toEqual([
      ['first', 'to-a1'],
      ['second', 'leave'],
    ]);
    expect(steps.map(({ before, after }) => [before.states.get('one'), after.states.get('one')])).toEqual([
      ['off', 'on'],
      ['on', 'on'],
    ]);
    expect(steps[1]?.before).toBe(steps[0]?.after);
    expect(now).toBe(steps[1]?.after);
    expect([now.question, now.ending?.id]).toEqual([null, 'some']);
  });

  it('gives the start for no answers', () => {
    const machine = compile(fork);
    expect(replay(machine, [])).toEqual({ steps: [], refused: [], now: machine.start });
    expect([machine.start.question?.id, machine.start.ending]).toEqual(['which', null]);
  });

  it('asks a question once, and one that may be asked again as often as it is open', () => {
    expect(refusals(play(memory, 'm m'))).toEqual(['m not-asked']);
    expect(codes(play(again, 'i1 i2 i3'))).toBe('i1 i2 i3');
  });

  it('refuses a code without an answer, and all codes after it', () => {
    const told = play(diamond, 'a1 xx b1 yy');
    expect(codes(told)).toBe('a1');
    expect(refusals(told)).toEqual(['xx unknown', 'b1 after', 'yy after']);
    expect(told.refused.slice(1)).toMatchObject([{ answer: { code: 'b1' } }, { answer: null }]);
    expect(told.now.question?.id).toBe('second');
  });

  it('refuses an answer to a question that is not asked now, and names the one that is', () => {
    expect(play(diamond, 'b1').refused).toMatchObject([
      { code: 'b1', why: 'not-asked', answer: { code: 'b1' }, onTable: { id: 'first' } },
    ]);
    expect(play(fork, 'p q').refused).toMatchObject([{ code: 'q', why: 'not-asked', onTable: null }]);
  });

  it('refuses a closed answer with the clauses that close it, and those only', () => {
    const told = play(closed, 'k0 o');
    expect(told.refused).toMatchObject([
      { code: 'o', why: 'closed', answer: { code: 'o' }, clauses: [{ why: 'There is no key.' }] },
    ]);
    expect(codes(play(closed, 'k o'))).toBe('k o');
  });

  it('takes the steps that an earlier replay shares with the story from it, and no others', () => {
    const machine = compile(diamond);
    const known = replay(machine, ['a1', 'b1']);
    const told = replay(machine, ['a1', 'b0'], known);
    expect(told.steps[0]).toBe(known.steps[0]);
    expect(codes(told)).toBe('a1 b0');
    expect(told.now).toEqual(replay(machine, ['a1', 'b0']).now);
    expect(replay(machine, ['a1'], known)).toMatchObject({ steps: [known.steps[0]], refused: [] });
    // An answer that both have at the same step counts only where all before it are the same.
    expect(replay(machine, ['a0', 'b1'], known).steps[1]).not.toBe(known.steps[1]);
    expect(replay(machine, ['a0', 'b1'], known).now.states.get('one')).toBe('off');
  });
});

describe('canPlay', () => {
  it('holds only for an available answer to the current question', () => {
    const machine = compile(closed);
    const { now } = replay(machine, ['k0']);
    expect(['o', 'k', 'xx'].map((code) => canPlay(machine, now, code))).toEqual([false, false, false]);
    expect(canPlay(machine, replay(machine, ['k']).now, 'o')).toBe(true);
  });
});

describe('change', () => {
  it('changes the answer of one step, and keeps the later answers that still fit', () => {
    expect(change(compile(diamond), ['a1', 'b1'], 0, 'a0')).toEqual({
      story: ['a0', 'b1'],
      kept: 1,
      dropped: [],
    });
    expect(change(compile(diamond), ['a1', 'b1'], 1, 'b0')).toEqual({
      story: ['a1', 'b0'],
      kept: 0,
      dropped: [],
    });
  });

  it('drops later answers that no longer fit, with the reason', () => {
    expect(change(compile(backwards), ['a', 'b', 'c'], 1, 'bb')).toMatchObject({
      story: ['a', 'bb'],
      kept: 0,
      dropped: [{ code: 'c', why: 'not-asked', onTable: null }],
    });
    expect(change(compile(closed), ['k', 'o'], 0, 'k0')).toMatchObject({
      story: ['k0'],
      kept: 0,
      dropped: [{ code: 'o', why: 'closed' }],
    });
  });

  it('gives a later answer when its question comes, after any other questions', () => {
    expect(change(compile(diamond), ['a1', 'xx', 'b1'], 0, 'a0')).toMatchObject({
      story: ['a0', 'b1'],
      kept: 1,
      dropped: [{ code: 'xx', why: 'unknown' }],
    });
  });

  it('throws for an answer that the step does not allow, with steps counted from 1 in the message', () => {
    expect(() => change(compile(diamond), ['a1', 'b1'], 1, 'a0')).toThrow('“a0” cannot be step 2');
  });
});

describe('startsWith', () => {
  it.each([
    [['a', 'b'], [], true],
    [['a', 'b'], ['a'], true],
    [['a', 'b'], ['a', 'b'], true],
    [['a', 'b'], ['b'], false],
    [['a', 'b'], ['a', 'c'], false],
    [['a'], ['a', 'b'], false],
  ])('%j starts with %j: %s', (whole, part, expected) => {
    expect(startsWith(whole, part)).toBe(expected);
  });
});

/** `closed`, whose answer `o` requires two things and has something for it, against it and in doubt. */
const weighed = complete({
  ...serialise(closed),
  sources: [{ id: 'S', title: 'S' }],
  evidence: ['E1', 'E2', 'E3', 'E4'].map((id, at) => ({
    ...{ id, source: 'S', paragraph: 1, start: at, end: at + 1 },
    ...{ quote: 'x', kind: 'reported' as const },
  })),
  questions: serialise(closed).questions.map((question) => ({
    ...question,
    answers: question.answers.map((answer) =>
      answer.code !== 'o'
        ? answer
        : {
            ...answer,
            evidence: ['E1'],
            against: ['E2'],
            doubt: ['E4'],
            againstWhen: [
              { when: { issue: 'key', in: ['made'] }, evidence: ['E2', 'E3'], why: 'There is a key.' },
              { when: { issue: 'key', in: ['none'] }, evidence: ['E4'], why: 'There is none.' },
            ],
          },
    ),
  })),
});

describe('the basis of an answer', () => {
  const answer = compile(weighed).byCode.get('o') ?? expect.fail('no answer o');
  const states = (key: string) => new Map([...compile(weighed).start.states, ['key', key]]);

  it('includes the evidence against it that applies where it is chosen, each once', () => {
    expect(support(answer, states('made'))).toEqual({
      for: ['E1'],
      against: ['E2', 'E3'],
      doubt: ['E4'],
      because: [expect.objectContaining({ why: 'There is a key.' })],
    });
    expect(support(answer, states('none'))).toMatchObject({
      against: ['E2', 'E4'],
      because: [{ why: 'There is none.' }],
    });
  });

  it('is contradicted by evidence that is always against it, or by a clause that holds', () => {
    expect(contradicted(answer, states('made'))).toBe(true);
    expect(contradicted({ ...answer, againstWhen: [] }, states('made'))).toBe(true);
    const clauses = answer.againstWhen.slice(0, 1);
    const conditional = { ...answer, against: [], againstWhen: clauses };
    expect(contradicted(conditional, states('made'))).toBe(true);
    expect(contradicted(conditional, states('none'))).toBe(false);
    expect(contradicted({ ...answer, against: [], againstWhen: [] }, states('made'))).toBe(false);
  });

  it('includes its clauses: the answer is available where all hold, and closed by those that do not', () => {
    expect([available(answer, states('made')), closing(answer, states('made'))]).toEqual([true, []]);
    expect(available(answer, states('none'))).toBe(false);
    expect(closing(answer, states('none')).map(({ why }) => why)).toEqual(['There is no key.']);
    const [clause] = answer.requires;
    const twice = {
      ...answer,
      requires: [
        ...(clause ? [clause] : []),
        ...(clause ? [{ ...clause, when: { all: [] }, why: 'Open' }] : []),
      ],
    };
    expect(available(twice, states('none'))).toBe(false);
    expect(closing(twice, states('none')).map(({ why }) => why)).toEqual(['There is no key.']);
  });
});
