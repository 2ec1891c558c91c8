/** The line map as a picture of its own, with stories on it: SVG that says what it shows, of which sources and when. */
import type { Openings } from '../analysis/graph/openings.ts';
import { attributes, html, type Markup } from '../scenario/text/markup.ts';
import type { Answer, Scenario } from '../scenario/scenario.ts';
import { shortAnswer, shortQuestion } from '../scenario/short.ts';
import { framed } from './framed.ts';
import { inActs, linesOf, type Leg } from './line.ts';
import { legsOf, linePath, sections, type Spot, type Spots } from './path.ts';
import { fitted, widest } from './measure.ts';
import { ACCENT, INK, LINE, PAPER, round, SOFT, text, type Caption } from './svg.ts';

const SIZE = 13;
const ROW = 28;
const GAP = 8;
const MARK = 14;
const WIDEST = 12;
const STROKES: Readonly<Record<Leg, Readonly<Record<string, string>>>> = {
  solid: {},
  dashed: { 'stroke-dasharray': '7 4' },
  dotted: { 'stroke-dasharray': '0.1 6', 'stroke-linecap': 'round' },
};

/**
 * The map with `stories` on it, lists of answers from the start: one is drawn in the patterns of what it rests on; of
 * several, each piece of line is as wide as there are stories along it, and each mark holds their number.
 */
export function mapFile(
  scenario: Scenario,
  stories: readonly (readonly Answer[])[],
  openings: Pick<Openings, 'find' | 'from' | 'after'>,
  caption: Caption,
  words: { readonly notAsked: string; readonly legend: Readonly<Record<Leg, string>> },
): string {
  const map = linesOf(scenario, stories, openings);
  const acts = inActs(map.stops);
  const several = stories.length > 1;
  const most = (texts: readonly string[]) => Math.max(0, ...texts.map((one) => widest(one, SIZE, true)));
  const wide = {
    act: Math.min(120, most(acts.map(({ act }) => act?.title ?? ''))),
    question: most(map.stops.map(({ question }) => shortQuestion(question))),
  };
  const rail = wide.act + GAP * 2 + wide.question + GAP * 2;
  const columns: number[] = [];
  let right = rail + 20;
  for (let at = 0; map.stops.some(({ marks }) => marks.length > at); at++) {
    columns.push(right);
    const labels = map.stops.flatMap(({ question, marks }) =>
      marks.slice(at, at + 1).map(({ answer }) => shortAnswer(answer, question.answers)),
    );
    right += MARK + 6 + most(labels) + 12;
  }

  const inside: Markup[] = [];
  const words13 = (x: number, y: number, lines: readonly string[], fill = INK, bold = false) =>
    text({ x, y: y + SIZE * 0.35, lines, size: SIZE, leading: 15, fill, bold });
  const spots = new Map<string, Spot>();
  const taken = new Map<string, number>();
  for (const { key } of stories.flat()) taken.set(key, (taken.get(key) ?? 0) + 1);
  let y = ROW / 2;
  for (const { act, stops } of acts) {
    const title = act ? fitted(act.title, wide.act, SIZE, true) : [];
    inside.push(words13(0, y + ROW / 2 - (title.length > 1 && stops.length === 1 ? 7 : 0), title, INK, true));
    for (const { question, row, state, marks } of stops) {
      const middle = y + ROW / 2;
      const passed = state === 'passed' && stories.length > 0;
      const [fill, bold] = [passed ? SOFT : INK, state === 'taken'];
      inside.push(words13(wide.act + GAP * 2, middle, [shortQuestion(question)], fill, bold));
      if (passed) inside.push(words13(columns[0] ?? rail, middle, [words.notAsked], SOFT));
      for (const [column, mark] of passed ? [] : marks.entries()) {
        const x = (columns[column] ?? rail) + MARK / 2;
        spots.set(`${row}:${column}`, { x, y: middle, row, top: y, bottom: y + ROW });
        const given = mark.state === 'taken';
        const count = taken.get(mark.answer.key) ?? 0;
        inside.push(
          given
            ? html`<circle cx="${round(x)}" cy="${middle}" r="${several ? 9 : 6}" fill="${ACCENT}"/>`
            : stories.length > 0
              ? html`<path d="M${round(x - 4)} ${middle}h8" stroke="${LINE}" stroke-width="1.6"/>`
              : html`<circle cx="${round(x)}" cy="${middle}" r="4.5" fill="none" stroke="${LINE}" stroke-width="1.4"/>`,
        );
        if (several && given)
          inside.push(
            html`<g text-anchor="middle">${text({ x, y: middle + 4, lines: [String(count)], size: 11, leading: 14, bold: true, fill: PAPER })}</g>`,
          );
        const look = given ? INK : stories.length > 0 ? SOFT : INK;
        inside.push(
          words13(
            x + MARK / 2 + (several ? 8 : 6),
            middle,
            [shortAnswer(mark.answer, question.answers)],
            look,
            given,
          ),
        );
      }
      y += ROW;
    }
    y += GAP;
  }

  const ends = scenario.endings.filter((ending) => map.endings.get(ending) === 'reached');
  const room = right - rail - 16;
  const titles = ends.map((ending) => {
    const count = map.lines.filter((line) => line.ending === ending).length;
    return fitted(several ? `${count} · ${ending.title}` : ending.title, room, SIZE, true);
  });
  const end: Spot = { x: rail, y: y + ROW / 2, row: Infinity, top: y, bottom: y + ROW };
  if (ends.length > 0) {
    inside.push(
      html`<rect x="${round(rail - 6)}" y="${round(end.y - 6)}" width="12" height="12" rx="2" fill="${ACCENT}"/>`,
      words13(rail + 16, end.y, titles.flat(), INK, true),
    );
    y += ROW + 15 * (titles.flat().length - 1);
  }

  const at: Spots = {
    rail,
    start: { x: rail, y: ROW / 2 - 7, row: -1, top: ROW / 2, bottom: ROW / 2 },
    end,
    at: (row, column) => spots.get(`${row}:${column}`),
  };
  const legs = map.lines.map(({ visits, ending }) => legsOf(visits, at, ending !== null));
  const stroke = (d: string, how: Readonly<Record<string, string | number>>) =>
    html`<path fill="none" stroke="${ACCENT}"${attributes(how)} d="${d}"/>`;
  const lines = several
    ? sections(legs.map((line) => line.flatMap(({ corners }) => corners))).map(({ from, to, lines: many }) =>
        stroke(linePath([from, to]), {
          'stroke-width': round(Math.max(1, (many / Math.max(WIDEST, stories.length)) * WIDEST)),
          'stroke-linecap': 'square',
        }),
      )
    : legs
        .flat()
        .map(({ leg, corners }) => stroke(linePath(corners), { 'stroke-width': 3, ...STROKES[leg] }));
  y += GAP * 2;
  let x = 0;
  const means = (what: string, drawing: (x: number) => Markup) => {
    inside.push(drawing(x), words13(x + 36, y, [what], SOFT));
    x += 36 + widest(what, SIZE) + 24;
  };
  if (stories.length === 1)
    for (const leg of ['solid', 'dashed', 'dotted'] as const)
      means(words.legend[leg], (x) => stroke(`M${round(x)} ${y}h28`, { 'stroke-width': 3, ...STROKES[leg] }));
  return framed(Math.max(right, x, 480), y + GAP, caption, [...lines, ...inside]);
}
