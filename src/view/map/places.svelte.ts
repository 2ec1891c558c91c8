/** Measures the positions of the parts of the line map, again whenever one of them is resized. */
import type { Attachment } from 'svelte/attachments';
import type { Spot, Spots } from '../../picture/path.ts';

export class Places {
  readonly #parts = new Map<string, HTMLElement>();
  #root: HTMLElement | null = null;
  #watch: ResizeObserver | null = null;
  /** Null before the first measurement. */
  spots = $state.raw<Spots | null>(null);

  /** The element around all parts. */
  readonly root: Attachment<HTMLElement> = (element) => {
    this.#root = element;
    this.#watch = new ResizeObserver(() => this.measure());
    for (const part of [element, ...this.#parts.values()]) this.#watch.observe(part);
    return () => {
      this.#watch?.disconnect();
      this.#root = null;
    };
  };

  /**
   * Registers a part: `row` for a stop, `row:column` for the mark of an answer, `end` for the last row, `rail` for
   * its mark.
   */
  part(name: string): Attachment<HTMLElement> {
    return (element) => {
      this.#parts.set(name, element);
      this.#watch?.observe(element);
      return () => {
        if (this.#parts.get(name) === element) this.#parts.delete(name);
        this.#watch?.unobserve(element);
      };
    };
  }

  measure(): void {
    const root = this.#root?.getBoundingClientRect();
    const [rail, end, first] = ['rail', 'end', '0'].map((name) =>
      this.#parts.get(name)?.getBoundingClientRect(),
    );
    if (!root || !rail || !end) return;
    const middle = rail.left + rail.width / 2 - root.left;
    const row = (name: string) => {
      const box = this.#parts.get(name)?.getBoundingClientRect();
      return box && { top: box.top - root.top, bottom: box.bottom - root.top };
    };
    const found = new Map<string, Spot>();
    for (const [name, element] of this.#parts) {
      const [number, column] = name.split(':');
      const edges = row(number ?? '');
      if (column === undefined || !edges) continue;
      const box = element.getBoundingClientRect();
      const [x, y] = [box.left + box.width / 2 - root.left, box.top + box.height / 2 - root.top];
      const rows = Number(element.dataset['rows'] ?? 1);
      found.set(name, { x, y, row: Number(number), rows, ...edges });
    }
    const folded = [...found.values()].filter(({ rows = 1 }) => rows > 1);
    const top = (first?.top ?? root.top) - root.top;
    const [endTop, endBottom] = [end.top - root.top, end.bottom - root.top];
    this.spots = {
      rail: middle,
      start: { x: middle, y: top - 8, row: -1, top, bottom: top },
      end: {
        x: middle,
        y: rail.top + rail.height / 2 - root.top,
        row: Infinity,
        top: endTop,
        bottom: endBottom,
      },
      at: (number, column) =>
        found.get(`${number}:${column}`) ??
        folded.find(({ row, rows = 1 }) => row <= number && number < row + rows),
    };
  }
}
