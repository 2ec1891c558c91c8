/** Plays a story on a machine: every step with its situations, and each refused code with the reason. */
import type { Answer, Question, Requirement, Story } from '../scenario/scenario.ts';
import { available, closing, type Machine, type Situation } from './situation.ts';

export interface Step {
  readonly code: string;
  readonly question: Question;
  readonly answer: Answer;
  readonly before: Situation;
  readonly after: Situation;
}

/** Why a code was not played. */
export type Refusal =
  /** No answer has this code. */
  | { readonly code: string; readonly why: 'unknown' }
  /** It answers `answer.question`, but `onTable` is on the table (null: the story is over). */
  | {
      readonly code: string;
      readonly why: 'not-asked';
      readonly answer: Answer;
      readonly onTable: Question | null;
    }
  /** It is closed by these clauses. */
  | {
      readonly code: string;
      readonly why: 'closed';
      readonly answer: Answer;
      readonly clauses: readonly Requirement[];
    }
  /** It came after one that was refused. */
  | { readonly code: string; readonly why: 'after'; readonly answer: Answer | null };

export interface Replay {
  readonly steps: readonly Step[];
  /** In the story’s order; with `steps` it makes up the whole story given. */
  readonly refused: readonly Refusal[];
  readonly now: Situation;
}

/**
 * Plays `story` from the start as far as it goes, and refuses the rest.
 * `known`, an earlier replay of the same machine, supplies the steps that both begin with.
 */
export function replay(machine: Machine, story: Story, known?: Replay): Replay {
  const steps: Step[] = [];
  for (const step of known?.steps ?? []) {
    if (step.code !== story[steps.length]) break;
    steps.push(step);
  }
  let now = steps.at(-1)?.after ?? machine.start;
  while (steps.length < story.length) {
    const code = story[steps.length] ?? '';
    const refusal = refuse(machine, now, code);
    if (refusal) {
      const rest = story.slice(steps.length + 1);
      const later = rest.map((code) => ({
        code,
        why: 'after' as const,
        answer: machine.byCode.get(code) ?? null,
      }));
      return { steps, refused: [refusal, ...later], now };
    }
    const step = play(machine, now, code);
    steps.push(step);
    now = step.after;
  }
  return { steps, refused: [], now };
}

/** Why `code` cannot be played in `situation`; null when it can. */
function refuse(machine: Machine, situation: Situation, code: string): Refusal | null {
  const answer = machine.byCode.get(code);
  if (!answer) return { code, why: 'unknown' };
  if (situation.question?.id !== answer.question)
    return { code, why: 'not-asked', answer, onTable: situation.question };
  if (!available(answer, situation.states))
    return { code, why: 'closed', answer, clauses: closing(answer, situation.states) };
  return null;
}

/** Whether `code` can be played in `situation`. */
export const canPlay = (machine: Machine, situation: Situation, code: string): boolean =>
  refuse(machine, situation, code) === null;

function play(machine: Machine, before: Situation, code: string): Step {
  const answer = machine.byCode.get(code);
  const question = before.question;
  if (!answer || !question) throw new Error(`“${code}” cannot be played here: ask refuse() first.`);
  return { code, question, answer, before, after: machine.choose(before, answer) };
}

export interface Change {
  readonly story: Story;
  /** How many of the later answers were kept. */
  readonly kept: number;
  /** The later answers that were not kept, in their old order, each with the reason. */
  readonly dropped: readonly Refusal[];
}

/**
 * The story with step `at` (counted from 0) answered by `code`, and the later answers kept as far as they
 * remain possible. Questions may come up in another order than before, so an old answer is given when its own
 * question is on the table; the first question without an old answer, or with a closed one, ends the change.
 * Throws when step `at` cannot be answered by `code`.
 */
export function change(machine: Machine, story: Story, at: number, code: string): Change {
  let current = replay(machine, [...story.slice(0, at), code]);
  if (current.refused.length > 0) throw new Error(`“${code}” cannot be step ${at + 1} of this story.`);
  const waiting = story.slice(at + 1);
  let kept = 0;
  for (;;) {
    const { now } = current;
    const next = waiting.findIndex((old) => canPlay(machine, now, old));
    const old = waiting[next];
    if (old === undefined) break;
    current = replay(machine, [...current.steps.map((step) => step.code), old], current);
    waiting.splice(next, 1);
    kept += 1;
  }
  return {
    story: current.steps.map((step) => step.code),
    kept,
    dropped: waiting.flatMap((old) => refuse(machine, current.now, old) ?? []),
  };
}

/** Whether `whole` begins with `part`. */
export const startsWith = (whole: Story, part: Story): boolean =>
  part.every((code, at) => whole[at] === code);
