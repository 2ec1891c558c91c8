/** What an answer rests on where it is chosen, and what speaks against it there. */
import { holds, type States } from '../scenario/condition.ts';
import type { AgainstWhen, Answer } from '../scenario/scenario.ts';

export interface Support {
  /** Ids of the evidence for it; for an assumption this is background only. */
  readonly for: readonly string[];
  /** Ids of all the evidence against it here, each once. */
  readonly against: readonly string[];
  /** Ids of evidence that leaves it open. */
  readonly doubt: readonly string[];
  /** The clauses that speak against it here because of where the story stands. */
  readonly because: readonly AgainstWhen[];
}

/** The support of `answer` in `states`, the situation before it is chosen. */
export function support(answer: Answer, states: States): Support {
  const because = answer.againstWhen.filter((clause) => holds(clause.when, states));
  return {
    for: answer.evidence,
    against: [...new Set([...answer.against, ...because.flatMap((clause) => clause.evidence)])],
    doubt: answer.doubt,
    because,
  };
}

/** Whether something a party is reported to hold speaks against `answer` in `states`. */
export function contradicted(answer: Answer, states: States): boolean {
  return answer.against.length > 0 || answer.againstWhen.some((clause) => holds(clause.when, states));
}
