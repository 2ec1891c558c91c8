/** Tests that the machine is plain XState: JSON that is readable and that other tools can run. */
import { startOf } from '../../src/analysis/graph/graph.ts';
import { walk } from '../../src/analysis/graph/walk.ts';
import { describe, expect, it } from 'vitest';
import { assign, initialTransition, setup, transition } from 'xstate';
import { getShortestPaths } from 'xstate/graph';
import {
  answerEvent,
  endingState,
  machineOf,
  questionState,
  type Snapshot,
} from '../../src/machine/machine.ts';
import { replay } from '../../src/machine/replay.ts';
import { complete, serialise } from '../../src/scenario/complete.ts';
import { holds, type Condition } from '../../src/scenario/condition.ts';
import type { Story } from '../../src/scenario/scenario.ts';
import { EXAMPLES } from '../support/examples.ts';
import { checkEverySituation, compiled, randomStory, seeded, type Compiled } from '../support/laws.ts';
import { real } from '../support/real.ts';
import { fork, ZOO } from '../zoo/zoo.ts';

const everything = [...ZOO, ...EXAMPLES, real].map((scenario) => ({
  name: scenario.id,
  all: compiled(scenario),
}));

/** Every value of a field called `key`, however deep in `part`. */
function valuesOf(key: string, part: unknown): unknown[] {
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([name, value]) => [
    ...(name === key ? [value] : []),
    ...valuesOf(key, value),
  ]);
}

describe.each(everything)('the configuration of $name', ({ all: { scenario } }) => {
  const { config } = machineOf(scenario);

  it('is plain JSON', () => {
    expect(JSON.parse(JSON.stringify(config))).toEqual(config);
  });

  it('has the text of every question, the label of every answer and the title of every ending', () => {
    const said = new Set(valuesOf('description', config));
    for (const { text, answers } of scenario.questions) {
      expect(said).toContain(text);
      for (const { label } of answers) expect(said).toContain(label);
    }
    for (const { title } of scenario.endings) expect(said).toContain(title);
  });

  it('has no parallel states, a final state for each ending, two guards and one action', () => {
    const types = valuesOf('type', config);
    expect(types).not.toContain('parallel');
    expect(types.filter((type) => type === 'final')).toHaveLength(scenario.endings.length);
    const others = new Set(types.filter((type) => type !== 'final'));
    expect([...others].filter((type) => !['open', 'holds', 'settle'].includes(String(type)))).toEqual([]);
  });
});

/** As much as another program has to bring along to run the JSON: written here from its description in `seeds/README.md`. */
const { createMachine } = setup({
  types: {
    context: {} as { issues: Record<string, string>; asked: Record<string, boolean> },
    events: {} as { type: string },
  },
  guards: {
    holds: ({ context }, { when }: { when: Condition }) =>
      holds(when, new Map(Object.entries(context.issues))),
    open: ({ context }, { question, when }: { question: string; when: Condition }) =>
      !context.asked[question] && holds(when, new Map(Object.entries(context.issues))),
  },
  actions: {
    settle: assign(
      ({ context }, params: { issues: Record<string, string>; asked: Record<string, boolean> }) => ({
        issues: { ...context.issues, ...params.issues },
        asked: { ...context.asked, ...params.asked },
      }),
    ),
  },
});

describe.each(everything)('a machine made of the JSON of $name', ({ all }) => {
  const { scenario } = all;
  const machine = createMachine(JSON.parse(JSON.stringify(machineOf(scenario).config)));

  const play = (story: Story) => {
    let [snapshot] = initialTransition(machine);
    for (const code of story) {
      const type = answerEvent(all.machine.byCode.get(code) ?? expect.fail(code));
      expect(snapshot.can({ type })).toBe(true);
      [snapshot] = transition(machine, snapshot, { type });
    }
    return { status: snapshot.status, value: snapshot.value };
  };

  it('plays every walk to its ending, where it is done', () => {
    for (const { story, ends } of scenario.walks)
      expect(play(story)).toEqual({ status: 'done', value: endingState(ends) });
  });

  it('plays random stories to the same endings as the machine', () => {
    const random = seeded(5);
    for (let round = 0; round < 5; round++) {
      const story = randomStory(all, random);
      const ending = story.reduce(
        (now, code) => all.machine.choose(now, all.machine.byCode.get(code) ?? expect.fail(code)),
        all.machine.start,
      ).ending;
      expect(play(story)).toEqual({ status: 'done', value: endingState(ending?.id ?? '') });
    }
  });
});

/**
 * The states that `xstate/graph` finds a shortest path to, each path played again. Situations with the same future count
 * as one: of the half million of the real scenario that leaves a few hundred, and no state less.
 */
function statesWithPath({ scenario, graph, machine: { byCode } }: Compiled): Set<string> {
  const machine = machineOf(scenario);
  const answers = new Map([...byCode.values()].map((answer) => [answerEvent(answer), answer]));
  const points = new WeakMap<Snapshot, number>();
  const pointOf = (snapshot: Snapshot, event?: { type: string }, previous?: Snapshot): number => {
    const known = points.get(snapshot);
    if (known !== undefined) return known;
    const answer = answers.get(event?.type ?? '');
    const point = previous && answer ? walk(graph, [answer.code], pointOf(previous)).at : startOf(graph);
    points.set(snapshot, point);
    return point;
  };
  const paths = getShortestPaths(machine, {
    events: (snapshot) =>
      [...answers.keys()].map((type) => ({ type })).filter((event) => snapshot.can(event)),
    serializeState: (...step) => String(pointOf(...step)),
  });
  for (const { state, steps } of paths) {
    let [snapshot] = initialTransition(machine);
    for (const { event } of steps)
      if (answers.has(event.type)) [snapshot] = transition(machine, snapshot, event);
    expect(snapshot.value).toBe(state.value);
  }
  return new Set(paths.map(({ state }) => state.value));
}

describe.each(everything)('xstate/graph, in $name,', ({ all }) => {
  it('finds a path to every question and ending that a story reaches, and to no other', () => {
    const { endings, questions } = all.openings.from(all.openings.find([]));
    expect([...statesWithPath(all)].sort()).toEqual(
      [
        ...[...questions].map(({ id }) => questionState(id)),
        ...[...endings].map(({ id }) => endingState(id)),
      ].sort(),
    );
  });
});

it('xstate/graph: finds a path to all questions and all endings of the real scenario', () => {
  expect(statesWithPath(compiled(real)).size).toBe(real.questions.length + real.endings.length);
});

describe('a situation', () => {
  // XState stops a machine at the event `xstate.stop`.
  it.each(['stop', 'init'])('can be reached by the answer `%s` to a question called `xstate`', (id) => {
    const file = serialise(fork);
    const [question] = file.questions;
    const [answer] = question?.answers ?? [];
    if (!question || !answer) expect.fail('fork asks nothing');
    const questions = [
      { ...question, id: 'xstate', answers: [{ ...answer, id }, ...question.answers.slice(1)] },
    ];
    const all = compiled(complete({ ...file, questions }));
    checkEverySituation(all);
    expect(replay(all.machine, [answer.code]).now.ending).not.toBeNull();
  });
});
