/** The account of a story: what each step rests on, its facts and aims at the end, and its quotations numbered as notes. */
import type { Replay, Step } from '../../machine/replay.ts';
import { support, type Support } from '../../machine/support.ts';
import { holds, type States } from '../../scenario/condition.ts';
import { quotationsWith } from '../../scenario/lookups.ts';
import {
  undocumented,
  type Aim,
  type Ending,
  type Evidence,
  type Fact,
  type Question,
  type Scenario,
  type Source,
} from '../../scenario/scenario.ts';

export type AimStanding = 'met' | 'open to argument' | 'not met' | 'does not arise';

export interface AccountStep extends Step {
  /** From 1. */
  readonly number: number;
  readonly support: Support;
}

/** What came of a story, and whose stated aims are met, in the order of the file. */
export interface StoryOutcome {
  /** Without the facts of which no value holds. */
  readonly facts: readonly { readonly fact: Fact; readonly value: Fact['values'][number] }[];
  readonly aims: readonly { readonly aim: Aim; readonly standing: AimStanding }[];
}

/** A replayed story with its outcome, which has neither facts nor aims before the ending. */
export interface Account extends StoryOutcome {
  readonly scenario: Scenario;
  readonly steps: readonly AccountStep[];
  /** How many answers are inferred, urged, suggested or assumed, and how many something speaks against where they are given. */
  readonly undocumented: number;
  readonly contradicted: number;
  /** Where the story stands: one of the two is null. */
  readonly question: Question | null;
  readonly ending: Ending | null;
  /** Every quotation that is cited, once, in the order in which it first is: its place is its number as a note. */
  readonly quotations: readonly Evidence[];
  /** The sources of these quotations, in the order of the file. */
  readonly sources: readonly Source[];
  /** The numbers of the quotations with these ids, from 1, in ascending order. */
  readonly notes: (ids: readonly string[]) => readonly number[];
}

export function accountOf(scenario: Scenario, replay: Replay): Account {
  const { question, ending, states } = replay.now;
  const steps = replay.steps.map((step, at) => ({
    ...step,
    number: at + 1,
    support: support(step.answer, step.before.states),
  }));
  const { facts, aims } = ending ? outcomeOf(scenario, states) : NONE;

  const cited = new Set([
    ...steps.flatMap(({ support }) => [...support.for, ...support.against, ...support.doubt]),
    ...(ending?.evidence ?? []),
    ...facts.flatMap(({ value }) => value.evidence),
    ...aims.flatMap(({ aim }) => aim.evidence),
  ]);
  const quotations = quotationsWith(scenario, cited);
  const numbers = new Map(quotations.map(({ id }, at) => [id, at + 1]));
  const used = new Set(quotations.map(({ source }) => source));
  return {
    scenario,
    steps,
    undocumented: steps.filter(({ answer }) => undocumented(answer)).length,
    contradicted: steps.filter(({ support }) => support.against.length > 0).length,
    question,
    ending,
    facts,
    aims,
    quotations,
    sources: scenario.sources.filter(({ id }) => used.has(id)),
    notes: (ids) => ids.flatMap((id) => numbers.get(id) ?? []).sort((a, b) => a - b),
  };
}

const NONE: StoryOutcome = { facts: [], aims: [] };

/** What would have come of a story that stood where the issues are in `states`. */
export const outcomeOf = ({ facts, aims }: Scenario, states: States): StoryOutcome => ({
  facts: facts.flatMap((fact) => {
    const value = valueOf(fact, states);
    return value ? [{ fact, value }] : [];
  }),
  aims: aims.map((aim) => ({ aim, standing: standingOf(aim, states) })),
});

/** The value of `fact` where the issues are in `states`: the first whose condition holds. */
export const valueOf = ({ values }: Fact, states: States): Fact['values'][number] | undefined =>
  values.find(({ when }) => holds(when, states));

/** How an aim stands where the issues are in `states`. */
export function standingOf(aim: Aim, states: States): AimStanding {
  if (!holds(aim.arises, states)) return 'does not arise';
  if (holds(aim.met, states)) return 'met';
  return holds(aim.arguable, states) ? 'open to argument' : 'not met';
}
