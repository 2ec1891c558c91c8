/** How a scenario reads as a statechart: the configuration of one parallel XState machine, as plain JSON. */
import type { Condition } from '../scenario/condition.ts';
import type { Answer, Question, Scenario } from '../scenario/scenario.ts';
import { remembered } from './remembered.ts';

/** A guard as data: a condition on issues, or a test of one of the machine's own regions. */
export type GuardRule =
  | { readonly condition: Condition }
  | { readonly region: string; readonly state: string }
  | { readonly every: readonly GuardRule[] };

interface Transition {
  readonly guard?: string;
  readonly target: string;
}

interface Region {
  readonly initial: string;
  readonly states: Readonly<Record<string, StateNode>>;
  readonly on?: Readonly<Record<string, Transition>>;
}

interface StateNode {
  readonly type?: 'final';
  readonly on?: Readonly<Record<string, Transition>>;
  readonly always?: readonly Transition[];
}

/** The whole configuration. `meta.guards` says, as data, what each named guard tests. */
export interface Statechart {
  readonly id: string;
  readonly type: 'parallel';
  readonly options: { readonly maxIterations: number };
  readonly meta: { readonly guards: Readonly<Record<string, GuardRule>> };
  readonly states: Readonly<Record<string, Region>>;
}

// Names carry a prefix that no id can have, so that an issue called “table” stays out of the way.
export const issueRegion = (id: string) => `issue:${id}`;
export const memoryRegion = (id: string) => `asked:${id}`;
export const TABLE = 'table';
export const ENDING = 'ending';
export const questionState = (id: string) => `question:${id}`;
export const endingState = (id: string) => `ending:${id}`;

const openGuard = (question: Question) => `open ${question.id}`;
const mayGuard = (answer: Answer) => `may ${answer.key}`;
const isGuard = (id: string) => `is ${id}`;

/**
 * The statechart of `scenario`: a region for each issue, one for each question that must be remembered,
 * the `table` with its ordered eventless transitions, and the `ending`.
 * An answer is the event `question.answer`; every region it concerns handles it under the same guard.
 */
export function statechart(scenario: Scenario): Statechart {
  const answers = scenario.questions.flatMap((question) => question.answers);
  const memory = remembered(scenario);
  const regions: Record<string, Region> = {};

  for (const issue of scenario.issues) {
    regions[issueRegion(issue.id)] = {
      initial: issue.states[0]?.id ?? '',
      states: Object.fromEntries(issue.states.map((state) => [state.id, {}])),
      on: Object.fromEntries(
        answers
          .filter((answer) => Object.hasOwn(answer.sets, issue.id))
          .map((answer) => [answer.key, { guard: mayGuard(answer), target: `.${answer.sets[issue.id]}` }]),
      ),
    };
  }
  for (const question of memory) {
    regions[memoryRegion(question.id)] = {
      initial: 'open',
      states: {
        open: {
          on: Object.fromEntries(
            question.answers.map((answer) => [answer.key, { guard: mayGuard(answer), target: 'asked' }]),
          ),
        },
        asked: {},
      },
    };
  }
  regions[TABLE] = {
    initial: 'next',
    states: {
      next: {
        always: [
          ...scenario.questions.map((question) => ({
            guard: openGuard(question),
            target: questionState(question.id),
          })),
          { target: 'over' },
        ],
      },
      ...Object.fromEntries(
        scenario.questions.map((question) => [
          questionState(question.id),
          {
            on: Object.fromEntries(
              question.answers.map((answer) => [answer.key, { guard: mayGuard(answer), target: 'next' }]),
            ),
          },
        ]),
      ),
      over: {},
    },
  };
  regions[ENDING] = {
    initial: 'undecided',
    states: {
      undecided: {
        always: scenario.endings.map((ending) => ({
          guard: isGuard(ending.id),
          target: endingState(ending.id),
        })),
      },
      ...Object.fromEntries(
        scenario.endings.map((ending) => [endingState(ending.id), { type: 'final' as const }]),
      ),
    },
  };

  const guards: Record<string, GuardRule> = {};
  for (const question of scenario.questions) {
    const when: GuardRule = { condition: question.when };
    guards[openGuard(question)] = memory.has(question)
      ? { every: [{ region: memoryRegion(question.id), state: 'open' }, when] }
      : when;
  }
  for (const answer of answers) {
    guards[mayGuard(answer)] = {
      every: [
        { region: TABLE, state: questionState(answer.question) },
        ...answer.requires.map((clause) => ({ condition: clause.when })),
      ],
    };
  }
  for (const ending of scenario.endings) {
    guards[isGuard(ending.id)] = { every: [{ region: TABLE, state: 'over' }, { condition: ending.when }] };
  }

  return {
    id: scenario.id,
    type: 'parallel',
    // A cycle of eventless transitions would never return without it.
    options: { maxIterations: 1000 },
    meta: { guards },
    states: regions,
  };
}
