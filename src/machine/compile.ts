/** A scenario as a machine that can be played, each situation read from a snapshot of XState. */
import { initialTransition, transition } from 'xstate';
import type { States } from '../scenario/condition.ts';
import { answersByCode } from '../scenario/lookups.ts';
import type { Answer, Ending, Question, Scenario } from '../scenario/scenario.ts';
import { answerEvent, endingState, machineOf, questionState, type Snapshot } from './machine.ts';
import { available, type Machine, type Situation } from './situation.ts';

/** A situation of the XState machine, with the snapshot it was read from. */
export class StatechartSituation implements Situation {
  readonly states: States;
  readonly question: Question | null;
  readonly ending: Ending | null;
  readonly snapshot: Snapshot;

  constructor(snapshot: Snapshot, question: Question | null, ending: Ending | null) {
    this.states = new Map(Object.entries(snapshot.context.issues));
    this.question = question;
    this.ending = ending;
    this.snapshot = snapshot;
  }
}

export interface StatechartMachine extends Machine {
  readonly start: StatechartSituation;
  readonly choose: (situation: Situation, answer: Answer) => StatechartSituation;
}

/** The machine of `scenario`, which must have passed its checks. */
export function compile(scenario: Scenario): StatechartMachine {
  const machine = machineOf(scenario);
  const { questions, endings } = scenario;
  const onTable = new Map(questions.map((question) => [questionState(question.id), question]));
  const over = new Map(endings.map((ending) => [endingState(ending.id), ending]));
  const read = (snapshot: Snapshot) =>
    new StatechartSituation(snapshot, onTable.get(snapshot.value) ?? null, over.get(snapshot.value) ?? null);

  return {
    scenario,
    start: read(initialTransition(machine)[0]),
    choose(situation, answer) {
      if (!(situation instanceof StatechartSituation) || situation.snapshot.machine !== machine)
        throw new Error('This situation is of another machine: begin at `start`.');
      if (situation.question?.id !== answer.question || !available(answer, situation.states))
        throw new Error(`“${answer.key}” is not available here: ask available() first.`);
      return read(transition(machine, situation.snapshot, { type: answerEvent(answer) })[0]);
    },
    byCode: answersByCode(scenario),
  };
}
