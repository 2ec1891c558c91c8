/** Writes a section of a numbered gamebook as HTML: its question with answers and tasks, or its ending. */
import { END, type Task } from '../lesson/lesson.ts';
import type { Answer } from '../scenario/scenario.ts';
import { html, lines, type Inside, type Markup } from '../scenario/text/markup.ts';
import { bookWords } from '../words/beyond/book.ts';
import { basisWords } from '../words/terms/labels.ts';
import { answeredBy } from '../words/terms/people.ts';
import type { Gamebook, Section, Turn } from './gamebook.ts';

/** The parts of a lesson that its book prints. */
export interface BookLesson {
  readonly title: string;
  readonly intro: string;
  /** `asks` is the instruction of the task’s kind. */
  readonly tasks: readonly (Task & { readonly asks: string })[];
}

/** A section of `book` as HTML, with the tasks of `lesson` that are set at its question or ending. */
export function sectionOf(
  book: Gamebook,
  { number, question, ending, turns, closed, outside }: Section,
  lesson?: BookLesson,
): Markup {
  const asksFor = (kind: Task['kind']) =>
    lesson?.tasks.some((task) => task.kind === kind && task.at === question?.id) ?? false;
  const yours = { basis: asksFor('basis'), support: asksFor('support') };
  const rest = (said: (answers: readonly string[]) => string, answers: readonly Answer[]) =>
    answers.length > 0 && html`<p class="rest">${said(answers.map(({ label }) => label))}</p>`;
  return lines([
    html`<section id="s${number}" aria-labelledby="h${number}">
<h2 id="h${number}"><span class="unseen">${bookWords.section}</span>${number}</h2>`,
    question &&
      lines([
        html`<p class="asked">${answeredBy(book.graph.scenario, question)}</p>
<h3>${question.text}</h3>`,
        tasks(question.id, lesson, BEFORE),
        html`<ul class="answers">
${lines(turns.map((turn) => choice(book, turn, yours)))}
</ul>`,
        tasks(question.id, lesson, AFTER),
        rest(bookWords.notPossible, closed),
        rest(bookWords.leftOut, outside),
      ]),
    ending &&
      lines([
        html`<p class="asked">${bookWords.endsHere}</p>
<h3>${ending.title}</h3>`,
        ending.text && html`<p>${ending.text}</p>`,
        marks(book, [[bookWords.bearOn, ending.evidence]]),
        tasks(END, lesson),
        html`<p class="turn"><a href="#s1">${bookWords.beginAgain}</a></p>`,
      ]),
    html`</section>`,
  ]);
}

/** An answer as a list item. `yours` says what a task asks the reader to find; that is not printed. */
function choice(
  book: Gamebook,
  { answer, to, against, because }: Turn,
  yours: { readonly basis: boolean; readonly support: boolean },
): Markup {
  // The relation of the quotations to the answer would reveal its label.
  const groups: readonly (readonly [string, readonly string[]])[] = yours.basis
    ? [[bookWords.bearOn, [...answer.evidence, ...against, ...answer.doubt]]]
    : [
        [answer.basis === 'assumption' ? bookWords.related : bookWords.for, answer.evidence],
        [bookWords.against, against],
        [bookWords.leftOpenBy, answer.doubt],
      ];
  const label = yours.basis ? bookWords.yoursToLabel : basisWords(answer).word;
  const remarks = yours.support ? [] : [answer.note, ...because.map(({ why }) => why)];
  return lines([
    html`<li>
<p><b>${answer.label}</b> <span class="basis">${label}</span></p>`,
    ...remarks.map((text) => text && html`<p class="small">${text}</p>`),
    !yours.support && marks(book, groups),
    html`<p class="turn"><a href="#s${to}">${bookWords.turnTo(to)}</a></p>
</li>`,
  ]);
}

const BEFORE: readonly Task['kind'][] = ['predict', 'text'];
const AFTER: readonly Task['kind'][] = ['support', 'basis'];

/** The tasks of `lesson`, of the given kinds, that are set at `at`: the id of a question, `START` or `END`. */
export const tasks = (
  at: string,
  lesson: BookLesson | undefined,
  kinds: readonly Task['kind'][] = [...BEFORE, ...AFTER],
): Markup =>
  lines(
    (lesson?.tasks ?? []).map(
      (task, number) =>
        task.at === at &&
        kinds.includes(task.kind) &&
        html`<div class="task">${lines([
          html`<p class="small">${bookWords.task(number, task.prompt !== '')}</p>`,
          task.prompt && html`<p class="own">${task.prompt}</p>`,
          !(task.prompt && task.kind === 'text') && html`<p>${task.asks}</p>`,
        ])}
</div>`,
    ),
  );

/** Links to the notes of the quotations with these ids, grouped under their titles; false where there are none. */
function marks({ notes }: Gamebook, groups: readonly (readonly [string, readonly string[]])[]): Inside {
  const parts = groups.flatMap(([title, ids]) => {
    const numbers = notes.flatMap(({ id }, at) => (ids.includes(id) ? [at + 1] : []));
    if (numbers.length === 0) return [];
    const links = numbers.map((number) => html`<a href="#n${number}">${number}</a>`);
    return [html`${bookWords.notesFor(title, numbers.length)}${separated(links, ', ')}`];
  });
  return parts.length > 0 && html`<p class="small">${separated(parts, ' · ')}</p>`;
}

const separated = (parts: readonly Markup[], by: string): Inside =>
  parts.map((part, at) => [at > 0 && by, part]);
