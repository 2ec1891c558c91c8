/** What was gathered from a class, and every act on it that can be undone. */
import type { Batch } from '../lesson/class.ts';

/** The contents of the desk: what one undo restores. */
export interface DeskState {
  readonly batches: readonly Batch[];
  /** The numbers of the entries that were taken out, and of those that count although they are the same as others. */
  readonly removed: ReadonlySet<number>;
  readonly again: ReadonlySet<number>;
}

const EMPTY: DeskState = { batches: [], removed: new Set(), again: new Set() };

export class Desk {
  #past = $state.raw<readonly DeskState[]>([EMPTY]);

  /** What lies on it. */
  get now(): DeskState {
    return this.#past.at(-1) ?? EMPTY;
  }

  /** Lays out what was kept, before anything that was gathered meanwhile; this cannot be undone. */
  restore({ batches, removed, again }: DeskState): void {
    this.#past = [{ removed, again, batches: [...batches, ...this.now.batches] }];
  }

  add(batches: readonly Batch[]): void {
    this.#put({ ...this.now, batches: [...this.now.batches, ...batches] });
  }

  /** Takes an entry out, or puts it back. */
  remove(number: number, out: boolean): void {
    this.#put({ ...this.now, removed: changed(this.now.removed, [number], out) });
  }

  /** Counts entries that are the same as others, or no longer. */
  countAgain(numbers: readonly number[], count: boolean): void {
    this.#put({ ...this.now, again: changed(this.now.again, numbers, count) });
  }

  /** Begins with an empty desk; this too can be undone. */
  clear(): void {
    this.#put(EMPTY);
  }

  get canUndo(): boolean {
    return this.#past.length > 1;
  }

  undo(): void {
    if (this.canUndo) this.#past = this.#past.slice(0, -1);
  }

  #put(laid: DeskState): void {
    this.#past = [...this.#past, laid];
  }
}

function changed(set: ReadonlySet<number>, numbers: readonly number[], has: boolean): ReadonlySet<number> {
  const named = new Set(numbers);
  const others = [...set].filter((number) => !named.has(number));
  return new Set(has ? [...others, ...numbers] : others);
}
