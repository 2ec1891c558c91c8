/** The map with the threads of a class as a picture of its own: SVG that says what it shows, of which sources and when. */
import { html } from '../scenario/text/markup.ts';
import { framed } from './framed.ts';
import type { MapPicture, MapText } from './map.ts';
import { ACCENT, INK, RAISED, round, RULE, SOFT, text, type Caption } from './svg.ts';
import type { Thread } from './threads.ts';

const WHITE = '#ffffff';

/** `picture` and the `drawn` threads on it; `counts` says how many links came to each ending, by id. */
export function threadsFile(
  picture: MapPicture,
  drawn: readonly Thread[],
  counts: ReadonlyMap<string, number>,
  caption: Caption,
): string {
  const words = (x: number, { lines, y }: MapText, fill = INK, bold = false) =>
    text({ x, y, lines, size: 11.5, leading: 14, fill, bold });
  const frame = (x: number, y: number, height: number) =>
    html`<rect x="${x}" y="${y}" width="${picture.column}" height="${height}" rx="5" fill="${RAISED}" fill-opacity="0.9" stroke="${RULE}"/>`;
  const shortened = (path: string) =>
    path.replace(/\d{1,20}\.\d+/g, (length) => String(round(Number(length))));
  return framed(picture.width, picture.height, caption, [
    ...picture.headings.flatMap(({ x, title, text: question }) => [
      text({ x, y: 18, lines: [title], size: 17, leading: 20, serif: true, bold: true }),
      words(x, question, SOFT),
    ]),
    // Behind the boxes, so that every word can be read.
    ...drawn.map(
      ({ path, width }) =>
        html`<path d="${shortened(path)}" fill="none" stroke="${ACCENT}" stroke-opacity="0.7" stroke-linecap="round" stroke-width="${round(width)}"/>`,
    ),
    ...picture.boxes.flatMap((box) => [
      frame(box.x, box.y, box.height),
      words(box.x + 8, box.text, INK, true),
      ...box.rows.map((row) => words(box.x + 14, row.text)),
    ]),
    ...picture.ends.flatMap(({ ending, x, y, height, text: title }) => {
      const count = counts.get(ending.id) ?? 0;
      const [right, top] = [x + picture.column - 4, y + 5];
      return [
        frame(x, y, height),
        words(x + 12, title),
        ...(count > 0
          ? [
              html`<circle cx="${right}" cy="${top}" r="11" fill="${ACCENT}"/>`,
              html`<g text-anchor="middle">${text({ x: right, y: top + 4, lines: [String(count)], size: 11, leading: 14, fill: WHITE })}</g>`,
            ]
          : []),
      ];
    }),
  ]);
}
