/** The laws for all scenarios, as one helper, so that every scenario is tested on all of them. */
import { expect } from 'vitest';
import { getNextTransitions } from 'xstate';
import { explore, type Exploration } from '../../src/analysis/graph/explore.ts';
import { futuresOf, type Futures } from '../../src/analysis/graph/futures.ts';
import { graphOf, type Graph } from '../../src/analysis/graph/graph.ts';
import { readOpenings, type Openings } from '../../src/analysis/graph/openings.ts';
import { compileRules, run } from '../../src/analysis/graph/rules.ts';
import { countStories, listStories } from './stories.ts';
import { StatechartSituation, compile, type StatechartMachine } from '../../src/machine/compile.ts';
import { available, type Situation } from '../../src/machine/situation.ts';
import { answerEvent } from '../../src/machine/machine.ts';
import { change, replay } from '../../src/machine/replay.ts';
import { holds } from '../../src/scenario/condition.ts';
import type { Scenario, Story } from '../../src/scenario/scenario.ts';

/** A random number from 0 up to 1 that is the same in every run: mulberry32 (T. Ettinger). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * The futures hold exactly what the exploration does: walking both side by side, every situation meets a node with the
 * same answers, the same clauses against them and the same ending, and always the same node.
 */
export function checkFutures({ scenario, rules, exploration, futures }: Compiled): void {
  const { states, question, firstEdge, edgeAnswer, edgeTarget, count } = exploration;
  const against = rules.answers.map((answer) =>
    answer.againstWhen.map((clause) => rules.condition(clause.when)),
  );
  const nodeOf = new Int32Array(count).fill(-1);
  nodeOf[0] = futures.length - 1;
  const waiting = [0];
  for (let number = waiting.pop(); number !== undefined; number = waiting.pop()) {
    const node = futures[nodeOf[number] as number];
    if (question[number] === rules.questions) {
      const ending = run(rules.ending, states, number * rules.words);
      if (node !== ending)
        expect.fail(`situation ${number} ends in ${scenario.endings[ending]?.id}, not ${node}`);
      continue;
    }
    const expected: number[] = [];
    for (let edge = firstEdge[number] as number; edge < (firstEdge[number + 1] as number); edge++) {
      const answer = edgeAnswer[edge] as number;
      const target = edgeTarget[edge] as number;
      const clauses = against[answer] ?? [];
      const holding = clauses.reduce(
        (bits, clause, bit) => bits | (run(clause, states, number * rules.words) << bit),
        0,
      );
      const to = typeof node === 'object' ? (node[expected.length + 1] ?? -1) : -1;
      expected.push(answer, to, holding);
      if (nodeOf[target] === -1) {
        nodeOf[target] = to;
        waiting.push(target);
      } else if (nodeOf[target] !== to) expect.fail(`situation ${target} has two futures`);
    }
    if (String(node) !== String(expected))
      expect.fail(`situation ${number} has another future: ${String(node)}`);
  }
  expect(nodeOf.includes(-1)).toBe(false);
  // And it is the smallest such graph: no two nodes are alike.
  expect(new Set(futures.map(String)).size).toBe(futures.length);
}

export interface Compiled {
  readonly scenario: Scenario;
  readonly machine: StatechartMachine;
  readonly rules: ReturnType<typeof compileRules>;
  readonly exploration: Exploration;
  readonly futures: Futures;
  readonly graph: Graph;
  readonly openings: Openings;
}

const made = new WeakMap<Scenario, Compiled>();

/** All that is derived from `scenario`, once in each file of tests. */
export function compiled(scenario: Scenario): Compiled {
  const there = made.get(scenario) ?? compileAll(scenario);
  made.set(scenario, there);
  return there;
}

function compileAll(scenario: Scenario): Compiled {
  const rules = compileRules(scenario);
  const exploration = explore(rules);
  const future = futuresOf(rules, exploration);
  const graph = graphOf(scenario, future);
  const openings = readOpenings(graph);
  return { scenario, machine: compile(scenario), rules, exploration, futures: future, graph, openings };
}

/** A story from the start to an end, chosen by `random`. */
export function randomStory({ exploration, rules }: Compiled, random: () => number): string[] {
  const { firstEdge, edgeAnswer, edgeTarget } = exploration;
  const story: string[] = [];
  let at = 0;
  for (;;) {
    const from = firstEdge[at] as number;
    const width = (firstEdge[at + 1] as number) - from;
    if (width === 0) return story;
    const edge = from + Math.floor(random() * width);
    story.push(rules.answers[edgeAnswer[edge] as number]?.code ?? '');
    at = edgeTarget[edge] as number;
  }
}

/** A random story that begins with `story`, as the machine itself tells it: without the exploration. */
export function randomStoryFrom({ machine }: Compiled, random: () => number, story: Story): Story {
  let current = replay(machine, story);
  for (;;) {
    const { question, states } = current.now;
    const open = question?.answers.filter((answer) => available(answer, states)) ?? [];
    const answer = open[Math.floor(random() * open.length)];
    const codes = current.steps.map(({ code }) => code);
    if (!answer) return codes;
    current = replay(machine, [...codes, answer.code], current);
  }
}

/** Replaying a story at once is playing it step by step; a prefix replays to the prefix; played and refused codes make up the whole. */
export function checkReplay({ machine }: Compiled, story: Story): void {
  const whole = replay(machine, story);
  let known = replay(machine, []);
  for (let length = 0; length <= story.length; length++) {
    known = replay(machine, story.slice(0, length), known);
    expect(known.steps.map((step) => step.code)).toEqual(
      whole.steps.slice(0, length).map((step) => step.code),
    );
    expect(seen(known.now)).toEqual(seen(whole.steps[length]?.before ?? whole.now));
  }
  expect([...whole.steps, ...whole.refused].map((part) => part.code)).toEqual(story);
}

/** The parts of a situation that matter, in a form that can be compared. */
export function seen(situation: Situation) {
  return {
    states: Object.fromEntries(situation.states),
    question: situation.question?.id ?? null,
    ending: situation.ending?.id ?? null,
  };
}

/**
 * At one situation the machine and the explorer agree on the states of the issues, what was asked, question,
 * ending and available answers. XState itself is asked which events it would take, not our own reading of `requires`.
 */
export function checkAgreement(
  { scenario, rules, exploration }: Compiled,
  situation: Situation,
  number: number,
): void {
  if (!(situation instanceof StatechartSituation)) expect.fail('only the machine itself can be judged');
  const { snapshot } = situation;
  const { states, question, firstEdge, edgeAnswer } = exploration;
  const offset = number * rules.words;
  const agrees =
    scenario.issues.every(
      (issue, at) => issue.states[rules.stateOf(at, states, offset)]?.id === situation.states.get(issue.id),
    ) &&
    scenario.questions.every(
      ({ id }, at) => rules.wasAsked(at, states, offset) === (snapshot.context.asked[id] ?? false),
    ) &&
    scenario.questions[question[number] as number] === (situation.question ?? undefined) &&
    (situation.question !== null ||
      scenario.endings[run(rules.ending, states, offset)] === (situation.ending ?? undefined)) &&
    snapshot.status === (situation.question === null ? 'done' : 'active');
  if (!agrees) expect.fail(`situation ${number} differs: ${JSON.stringify(seen(situation))}`);

  // All that the active state and those around it have transitions for, whether or not a guard lets them pass.
  const events = new Set(getNextTransitions(snapshot).map(({ eventType }) => String(eventType)));
  const taken = [...events].filter((type) => snapshot.can({ type }));
  const listed: string[] = [];
  for (let edge = firstEdge[number] as number; edge < (firstEdge[number + 1] as number); edge++)
    listed.push(answerEvent(rules.answers[edgeAnswer[edge] as number] ?? expect.fail('no such answer')));
  if (taken.join() !== listed.join())
    expect.fail(`situation ${number}: XState takes ${taken.join()}, listed ${listed.join()}`);
}

/** The machine and the explorer agree in every situation: every step of each is played on the machine, beside the exploration. */
export function checkEverySituation(all: Compiled): void {
  const { machine, rules, exploration } = all;
  const { count, firstEdge, edgeAnswer, edgeTarget } = exploration;
  const seen = new Uint8Array(count);
  const waiting: { number: number; situation: StatechartSituation }[] = [];
  let done = 0;
  const arrive = (situation: StatechartSituation, number: number) => {
    checkAgreement(all, situation, number);
    if (seen[number]) return;
    seen[number] = 1;
    waiting.push({ number, situation });
    done += 1;
  };
  arrive(machine.start, 0);
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { number, situation } = next;
    for (let edge = firstEdge[number] as number; edge < (firstEdge[number + 1] as number); edge++) {
      const answer = rules.answers[edgeAnswer[edge] as number];
      if (!answer) throw new Error('no such answer');
      arrive(machine.choose(situation, answer), edgeTarget[edge] as number);
    }
  }
  expect(done).toBe(count);
}

/** The laws at every step of one story that the explorer lists. */
export function checkStory(all: Compiled, story: Story): void {
  const { machine, rules, exploration } = all;
  checkReplay(all, story);
  const played = replay(machine, story);
  expect(played.refused).toEqual([]);
  expect(played.now.ending).not.toBeNull();
  let number = 0;
  for (const step of played.steps) {
    checkAgreement(all, step.before, number);
    const { firstEdge, edgeAnswer, edgeTarget } = exploration;
    let edge = firstEdge[number] as number;
    while (rules.answers[edgeAnswer[edge] as number] !== step.answer) edge += 1;
    number = edgeTarget[edge] as number;
  }
  checkAgreement(all, played.now, number);
}

/** A change keeps the steps before it, gives the new answer, and accounts for every later one. */
export function checkChanges({ machine }: Compiled, story: Story): void {
  const played = replay(machine, story);
  played.steps.forEach((step, at) => {
    for (const answer of step.question.answers) {
      if (!available(answer, step.before.states)) continue;
      const changed = change(machine, story, at, answer.code);
      expect(changed.story.slice(0, at + 1)).toEqual([...story.slice(0, at), answer.code]);
      expect(replay(machine, changed.story).refused).toEqual([]);
      expect(changed.kept + changed.dropped.length).toBe(story.length - at - 1);
      const kept = changed.story.slice(at + 1);
      const dropped = changed.dropped.map((refusal) => refusal.code);
      expect([...kept, ...dropped].sort()).toEqual([...story.slice(at + 1)].sort());
      if (answer.code === step.code) expect(changed.story).toEqual(story);
    }
  });
}

/** The number of stories, and what is open from the start, against a plain list of all stories. */
export function checkCounts(all: Compiled): void {
  const { scenario, rules, exploration, machine, openings: open } = all;
  const stories = [...listStories(exploration)];
  expect(BigInt(stories.length)).toBe(countStories(exploration)[0]);

  const ended = new Set<string>();
  const given = new Set<string>();
  let known = replay(machine, []);
  for (const { answers } of stories) {
    const story = answers.map((answer) => rules.answers[answer]?.code ?? '');
    known = replay(machine, story, known);
    const { now, steps, refused } = known;
    expect(refused).toEqual([]);
    const held = scenario.endings.filter((ending) => holds(ending.when, now.states));
    expect(held).toEqual([now.ending]);
    ended.add(now.ending?.id ?? '');
    for (const step of steps) given.add(step.answer.key);
    expect([...open.from(open.find(story)).endings]).toEqual([now.ending]);
  }
  const start = open.from(open.find([]));
  expect([...start.endings].map((ending) => ending.id).sort()).toEqual([...ended].sort());
  expect([...start.answers].map((answer) => answer.key).sort()).toEqual([...given].sort());
  for (const ending of scenario.endings) {
    const lengths = stories
      .filter(
        ({ end }) => scenario.endings[run(rules.ending, exploration.states, end * rules.words)] === ending,
      )
      .map(({ answers }) => answers.length);
    expect(open.wayTo(open.find([]), ending)?.length ?? Infinity).toBe(Math.min(...lengths));
  }
}
