/** A story of another edition of its scenario: its replay on this one, and what became of each of its answers. */
import { answersByCode } from '../scenario/lookups.ts';
import type { Answer, Question, Scenario, Story } from '../scenario/scenario.ts';
import { canPlay, replay, type Replay } from './replay.ts';
import type { Machine } from './situation.ts';

/** `story` in the codes of today: a code that was renamed is exchanged, any other stays as it is. */
export function currentCodes(scenario: Scenario, story: Story): Story {
  const known = answersByCode(scenario);
  const now = new Map(scenario.renamed.map(({ from, to }) => [from, to]));
  return story.map((code) => (known.has(code) ? code : (now.get(code) ?? code)));
}

/** A story of one edition played on another, which asks other questions, or in another order. */
export interface Migration {
  readonly replay: Replay;
  /** For each of its steps, the place of the answer in the story as it was, from 0. */
  readonly from: readonly number[];
}

/**
 * Plays `story`, of another edition, with every answer that is available here: each question that comes up is answered by
 * the first remaining answer that fits, one with an unchanged code before one that was renamed, until a question has none.
 */
export function migrate(machine: Machine, story: Story): Migration {
  const codes = currentCodes(machine.scenario, story);
  const left = new Set(codes.keys());
  const from: number[] = [];
  let current = replay(machine, []);
  for (;;) {
    const { now } = current;
    const fit = [...left].filter((at) => canPlay(machine, now, codes[at] ?? ''));
    const at = fit.find((at) => codes[at] === story[at]) ?? fit[0];
    if (at === undefined) return { replay: current, from };
    left.delete(at);
    from.push(at);
    current = replay(machine, [...current.steps.map(({ code }) => code), codes[at] ?? ''], current);
  }
}

/** An answer as an edition has it. */
export interface Wording {
  readonly question: string;
  readonly label: string;
  readonly basis: string;
}

/** What became of each answer of a story of another edition; answers whose former words are not known are only counted. */
export interface Receipt {
  /** Word for word as it was. */
  readonly same: readonly Wording[];
  /** In other words, or with another label. */
  readonly changed: readonly { readonly then: Wording; readonly now: Wording }[];
  /** Not asked here, or not possible any more; null where its words are not known. */
  readonly dropped: readonly (Wording | null)[];
}

/**
 * The receipt of `story`, written for the edition `then`, with its `migration` to this one. Without `then` it is not known
 * whether an answer is worded the same: each one that was played counts as `same`.
 */
export function receipt(then: Scenario | null, story: Story, { replay, from }: Migration): Receipt {
  const before = then && worded(then);
  const given = replay.steps.map(({ question, answer }, step) => ({
    now: words(question, answer),
    then: before?.get(story[from[step] ?? -1] ?? ''),
  }));
  const kept = new Set(from);
  return {
    same: given.flatMap(({ now, then }) => (!then || sameWords(then, now) ? [now] : [])),
    changed: given.flatMap(({ now, then }) => (then && !sameWords(then, now) ? [{ then, now }] : [])),
    dropped: story.flatMap((code, at) => (kept.has(at) ? [] : [before?.get(code) ?? null])),
  };
}

const words = (question: Question, answer: Answer): Wording => ({
  question: question.text,
  label: answer.label,
  basis: answer.inferred ? 'inferred' : answer.basis,
});

const sameWords = (a: Wording, b: Wording): boolean =>
  a.question === b.question && a.label === b.label && a.basis === b.basis;

const worded = ({ questions }: Scenario): ReadonlyMap<string, Wording> =>
  new Map(
    questions.flatMap((question) => question.answers.map((answer) => [answer.code, words(question, answer)])),
  );
