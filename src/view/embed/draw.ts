/** An embed as a tree: the step just taken, the question or the ending, and what every embed carries below it. */
import { outcome } from '../../analysis/questions/retold.ts';
import { leavesReporting, weakestLink } from '../../analysis/questions/weakest.ts';
import { available, closing } from '../../machine/situation.ts';
import type { Step } from '../../machine/replay.ts';
import { support } from '../../machine/support.ts';
import type { States } from '../../scenario/condition.ts';
import { placeOf } from '../../scenario/lookups.ts';
import type { Answer, Ending, Question } from '../../scenario/scenario.ts';
import {
  askedOf,
  basisWords,
  counted,
  LABELS,
  monthWords,
  shapeOf,
  supportWords,
} from '../../words/general.ts';
import { BASIS_MARKS, ENDING_MARKS, type EndingState } from '../evidence/marks.ts';
import { drawMap } from './draw-map.ts';
import { evidenceFor, mark, more, prose, quotations } from './draw-evidence.ts';
import type { EmbedState } from './state.ts';
import { h, type Tree } from './tree.ts';

export function drawEmbed(state: EmbedState): Tree {
  const { told, settings, embedded } = state;
  const { scenario, openings } = embedded;
  const { question, ending } = told.now;
  const open = openings.from(openings.find(told.steps.map(({ code }) => code)));
  const last = told.steps.at(-1);
  return h(
    'div',
    { class: 'embed' },
    h(state.title, { class: 'title' }, scenario.title),
    h(
      'div',
      { role: 'status', class: 'notes' },
      state.notes.map((note) =>
        h(
          'div',
          { class: 'note' },
          h('p', {}, note.text),
          note.details.length > 0 &&
            h(
              'ul',
              {},
              note.details.map((detail) => h('li', {}, detail)),
            ),
        ),
      ),
    ),
    settings.map === 'show' && drawMap(state, open.questions),
    told.steps.length > 1 && soFar(state),
    last && stepTaken(state, last),
    question && questionOnTable(state, question),
    ending && endingReached(state, ending),
    ways(state),
    settings.endings !== 'hide' &&
      more('Where this can still end', endings(state, open.endings), {
        class: 'way',
        open: settings.endings === 'open',
      }),
    foot(state),
  );
}

/** The word for what an answer rests on, with its shape. */
const basis = (answer: Answer): Tree =>
  h('span', { class: 'basis' }, mark(BASIS_MARKS[shapeOf(answer)], 16, 14), basisWords(answer).word);

function soFar({ told, settings }: EmbedState): Tree {
  const steps = told.steps.map(({ question, answer }, at) =>
    h(
      'li',
      {},
      h('span', { class: 'over' }, `${at + 1} · ${question.text}`),
      h('span', { class: 'told' }, answer.label),
      at >= settings.lock &&
        h(
          'button',
          { type: 'button', class: 'text-button', 'data-back': at },
          'Go back to before it',
          h('span', { class: 'unseen' }, `: step ${at + 1}`),
        ),
    ),
  );
  return more(`The story so far: ${counted(steps.length, 'step')}`, h('ol', { class: 'steps' }, steps));
}

function stepTaken({ told, settings, embedded }: EmbedState, step: Step): Tree {
  const number = told.steps.length;
  return h(
    'section',
    { class: 'step', 'aria-label': 'The step just taken' },
    h(
      'p',
      { class: 'over' },
      `Step ${number} · ${askedOf(embedded.scenario, step.question)}. ${step.question.text}`,
    ),
    h('h2', { tabindex: -1 }, step.answer.label),
    basis(step.answer),
    more('What it rests on', evidenceFor(embedded.scenario, step.answer, step.before.states, true), {
      open: settings.evidence === 'open',
    }),
  );
}

function questionOnTable({ told, embedded }: EmbedState, question: Question): Tree {
  const { scenario } = embedded;
  const act = placeOf(scenario.acts, question.act);
  const reading = question.answers.every((answer) => answer.basis === 'reading');
  const { states } = told.now;
  return h(
    'section',
    { class: 'question', 'aria-labelledby': 'question' },
    h(
      'p',
      { class: 'over' },
      `Question ${told.steps.length + 1} · `,
      act >= 0 && h('b', {}, scenario.acts[act]?.title),
      act >= 0 && `, part ${act + 1} of ${scenario.acts.length} · `,
      askedOf(scenario, question),
    ),
    h('h2', { id: 'question', tabindex: -1 }, question.text),
    reading &&
      scenario.tensions
        .filter((tension) => tension.question === question.id)
        .map((tension) => h('p', { class: 'prose' }, prose(scenario, tension.text))),
    h(
      'ul',
      { class: reading ? 'answers readings' : 'answers' },
      question.answers.map((answer) =>
        available(answer, states)
          ? openAnswer(embedded.scenario, answer, states, reading)
          : closedAnswer(embedded.scenario, answer, states),
      ),
    ),
    question.prompts.length > 0 &&
      more(
        'Something to discuss',
        h(
          'ul',
          { class: 'lines' },
          question.prompts.map((prompt) => h('li', {}, prose(scenario, prompt))),
        ),
        { class: 'way' },
      ),
    more(
      'What the labels mean',
      h(
        'dl',
        { class: 'lines' },
        LABELS.map(({ shape, word, means }) =>
          h('div', {}, h('dt', {}, mark(BASIS_MARKS[shape], 16, 14), ` ${word}`), h('dd', {}, means)),
        ),
      ),
      { class: 'way' },
    ),
  );
}

function openAnswer(
  scenario: EmbedState['embedded']['scenario'],
  answer: Answer,
  states: States,
  reading: boolean,
): Tree {
  const choose = (...inside: Tree[]) =>
    h('button', { type: 'button', class: 'answer', 'data-code': answer.code }, ...inside);
  if (reading)
    return h(
      'li',
      { class: 'choice' },
      h(
        'div',
        { class: 'closer' },
        quotations(scenario, answer.evidence, ''),
        answer.note && h('p', { class: 'remark' }, prose(scenario, answer.note)),
      ),
      choose(
        h('span', { class: 'follow' }, 'Follow this sentence'),
        h('span', { class: 'label' }, answer.label),
      ),
    );
  return h(
    'li',
    { class: 'choice' },
    choose(
      h('span', { class: 'label' }, answer.label),
      h(
        'span',
        { class: 'support' },
        basis(answer),
        h('span', { class: 'over' }, supportWords(answer, support(answer, states))),
      ),
    ),
    more('Look closer', h('div', { class: 'closer' }, evidenceFor(scenario, answer, states, false))),
  );
}

function closedAnswer(scenario: EmbedState['embedded']['scenario'], answer: Answer, states: States): Tree {
  // What only the structure closes is no news to the reader.
  const reasons = closing(answer, states).filter((clause) => clause.kind !== 'structure');
  if (reasons.length === 0) return null;
  return h(
    'li',
    { class: 'choice closed' },
    h('p', { class: 'label' }, answer.label),
    reasons.map((clause) => [
      h('p', { class: 'why' }, h('b', {}, 'Closed because'), ` ${clause.why}`),
      clause.evidence.length > 0 &&
        more(
          'The sentence behind it',
          h('div', { class: 'closer' }, quotations(scenario, clause.evidence, '')),
        ),
    ]),
  );
}

function endingReached({ told, embedded }: EmbedState, ending: Ending): Tree {
  const { scenario } = embedded;
  const { facts } = outcome(scenario, told.now.states);
  const leaves = leavesReporting(told.steps);
  const weakest = weakestLink(told.steps);
  const number = (step: Step) => told.steps.indexOf(step) + 1;
  return h(
    'section',
    { class: 'ending', 'aria-labelledby': 'ending' },
    h('p', { class: 'over' }, 'The story ends here'),
    h('h2', { id: 'ending', tabindex: -1 }, ending.title),
    h('p', { class: 'prose' }, ending.text),
    quotations(scenario, ending.evidence, 'Sentences that bear on it'),
    h(
      'p',
      {},
      leaves && weakest
        ? `The story left the reporting at step ${number(leaves)}${
            weakest === leaves
              ? ', which is also its weakest link'
              : `. Its weakest link is step ${number(weakest)}`
          }: ${weakest.answer.label}.`
        : 'Every step of this story is stated, reported, a reading, or left as it is.',
    ),
    facts.length > 0 &&
      more(
        'What came of it',
        h(
          'dl',
          { class: 'lines' },
          facts.map(({ fact, value }) =>
            h(
              'div',
              {},
              h('dt', {}, fact.label),
              h(
                'dd',
                {},
                value.label,
                value.evidence.length > 0 && [' · ', prose(scenario, value.evidence.join(', '))],
              ),
            ),
          ),
        ),
        { class: 'way', open: true },
      ),
  );
}

function ways({ told, settings }: EmbedState): Tree {
  const { lock } = settings;
  const { length } = told.steps;
  if (length === 0) return null;
  return h(
    'p',
    { class: 'ways' },
    h(
      'button',
      { type: 'button', class: 'button', 'data-back': length - 1, disabled: length <= lock },
      h('span', { 'aria-hidden': 'true' }, '← '),
      'Back',
    ),
    length > lock + 1 &&
      h(
        'button',
        { type: 'button', class: 'button', 'data-back': lock },
        lock > 0 ? `Back to step ${lock}` : 'Begin again',
      ),
    lock > 0 &&
      h(
        'span',
        { class: 'over' },
        `The first ${counted(lock, 'step')} of this story ${lock === 1 ? 'is' : 'are'} set.`,
      ),
  );
}

const SAYS: Readonly<Record<EndingState, string>> = {
  open: 'open from here',
  closed: 'closed from here',
  reached: 'here the story ended',
};

function endings({ told, embedded: { scenario } }: EmbedState, open: ReadonlySet<Ending>): Tree {
  const stateOf = (ending: Ending): EndingState =>
    told.now.ending === ending ? 'reached' : open.has(ending) ? 'open' : 'closed';
  const rows = scenario.grid.rows.length > 0 ? scenario.grid.rows : [{ id: '', label: '' }];
  return h(
    'div',
    { class: 'rows' },
    rows.map((row) => [
      h(
        'div',
        {},
        h('p', { class: 'over' }, row.label),
        h(
          'ul',
          {},
          scenario.endings
            .filter((ending) => ending.row === row.id)
            .map((ending) => {
              const state = stateOf(ending);
              return h(
                'li',
                { 'data-ending': ending.id, 'data-state': state },
                mark(ENDING_MARKS[state], 20, 20),
                h('span', {}, ending.title, h('span', { class: 'unseen' }, `: ${SAYS[state]}`)),
              );
            }),
        ),
      ),
    ]),
    h(
      'p',
      { class: 'key', 'aria-hidden': 'true' },
      (Object.keys(SAYS) as EndingState[])
        .filter((state) => state !== 'reached' || told.now.ending)
        .map((state) => h('span', {}, mark(ENDING_MARKS[state], 20, 20), ` ${SAYS[state]}`)),
    ),
  );
}

function foot({ embedded, full, kept }: EmbedState): Tree {
  const { scenario } = embedded;
  return h(
    'footer',
    {},
    h(
      'p',
      {},
      full.startsWith('#')
        ? [
            'Nobody has said where the full map stands. To open this story in it, put this after its address: ',
            h('span', { class: 'end-of-link' }, full),
          ]
        : [
            h(
              'a',
              { class: 'onward', href: full, target: '_blank', rel: 'noopener' },
              'Open the full map',
              h('span', { class: 'unseen' }, ' (in a new window)'),
            ),
            h('span', { class: 'address' }, full),
          ],
    ),
    h('p', {}, scenario.notice),
    h(
      'p',
      {},
      scenario.sources.map((source, at) => [
        at > 0 && '; ',
        h('cite', {}, source.title),
        `, ${source.publisher}, ${monthWords(source.published)}`,
      ]),
      `. Edition ${scenario.edition} of this map`,
      scenario.asOf && `, facts as of ${monthWords(scenario.asOf)}`,
      '. ',
      kept,
    ),
    scenario.silences.length > 0 &&
      more(
        'What the sources do not say',
        h(
          'ul',
          { class: 'lines' },
          scenario.silences.map((silence) => h('li', {}, prose(scenario, silence))),
        ),
      ),
  );
}
