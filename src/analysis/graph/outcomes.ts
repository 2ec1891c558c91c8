/** Futures told apart not only by their ending, but by the facts and aims that hold there. */
import type { Exploration } from './explore.ts';
import { futuresOf } from './futures.ts';
import { graphOf, type Graph } from './graph.ts';
import { run, type Rules } from './rules.ts';
import type { Scenario } from '../../scenario/scenario.ts';

/** What can be told of a finished story beside its answers. */
export interface Outcome {
  readonly ending: number;
  /** For each fact, the number of the value that holds. */
  readonly facts: readonly number[];
  /** For each aim, whether it is met. */
  readonly met: readonly boolean[];
}

/** The graph whose ends are outcomes: larger than that of the endings alone, and exact about facts and aims too. */
export interface OutcomeGraph extends Graph {
  readonly outcomes: readonly Outcome[];
}

/** Throws a RangeError where it would have more than `most` nodes. */
export function outcomeGraph(
  scenario: Scenario,
  rules: Rules,
  exploration: Exploration,
  most = Infinity,
): OutcomeGraph {
  const facts = scenario.facts.map((fact) => fact.values.map((value) => rules.condition(value.when)));
  const aims = scenario.aims.map((aim) => rules.condition({ all: [aim.arises, aim.met] }));
  const outcomes: Outcome[] = [];
  const known = new Map<string, number>();
  const { states } = exploration;
  const label = (offset: number): number => {
    const outcome: Outcome = {
      ending: run(rules.ending, states, offset),
      facts: facts.map((values) => values.findIndex((value) => run(value, states, offset) === 1)),
      met: aims.map((aim) => run(aim, states, offset) === 1),
    };
    const key = `${outcome.ending} ${outcome.facts.join()} ${outcome.met.join()}`;
    const number = known.get(key) ?? outcomes.push(outcome) - 1;
    known.set(key, number);
    return number;
  };
  const graph = graphOf(
    scenario,
    futuresOf(rules, exploration, label, most),
    (end) => outcomes[end]?.ending ?? -1,
  );
  return { ...graph, outcomes };
}
