/** The line map in small, as `picture/strip.ts` lays it out. */
import { stripOf } from '../../picture/strip.ts';
import type { Ending } from '../../scenario/scenario.ts';
import { shapeOf } from '../../words/terms/labels.ts';
import { BASIS_MARKS } from '../evidence/marks.ts';
import type { EmbedState } from './state.ts';
import { h, type Tree } from './tree.ts';

/** With more stops than these the marks would be too small. */
const MOST = 40;

/** `closed` are the endings that the last answer closed. */
export function drawLine({ embedded, replay }: EmbedState, closed: readonly Ending[]): Tree {
  const { scenario, openings } = embedded;
  if (scenario.questions.length > MOST) return null;
  const { width, height, marks, legs, onward, here } = stripOf(scenario, replay, openings, closed);
  return h(
    'svg',
    { class: 'line-map', viewBox: `0 0 ${width} ${height}`, 'aria-hidden': 'true' },
    here && [
      h('path', { class: 'here', d: `M${here.x} 0h${here.width}v${height}h${-here.width}z` }),
      h('path', { class: 'lit', d: `M${here.x} ${height - 1}h${here.width}` }),
    ],
    h('path', { class: legs.length > 0 ? 'thread on' : 'thread', d: onward }),
    legs.map(({ leg, path }) => h('path', { class: `thread ${leg}`, d: path })),
    Object.entries(marks).map(([look, d]) => d !== '' && h('path', { class: look, d })),
    legs.map(({ to, answer }) => [
      h('path', { class: 'under', d: `M${to.x} ${to.y}h0` }),
      h(
        'g',
        { transform: `translate(${to.x - 6} ${to.y - 6})scale(.75)`, class: 'mark' },
        BASIS_MARKS[shapeOf(answer)].map(({ d, look }) => h('path', { d, class: look })),
      ),
    ]),
  );
}
