/**
 * How fast every situation of a parallel scenario is found: ours, beside the ways there are without it. That all find
 * the same situations and steps is asserted in the run.
 */
import { strict as assert } from 'node:assert';
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { createEmptyActor, type AnyActorScope, type AnyMachineSnapshot } from 'xstate';
import { getAdjacencyMap } from 'xstate/graph';
import { explore, type Exploration } from '../../src/analysis/explore.ts';
import { rules as compileRules, type Rules } from '../../src/analysis/rules.ts';
import { available, compile, type Machine } from '../../src/machine/compile.ts';
import { issueRegion } from '../../src/machine/statechart.ts';
import { complete } from '../../src/scenario/complete.ts';
import type { Condition, States } from '../../src/scenario/condition.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { median, ms, table, timed } from './figures.ts';

/** Issues that can be raised in any order, until somebody stops: 2 × 2ⁿ situations. */
export function lattice(issues: number): Scenario {
  const names = Array.from({ length: issues }, (_, at) => `i${at}`);
  return complete({
    format: 1,
    id: `lattice-${issues}`,
    edition: 1,
    title: 'Lattice',
    notice: 'A test file, not a forecast.',
    actors: [{ id: 'a', name: 'A' }],
    issues: [
      { id: 'talks', states: [{ id: 'on' }, { id: 'over' }] },
      ...names.map((id) => ({ id, states: [{ id: 'low' }, { id: 'high' }] })),
    ],
    questions: [
      {
        id: 'next',
        actor: 'a',
        text: 'What next?',
        when: { issue: 'talks', in: ['on'] },
        again: true,
        answers: [
          ...names.map((id) => ({
            id: `raise-${id}`,
            code: id,
            label: `Raise ${id}`,
            sets: { [id]: 'high' },
            basis: 'assumption' as const,
            requires: [{ when: { issue: id, in: ['low'] }, kind: 'structure' as const }],
          })),
          { id: 'stop', code: 's', label: 'Stop', sets: { talks: 'over' }, basis: 'assumption' as const },
        ],
      },
    ],
    endings: [{ id: 'end', when: { all: [] } }],
  });
}

/** What a way of exploring found: each situation as a text, and the number of steps, where it tells them. */
interface Found {
  readonly situations: ReadonlySet<string>;
  readonly steps: number | null;
}

/** A situation as a text: the state of every issue, which is all there is to know where questions come again. */
const written = ({ issues }: Scenario, stateOf: (issue: string) => string | undefined) =>
  issues.map(({ id }) => stateOf(id)).join(' ');

function ours(scenario: Scenario, rules: Rules, { count, states, edgeAnswer }: Exploration): Found {
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
function withGraph(scenario: Scenario, machine: Machine): Found {
  const answers = scenario.questions.flatMap((question) => question.answers);
  const found = getAdjacencyMap(machine.start.snapshot.machine, {
    events: answers.map(({ key }) => ({ type: key })),
  });
  const value = (state: AnyMachineSnapshot) =>
    written(scenario, (issue) => state.value[issueRegion(issue)] as string);
  const states = Object.values(found).map(({ state }) => value(state as AnyMachineSnapshot));
  return { situations: new Set(states), steps: null };
}

/** A loop over our machine. */
function withMachine(scenario: Scenario, machine: Machine): Found {
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
function withTransition(scenario: Scenario, machine: Machine): Found {
  const regions = scenario.issues.map(({ id }) => issueRegion(id));
  const key = ({ value }: AnyMachineSnapshot) => {
    let text = value[regions[0] ?? ''] as string;
    for (let at = 1; at < regions.length; at++) text += ` ${value[regions[at] ?? ''] as string}`;
    return text;
  };
  const events = scenario.issues.slice(1).map(({ id }) => ({
    region: issueRegion(id),
    event: { type: `next.raise-${id}` },
  }));
  const { snapshot } = machine.start;
  const logic = snapshot.machine;
  const self = createEmptyActor();
  const nothing = () => {};
  const scope = {
    ...{ self, system: self.system, id: '', sessionId: '', logger: nothing, defer: nothing },
    ...{ stopChild: nothing, emit: nothing, actionExecutor: nothing },
  } as unknown as AnyActorScope;
  const talks = issueRegion('talks');
  const situations = new Set([key(snapshot)]);
  let steps = 0;
  const waiting = [snapshot];
  const arrive = (next: AnyMachineSnapshot) => {
    steps += 1;
    const name = key(next);
    if (situations.has(name)) return;
    situations.add(name);
    waiting.push(next);
  };
  for (let at = waiting.pop(); at; at = waiting.pop()) {
    if (at.value[talks] !== 'on') continue;
    for (const { region, event } of events)
      if (at.value[region] === 'low') arrive(logic.transition(at, event, scope));
    arrive(logic.transition(at, { type: 'next.stop' }, scope));
  }
  return { situations, steps };
}

/** The fastest loop over plain lists, texts and a Map, for any scenario: conditions are compiled to functions first. */
function withPlainData(scenario: Scenario): Found {
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
const plainWritten = (scenario: Scenario): ReadonlySet<string> =>
  new Set(
    [...lastPlain.values()].map((state) =>
      scenario.issues.map(({ states }, at) => states[state[at] ?? -1]?.id).join(' '),
    ),
  );

const same = (found: Found, wanted: Found): void => {
  assert.equal(found.situations.size, wanted.situations.size);
  for (const situation of found.situations) assert(wanted.situations.has(situation), situation);
  if (found.steps !== null) assert.equal(found.steps, wanted.steps);
};

const LIMIT = 60_000;

/** Prints a table for each size; some minutes in all, of which XState at the largest takes most. */
export function exploringBeside(sizes: readonly number[] = [9, 12, 16]): void {
  // Milliseconds a situation that the slow ones took at the size before.
  let slow = { graph: 0, machine: 0 };
  for (const size of sizes) {
    const scenario = lattice(size);
    const machine = compile(scenario);
    const rules = compileRules(scenario);
    const wanted = ours(scenario, rules, explore(rules));
    const rounds = size === 16 ? 9 : 25;
    const fast = median(timed(rounds, () => explore(rules)));
    const beside = (took: number) =>
      `${ms(took)}  (${(took / fast).toLocaleString('en', { maximumSignificantDigits: 2 })} ×)`;

    /** The median time of `rounds`, and that what was found is right. */
    const measure = (rounds: number, work: () => Found, read = (found: Found) => found): number => {
      let found: Found | undefined;
      const took = median(timed(rounds, () => (found = work())));
      if (found) same(read(found), wanted);
      return took;
    };
    const few = size === 9 ? 3 : 1;
    const count = wanted.situations.size;
    const plain = measure(
      size === 16 ? 3 : 7,
      () => withPlainData(scenario),
      ({ steps }) => ({ situations: plainWritten(scenario), steps }),
    );
    const tuned = measure(few, () => withTransition(scenario, machine));
    // The time a situation takes grows with the number of issues.
    const feasible = (each: number) => each * count * 1.5 < LIMIT;
    const looped = feasible(slow.machine) ? measure(few, () => withMachine(scenario, machine)) : null;
    const graph = feasible(slow.graph) ? measure(few, () => withGraph(scenario, machine)) : null;
    slow = { graph: (graph ?? Infinity) / count, machine: (looped ?? Infinity) / count };
    const or = (took: number | null) => (took === null ? 'not run: over a minute' : beside(took));
    table(`Exploring ${count.toLocaleString('en')} situations, ${wanted.steps?.toLocaleString('en')} steps`, {
      [`ours, median of ${rounds}`]: `${ms(fast)}  (${(count / fast / 1000).toFixed(1)} million a second)`,
      'ours, in a new process, median of 5': ms(median(Array.from({ length: 5 }, () => cold(size)))),
      'lists, texts and a Map': beside(plain),
      'XState’s transition, the fastest loop we know': beside(tuned),
      'our XState machine, one choice after the other': or(looped),
      'xstate/graph, getAdjacencyMap': or(graph),
    });
  }
}

/** What the first exploration in a new process takes: nothing is compiled yet. */
function cold(size: number): number {
  const file = fileURLToPath(import.meta.url);
  return Number(
    execFileSync(process.execPath, [...process.execArgv, file, String(size)], { encoding: 'utf8' }),
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const rules = compileRules(lattice(Number(process.argv[2])));
  console.log(timed(1, () => explore(rules))[0]);
}
