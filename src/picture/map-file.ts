/** The map as a picture of its own, with a story lit on it. */
import type { Step } from '../machine/replay.ts';
import { attributes, html, type Markup } from '../scenario/text/markup.ts';
import { linkId, type MapPicture, type MapText } from './map.ts';
import { framed } from './framed.ts';
import { ACCENT, INK, LINE, RAISED, round, RULE, SOFT, text, type Caption } from './svg.ts';

/** `picture` as an SVG file. The answers of `steps`, and the links between them, are lit. */
export function mapFile(picture: MapPicture, steps: readonly Step[], caption: Caption): string {
  const taken = new Set(steps.map(({ answer }) => answer));
  const visited = new Set(steps.map(({ question }) => question));
  const last = steps.at(-1)?.after;
  const lit = new Set(
    steps.map(({ answer, after }) => linkId(answer, (after.question ?? after.ending)?.id ?? '')),
  );
  const words = (x: number, { lines, y }: MapText, fill = INK, bold = false) =>
    text({ x, y, lines, size: 11.5, leading: 14, fill, bold });
  const frame = (x: number, y: number, height: number, how: Markup, radius = 5) =>
    html`<rect x="${x}" y="${y}" width="${picture.column}" height="${height}" rx="${radius}"${how}/>`;
  const lighted = { fill: RAISED, stroke: ACCENT, 'stroke-width': 2 };
  const unlit = { fill: RAISED, stroke: RULE };

  const inside = [
    ...picture.headings.flatMap(({ x, title, text: question }) => [
      text({ x, y: 18, lines: [title], size: 17, leading: 20, serif: true, bold: true }),
      words(x, question, SOFT),
    ]),
    html`<path fill="none" stroke="${LINE}" stroke-opacity="0.34" d="${shortened(picture.links.map(({ path }) => path).join(''))}"/>`,
    ...picture.boxes.flatMap((box) => [
      frame(
        box.x,
        box.y,
        box.height,
        attributes(
          visited.has(box.question)
            ? lighted
            : last?.question === box.question
              ? { ...lighted, 'stroke-dasharray': '5 3' }
              : unlit,
        ),
      ),
      words(box.x + 8, box.text, INK, true),
      ...box.rows.flatMap(({ answer, y, height, text: label }) =>
        taken.has(answer)
          ? [
              html`<rect x="${box.x + 1}" y="${y}" width="${picture.column - 2}" height="${height}" fill="${ACCENT}"/>`,
              words(box.x + 14, label, '#ffffff'),
            ]
          : [words(box.x + 14, label)],
      ),
    ]),
    ...picture.ends.flatMap(({ ending, x, y, height, text: title }) => {
      const reached = last?.ending === ending;
      const how = attributes(reached ? { fill: ACCENT, stroke: ACCENT } : unlit);
      return [
        frame(x, y, height, how, height / 2 > 14 ? 14 : 8),
        words(x + 12, title, reached ? '#ffffff' : INK),
      ];
    }),
    ...picture.links
      .filter(({ id }) => lit.has(id))
      .map(
        ({ path }) => html`<path fill="none" stroke="${ACCENT}" stroke-width="3" d="${shortened(path)}"/>`,
      ),
  ];
  return framed(picture.width, picture.height, caption, inside);
}

const shortened = (path: string): string =>
  path.replace(/\d{1,20}\.\d+/g, (length) => String(round(Number(length))));
