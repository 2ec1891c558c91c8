/** How a drawing is written as a file of its own: SVG with literal colours and fonts that are everywhere. */
import { html, lines as joined, type Markup } from '../scenario/text/markup.ts';

export const PAPER = '#fcfbf8';
export const INK = '#1b1a17';
export const SOFT = '#504d46';
export const RULE = '#dad5cb';
export const LINE = '#7d786d';
export const ACCENT = '#632a53';

const SERIF = "Charter, Georgia, 'Source Serif 4', 'Noto Serif', serif";
const SANS = "'Helvetica Neue', Arial, 'Noto Sans', 'Source Serif 4', sans-serif";

/** What stands round a drawing: its title above; notice, sources and date below. */
export interface Caption {
  readonly title: string;
  /** Lines under the title, such as where the story ends. */
  readonly under: readonly string[];
  /** Lines below the drawing. */
  readonly below: readonly string[];
}

export interface Words {
  readonly x: number;
  /** The baseline of the first line. */
  readonly y: number;
  readonly lines: readonly string[];
  readonly size: number;
  /** The distance between baselines. */
  readonly leading: number;
  readonly fill?: string;
  readonly bold?: boolean;
  readonly serif?: boolean;
  /** Whether the lines end at `x`. */
  readonly ends?: boolean;
}

/** Lines of text as one element. */
export function text({
  x,
  y,
  lines,
  size,
  leading,
  fill = INK,
  bold = false,
  serif = false,
  ends = false,
}: Words): Markup {
  const spans = lines.map((line, at) => html`<tspan x="${x}" y="${round(y + at * leading)}">${line}</tspan>`);
  const family = serif ? SERIF : SANS;
  return html`<text font-family="${family}" font-size="${size}"${bold && html` font-weight="600"`}${ends && html` text-anchor="end"`} fill="${fill}">${spans}</text>`;
}

/** To a hundredth of a pixel: more only makes a file larger. */
export const round = (length: number): number => Math.round(length * 100) / 100;

/** A whole file: `inside`, in pixels of `width` by `height`, described by `caption` for those who cannot see it. */
export function file(width: number, height: number, caption: Caption, inside: readonly Markup[]): string {
  return String(html`<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" width="${round(width)}" height="${round(height)}" viewBox="0 0 ${round(width)} ${round(height)}" role="img" aria-labelledby="title description">
<title id="title">${caption.title}</title>
<desc id="description">${[...caption.under, ...caption.below].join(' ')}</desc>
<rect width="100%" height="100%" fill="${PAPER}"/>
${joined(inside)}
</svg>
`);
}
