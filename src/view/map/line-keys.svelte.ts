/** The keyboard on the line map: one stop of the Tab key for all of it; arrows go along the stops and the answers. */
import type { Attachment } from 'svelte/attachments';
import type { Stop } from '../../picture/line.ts';

/** Whether the marks of a stop are shown: not where the line runs past. */
export const asked = ({ state }: Stop): boolean => state !== 'passed' && state !== 'never';

export class LineKeys {
  /** `row:column` of what had the focus last; empty before. */
  #tab = $state('');
  /** The column that the reader moves along; -1 for the questions themselves. */
  #aim = -1;
  readonly #buttons = new Map<string, HTMLElement>();
  readonly #stops: () => readonly Stop[];
  readonly #start: () => string;

  /** `start` names, as `row:column`, what the Tab key comes to first. */
  constructor(stops: () => readonly Stop[], start: () => string) {
    this.#stops = stops;
    this.#start = start;
  }

  /** The button of a question, in column -1, or of an answer. */
  button(row: number, column: number): Attachment<HTMLElement> {
    const name = `${row}:${column}`;
    return (element) => {
      this.#buttons.set(name, element);
      return () => {
        if (this.#buttons.get(name) === element) this.#buttons.delete(name);
      };
    };
  }

  /** Whether the Tab key stops there. */
  stands(row: number, column: number): boolean {
    return (this.#isThere(this.#tab) ? this.#tab : this.#start()) === `${row}:${column}`;
  }

  #isThere(name: string): boolean {
    const [row = NaN, column = -1] = name === '' ? [] : name.split(':').map(Number);
    const stop = this.#stops()[row];
    return stop !== undefined && (column < 0 || (asked(stop) && column < stop.marks.length));
  }

  /** To be told of every focus. */
  came(row: number, column: number): void {
    this.#tab = `${row}:${column}`;
    this.#aim = Math.max(this.#aim, column);
  }

  press(event: KeyboardEvent, row: number, column: number): void {
    const stops = this.#stops();
    const rows: Readonly<Record<string, number>> = {
      ArrowDown: row + 1,
      ArrowUp: row - 1,
      ArrowRight: row,
      ArrowLeft: row,
      Home: 0,
      End: stops.length - 1,
    };
    const next = rows[event.key];
    if (next === undefined) return;
    event.preventDefault();
    // Along the stops, the column from which the reader came is kept, though some have fewer answers.
    if (next === row) this.#aim = Math.max(-1, column + (event.key === 'ArrowRight' ? 1 : -1));
    const stop = stops[next];
    const most = stop && asked(stop) ? stop.marks.length - 1 : -1;
    this.#buttons.get(`${next}:${Math.min(this.#aim, most)}`)?.focus();
  }

  /** Moves the focus to what the Tab key comes to first. */
  toStart(): void {
    this.#buttons.get(this.#start())?.focus({ preventScroll: true });
  }
}
