/** A story as a picture to share, wide or square: where it ends or stands, its line, the endings, notice and sources. */
import { attributes, html, type Markup } from '../scenario/text/markup.ts';
import type { Ending, Scenario } from '../scenario/scenario.ts';
import type { Leg } from './line.ts';
import { fitted, widest } from './measure.ts';
import { tilesOf, type Strip } from './strip.ts';
import { ACCENT, file, LINE, PAPER, round, RULE, SOFT, text } from './svg.ts';

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
  /** What each pattern of the line means, with the mark of such an answer; of a story without steps, what is drawn instead. */
  readonly legend: readonly (Pick<DrawnStep, 'mark' | 'leg'> & { readonly means: string })[];
  readonly instead: string;
  /** The whole map in small, for a story without steps. */
  readonly strip: Strip;
  readonly scenario: Pick<Scenario, 'endings' | 'grid'>;
  readonly reached: Ending | null;
  /** Whether the endings are open; the others are dashes. */
  readonly open: (ending: Ending) => boolean;
  /** What each look of a tile means that is drawn. */
  readonly tiles: readonly { readonly look: TileLook; readonly means: string }[];
  /** The notice, the sources with their date, when and of what the picture was made, and its address. */
  readonly foot: readonly string[];
}

export type TileLook = 'reached' | 'outline' | 'dash';
export type ShareShape = 'wide' | 'square';

/** The measures of each shape, in pixels: margins, and sizes of type. */
const SHAPES = {
  wide: {
    width: 1200,
    height: 630,
    edge: 64,
    top: 44,
    kicker: 22,
    titles: [54, 50, 46, 40, 34, 28, 22, 18],
    sentence: 24,
    label: 17,
    foot: 17,
    pitch: 38,
    rows: 172,
  },
  square: {
    width: 1080,
    height: 1080,
    edge: 72,
    top: 60,
    kicker: 26,
    titles: [60, 56, 52, 44, 38, 32, 26, 22],
    sentence: 28,
    label: 21,
    foot: 20,
    pitch: 44,
    rows: 400,
  },
} as const;

/** `story` as an SVG file, laid out from its foot up, so that the title has the room that is left. */
export function shareFile(story: DrawnStory, shape: ShareShape): string {
  const at = SHAPES[shape];
  const { width, height, edge } = at;
  const inner = width - 2 * edge;
  const wide = shape === 'wide';

  const foot = story.foot.flatMap((words) => fitted(words, inner, at.foot));
  const rule = height - 26 - foot.length * at.foot * 1.35;
  const top = at.top + at.kicker + 22;
  const field = fieldOf(story, at);
  const below = wide ? rule : rule - 30 - field.height;
  const names = namesOf(story.steps, inner, at.label);
  const legend = below - (wide ? 20 : 34);
  const line = legend - (names ? 58 + Math.max(...names.map(({ length }) => length)) * at.label * 1.2 : 100);
  const room = wide ? inner - field.width - 40 : inner;
  const { size, title, sentence } = fitTitle(story, room, line - 30 - top, at);
  const under = top + title.length * size * 1.16 + 12;
  // Beside the title the field has the room down to the line.
  const scale = wide ? Math.min(1, (line - 26 - top) / field.height) : 1;

  return file(
    width,
    height,
    { title: story.title, under: [story.kicker, story.sentence], below: story.foot },
    [
      words(edge, at.top + at.kicker * 0.8, [story.kicker], at.kicker),
      text({
        x: width - edge,
        y: at.top + at.kicker * 0.8,
        lines: [story.name],
        size: at.kicker * 1.25,
        leading: 30,
        serif: true,
        bold: true,
        ends: true,
      }),
      text({
        x: edge,
        y: top + size * 0.9,
        lines: title,
        size,
        leading: size * 1.16,
        serif: true,
        bold: true,
      }),
      words(edge, under + at.sentence, sentence, at.sentence),
      ...(names
        ? [
            ...lineOfSteps(story.steps, names, edge, inner, line, at.label),
            ...legendOf(story.legend, edge, legend, at.foot),
          ]
        : [whole(story.strip, edge, inner, line), words(edge, legend, [story.instead], at.foot)]),
      html`<g transform="translate(${wide ? round(width - edge - field.width * scale) : edge} ${wide ? top : round(below)})${scale < 1 && `scale(${round(scale)})`}">${field.inside}</g>`,
      html`<path d="M${edge} ${round(rule)}H${width - edge}" stroke="${RULE}" stroke-width="1.5"/>`,
      words(edge, rule + at.foot * 1.5, foot, at.foot),
    ],
  );
}

const words = (x: number, y: number, lines: readonly string[], size: number): Markup =>
  text({ x: round(x), y, lines, size, leading: size * 1.35, fill: SOFT });

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

/** How far the line runs before the piece to the first mark: from the edge to there it is what the articles report. */
const COMING = 44;
const RADIUS = 15;

/** The names of `steps` below their marks, in three lines or fewer; empty where one needs more, null without steps. */
function namesOf(steps: readonly DrawnStep[], inner: number, label: number): string[][] | null {
  if (steps.length === 0) return null;
  const apart = stepsApart(steps.length, inner);
  const sizes = steps.map(({ short }) => fitted(short, apart - 10, label));
  return sizes.every((lines, at) => lines.length <= 3 && lines.join(' ') === steps[at]?.short)
    ? sizes
    : steps.map(() => []);
}

const stepsApart = (steps: number, inner: number): number => Math.min((inner - COMING) / steps, 240);

const stroke = (d: string, leg: Leg): Markup =>
  html`<path d="${d}" stroke="${ACCENT}" stroke-width="4.5"${attributes({ ...DASHES[leg] })}/>`;

const markAt = (mark: DrawnStep['mark'], x: number, y: number, radius: number): Markup =>
  html`<g transform="translate(${round(x - radius)} ${round(y - radius)})scale(${radius / 8})">${mark.map(
    ({ d, look }) =>
      html`<path d="${d}"${attributes(look === 'full' ? { fill: ACCENT } : { fill: 'none', stroke: ACCENT, 'stroke-width': 2.2, ...(look.includes('dashed') && { 'stroke-dasharray': '2.6 2.1' }) })}/>`,
  )}</g>`;

/** The answers taken on one line, which comes in from the edge, with their names below. */
function lineOfSteps(
  steps: readonly DrawnStep[],
  names: readonly string[][],
  edge: number,
  inner: number,
  height: number,
  label: number,
): Markup[] {
  const apart = stepsApart(steps.length, inner);
  const y = round(height);
  const x = (step: number) => round(edge + COMING + RADIUS + step * apart);
  return [
    stroke(`M0 ${y}H${edge}`, 'solid'),
    ...steps.flatMap(({ mark, leg }, step) => [
      stroke(`M${step === 0 ? edge + 6 : x(step - 1) + RADIUS + 3} ${y}H${x(step) - RADIUS - 3}`, leg),
      markAt(mark, x(step), y, RADIUS),
      text({
        x: x(step) - RADIUS,
        y: y + 22 + label,
        lines: names[step] ?? [],
        size: label,
        leading: label * 1.2,
        fill: SOFT,
      }),
    ]),
  ];
}

/** A piece of line with its mark for each pattern, and what it means. */
function legendOf(legend: DrawnStory['legend'], edge: number, y: number, size: number): Markup[] {
  let x = edge;
  return legend.flatMap(({ mark, leg, means }) => {
    const from = x;
    x += 66 + widest(means, size) + 28;
    const middle = round(y - size * 0.34);
    return [
      stroke(`M${round(from)} ${middle}h36`, leg),
      markAt(mark, from + 46, middle, 9),
      words(from + 62, y, [means], size),
    ];
  });
}

/** The map in small, as wide as there is room. */
function whole(
  { width, height, marks, coming, onward }: Strip,
  edge: number,
  inner: number,
  y: number,
): Markup {
  const scale = Math.min(inner / width, 100 / height);
  return html`<g transform="translate(${edge} ${round(y - 30)})scale(${scale})" fill="none" stroke="${LINE}" stroke-width="1.1"><path d="${coming}${onward}" stroke="${ACCENT}" stroke-width="2"/>${Object.values(marks).map((d) => d !== '' && html`<path d="${d}"/>`)}</g>`;
}

function tile(look: TileLook, x: number, y: number, width: number, height: number): Markup {
  if (look === 'dash')
    return html`<path d="M${round(x + width / 6)} ${round(y + height / 2)}h${round((width * 2) / 3)}" stroke="${LINE}" stroke-width="3"/>`;
  const fill = look === 'reached' ? { fill: ACCENT } : { fill: PAPER, stroke: LINE, 'stroke-width': 2 };
  return html`<rect${attributes({ x: round(x), y: round(y), width: round(width), height: round(height), rx: 4, ...fill })}/>`;
}

/** The endings as tiles: what their looks mean above, the rows named at their left, the columns below, each by a line. */
function fieldOf(
  { scenario, reached, open, tiles: looks }: DrawnStory,
  { pitch, label: size, rows }: (typeof SHAPES)[ShareShape],
): { readonly width: number; readonly height: number; readonly inside: Markup[] } {
  const side = pitch * 0.76;
  const tiles = [...tilesOf(scenario, pitch, side)];
  const { grid } = scenario;
  const small = size - 2;
  const labels = grid.rows.map((row) => fitted(row.label, rows, small));
  const columns = grid.columns.map(({ label }) => label);
  // A name of a column ends where its line comes down.
  const left = Math.max(
    0,
    ...labels.flat().map((one) => widest(one, small) + 14),
    ...columns.map((one, column) => widest(one, small) + 8 - column * pitch - side / 2),
  );
  const head = size * 1.9;
  const across = left + Math.max(0, ...tiles.map(([, { x, width }]) => x + width));
  const down = head + Math.max(0, ...tiles.map(([, { y }]) => y + side));
  const leading = small * 1.3;

  const inside: Markup[] = [];
  let right = 0;
  for (const { look, means } of looks) {
    inside.push(tile(look, right, 0, size, size), words(right + size + 8, size * 0.86, [means], size));
    right += size + 8 + widest(means, size) + 20;
  }
  labels.forEach((lines, row) => {
    const middle = head + row * pitch + side / 2;
    inside.push(
      text({
        x: 0,
        y: middle + small * 0.36 - ((lines.length - 1) * small * 1.05) / 2,
        lines,
        size: small,
        leading: small * 1.05,
        fill: SOFT,
      }),
    );
  });
  for (const [ending, { x, y, width }] of tiles) {
    const look = ending === reached ? 'reached' : reached || open(ending) ? 'outline' : 'dash';
    inside.push(tile(look, left + x, head + y, width, side));
  }
  columns.forEach((name, column) => {
    const x = round(left + column * pitch + side / 2);
    const y = round(down + 6 + (column + 0.6) * leading);
    inside.push(
      html`<path d="M${x} ${round(down + 4)}V${y}h-5" fill="none" stroke="${LINE}" stroke-width="1.4"/>`,
      text({ x: x - 10, y: y + small * 0.36, lines: [name], size: small, leading, fill: SOFT, ends: true }),
    );
  });
  return { width: Math.max(across, right - 20), height: down + 6 + columns.length * leading, inside };
}
