/** The reader’s own weights by code, from 0 to 9; none until the reader sets one. */
import type { Question } from '../scenario/scenario.ts';

export class ReaderWeights {
  #byCode = $state.raw<ReadonlyMap<string, number>>(new Map());

  get byCode(): ReadonlyMap<string, number> {
    return this.#byCode;
  }

  /** Puts other weights in the place of these; without any, forgets all. */
  set(byCode: ReadonlyMap<string, number> = new Map()): void {
    this.#byCode = byCode;
  }

  /** Weights the answers of `question`, by code; without `weights`, leaves the question open again. */
  weigh({ answers }: Question, weights: ReadonlyMap<string, number> | null): void {
    const own = new Set(answers.map(({ code }) => code));
    const others = [...this.#byCode].filter(([code]) => !own.has(code));
    this.#byCode = new Map([...others, ...(weights ?? [])]);
  }
}
