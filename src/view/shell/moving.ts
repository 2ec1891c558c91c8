/** Moving a drawing by keys and buttons: arrow keys, plus and minus, and nought for all of it. */
import type { Zooming } from '../../picture/zoom.ts';

/** Larger or smaller, round the middle of what can be seen of the drawing in `element`. */
export function zoomBy(control: Zooming | null, element: Element, factor: number): void {
  const { left, right, top, bottom } = element.getBoundingClientRect();
  control?.by(factor, (left + right) / 2, (Math.max(0, top) + Math.min(window.innerHeight, bottom)) / 2);
}

const ARROWS: Readonly<Record<string, readonly [dx: number, dy: number]>> = {
  ArrowLeft: [60, 0],
  ArrowRight: [-60, 0],
  ArrowUp: [0, 60],
  ArrowDown: [0, -60],
};
const FACTORS: Readonly<Record<string, number>> = { '+': 1.25, '=': 1.25, '-': 0.8 };

/** Does what the key says, if it says anything here. */
export function moveByKey(event: KeyboardEvent, control: Zooming | null, element: Element): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const arrow = ARROWS[event.key];
  const factor = FACTORS[event.key];
  if (arrow) control?.pan(...arrow);
  else if (factor) zoomBy(control, element, factor);
  else if (event.key === '0') control?.fit();
  else return;
  event.preventDefault();
}
