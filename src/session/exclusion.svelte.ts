/** What the reader has set aside, and the scenario without it. */
import { losses, setAside, without, type Aside } from '../analysis/questions/knockout.ts';
import { compile } from '../machine/compile.ts';
import type { Machine } from '../machine/situation.ts';
import type { Answer, Scenario } from '../scenario/scenario.ts';

export class Exclusion {
  /** The scenario as it is in its file. */
  readonly whole: Scenario;
  readonly #compiled: Machine;
  readonly #original: ReadonlyMap<string, Answer>;
  #aside = $state.raw<readonly Aside[]>([]);
  /** The ids of the quotations that are set aside. */
  readonly gone: ReadonlySet<string>;
  /** The keys of the answers that have lost all they rest on by that. */
  readonly bare: ReadonlySet<string>;
  /** The machine of the scenario without what is set aside. */
  readonly machine: Machine;

  constructor(scenario: Scenario) {
    this.whole = scenario;
    this.#compiled = compile(scenario);
    this.#original = new Map([...this.#compiled.byCode.values()].map((answer) => [answer.key, answer]));
    this.gone = $derived(setAside(scenario, this.#aside));
    this.bare = $derived(
      new Set(losses(scenario, this.gone).flatMap(({ answer, bare }) => (bare ? [answer.key] : []))),
    );
    this.machine = $derived(
      this.#aside.length === 0 ? this.#compiled : compile(without(scenario, this.gone)),
    );
  }

  get aside(): readonly Aside[] {
    return this.#aside;
  }

  /** Sets aside what `aside` says, and nothing else. */
  set(aside: readonly Aside[]): void {
    this.#aside = aside;
  }

  /** `answer` as it is in the file, with all that it rests on. */
  original(answer: Answer): Answer {
    return this.#original.get(answer.key) ?? answer;
  }
}
