/** Draws the open question: the actors asked, and the answers as rows. */
import { available, closing } from '../../machine/situation.ts';
import { support } from '../../machine/support.ts';
import type { States } from '../../scenario/condition.ts';
import type { Answer, Question, Scenario } from '../../scenario/scenario.ts';
import { embedWords } from '../../words/beyond/embed.ts';
import { basisWords } from '../../words/terms/labels.ts';
import { actorName } from '../../words/terms/people.ts';
import { saidBy } from '../../words/terms/said-by.ts';
import { capital, list } from '../../words/terms/text.ts';
import { basisMark, evidenceFor, mark, prose, quotations } from './draw-evidence.ts';
import type { EmbedState } from './state.ts';
import { h, type Tree } from './tree.ts';

/** `described` is the id of the element that describes the heading, or false. */
export function drawQuestion(
  { replay, embedded: { scenario } }: EmbedState,
  question: Question,
  described: string | false,
): Tree {
  const reading = question.answers.every(({ basis }) => basis === 'reading');
  const { states } = replay.now;
  const long = question.text.length;
  return h(
    'section',
    { class: 'question', 'aria-labelledby': 'question' },
    h(
      'p',
      { class: 'over' },
      h('b', {}, asked(scenario, question, reading)),
      embedWords.question(replay.steps.length + 1),
    ),
    h(
      'h2',
      {
        id: 'question',
        tabindex: -1,
        class: long > 95 ? 'longest' : long > 70 && 'long',
        'aria-describedby': described,
      },
      question.text,
    ),
    reading &&
      scenario.tensions
        .filter((tension) => tension.question === question.id)
        .map((tension) => h('p', { class: 'remark' }, prose(scenario, tension.text))),
    h(
      'ul',
      { class: reading ? 'answers readings' : 'answers' },
      question.answers.map((answer) =>
        !available(answer, states)
          ? closedAnswer(scenario, answer, states)
          : reading
            ? readingAnswer(scenario, answer)
            : openAnswer(scenario, answer, states),
      ),
    ),
  );
}

function asked(scenario: Scenario, { actors }: Question, reading: boolean): string {
  if (actors.length === 0) return reading ? embedWords.differ : embedWords.reader;
  return capital(list(actors.map((id) => actorName(scenario, id))));
}

const choose = (answer: Answer, ...inside: Tree[]): Tree =>
  h('button', { type: 'button', class: 'answer', 'data-code': answer.code }, ...inside);

/** A disclosure under a row, whose summary is at the end of the row. */
const why = (answer: Answer, inside: Tree): Tree =>
  h(
    'details',
    {},
    h('summary', {}, embedWords.why, h('span', { class: 'unseen' }, `: ${answer.label}`)),
    h('div', { class: 'closer' }, inside),
  );

function openAnswer(scenario: Scenario, answer: Answer, states: States): Tree {
  return h(
    'li',
    { class: 'choice' },
    choose(
      answer,
      basisMark(answer),
      h('span', { class: 'label' }, answer.label),
      h(
        'span',
        { class: 'who' },
        h('span', { class: 'unseen' }, ` ${basisWords(answer).word}. `),
        saidBy(scenario, answer, support(answer, states).against),
      ),
    ),
    why(answer, evidenceFor(scenario, answer, states)),
  );
}

/** An answer to a question where sources differ: the sentence, and below it the answer. */
function readingAnswer(scenario: Scenario, answer: Answer): Tree {
  return h(
    'li',
    { class: 'choice' },
    h('div', { class: 'closer' }, quotations(scenario, answer.evidence, '')),
    choose(answer, basisMark(answer), h('span', { class: 'label' }, answer.label)),
  );
}

function closedAnswer(scenario: Scenario, answer: Answer, states: States): Tree {
  // Answers that only the structure closes are not listed.
  const reasons = closing(answer, states).filter((clause) => clause.kind !== 'structure');
  if (reasons.length === 0) return null;
  const evidence = [...new Set(reasons.flatMap((clause) => clause.evidence))];
  return h(
    'li',
    { class: 'choice closed' },
    h(
      'div',
      { class: 'answer' },
      mark([{ d: 'M2 8h12', look: 'line' }], 16, 18),
      h('span', { class: 'label' }, answer.label),
      h('span', { class: 'who' }, embedWords.notPossible(reasons.map((clause) => clause.why))),
    ),
    evidence.length > 0 && why(answer, quotations(scenario, evidence, embedWords.behindReason)),
  );
}
