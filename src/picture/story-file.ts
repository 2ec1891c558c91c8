/** A story as a picture to share, wide or square: where it ends or stands, its line, the endings, notice and sources. */
import { attributes, html, type Markup } from '../scenario/text/markup.ts';
import type { Ending, Scenario } from '../scenario/scenario.ts';
import type { Leg } from './line.ts';
import { fitted, widest } from './measure.ts';
import { tilesOf, type Strip } from './strip.ts';
import { ACCENT, file, INK, LINE, PAPER, RULE, SOFT, text } from './svg.ts';

/** A step: the mark of its answer, in a square of 16, how the line leads to it, and what the map calls it. */
export interface DrawnStep {
  readonly mark: readonly { readonly d: string; readonly look: string }[];
  readonly leg: Leg;
  readonly short: string;
}

export interface DrawnStory {
  /** What it is, in a line, and whose it is. */
  readonly kicker: string;
  readonly name: string;
  /** The ending that it reaches, or the question at which it stands. */
  readonly title: string;
  /** What it took; or empty. */
  readonly sentence: string;
  readonly steps: readonly DrawnStep[];
  /** The whole map in small, for a story without steps. */
  readonly strip: Strip;
  readonly scenario: Pick<Scenario, 'endings' | 'grid'>;
  readonly reached: Ending | null;
  /** Whether the endings are open; the others are dashes. */
  readonly open: (ending: Ending) => boolean;
  /** The notice, the sources with their date, and what else has to be said. */
  readonly foot: readonly string[];
}

export type ShareShape = 'wide' | 'square';

/** The measures of each shape, in pixels: margins, sizes of type, where the line lies and where the foot begins. */
const SHAPES = {
  wide: {
    width: 1200,
    height: 630,
    edge: 64,
    kicker: 22,
    titles: [54, 46, 40, 34, 28, 22],
    sentence: 24,
    line: 448,
    foot: 18,
    tile: 46,
    side: 34,
  },
  square: {
    width: 1080,
    height: 1080,
    edge: 72,
    kicker: 26,
    titles: [60, 52, 44, 38, 32, 26],
    sentence: 28,
    line: 560,
    foot: 23,
    tile: 54,
    side: 40,
  },
} as const;

/** `story` as an SVG file. */
export function shareFile(story: DrawnStory, shape: ShareShape): string {
  const at = SHAPES[shape];
  const { width, height, edge } = at;
  const inner = width - 2 * edge;
  const wide = shape === 'wide';
  const tiles = tilesOf(story.scenario, at.tile, at.side);
  const across = Math.max(...[...tiles.values()].map(({ x, width }) => x + width));
  const down = Math.max(...[...tiles.values()].map(({ y }) => y)) + at.side;

  const foot = story.foot.flatMap((words) => fitted(words, inner, at.foot));
  const rule = height - 36 - foot.length * at.foot * 1.35;
  const top = edge + at.kicker + 22;
  const room = wide ? inner - across - 40 : inner;
  const { size, title, sentence } = fitTitle(story, room, at.line - 36 - top, at);
  const under = top + title.length * size * 1.16 + 12;

  const inside: Markup[] = [
    text({
      x: edge,
      y: edge + at.kicker * 0.8,
      lines: [story.kicker],
      size: at.kicker,
      leading: 30,
      fill: SOFT,
    }),
    html`<text x="${width - edge}" y="${edge + at.kicker * 0.8}" text-anchor="end" font-family="Charter, Georgia, 'Source Serif 4', serif" font-size="${at.kicker * 1.25}" font-weight="600" fill="${INK}">${story.name}</text>`,
    text({ x: edge, y: top + size * 0.9, lines: title, size, leading: size * 1.16, serif: true, bold: true }),
    text({
      x: edge,
      y: under + at.sentence,
      lines: sentence,
      size: at.sentence,
      leading: at.sentence * 1.35,
      fill: SOFT,
    }),
    ...(story.steps.length > 0
      ? lineOfSteps(story.steps, edge, inner, at.line, wide)
      : [whole(story.strip, edge, inner, at.line - (wide ? 0 : 50))]),
    html`<path d="M${edge} ${rule}H${width - edge}" stroke="${RULE}" stroke-width="1.5"/>`,
    text({
      x: edge,
      y: rule + at.foot * 1.6,
      lines: foot,
      size: at.foot,
      leading: at.foot * 1.35,
      fill: SOFT,
    }),
  ];
  if (wide) inside.push(...field(story, tiles, width - edge - across, top + 4, at.side));
  else {
    const labels = story.scenario.grid.rows.map(({ label }) => label);
    const scale = Math.min(1, (rule - 24 - (at.line + 70)) / down);
    const left =
      labels.length > 0 ? Math.min(480, Math.max(...labels.map((label) => widest(label, 24)))) + 30 : 0;
    inside.push(
      html`<g transform="translate(${edge + left} ${at.line + 70})scale(${scale})">${field(story, tiles, 0, 0, at.side)}</g>`,
      ...labels.map((label, row) =>
        text({
          x: edge,
          y: at.line + 70 + (row * at.tile + at.side * 0.7) * scale,
          lines: [fitted(label, left, 24 * scale)[0] ?? ''],
          size: 24 * scale,
          leading: 30,
          fill: SOFT,
        }),
      ),
    );
  }
  return file(
    width,
    height,
    { title: story.title, under: [story.kicker, story.sentence], below: story.foot },
    inside,
  );
}

/** The largest size at which title and sentence fit into `room` by `high`; the smallest there is where none does. */
function fitTitle(
  { title, sentence }: DrawnStory,
  room: number,
  high: number,
  at: (typeof SHAPES)[ShareShape],
): { readonly size: number; readonly title: string[]; readonly sentence: string[] } {
  const under = sentence === '' ? [] : fitted(sentence, room, at.sentence);
  const tried = at.titles.map((size) => ({ size, title: fitted(title, room, size, true), sentence: under }));
  const fits = tried.find(
    (one) => one.title.length * one.size * 1.16 + 12 + under.length * at.sentence * 1.35 <= high,
  );
  return fits ?? (tried.at(-1) as (typeof tried)[number]);
}

const DASHES: Readonly<Record<Leg, object>> = {
  solid: {},
  dashed: { 'stroke-dasharray': '12 9' },
  dotted: { 'stroke-dasharray': '0.1 11', 'stroke-linecap': 'round' },
};

/** The answers taken on one line, which comes in from the edge; with their names below where there is room for all. */
function lineOfSteps(
  steps: readonly DrawnStep[],
  edge: number,
  inner: number,
  y: number,
  named: boolean,
): Markup[] {
  const radius = 15;
  const apart = Math.min(inner / steps.length, 240);
  const x = (step: number) => edge + radius + step * apart;
  const size = 17;
  const names = steps.map(({ short }) => fitted(short, apart - 12, size));
  const whole = names.every((lines, step) => lines.length <= 3 && lines.join(' ') === steps[step]?.short);
  return steps.flatMap(({ mark, leg }, step) => [
    html`<path d="M${step === 0 ? 0 : x(step - 1) + radius + 3} ${y}H${x(step) - radius - 3}" stroke="${ACCENT}" stroke-width="4.5"${attributes({ ...DASHES[step === 0 ? 'solid' : leg] })}/>`,
    html`<g transform="translate(${x(step) - radius} ${y - radius})scale(${(2 * radius) / 16})">${mark.map(
      ({ d, look }) =>
        html`<path d="${d}"${attributes(look === 'full' ? { fill: ACCENT } : { fill: 'none', stroke: ACCENT, 'stroke-width': 2.2, ...(look.includes('dashed') && { 'stroke-dasharray': '2.6 2.1' }) })}/>`,
    )}</g>`,
    ...(named && whole
      ? [
          text({
            x: x(step) - radius,
            y: y + 40,
            lines: names[step] ?? [],
            size,
            leading: 21,
            fill: SOFT,
          }),
        ]
      : []),
  ]);
}

/** The map in small, as wide as there is room. */
function whole({ width, height, marks, onward }: Strip, edge: number, inner: number, y: number): Markup {
  const scale = Math.min(inner / width, 100 / height);
  return html`<g transform="translate(${edge} ${y - 30})scale(${scale})" fill="none" stroke="${LINE}" stroke-width="1.1"><path d="${onward}" stroke="${ACCENT}" stroke-width="2"/>${Object.values(marks).map((d) => d !== '' && html`<path d="${d}"/>`)}</g>`;
}

/** The endings as tiles: the one reached filled, open ones as outlines, the others as dashes. */
function field(
  { reached, open }: DrawnStory,
  tiles: ReturnType<typeof tilesOf>,
  x: number,
  y: number,
  side: number,
): Markup[] {
  return [...tiles].map(([ending, tile]) => {
    const place = { x: x + tile.x, y: y + tile.y, width: tile.width, height: side, rx: 4 };
    if (ending === reached) return html`<rect${attributes({ ...place, fill: ACCENT })}/>`;
    if (reached || open(ending))
      return html`<rect${attributes({ ...place, fill: PAPER, stroke: LINE, 'stroke-width': 2 })}/>`;
    return html`<path d="M${place.x + 4} ${place.y + side / 2}h${tile.width - 8}" stroke="${LINE}" stroke-width="3"/>`;
  });
}
