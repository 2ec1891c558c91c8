/** The map in small: a column of dots for each act, the questions asked joined by the line of the story. */
import { byId } from '../../scenario/lookups.ts';
import type { Question } from '../../scenario/scenario.ts';
import { embedWords } from '../../words/beyond/embed.ts';
import type { EmbedState } from './state.ts';
import { h, type Tree } from './tree.ts';

const APART = 14;
const TALL = 4;
const EDGE = 8;

/** `open` are the questions that can still come up. */
export function drawMap({ embedded: { scenario }, told }: EmbedState, open: ReadonlySet<Question>): Tree {
  const places = new Map<Question, { x: number; y: number }>();
  const heads: { x: number; title: string }[] = [];
  let x = EDGE;
  for (const act of scenario.acts) {
    const questions = scenario.questions.filter((question) => question.act === act.id);
    if (questions.length === 0) continue;
    heads.push({ x, title: act.title });
    questions.forEach((question, at) =>
      places.set(question, { x: x + Math.floor(at / TALL) * APART, y: EDGE + (at % TALL) * APART }),
    );
    x += Math.ceil(questions.length / TALL) * APART + APART;
  }
  if (heads.length === 0) return null;
  const asked = told.steps.map(({ question }) => question);
  const now = told.now.question;
  const line = [...asked, ...(now ? [now] : [])].flatMap((question) => {
    const place = places.get(question);
    return place ? [`${place.x} ${place.y}`] : [];
  });
  const act = byId(scenario.acts, now?.act)?.title;
  const width = x - 2 * APART + 2 * EDGE;
  return h(
    'div',
    { class: 'map' },
    h(
      'svg',
      { viewBox: `0 0 ${width} ${2 * EDGE + (TALL - 1) * APART}`, 'aria-hidden': 'true' },
      line.length > 1 && h('path', { class: 'thread', d: `M${line.join('L')}` }),
      [...places].map(([question, place]) =>
        h('path', {
          d: `M${place.x} ${place.y}h0`,
          class: asked.includes(question)
            ? 'asked'
            : question === now
              ? 'now'
              : open.has(question)
                ? 'open'
                : 'closed',
        }),
      ),
    ),
    h('p', { class: 'over' }, now ? embedWords.mapAt(act ?? '') : embedWords.mapOver),
  );
}
