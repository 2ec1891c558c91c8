/** Draws the steps of a story, a line for each: the latest with the endings it closed, the others in a disclosure. */
import type { Step } from '../../machine/replay.ts';
import { shortEnding } from '../../scenario/short.ts';
import type { Ending } from '../../scenario/scenario.ts';
import { embedWords } from '../../words/beyond/embed.ts';
import { basisWords } from '../../words/terms/labels.ts';
import { basisMark, evidenceFor, more } from './draw-evidence.ts';
import type { EmbedState } from './state.ts';
import { h, type Tree } from './tree.ts';

/** Maximum number of closed endings that are named by their full titles; with more, short names are used. */
const WHOLE = 2;

/** `closed` are the endings that the last answer closed. */
export function drawSteps(state: EmbedState, closed: readonly Ending[]): Tree {
  const { steps } = state.replay;
  const drawn = steps.map((step, at) => drawStep(state, step, at, at === steps.length - 1 ? closed : null));
  const folded = steps.length > 2 ? steps.length - 1 : 0;
  return h(
    'section',
    { class: 'steps', 'aria-label': embedWords.steps },
    folded > 0 && more(embedWords.earlier(folded), h('ol', {}, drawn.slice(0, folded)), { class: 'fold' }),
    h('ol', { start: folded + 1 }, drawn.slice(folded)),
  );
}

/** `closed` are the endings that this step closed; null for all steps but the latest. */
function drawStep(
  { embedded: { scenario }, settings }: EmbedState,
  { question, answer, before }: Step,
  at: number,
  closed: readonly Ending[] | null,
): Tree {
  const last = closed !== null;
  const name = answer.short || answer.label;
  return h(
    'li',
    { class: last ? 'step' : false, 'aria-current': last && 'step' },
    h(
      'p',
      {},
      basisMark(answer),
      h(
        'span',
        {},
        h('span', { class: 'unseen' }, `${question.text} `),
        h('b', {}, name),
        h('span', { class: 'unseen' }, ` (${basisWords(answer).word})`),
      ),
    ),
    last && closed.length > 0 && gone(closed),
    h(
      'details',
      { open: last && settings.evidence === 'open' },
      h('summary', {}, embedWords.why, h('span', { class: 'unseen' }, `: ${name}`)),
      h(
        'div',
        { class: 'closer' },
        h('p', {}, h('b', {}, answer.label)),
        evidenceFor(scenario, answer, before.states),
      ),
    ),
    at >= settings.lock &&
      h(
        'button',
        { type: 'button', class: 'text-button', 'data-back': at },
        embedWords.change,
        h('span', { class: 'unseen' }, `: ${name}`),
      ),
  );
}

/** The endings that an answer closed. The next heading refers to this element as its description. */
const gone = (closed: readonly Ending[]): Tree =>
  h(
    'p',
    { class: 'gone', id: 'closed' },
    h('b', {}, embedWords.closed(closed.length)),
    closed
      .map((ending) => (closed.length > WHOLE ? shortEnding(ending).join(', ') : ending.title))
      .join(' · '),
  );
