/** A scenario as the program holds it: complete, with every optional part filled in. */
import type { Condition } from './condition.ts';
import type { Basis, ClauseKind, QuotationKind, ScenarioFile } from './format.ts';

export interface Source {
  readonly id: string;
  readonly title: string;
  readonly publisher: string;
  readonly url: string;
  readonly published: string;
  readonly dateBasis: 'stated' | 'inferred';
  readonly sha256: string;
  readonly characters: number;
  readonly paragraphs: number;
  readonly note: string;
}

/** One quotation: character for character what its source says, from `start` up to `end`. */
export interface Evidence {
  readonly id: string;
  readonly source: string;
  readonly paragraph: number;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  readonly speaker: string;
  readonly kind: QuotationKind;
  readonly hedges: readonly string[];
  readonly note: string;
}

export interface Actor {
  readonly id: string;
  readonly name: string;
  readonly people: readonly string[];
  readonly speaks: boolean;
  readonly note: string;
}

export interface Issue {
  readonly id: string;
  readonly label: string;
  /** The first is where the story starts. */
  readonly states: readonly {
    readonly id: string;
    readonly label: string;
    readonly evidence: readonly string[];
  }[];
}

export interface Act {
  readonly id: string;
  readonly title: string;
  readonly question: string;
}

/** What speaks against an answer, but only where a condition holds. */
export interface AgainstWhen {
  readonly when: Condition;
  readonly evidence: readonly string[];
  readonly why: string;
}

/** What must hold for an answer to be available. */
export interface Requirement {
  readonly when: Condition;
  readonly why: string;
  readonly kind: ClauseKind;
  readonly evidence: readonly string[];
}

export interface Answer {
  /** `question.answer`: the name of the event that chooses it. */
  readonly key: string;
  readonly question: string;
  readonly id: string;
  readonly code: string;
  readonly label: string;
  readonly sets: Readonly<Record<string, string>>;
  /** `leave` is the basis of the answer that leaves a question as it is. */
  readonly basis: Basis | 'leave';
  readonly inferred: boolean;
  readonly evidence: readonly string[];
  readonly against: readonly string[];
  readonly doubt: readonly string[];
  readonly againstWhen: readonly AgainstWhen[];
  readonly requires: readonly Requirement[];
  /** The alternatives that make it happen, each a set of actors; `[[]]` is by itself. */
  readonly consent: readonly (readonly string[])[];
  readonly note: string;
}

export interface Question {
  readonly id: string;
  readonly act: string;
  /** Those who answer together; empty when the reader is asked. */
  readonly actors: readonly string[];
  readonly text: string;
  readonly prompts: readonly string[];
  readonly when: Condition;
  readonly again: boolean;
  /** Every answer; the one that leaves the question as it is comes last. */
  readonly answers: readonly Answer[];
}

export interface Ending {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly when: Condition;
  readonly row: string;
  readonly column: string;
  readonly evidence: readonly string[];
  readonly prompts: readonly string[];
}

export interface Fact {
  readonly id: string;
  readonly label: string;
  /** The first whose condition holds is the one; the last always holds. */
  readonly values: readonly {
    readonly label: string;
    readonly when: Condition;
    readonly evidence: readonly string[];
  }[];
}

export interface Aim {
  readonly id: string;
  readonly actor: string;
  readonly label: string;
  readonly evidence: readonly string[];
  readonly met: Condition;
  readonly arguable: Condition;
}

export interface Tension {
  readonly id: string;
  readonly title: string;
  readonly a: readonly string[];
  readonly b: readonly string[];
  readonly text: string;
  /** The question at which it is met, or empty. */
  readonly question: string;
}

export interface Moment {
  readonly label: string;
  readonly when: string;
  readonly evidence: readonly string[];
}

export interface Walk {
  readonly id: string;
  readonly title: string;
  readonly teaches: string;
  readonly story: Story;
  readonly ends: string;
}

export interface Finding {
  readonly id: string;
  readonly text: string;
  readonly claim: NonNullable<ScenarioFile['findings']>[number]['claim'];
}

/** A story is a list of answer codes, and nothing else. */
export type Story = readonly string[];

export interface Scenario {
  readonly id: string;
  readonly edition: number;
  readonly language: string;
  readonly title: string;
  readonly summary: string;
  readonly notice: string;
  /** Year and month the facts are as of, `YYYY-MM`, or empty. */
  readonly asOf: string;
  readonly sources: readonly Source[];
  readonly evidence: readonly Evidence[];
  readonly actors: readonly Actor[];
  readonly issues: readonly Issue[];
  readonly acts: readonly Act[];
  readonly questions: readonly Question[];
  readonly endings: readonly Ending[];
  readonly grid: {
    readonly rows: readonly { readonly id: string; readonly label: string }[];
    readonly columns: readonly { readonly id: string; readonly label: string }[];
  };
  readonly facts: readonly Fact[];
  readonly aims: readonly Aim[];
  readonly tensions: readonly Tension[];
  readonly timeline: readonly Moment[];
  readonly silences: readonly string[];
  readonly limits: readonly string[];
  readonly findings: readonly Finding[];
  readonly walks: readonly Walk[];
  /** Codes of earlier editions, each with the code that says the same in this one. */
  readonly renamed: readonly { readonly from: string; readonly to: string }[];
}

/** Whether an answer rests on less than a statement, a report or a reading: inferred, urged, suggested, assumed. */
export function undocumented(answer: Answer): boolean {
  return answer.inferred || ['urged', 'suggested', 'assumption'].includes(answer.basis);
}
