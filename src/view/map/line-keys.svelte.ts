/**
 * Keyboard control of the line map: one tab stop for the whole map, and arrow keys between stops and answers (roving
 * tabindex).
 */
import type { Attachment } from 'svelte/attachments';
import type { Stop } from '../../picture/line.ts';

/** Whether the marks of a stop are shown; they are not where the line passes it. */
export const asked = ({ state }: Stop): boolean => state !== 'passed' && state !== 'never';

export class LineKeys {
  /** `row:column` of the last focused button; empty before. */
  #tab = $state('');
  /** The column for vertical moves; -1 for the questions. */
  #aim = -1;
  readonly #buttons = new Map<string, HTMLElement>();
  readonly #stops: () => readonly Stop[];
  readonly #start: () => string;

  /** `start` gives the first tab stop, as `row:column`. */
  constructor(stops: () => readonly Stop[], start: () => string) {
    this.#stops = stops;
    this.#start = start;
  }

  /** Registers the button of a question, in column -1, or of an answer. */
  button(row: number, column: number): Attachment<HTMLElement> {
    const name = `${row}:${column}`;
    return (element) => {
      this.#buttons.set(name, element);
      return () => {
        if (this.#buttons.get(name) === element) this.#buttons.delete(name);
      };
    };
  }

  /** Whether the button is the tab stop. */
  stands(row: number, column: number): boolean {
    return (this.#isThere(this.#tab) ? this.#tab : this.#start()) === `${row}:${column}`;
  }

  #isThere(name: string): boolean {
    const [row = NaN, column = -1] = name === '' ? [] : name.split(':').map(Number);
    const stop = this.#stops()[row];
    return stop !== undefined && (column < 0 || (asked(stop) && column < stop.marks.length));
  }

  /** Called at every focus of a button. */
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
    // Vertical moves keep the column, also across stops with fewer answers.
    if (next === row) this.#aim = Math.max(-1, column + (event.key === 'ArrowRight' ? 1 : -1));
    const stop = stops[next];
    const most = stop && asked(stop) ? stop.marks.length - 1 : -1;
    this.#buttons.get(`${next}:${Math.min(this.#aim, most)}`)?.focus();
  }

  /** Moves the focus to the first tab stop. */
  toStart(): void {
    this.#buttons.get(this.#start())?.focus({ preventScroll: true });
  }
}
