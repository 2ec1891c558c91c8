/** A scenario as an XState machine, and the situation that one of its snapshots stands for. */
import {
  and,
  createMachine,
  initialTransition,
  not,
  or,
  stateIn,
  transition,
  type AnyMachineSnapshot,
  type AnyStateMachine,
} from 'xstate';
import { holds, type Condition, type States } from '../scenario/condition.ts';
import type { Answer, Ending, Question, Requirement, Scenario } from '../scenario/scenario.ts';
import {
  ENDING,
  endingState,
  issueRegion,
  questionState,
  statechart,
  TABLE,
  type GuardRule,
} from './statechart.ts';

/** Where a story stands: the state of every issue, and the question on the table or the ending. */
export interface Situation {
  readonly states: States;
  /** The question on the table; null when the story is over. */
  readonly question: Question | null;
  /** The ending that holds; null while the story goes on. */
  readonly ending: Ending | null;
}

/** A situation of the XState machine, with the snapshot it was read from. */
export interface ChartedSituation extends Situation {
  readonly snapshot: AnyMachineSnapshot;
}

/** What plays a scenario: XState, or the tables of `analysis/tables.ts`. */
export interface Machine {
  readonly scenario: Scenario;
  readonly start: Situation;
  /** The situation after `answer`. Throws when it is not available there: ask `available` first. */
  readonly choose: (situation: Situation, answer: Answer) => Situation;
  readonly byCode: ReadonlyMap<string, Answer>;
  readonly questions: ReadonlyMap<string, Question>;
}

export interface ChartedMachine extends Machine {
  readonly start: ChartedSituation;
  readonly choose: (situation: Situation, answer: Answer) => ChartedSituation;
}

/** The machine of `scenario`, which must have passed its checks. */
export function compile(scenario: Scenario): ChartedMachine {
  const chart = statechart(scenario);
  const guards = Object.fromEntries(
    Object.entries(chart.meta.guards).map(([name, rule]) => [name, guard(rule)]),
  );
  // The configuration is data, so its names are unknown to the type checker; `statechart` made them match.
  const machine: AnyStateMachine = createMachine(chart as never, { guards } as never);

  const questions = new Map(scenario.questions.map((question) => [question.id, question]));
  const onTable = new Map(scenario.questions.map((question) => [questionState(question.id), question]));
  const reached = new Map(scenario.endings.map((ending) => [endingState(ending.id), ending]));
  const answers = scenario.questions.flatMap((question) => question.answers);

  const read = (snapshot: AnyMachineSnapshot): ChartedSituation => ({
    states: new Map(
      scenario.issues.map((issue) => [issue.id, snapshot.value[issueRegion(issue.id)] as string]),
    ),
    question: onTable.get(snapshot.value[TABLE] as string) ?? null,
    ending: reached.get(snapshot.value[ENDING] as string) ?? null,
    snapshot,
  });

  return {
    scenario,
    start: read(initialTransition(machine)[0]),
    choose(situation, answer) {
      if (situation.question?.id !== answer.question || !available(answer, situation.states))
        throw new Error(`“${answer.key}” is not available here: ask available() first.`);
      const { snapshot } = situation as ChartedSituation;
      return read(transition(machine, snapshot, { type: answer.key })[0]);
    },
    byCode: new Map(answers.map((answer) => [answer.code, answer])),
    questions,
  };
}

/** Whether every clause that `answer` requires holds in `states`. */
export function available(answer: Answer, states: States): boolean {
  return answer.requires.every((clause) => holds(clause.when, states));
}

/** The clauses that close `answer` in `states`; none when it is available. */
export function closing(answer: Answer, states: States): readonly Requirement[] {
  return answer.requires.filter((clause) => !holds(clause.when, states));
}

/** Built when the machine is made: a guard function of XState does not see where the machine stands. */
function guard(rule: GuardRule): ReturnType<typeof stateIn> {
  if ('condition' in rule) return conditionGuard(rule.condition);
  if ('region' in rule) return stateIn({ [rule.region]: rule.state });
  return and(rule.every.map(guard));
}

function conditionGuard(condition: Condition): ReturnType<typeof stateIn> {
  if ('issue' in condition)
    return or(condition.in.map((state) => stateIn({ [issueRegion(condition.issue)]: state })));
  if ('all' in condition) return and(condition.all.map(conditionGuard));
  if ('any' in condition) return or(condition.any.map(conditionGuard));
  return not(conditionGuard(condition.not));
}
