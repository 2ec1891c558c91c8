/** How two stories differ: question by question, what each rests on, what came of each and whose aims it meets. */
import type { Machine } from '../../machine/situation.ts';
import { replay, type Refusal } from '../../machine/replay.ts';
import type { Aim, Fact, Question, Story } from '../../scenario/scenario.ts';
import { outcomeOf, accountOf, type Account, type AccountStep, type AimStanding } from './account.ts';

/** One of two stories that are compared, with its facts and aims also before its ending. */
export interface ComparedStory extends Pick<Account, 'steps' | 'ending' | 'undocumented' | 'contradicted'> {
  readonly refused: readonly Refusal[];
  /** The ids of the quotations it rests on, each once, in the order they come up. */
  readonly restsOn: readonly string[];
  readonly standing: ReadonlyMap<Aim, AimStanding>;
  /** For each fact, the label of its value. */
  readonly values: ReadonlyMap<Fact, string>;
}

/** `story`, played as far as it goes, with all that a comparison needs. */
export function comparedStory(machine: Machine, story: Story): ComparedStory {
  const { scenario } = machine;
  const played = replay(machine, story);
  const { facts, aims } = outcomeOf(scenario, played.now.states);
  const { steps, ending, undocumented, contradicted } = accountOf(scenario, played);
  return {
    steps,
    ending,
    undocumented,
    contradicted,
    refused: played.refused,
    restsOn: [
      ...new Set(steps.flatMap(({ answer }) => (answer.basis === 'assumption' ? [] : answer.evidence))),
    ],
    standing: new Map(aims.map(({ aim, standing }) => [aim, standing])),
    values: new Map(facts.map(({ fact, value }) => [fact, value.label])),
  };
}

/** A question as it came up in either story, with the step of each; null where it did not come up. */
export interface Row {
  readonly question: Question;
  readonly a: AccountStep | null;
  readonly b: AccountStep | null;
}

export interface Comparison {
  readonly a: ComparedStory;
  readonly b: ComparedStory;
  /** How many steps both begin with. */
  readonly common: number;
  /** Every question of either, in the order of the file; one that came up again has a row for each time. */
  readonly rows: readonly Row[];
  /** The facts that have another value, and the aims that stand otherwise. */
  readonly facts: readonly Fact[];
  readonly aims: readonly Aim[];
  /** The quotations that only one of them rests on. */
  readonly onlyA: readonly string[];
  readonly onlyB: readonly string[];
}

export function compare(machine: Machine, a: Story, b: Story): Comparison {
  const { scenario } = machine;
  const [left, right] = [comparedStory(machine, a), comparedStory(machine, b)];
  const parting = left.steps.findIndex(({ code }, at) => code !== right.steps[at]?.code);
  return {
    a: left,
    b: right,
    common: parting === -1 ? left.steps.length : parting,
    rows: scenario.questions.flatMap((question) => {
      const [one, other] = [left, right].map(({ steps }) =>
        steps.filter((step) => step.question === question),
      );
      const times = Math.max(one?.length ?? 0, other?.length ?? 0);
      return Array.from({ length: times }, (_, at) => ({
        question,
        a: one?.[at] ?? null,
        b: other?.[at] ?? null,
      }));
    }),
    facts: scenario.facts.filter((fact) => left.values.get(fact) !== right.values.get(fact)),
    aims: scenario.aims.filter((aim) => left.standing.get(aim) !== right.standing.get(aim)),
    onlyA: left.restsOn.filter((id) => !right.restsOn.includes(id)),
    onlyB: right.restsOn.filter((id) => !left.restsOn.includes(id)),
  };
}
