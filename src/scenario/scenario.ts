/** A scenario as the program holds it: complete, with every optional part filled in. */
import type { Condition } from './condition.ts';
import type { Basis, ChangeKind, ClauseKind, QuotationKind, ScenarioFile } from './format.ts';

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
  /** A copy kept by an archive; null for none. */
  readonly archived: { readonly url: string; readonly date?: string } | null;
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
  /** What it is not asked here, and why: said wherever the map says who can decide what. Empty where there is nothing to say. */
  readonly unasked: string;
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
  /** What the map calls it, in at most 18 characters; empty where the file has none (see `short.ts`). */
  readonly short: string;
  readonly label: string;
  /** Who asks for it or suggests it, as readers are told; or empty. */
  readonly by: string;
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
  /** What the map calls it, in at most 22 characters; empty where the file has none. */
  readonly short: string;
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
  /** What the map calls it: how it turns out, and what tells it apart; none where the file has none. */
  readonly short: readonly string[];
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
  /** Where it fails, the aim does not arise. */
  readonly arises: Condition;
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
  /** Commentary of the author, which no check holds. */
  readonly note: string;
  readonly claim: NonNullable<ScenarioFile['findings']>[number]['claim'];
}

/** What a text from outside the sources rests on. */
export interface Reference {
  readonly title: string;
  readonly publisher: string;
  readonly date: string;
  readonly url: string;
}

/** What comes from outside the sources, and is always shown as such. */
export interface Background {
  readonly label: string;
  readonly sentences: readonly { readonly text: string; readonly source: Reference }[];
  readonly corrections: readonly {
    readonly evidence: string;
    readonly text: string;
    readonly source: Reference;
  }[];
}

/** What was changed in an edition, and why. */
export interface Change {
  readonly edition: number;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly kind: ChangeKind;
  readonly text: string;
  readonly ids: readonly string[];
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
  readonly changes: readonly Change[];
  readonly background: Background;
  /** How sure the author is of the sources' publisher, date and order; or empty. */
  readonly provenance: string;
  readonly glossary: readonly { readonly term: string; readonly meaning: string }[];
  /** Views that the sources do not report, by actor. */
  readonly unreported: readonly { readonly actor: string; readonly label: string }[];
}

/** Whether an answer rests on less than a statement, a report or a reading: inferred, urged, suggested, assumed. */
export function undocumented(answer: Answer): boolean {
  return answer.inferred || ['urged', 'suggested', 'assumption'].includes(answer.basis);
}
