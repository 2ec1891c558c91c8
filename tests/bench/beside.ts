/** The ways there are to find every situation without ours: XState’s own, loops over XState, and plain lists and texts. */
import { strict as assert } from 'node:assert';
import { createEmptyActor, initialTransition, type AnyActorScope } from 'xstate';
import { getAdjacencyMap } from 'xstate/graph';
import type { Exploration } from '../../src/analysis/graph/explore.ts';
import type { Rules } from '../../src/analysis/graph/rules.ts';
import type { StatechartMachine } from '../../src/machine/compile.ts';
import { machineOf, type Snapshot } from '../../src/machine/machine.ts';
import { available } from '../../src/machine/situation.ts';
import type { Condition, States } from '../../src/scenario/condition.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';

/** What a way of exploring found: each situation as a text, and the number of steps, where it tells them. */
export interface Found {
  readonly situations: ReadonlySet<string>;
  readonly steps: number | null;
}

/** A situation as a text: the state of every issue, which is all there is to know where questions come again. */
const written = ({ issues }: Scenario, stateOf: (issue: string) => string | undefined) =>
  issues.map(({ id }) => stateOf(id)).join(' ');

export function ours(scenario: Scenario, rules: Rules, { count, states, edgeAnswer }: Exploration): Found {
  const situations = new Set<string>();
  for (let number = 0; number < count; number++) {
    const text = scenario.issues.map(
      ({ states: all }, at) => all[rules.stateOf(at, states, number * rules.words)]?.id,
    );
    situations.add(text.join(' '));
  }
  return { situations, steps: edgeAnswer.length };
}

/** XState’s own: tries every event in every situation. */
export function withGraph(scenario: Scenario): Found {
  const answers = scenario.questions.flatMap((question) => question.answers);
  const found = getAdjacencyMap(machineOf(scenario), {
    events: answers.map(({ key }) => ({ type: key })),
  });
  const states = Object.values(found).map(({ state: { context } }) =>
    written(scenario, (issue) => context.issues[issue]),
  );
  return { situations: new Set(states), steps: null };
}

/** A loop over our machine. */
export function withMachine(scenario: Scenario, machine: StatechartMachine): Found {
  const key = (states: States) => written(scenario, (issue) => states.get(issue));
  const situations = new Set([key(machine.start.states)]);
  let steps = 0;
  const waiting = [machine.start];
  for (let situation = waiting.pop(); situation; situation = waiting.pop())
    for (const answer of situation.question?.answers ?? []) {
      if (!available(answer, situation.states)) continue;
      steps += 1;
      const next = machine.choose(situation, answer);
      const name = key(next.states);
      if (situations.has(name)) continue;
      situations.add(name);
      waiting.push(next);
    }
  return { situations, steps };
}

/**
 * The fastest loop over XState that we know: nothing is read that need not be, no event is tried in vain, and the
 * machine’s own `transition` is called with one scope for all, where the package’s function makes one each time.
 */
export function withTransition(scenario: Scenario): Found {
  const issues = scenario.issues.map(({ id }) => id);
  const key = ({ context }: Snapshot) => {
    let text = context.issues[issues[0] ?? ''] ?? '';
    for (let at = 1; at < issues.length; at++) text += ` ${context.issues[issues[at] ?? '']}`;
    return text;
  };
  const events = issues.slice(1).map((issue) => ({ issue, event: { type: `next.raise-${issue}` } }));
  const logic = machineOf(scenario);
  const [snapshot] = initialTransition(logic);
  const self = createEmptyActor();
  const nothing = () => {};
  const scope = {
    ...{ self, system: self.system, id: '', sessionId: '', logger: nothing, defer: nothing },
    ...{ stopChild: nothing, emit: nothing, actionExecutor: nothing },
  } as unknown as AnyActorScope;
  const situations = new Set([key(snapshot)]);
  let steps = 0;
  const waiting = [snapshot];
  const arrive = (next: Snapshot) => {
    steps += 1;
    const name = key(next);
    if (situations.has(name)) return;
    situations.add(name);
    waiting.push(next);
  };
  for (let at = waiting.pop(); at; at = waiting.pop()) {
    if (at.context.issues.talks !== 'on') continue;
    for (const { issue, event } of events)
      if (at.context.issues[issue] === 'low') arrive(logic.transition(at, event, scope));
    arrive(logic.transition(at, { type: 'next.stop' }, scope));
  }
  return { situations, steps };
}

/** The fastest loop over plain lists, texts and a Map, for any scenario: conditions are compiled to functions first. */
export function withPlainData(scenario: Scenario): Found {
  type Test = (state: readonly number[]) => boolean;
  const issueAt = new Map(scenario.issues.map(({ id }, at) => [id, at]));
  const stateAt = (issue: string, state: string) =>
    scenario.issues[issueAt.get(issue) ?? -1]?.states.findIndex(({ id }) => id === state) ?? -1;
  const test = (condition: Condition): Test => {
    if ('issue' in condition) {
      const at = issueAt.get(condition.issue) ?? -1;
      const wanted = condition.in.map((state) => stateAt(condition.issue, state));
      const [only] = wanted;
      return wanted.length === 1
        ? (state) => state[at] === only
        : (state) => wanted.includes(state[at] as number);
    }
    if ('not' in condition) {
      const inner = test(condition.not);
      return (state) => !inner(state);
    }
    const parts = ('all' in condition ? condition.all : condition.any).map(test);
    const [one] = parts;
    if (one && parts.length === 1) return one;
    return 'all' in condition
      ? (state) => parts.every((part) => part(state))
      : (state) => parts.some((part) => part(state));
  };
  const asked = scenario.issues.length;
  const questions = scenario.questions.map(({ when, again, answers }, number) => ({
    when: test(when),
    memory: again ? -1 : asked + number,
    answers: answers.map(({ requires, sets }) => ({
      available: test({ all: requires.map((clause) => clause.when) }),
      sets: Object.entries(sets).map(([issue, state]) => [issueAt.get(issue) ?? -1, stateAt(issue, state)]),
    })),
  }));

  const start = [...scenario.issues, ...scenario.questions].map(() => 0);
  const known = new Map([[String.fromCharCode(...start), start]]);
  let steps = 0;
  for (const state of known.values()) {
    const question = questions.find(
      ({ when, memory }) => (memory === -1 || state[memory] === 0) && when(state),
    );
    if (!question) continue;
    for (const answer of question.answers) {
      if (!answer.available(state)) continue;
      const next = state.slice();
      for (const [issue, to] of answer.sets) next[issue as number] = to as number;
      if (question.memory !== -1) next[question.memory] = 1;
      steps += 1;
      const key = String.fromCharCode.apply(null, next);
      if (!known.has(key)) known.set(key, next);
    }
  }
  lastPlain = known;
  return { situations: new Set(), steps };
}

/** Written as texts outside the time that is taken. */
let lastPlain: ReadonlyMap<string, readonly number[]> = new Map();
export const plainWritten = (scenario: Scenario): ReadonlySet<string> =>
  new Set(
    [...lastPlain.values()].map((state) =>
      scenario.issues.map(({ states }, at) => states[state[at] ?? -1]?.id).join(' '),
    ),
  );

export const same = (found: Found, wanted: Found): void => {
  assert.equal(found.situations.size, wanted.situations.size);
  for (const situation of found.situations) assert(wanted.situations.has(situation), situation);
  if (found.steps !== null) assert.equal(found.steps, wanted.steps);
};
