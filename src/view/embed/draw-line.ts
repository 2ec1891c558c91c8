/** Draws the small line map, as laid out by `picture/strip.ts`. */
import { stripOf } from '../../picture/strip.ts';
import type { Ending } from '../../scenario/scenario.ts';
import { lineOf } from '../../picture/line.ts';
import { shortAnswer, shortQuestion } from '../../scenario/short.ts';
import { embedWords } from '../../words/beyond/embed.ts';
import { shapeOf } from '../../words/terms/labels.ts';
import { LEGEND, LEGS } from '../../words/terms/legend.ts';
import { BASIS_MARKS } from '../evidence/marks.ts';
import type { EmbedState } from './state.ts';
import { h, type Tree } from './tree.ts';

/** Maximum number of stops; with more, the marks would be too small. */
const MOST = 40;

/** Path of each look of a mark in the key. */
const MARKS = {
  ring: 'M14.8 8a3.2 3.2 0 1 0 6.4 0a3.2 3.2 0 1 0-6.4 0z',
  dash: 'M14 8h8',
  tile: 'M14 4h8v8h-8z',
  going: 'M14 4h8v8h-8zM14 12l8-8',
  reached: 'M14 4h8v8h-8z',
};

/** `closed` are the endings that the last answer closed. */
export function drawLine({ embedded, replay }: EmbedState, closed: readonly Ending[]): Tree {
  const { scenario, openings } = embedded;
  if (scenario.questions.length > MOST) return null;
  const { width, height, marks, legs, coming, onward, here } = stripOf(scenario, replay, openings, closed);
  return h(
    'svg',
    { class: 'line-map', viewBox: `0 0 ${width} ${height}`, 'aria-hidden': 'true' },
    here && [
      h('path', { class: 'here', d: `M${here.x} 0h${here.width}v${height}h${-here.width}z` }),
      h('path', { class: 'lit', d: `M${here.x} ${height - 1}h${here.width}` }),
    ],
    h('path', { class: 'thread', d: coming }),
    h('path', { class: legs.length > 0 ? 'thread on' : 'thread', d: onward }),
    legs.map(({ leg, path }) => h('path', { class: `thread ${leg}`, d: path })),
    Object.entries(marks).map(([look, d]) => d !== '' && h('path', { class: look, d })),
    legs.map(({ to, answer }) => [
      h('path', { class: 'under', d: `M${to.x} ${to.y}h0` }),
      markAt(to.x, to.y, shapeOf(answer)),
    ]),
  );
}

/** The key of the marks and columns, as a disclosure. */
export function drawKey({ embedded, replay }: EmbedState, closed: readonly Ending[]): Tree {
  const { scenario, openings } = embedded;
  if (scenario.questions.length > MOST) return null;
  const over = replay.now.ending !== null;
  const looks = (Object.keys(MARKS) as (keyof typeof MARKS)[]).filter((look) =>
    look === 'going'
      ? closed.length > 0 && !over
      : look === 'ring' || look === 'tile'
        ? !over
        : look !== 'reached' || over,
  );
  const swatch = (...inside: Tree[]) =>
    h('svg', { class: 'line-map swatch', viewBox: '0 0 36 16', 'aria-hidden': 'true' }, ...inside);
  return h(
    'details',
    {},
    h('summary', {}, embedWords.key, h('span', { class: 'unseen' }, embedWords.keyTo)),
    h(
      'ul',
      { class: 'key' },
      LEGS.map(([leg, shape]) =>
        h(
          'li',
          {},
          swatch(h('path', { class: `thread ${leg}`, d: 'M0 8h20' }), markAt(24, 8, shape)),
          LEGEND[leg],
        ),
      ),
      looks.map((look) =>
        h('li', {}, swatch(h('path', { class: look, d: MARKS[look] })), embedWords.keyMarks[look]),
      ),
    ),
    h('p', { class: 'over' }, embedWords.columns),
    h(
      'ol',
      { class: 'key' },
      lineOf(scenario, replay, openings).stops.map(({ question, state, marks }) => {
        const taken = marks.find((mark) => mark.state === 'taken');
        return h(
          'li',
          {},
          h('span', {}, shortQuestion(question), ' '),
          state === 'taken' && taken && h('b', {}, shortAnswer(taken.answer)),
          state !== 'taken' && state !== 'ahead' && h('span', { class: 'over' }, embedWords.stops[state]),
        );
      }),
    ),
  );
}

/** The mark of a shape with its centre at `x`, `y`. */
const markAt = (x: number, y: number, shape: keyof typeof BASIS_MARKS): Tree =>
  h(
    'g',
    { transform: `translate(${x - 6} ${y - 6})scale(.75)`, class: 'mark' },
    BASIS_MARKS[shape].map(({ d, look }) => h('path', { d, class: look })),
  );
