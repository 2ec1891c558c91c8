/** Draws an embed as a tree: the small map, the last steps, the question or the ending, and the foot. */
import { embedWords } from '../../words/beyond/embed.ts';
import { capital, list } from '../../words/terms/text.ts';
import { drawEnding } from './draw-ending.ts';
import { drawEndings } from './draw-endings.ts';
import { more, prose } from './draw-evidence.ts';
import { drawKey, drawLine } from './draw-line.ts';
import { drawQuestion } from './draw-question.ts';
import { drawSteps } from './draw-steps.ts';
import type { EmbedState } from './state.ts';
import { h, type Tree } from './tree.ts';

export function drawEmbed(state: EmbedState): Tree {
  const { replay, settings, embedded, notes } = state;
  const { openings } = embedded;
  const { question, ending } = replay.now;
  const { steps } = replay;
  const points = openings.along(steps.map(({ code }) => code));
  const open = openings.from(points.at(-1) ?? 0);
  const last = steps.at(-1);
  const closed = last ? openings.closes(points.at(-2) ?? 0, last.answer) : [];
  // The heading that gets the focus is described by what the last answer closed.
  const described = closed.length > 0 && 'closed';
  return h(
    'div',
    { class: 'embed' },
    top(state),
    h(
      'div',
      { role: 'status', class: 'notes' },
      notes.map(({ text, details }) =>
        h(
          'div',
          { class: 'note' },
          h('p', {}, text),
          details.length > 0 &&
            h(
              'ul',
              {},
              details.map((detail) => h('li', {}, detail)),
            ),
        ),
      ),
    ),
    h(
      'section',
      { class: 'place', 'aria-label': embedWords.place },
      settings.map === 'show' && drawLine(state, closed),
      h(
        'div',
        { class: 'folds' },
        drawEndings(state, open.endings),
        settings.map === 'show' && drawKey(state, closed),
      ),
    ),
    last && drawSteps(state, closed),
    question && drawQuestion(state, question, described),
    ending && drawEnding(state, ending, described),
    foot(state),
  );
}

/** The title; at the beginning with its question. */
function top({ embedded: { scenario }, replay, title, full }: EmbedState): Tree {
  const [name = '', asks = ''] = scenario.title.split(/: (.*)/);
  return h(
    'header',
    {},
    h(
      title,
      { class: 'title' },
      h('span', {}, embedWords.whatIf(name)),
      asks !== '' && h('span', { class: replay.steps.length > 0 ? 'unseen' : 'asks' }, capital(asks)),
    ),
    full.startsWith('#')
      ? h('b', {}, embedWords.parley)
      : link('onward', full, [embedWords.openIn, h('b', {}, embedWords.parley)]),
  );
}

function foot(state: EmbedState): Tree {
  const { embedded, full, about, kept, replay, settings } = state;
  const { scenario } = embedded;
  const { lock } = settings;
  const { length } = replay.steps;
  return h(
    'footer',
    {},
    lock > 0 && h('p', {}, embedWords.set(lock)),
    h(
      'p',
      {},
      scenario.notice,
      ' ',
      scenario.sources.length > 0 &&
        embedWords.builtOn(
          list([...new Set(scenario.sources.map(({ publisher, title }) => publisher || title))]),
          scenario.asOf,
        ),
      embedWords.edition(scenario.edition),
      kept,
    ),
    // The silences of the sources are named at the beginning and at the end of a story.
    (length === 0 || replay.now.ending) &&
      scenario.silences.length > 0 &&
      more(
        embedWords.silences,
        h(
          'ul',
          { class: 'lines' },
          scenario.silences.map((silence) => h('li', {}, prose(scenario, silence))),
        ),
      ),
    full.startsWith('#') && h('p', {}, embedWords.nowhere, h('span', { class: 'end-of-link' }, full)),
    h(
      'p',
      { class: 'bar' },
      length > 0 && back(length - 1, embedWords.undo, length <= lock),
      length > lock + 1 && back(lock, lock > 0 ? embedWords.backToStep(lock) : embedWords.beginAgain),
      !full.startsWith('#') && [
        link('about', about, embedWords.about),
        h('span', { class: 'address' }, full),
      ],
    ),
  );
}

const back = (to: number, words: string, disabled = false): Tree =>
  h('button', { type: 'button', class: 'text-button', 'data-back': to, disabled }, words);

const link = (name: string, href: string, words: Tree): Tree =>
  h(
    'a',
    { class: name, href, target: '_blank', rel: 'noopener' },
    words,
    h('span', { class: 'unseen' }, embedWords.inNewWindow),
  );
