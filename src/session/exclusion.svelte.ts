/** The quotations that the reader has set aside, and the machine of the scenario without them. */
import type { Futures } from '../analysis/graph/futures.ts';
import { graphOf } from '../analysis/graph/graph.ts';
import { graphMachine } from '../analysis/graph/graph-machine.ts';
import { losses, excludedQuotations, withoutQuotations, type Aside } from '../analysis/questions/knockout.ts';
import type { Machine } from '../machine/situation.ts';
import { answersOf } from '../scenario/lookups.ts';
import type { Answer, Scenario } from '../scenario/scenario.ts';

/** Makes the XState machine of a scenario one that can be played: see `machine/compile.ts`. */
export type Compile = (scenario: Scenario) => Machine;

export class Exclusion {
  /** The scenario as it is in its file. */
  readonly whole: Scenario;
  readonly #original: ReadonlyMap<string, Answer>;
  #aside = $state.raw<readonly Aside[]>([]);
  #compile = $state.raw<Compile | null>(null);
  /** The ids of the quotations that are set aside. */
  readonly excluded: ReadonlySet<string>;
  /** The keys of the answers that have lost all they rest on by that. */
  readonly unsupported: ReadonlySet<string>;
  /** The machine of the scenario without what is set aside: XState’s where it has come, else the same read off the futures. */
  readonly machine: Machine;

  constructor(scenario: Scenario, futures: Futures | null, compile: Compile | null) {
    if (!futures && !compile)
      throw new Error('A scenario without futures is played by XState: give `compile`.');
    this.whole = scenario;
    this.#compile = compile;
    this.#original = new Map(answersOf(scenario).map((answer) => [answer.key, answer]));
    this.excluded = $derived(excludedQuotations(scenario, this.#aside));
    this.unsupported = $derived(
      new Set(
        losses(scenario, this.excluded).flatMap(({ answer, unsupported }) =>
          unsupported ? [answer.key] : [],
        ),
      ),
    );
    const made = (of: Scenario): Machine =>
      this.#compile ? this.#compile(of) : graphMachine(graphOf(of, futures ?? []));
    const unchanged = $derived(made(scenario));
    this.machine = $derived(
      this.#aside.length === 0 ? unchanged : made(withoutQuotations(scenario, this.excluded)),
    );
  }

  get aside(): readonly Aside[] {
    return this.#aside;
  }

  /** Sets aside what `aside` says, and nothing else. */
  set(aside: readonly Aside[]): void {
    this.#aside = aside;
  }

  /** Replaces the machine that was read off the graph by the XState machine. */
  chart(compile: Compile): void {
    this.#compile = compile;
  }

  /** `answer` as it is in the file, with all that it rests on. */
  original(answer: Answer): Answer {
    return this.#original.get(answer.key) ?? answer;
  }
}
