/** Where a story stands, what plays it, and which answers are available there. Without XState: embeds carry this file. */
import { holds, type States } from '../scenario/condition.ts';
import type { Answer, Ending, Question, Requirement, Scenario } from '../scenario/scenario.ts';

/** Where a story stands: the state of every issue, and the question on the table or the ending. */
export interface Situation {
  readonly states: States;
  /** The question on the table; null when the story is over. */
  readonly question: Question | null;
  /** The ending that holds; null while the story goes on. */
  readonly ending: Ending | null;
}

/** What plays a scenario: XState (`compile.ts`), or the graph of futures (`analysis/graph/graph-machine.ts`). */
export interface Machine {
  readonly scenario: Scenario;
  readonly start: Situation;
  /**
   * The situation after `answer`, which is available in `situation`. `situation` is one that this machine has given.
   * Throws when either is not so: ask `available` first.
   */
  readonly choose: (situation: Situation, answer: Answer) => Situation;
  readonly byCode: ReadonlyMap<string, Answer>;
}

/** Whether every clause that `answer` requires holds in `states`. */
export function available(answer: Answer, states: States): boolean {
  return answer.requires.every((clause) => holds(clause.when, states));
}

/** The clauses that close `answer` in `states`; none when it is available. */
export function closing(answer: Answer, states: States): readonly Requirement[] {
  return answer.requires.filter((clause) => !holds(clause.when, states));
}
