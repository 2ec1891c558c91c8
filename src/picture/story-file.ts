/** A story as a picture of its own: its steps down a thread, each with what it rests on, and its ending. */
import { html, type Markup } from '../scenario/text/markup.ts';
import { framed } from './framed.ts';
import { ACCENT, INK, LINE, RAISED, SOFT, text, type Caption } from './svg.ts';
import { wrap } from './wrap.ts';

/** A step in words. */
export interface DrawnStep {
  readonly asked: string;
  readonly question: string;
  readonly answer: string;
  /** What it rests on: the label, and how many quotations there are on each side. */
  readonly basis: string;
}

const WIDTH = 640;
const LEFT = 40;
const CHARACTERS = { question: 88, answer: 70, basis: 88, end: 60 } as const;

/** `steps` as an SVG file, and below them where the story stands: its ending, or the question that comes next. */
export function storyFile(
  steps: readonly DrawnStep[],
  stands: { readonly over: boolean; readonly lead: string; readonly words: string },
  caption: Caption,
): string {
  const inside: Markup[] = [];
  let y = 0;
  for (const [at, step] of steps.entries()) {
    const asked = wrap(`${step.asked}: ${step.question}`, CHARACTERS.question);
    const answer = wrap(step.answer, CHARACTERS.answer);
    const basis = wrap(step.basis, CHARACTERS.basis);
    const top = y;
    inside.push(text({ x: LEFT, y: y + 12, lines: asked, size: 12, leading: 16, fill: SOFT }));
    y += asked.length * 16;
    inside.push(text({ x: LEFT, y: y + 17, lines: answer, size: 16, leading: 21, serif: true, bold: true }));
    y += answer.length * 21 + 4;
    inside.push(text({ x: LEFT, y: y + 13, lines: basis, size: 12, leading: 16, fill: SOFT }));
    y += basis.length * 16 + 18;
    inside.unshift(html`<path d="M12 ${top + 12}V${y + 12}" stroke="${ACCENT}" stroke-width="3"/>`);
    inside.push(
      html`<circle cx="12" cy="${top + 12}" r="12" fill="${RAISED}" stroke="${ACCENT}" stroke-width="2"/>`,
      html`<text x="12" y="${top + 16}" text-anchor="middle" font-family="Arial, sans-serif" font-size="11" fill="${INK}">${at + 1}</text>`,
    );
  }
  const words = wrap(stands.words, CHARACTERS.end);
  const height = 38 + words.length * 24;
  const ink = stands.over ? '#ffffff' : INK;
  inside.push(
    html`<rect x="0" y="${y}" width="${WIDTH}" height="${height}" rx="10" ${stands.over ? html`fill="${ACCENT}"` : html`fill="${RAISED}" stroke="${LINE}" stroke-dasharray="5 3"`}/>`,
    text({
      x: 20,
      y: y + 24,
      lines: [stands.lead],
      size: 12,
      leading: 16,
      fill: stands.over ? '#ffffff' : SOFT,
    }),
    text({ x: 20, y: y + 48, lines: words, size: 18, leading: 24, serif: true, bold: true, fill: ink }),
  );
  return framed(WIDTH, y + height, caption, inside);
}
