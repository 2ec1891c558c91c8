/** An embed as a tree: the step just taken, the question or the ending, and what every embed carries below it. */
import { outcome } from '../../analysis/questions/retold.ts';
import { leavesReporting, weakestLink } from '../../analysis/questions/weakest.ts';
import { available, closing } from '../../machine/situation.ts';
import type { Step } from '../../machine/replay.ts';
import { support } from '../../machine/support.ts';
import type { States } from '../../scenario/condition.ts';
import { placeOf } from '../../scenario/lookups.ts';
import type { Answer, Ending, Question } from '../../scenario/scenario.ts';
import { embedWords } from '../../words/beyond/embed.ts';
import { ENDING_STATES } from '../../words/terms/endings.ts';
import { basisWords, LABELS, shapeOf, supportWords } from '../../words/terms/labels.ts';
import { askedOf } from '../../words/terms/people.ts';
import { tellingWords } from '../../words/terms/telling.ts';
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
      more(tellingWords.canStillEnd, endings(state, open.endings), {
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
          embedWords.goBack,
          h('span', { class: 'unseen' }, embedWords.step(at + 1)),
        ),
    ),
  );
  return more(embedWords.soFar(steps.length), h('ol', { class: 'steps' }, steps));
}

function stepTaken({ told, settings, embedded }: EmbedState, step: Step): Tree {
  const number = told.steps.length;
  return h(
    'section',
    { class: 'step', 'aria-label': embedWords.stepTaken },
    h(
      'p',
      { class: 'over' },
      embedWords.asked(number, askedOf(embedded.scenario, step.question), step.question.text),
    ),
    h('h2', { tabindex: -1 }, step.answer.label),
    basis(step.answer),
    more(tellingWords.restsOn, evidenceFor(embedded.scenario, step.answer, step.before.states, true), {
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
      `${tellingWords.question(told.steps.length + 1)} `,
      act >= 0 && h('b', {}, scenario.acts[act]?.title),
      act >= 0 && `${tellingWords.part(act + 1, scenario.acts.length)} `,
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
        tellingWords.discuss,
        h(
          'ul',
          { class: 'lines' },
          question.prompts.map((prompt) => h('li', {}, prose(scenario, prompt))),
        ),
        { class: 'way' },
      ),
    more(
      tellingWords.labels,
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
        h('span', { class: 'follow' }, tellingWords.followSentence),
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
    more(
      tellingWords.lookCloser,
      h('div', { class: 'closer' }, evidenceFor(scenario, answer, states, false)),
    ),
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
      h('p', { class: 'why' }, h('b', {}, tellingWords.closedBecause), ` ${clause.why}`),
      clause.evidence.length > 0 &&
        more(
          tellingWords.sentenceBehind,
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
    h('p', { class: 'over' }, tellingWords.storyEnds),
    h('h2', { id: 'ending', tabindex: -1 }, ending.title),
    h('p', { class: 'prose' }, ending.text),
    quotations(scenario, ending.evidence, tellingWords.bearOnIt),
    h(
      'p',
      {},
      leaves && weakest
        ? embedWords.strength(number(leaves), number(weakest), weakest.answer.label)
        : tellingWords.allDocumented,
    ),
    facts.length > 0 &&
      more(
        tellingWords.cameOfIt,
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
      embedWords.back,
    ),
    length > lock + 1 &&
      h(
        'button',
        { type: 'button', class: 'button', 'data-back': lock },
        lock > 0 ? embedWords.backToStep(lock) : embedWords.beginAgain,
      ),
    lock > 0 && h('span', { class: 'over' }, embedWords.set(lock)),
  );
}

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
                h('span', {}, ending.title, h('span', { class: 'unseen' }, `: ${ENDING_STATES[state]}`)),
              );
            }),
        ),
      ),
    ]),
    h(
      'p',
      { class: 'key', 'aria-hidden': 'true' },
      (Object.keys(ENDING_STATES) as EndingState[])
        .filter((state) => state !== 'reached' || told.now.ending)
        .map((state) => h('span', {}, mark(ENDING_MARKS[state], 20, 20), ` ${ENDING_STATES[state]}`)),
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
        ? [embedWords.nowhere, h('span', { class: 'end-of-link' }, full)]
        : [
            h(
              'a',
              { class: 'onward', href: full, target: '_blank', rel: 'noopener' },
              embedWords.fullMap,
              h('span', { class: 'unseen' }, embedWords.inNewWindow),
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
        embedWords.published(source.publisher, source.published),
      ]),
      embedWords.edition(scenario.edition, scenario.asOf),
      kept,
    ),
    scenario.silences.length > 0 &&
      more(
        tellingWords.silences,
        h(
          'ul',
          { class: 'lines' },
          scenario.silences.map((silence) => h('li', {}, prose(scenario, silence))),
        ),
      ),
  );
}
