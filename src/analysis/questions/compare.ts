/** How two stories differ: where they part, what each closed, what each rests on and whose aims it meets. */
import type { Machine } from '../../machine/situation.ts';
import { replay, type Refusal, type Step } from '../../machine/replay.ts';
import { contradicted } from '../../machine/support.ts';
import { undocumented, type Aim, type Ending, type Fact, type Story } from '../../scenario/scenario.ts';
import { closings, type Closing } from './decisive.ts';
import type { Openings } from '../graph/openings.ts';
import { outcome, type Standing } from './retold.ts';

/** A step, and the endings that it closed for good. */
export interface ToldStep extends Closing {
  readonly step: Step;
}

export interface Telling {
  readonly steps: readonly ToldStep[];
  readonly refused: readonly Refusal[];
  /** Where it ended; null when it goes on. */
  readonly ending: Ending | null;
  /** How many answers are inferred, urged, suggested or assumed, and how many something spoke against. */
  readonly undocumented: number;
  readonly contradicted: number;
  /** The ids of the quotations it rests on, each once, in the order they come up. */
  readonly restsOn: readonly string[];
  readonly aims: ReadonlyMap<Aim, Standing>;
  /** For each fact, the label of its value. */
  readonly facts: ReadonlyMap<Fact, string>;
}

/** `story`, played as far as it goes, with all that a comparison needs. */
export function tell(machine: Machine, openings: Openings, story: Story): Telling {
  const { scenario } = machine;
  const { steps, refused, now } = replay(machine, story);
  const { facts, aims } = outcome(scenario, now.states);
  const closed = closings(
    openings,
    steps.map(({ answer }) => answer),
  );
  return {
    steps: steps.map((step, at) => ({ step, ...(closed[at] as Closing) })),
    refused,
    ending: now.ending,
    undocumented: steps.filter(({ answer }) => undocumented(answer)).length,
    contradicted: steps.filter(({ answer, before }) => contradicted(answer, before.states)).length,
    restsOn: [
      ...new Set(steps.flatMap(({ answer }) => (answer.basis === 'assumption' ? [] : answer.evidence))),
    ],
    aims: new Map(aims.map(({ aim, standing }) => [aim, standing])),
    facts: new Map(facts.map(({ fact, value }) => [fact, value.label])),
  };
}

export interface Comparison {
  readonly a: Telling;
  readonly b: Telling;
  /** How many steps both begin with. */
  readonly common: number;
  /** The facts that have another value, and the aims that stand otherwise. */
  readonly facts: readonly Fact[];
  readonly aims: readonly Aim[];
  /** The quotations that only one of them rests on. */
  readonly onlyA: readonly string[];
  readonly onlyB: readonly string[];
}

export function compare(machine: Machine, openings: Openings, a: Story, b: Story): Comparison {
  const [left, right] = [tell(machine, openings, a), tell(machine, openings, b)];
  const parting = left.steps.findIndex(({ step }, at) => step.code !== right.steps[at]?.step.code);
  return {
    a: left,
    b: right,
    common: parting === -1 ? left.steps.length : parting,
    facts: machine.scenario.facts.filter((fact) => left.facts.get(fact) !== right.facts.get(fact)),
    aims: machine.scenario.aims.filter((aim) => left.aims.get(aim) !== right.aims.get(aim)),
    onlyA: left.restsOn.filter((id) => !right.restsOn.includes(id)),
    onlyB: right.restsOn.filter((id) => !left.restsOn.includes(id)),
  };
}
