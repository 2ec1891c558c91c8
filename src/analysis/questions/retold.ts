/** A story with all it cites: what each step rests on, what came of it, and its quotations numbered as notes. */
import type { Replay, Step } from '../../machine/replay.ts';
import { support, type Support } from '../../machine/support.ts';
import { holds, type States } from '../../scenario/condition.ts';
import { quotationsWith } from '../../scenario/lookups.ts';
import type { Aim, Ending, Evidence, Fact, Question, Scenario, Source } from '../../scenario/scenario.ts';

export type Standing = 'met' | 'open to argument' | 'not met';

export interface RetoldStep extends Step {
  /** From 1. */
  readonly number: number;
  readonly support: Support;
}

export interface Retold {
  readonly scenario: Scenario;
  readonly steps: readonly RetoldStep[];
  /** Where the story stands: one of the two is null. */
  readonly question: Question | null;
  readonly ending: Ending | null;
  /** What came of it and whose stated aims are met; none before the ending. */
  readonly facts: readonly { readonly fact: Fact; readonly value: Fact['values'][number] }[];
  readonly aims: readonly { readonly aim: Aim; readonly standing: Standing }[];
  /** Every quotation that is cited, once, in the order in which it first is: its place is its number as a note. */
  readonly quotations: readonly Evidence[];
  /** The sources of these quotations, in the order of the file. */
  readonly sources: readonly Source[];
  /** The numbers of the quotations with these ids, from 1, in ascending order. */
  readonly notes: (ids: readonly string[]) => readonly number[];
}

export function retell(scenario: Scenario, told: Replay): Retold {
  const { question, ending, states } = told.now;
  const steps = told.steps.map((step, at) => ({
    ...step,
    number: at + 1,
    support: support(step.answer, step.before.states),
  }));
  const facts = ending
    ? scenario.facts.flatMap((fact) => {
        const value = valueOf(fact, states);
        return value ? [{ fact, value }] : [];
      })
    : [];
  const aims = ending ? scenario.aims.map((aim) => ({ aim, standing: standingOf(aim, states) })) : [];

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
    question,
    ending,
    facts,
    aims,
    quotations,
    sources: scenario.sources.filter(({ id }) => used.has(id)),
    notes: (ids) => ids.flatMap((id) => numbers.get(id) ?? []).sort((a, b) => a - b),
  };
}

/** The value of `fact` where the issues are in `states`: the first whose condition holds. */
export const valueOf = ({ values }: Fact, states: States): Fact['values'][number] | undefined =>
  values.find(({ when }) => holds(when, states));

/** How an aim stands where the issues are in `states`. */
export function standingOf(aim: Aim, states: States): Standing {
  if (holds(aim.met, states)) return 'met';
  return holds(aim.arguable, states) ? 'open to argument' : 'not met';
}
