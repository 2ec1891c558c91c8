/** The endings, questions and answers that are still open from where the story stands. */
import type { Futures } from '../analysis/graph/futures.ts';
import { graphOf, type Graph } from '../analysis/graph/graph.ts';
import { openEverywhere, readOpenings, type Open, type Openings } from '../analysis/graph/openings.ts';
import { closings, type Closing } from '../analysis/questions/decisive.ts';
import { available } from '../machine/situation.ts';
import type { Answer, Ending, Scenario } from '../scenario/scenario.ts';
import type { Storyline } from './storyline.svelte.ts';

export class Outlook {
  /** Null where the scenario is too large for it to be known. */
  readonly futures: Futures | null;
  readonly #storyline: Storyline;
  readonly #graph: Graph | null;
  /** What is open from where; everything, where nothing is known. */
  readonly openings: Openings;
  /** Where the story stands among the scenario’s futures, and what is open from there. */
  readonly point: number;
  readonly open: Open;
  /** For each step of the story, the endings that it closed for good. */
  readonly decisive: readonly Closing[];

  constructor(futures: Futures | null, scenario: () => Scenario, storyline: Storyline) {
    this.futures = futures;
    this.#storyline = storyline;
    this.#graph = $derived(futures && graphOf(scenario(), futures));
    this.openings = $derived(this.#graph ? readOpenings(this.#graph) : openEverywhere(scenario()));
    this.point = $derived(this.openings.find(storyline.story));
    this.open = $derived(this.openings.from(this.point));
    this.decisive = $derived(
      closings(
        this.openings,
        storyline.replay.steps.map(({ answer }) => answer),
      ),
    );
  }

  /** All stories as a graph, without the quotations that are set aside. Throws where `futures` is null: ask `known` of the session first. */
  get graph(): Graph {
    if (!this.#graph) throw new Error('This scenario is too large to be explored: ask known first.');
    return this.#graph;
  }

  /** The endings that `answer` would close if it were chosen now; none where it cannot be. */
  closedBy(answer: Answer | null): readonly Ending[] {
    const { now } = this.#storyline.replay;
    if (!answer || answer.question !== now.question?.id) return [];
    return available(answer, now.states) ? this.openings.closes(this.point, answer) : [];
  }
}
