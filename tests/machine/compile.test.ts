/** Tests of the compiled machine of a scenario, and of the situations read from it. */
import { describe, expect, it } from 'vitest';
import { StatechartSituation, compile } from '../../src/machine/compile.ts';
import { answerEvent, machineOf } from '../../src/machine/machine.ts';
import { again, backwards, fork, memory } from '../zoo/zoo.ts';

describe('machineOf', () => {
  it('has a state for each question, an event for each answer and a final state for each ending', () => {
    const open = { type: 'open', params: { question: 'which', when: { all: [] } } };
    const holds = (way: string) => ({ type: 'holds', params: { when: { issue: 'way', in: [way] } } });
    const answer = (label: string, way: string) => ({
      description: label,
      actions: { type: 'settle', params: { issues: { way }, asked: { which: true } } },
      target: 'next',
    });
    const ending = (id: string, title: string) => ({
      type: 'final',
      description: title,
      tags: ['ending'],
      meta: { id },
    });
    const [left, right] = fork.endings;
    expect(machineOf(fork).config).toEqual({
      id: 'fork',
      description: 'fork',
      options: { maxIterations: 1000 },
      context: { issues: { way: 'none' }, asked: { which: false } },
      initial: 'next',
      states: {
        next: {
          always: [
            { guard: open, target: 'question:which' },
            { guard: holds('left'), target: 'ending:left' },
            { guard: holds('right'), target: 'ending:right' },
          ],
        },
        'question:which': {
          description: 'which?',
          tags: ['question'],
          meta: { id: 'which' },
          on: { 'which.to-p': answer('Answer p', 'left'), 'which.to-q': answer('Answer q', 'right') },
        },
        'ending:left': ending('left', left?.title ?? ''),
        'ending:right': ending('right', right?.title ?? ''),
      },
    });
  });

  it('stores nothing of a question that may be asked again, and guards an answer by its requirements', () => {
    const { context, states } = machineOf(again).config;
    expect(context).toEqual({ issues: { count: 'zero' }, asked: {} });
    expect(states?.next?.always).toMatchObject([
      { guard: { type: 'holds', params: { when: { issue: 'count', in: ['zero', 'one', 'two'] } } } },
      { guard: { type: 'holds' }, target: 'ending:done' },
    ]);
    expect(states?.['question:more']?.on?.['more.to-i1']).toEqual({
      description: 'Answer i1',
      guard: { type: 'holds', params: { when: { all: [{ issue: 'count', in: ['zero'] }] } } },
      actions: { type: 'settle', params: { issues: { count: 'one' }, asked: {} } },
      target: 'next',
    });
  });

  it('gives answers of a question called `xstate` events that XState does not reserve', () => {
    const [answer] = fork.questions[0]?.answers ?? [];
    if (!answer) expect.fail('fork asks nothing');
    expect(answerEvent(answer)).toBe('which.to-p');
    expect(answerEvent({ ...answer, key: 'xstate.stop' })).toBe('answer.xstate.stop');
    expect(answerEvent({ ...answer, key: 'xstates.stop' })).toBe('xstates.stop');
  });
});

describe('compile', () => {
  const machine = compile(fork);
  const [p] = fork.questions[0]?.answers ?? [];
  if (!p) expect.fail('fork asks nothing');

  it('starts at the first open question, with each issue in its first state', () => {
    const { scenario, start } = compile(backwards);
    expect(scenario).toBe(backwards);
    expect(start).toBeInstanceOf(StatechartSituation);
    expect([start.question?.id, start.ending, [...start.states]]).toEqual([
      'first',
      null,
      [['step', 'zero']],
    ]);
  });

  it('reads the question or the ending, and the states, from the snapshot', () => {
    const over = machine.choose(machine.start, p);
    expect([over.question, over.ending?.id, [...over.states]]).toEqual([null, 'left', [['way', 'left']]]);
    expect(over.snapshot.status).toBe('done');
    expect([...machine.start.states]).toEqual([['way', 'none']]);
  });

  it('keeps the questions asked, and every issue that an answer does not set', () => {
    const { start, choose, byCode } = compile(memory);
    const asked = choose(start, byCode.get('m') ?? expect.fail('no answer m'));
    expect([asked.question?.id, [...asked.states]]).toEqual([
      'close',
      [
        ['mood', 'cross'],
        ['last', 'no'],
      ],
    ]);
    expect(asked.snapshot.context.asked).toEqual({ ask: true, close: false });
  });

  it('refuses a situation of another machine', () => {
    expect(() => machine.choose(compile(fork).start, p)).toThrow('of another machine');
    expect(() => machine.choose({ ...machine.start }, p)).toThrow('of another machine');
  });

  it('refuses an answer that is not available', () => {
    const over = machine.choose(machine.start, p);
    expect(() => machine.choose(over, p)).toThrow('“which.to-p” is not available here');
    const counting = compile(again);
    const late = counting.byCode.get('i2') ?? expect.fail('no answer i2');
    expect(() => counting.choose(counting.start, late)).toThrow('“more.to-i2” is not available here');
  });
});
