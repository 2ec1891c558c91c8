/** A drawing between its title and its sources, so that a picture that is passed on still says what it is. */
import { html, lines as joined, type Markup } from '../scenario/text/markup.ts';
import { file, INK, SOFT, text, type Caption } from './svg.ts';
import { fitted } from './measure.ts';

const EDGE = 24;

/** `inside`, a drawing of `width` by `height` whose corner is at 0, with `caption` above and below it. */
export function framed(width: number, height: number, caption: Caption, inside: readonly Markup[]): string {
  const lines = (words: readonly string[], size: number, bold = false) =>
    words.flatMap((line) => fitted(line, width, size, bold));
  const title = lines([caption.title], 22, true);
  const under = lines(caption.under, 14);
  const below = lines(caption.below, 12);
  const top = EDGE + title.length * 28 + under.length * 20 + 14;
  const foot = top + height + 30;
  const whole = foot + below.length * 17 + EDGE - 10;
  return file(width + 2 * EDGE, whole, caption, [
    text({ x: EDGE, y: EDGE + 20, lines: title, size: 22, leading: 28, serif: true, bold: true, fill: INK }),
    text({ x: EDGE, y: EDGE + title.length * 28 + 14, lines: under, size: 14, leading: 20, fill: SOFT }),
    html`<g transform="translate(${EDGE} ${top})">${joined(inside)}</g>`,
    text({ x: EDGE, y: foot, lines: below, size: 12, leading: 17, fill: SOFT }),
  ]);
}
