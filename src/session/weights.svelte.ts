/** The reader’s own weights by code, from 0 to 9; none until the reader sets one. */
import type { Question } from '../scenario/scenario.ts';

export class ReaderWeights {
  #byCode = $state.raw<ReadonlyMap<string, number>>(new Map());
  #handed = $state(false);

  get byCode(): ReadonlyMap<string, number> {
    return this.#byCode;
  }

  /** Whether somebody else set them: they came with a link. */
  get handed(): boolean {
    return this.#handed;
  }

  /** Puts other weights in the place of these; without any, forgets all. */
  set(byCode: ReadonlyMap<string, number> = new Map(), handed = false): void {
    this.#byCode = byCode;
    this.#handed = handed && byCode.size > 0;
  }

  /** Weights the answers of `question`, by code; without `weights`, leaves the question open again. */
  weigh({ answers }: Question, weights: ReadonlyMap<string, number> | null): void {
    const own = new Set(answers.map(({ code }) => code));
    const others = [...this.#byCode].filter(([code]) => !own.has(code));
    this.#byCode = new Map([...others, ...(weights ?? [])]);
  }
}
