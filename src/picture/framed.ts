/** A drawing between its title and its sources, so that a picture that is passed on still says what it is. */
import { html, lines as joined, type Markup } from '../scenario/text/markup.ts';
import { file, INK, SOFT, text, type Caption } from './svg.ts';
import { wrap } from './wrap.ts';

const EDGE = 24;

/** `inside`, a drawing of `width` by `height` whose corner is at 0, with `caption` above and below it. */
export function framed(width: number, height: number, caption: Caption, inside: readonly Markup[]): string {
  // About as many letters of a size as there is room for: the mean width of a letter is half its size.
  const lines = (words: readonly string[], size: number) =>
    words.flatMap((line) => wrap(line, Math.floor(width / (size * 0.52))));
  const title = lines([caption.title], 22);
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
