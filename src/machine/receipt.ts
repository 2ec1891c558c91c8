/** What became of a story told on another edition of its scenario: step by step, what stands and what does not. */
import { answersByCode } from '../scenario/lookups.ts';
import type { Answer, Question, Scenario, Story } from '../scenario/scenario.ts';
import type { Refusal, Replay } from './replay.ts';

/** `story` in the codes of today: a code that was renamed is exchanged, any other stays as it is. */
export function today(scenario: Scenario, story: Story): Story {
  const known = answersByCode(scenario);
  const now = new Map(scenario.renamed.map(({ from, to }) => [from, to]));
  return story.map((code) => (known.has(code) ? code : (now.get(code) ?? code)));
}

/** An answer as an edition has it. */
export interface Worded {
  readonly question: string;
  readonly label: string;
  readonly basis: string;
}

export type Receipt =
  /** Steps `first` to `last`, counted from 1, are word for word as they were. */
  | { readonly kind: 'same'; readonly first: number; readonly last: number }
  /** Another wording, or another basis. */
  | { readonly kind: 'changed'; readonly step: number; readonly then: Worded; readonly now: Worded }
  /** It can no longer be taken; with its words then, where that edition is known. */
  | {
      readonly kind: 'refused';
      readonly step: number;
      readonly refusal: Refusal;
      readonly then: Worded | null;
    };

/**
 * The receipt of `story`, written for the edition `then` and played today as `told`. Without `then`, what stands is only
 * known to be played, not to be worded the same.
 */
export function receipt(then: Scenario | null, story: Story, told: Replay): Receipt[] {
  const before = then && worded(then);
  const lines: Receipt[] = [];
  told.steps.forEach(({ question, answer }, at) => {
    const now = words(question, answer);
    const was = before?.get(story[at] ?? '');
    const last = lines.at(-1);
    if (was && (was.question !== now.question || was.label !== now.label || was.basis !== now.basis))
      lines.push({ kind: 'changed', step: at + 1, then: was, now });
    else if (last?.kind === 'same') lines[lines.length - 1] = { ...last, last: at + 1 };
    else lines.push({ kind: 'same', first: at + 1, last: at + 1 });
  });
  told.refused.forEach((refusal, at) => {
    const number = told.steps.length + at;
    lines.push({
      kind: 'refused',
      step: number + 1,
      refusal,
      then: before?.get(story[number] ?? '') ?? null,
    });
  });
  return lines;
}

const words = (question: Question, answer: Answer): Worded => ({
  question: question.text,
  label: answer.label,
  basis: answer.inferred ? 'inferred' : answer.basis,
});

const worded = ({ questions }: Scenario): ReadonlyMap<string, Worded> =>
  new Map(
    questions.flatMap((question) => question.answers.map((answer) => [answer.code, words(question, answer)])),
  );
