/** A numbered gamebook as one page of HTML, with links between its sections, for a screen, a screen reader and paper. */
import { END, START, type Task } from '../lesson/lesson.ts';
import type { Answer, Evidence } from '../scenario/scenario.ts';
import type { Step } from '../machine/replay.ts';
import type { Gamebook, Section, Turn } from './gamebook.ts';
import { bookWords } from '../words/beyond/book.ts';
import { sourceDate } from '../words/terms/dates.ts';
import { basisWords } from '../words/terms/labels.ts';
import { linkWords } from '../words/terms/links.ts';
import { answeredBy } from '../words/terms/people.ts';
import { quotationShown } from '../words/terms/quotation.ts';
import { html, inlined, lines, type Inside, type Markup } from '../scenario/text/markup.ts';
import { STYLE, STYLE_HASH } from './gamebook-style.ts';

export interface BookContext {
  /** The answers that were given before the book begins; none where it begins at the start. */
  readonly before: readonly Pick<Step, 'question' | 'answer'>[];
  /** What is left out of the book, as a sentence; empty for nothing. */
  readonly bounds: string;
  /** What the reader should know besides, or empty. */
  readonly remark: string;
  /** The address that opens the story where the book begins. */
  readonly link: string;
  /** The lesson that the book is of, if it is of one. */
  readonly lesson?: BookLesson;
}

/** A lesson as its book has it. */
export interface BookLesson {
  readonly title: string;
  readonly intro: string;
  /** Each with the words that say what its kind asks for. */
  readonly tasks: readonly (Task & { readonly asks: string })[];
}

export function gamebookPage(book: Gamebook, surround: BookContext): string {
  const { scenario } = book.graph;
  const { before, bounds, remark, link, lesson } = surround;
  const title = lesson?.title || scenario.title;
  const paragraph = (text: string) => text !== '' && html`<p>${text}</p>`;
  const policy = `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; base-uri 'none'; form-action 'none'`;
  const leads = lesson
    ? bookWords.leadsToLesson
    : before.length === 0
      ? bookWords.leadsToMap
      : bookWords.leadsToStory;
  const header = lines([
    html`<h1>${title}</h1>`,
    lesson?.title && paragraph(scenario.title),
    html`<p class="notice">${scenario.notice}</p>`,
    paragraph(remark),
    lesson && opening(book, lesson),
    HOW_TO_READ,
    paragraph(bounds),
    labels(book),
    before.length > 0 && came(before, lesson),
  ]);
  return String(html`<!doctype html>
<html lang="${scenario.language}">
<head>
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${bookWords.title(title)}</title>
${inlined('style', STYLE)}
</head>
<body>
<header>
${header}
</header>
<main>
${lines(book.sections.map((section) => sectionOf(book, section, lesson)))}
</main>
${notes(book)}
<footer>
<h2>${bookWords.sources}</h2>
${lines(
  scenario.sources.map(
    (source) =>
      html`<p>${source.title}, ${source.publisher}, ${sourceDate(source)}. ${anchor(source.url, source.url)}</p>`,
  ),
)}
<p>${leads}: ${anchor(link, linkWords(link))}</p>
</footer>
</body>
</html>
`);
}

const HOW_TO_READ = html`<h2>${bookWords.howToRead}</h2>
${lines(bookWords.howToReadNotes.map((note) => html`<p>${note}</p>`))}`;

/** The answers that were given before the book begins. */
const came = (
  before: BookContext['before'],
  lesson: BookLesson | undefined,
): Markup => html`<h2>${bookWords.cameBefore}</h2>
<p>${bookWords.cameBeforeNote}</p>
<ol>
${lines(
  before.map(
    ({ question, answer }) =>
      html`<li>${question.text}<br><b>${answer.label}</b>${tasks(question.id, lesson)}</li>`,
  ),
)}
</ol>`;

function sectionOf(
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

/** An answer; `yours` says what of it a task asks the reader to find, and so is not printed beside it. */
function choice(
  book: Gamebook,
  { answer, to, against, because }: Turn,
  yours: { readonly basis: boolean; readonly support: boolean },
): Markup {
  // What the sentences are to the answer would give its label away.
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

/** The tasks of the lesson that are set at `at`, of some kinds. */
const tasks = (
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

/** What the lesson says before the book begins. */
const opening = (book: Gamebook, lesson: BookLesson): Markup =>
  lines([
    lesson.intro &&
      html`<h2>${bookWords.whatToDo}</h2>
<p class="own">${lesson.intro}</p>
<p class="small">${bookWords.byTeacher}</p>`,
    lesson.tasks.length > 0 &&
      html`<h2>${bookWords.tasks}</h2>
<p>${bookWords.tasksNote}</p>`,
    tasks(START, lesson),
    lesson.tasks.some(({ kind }) => kind === 'predict') &&
      html`<h2>${bookWords.endings}</h2>
<ul>${book.graph.scenario.endings.map(({ title }) => html`<li>${title}</li>`)}</ul>`,
  ]);

/** The numbers of the notes with these ids, as links to them, after what they are; empty where there are none. */
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

/** What the labels that stand in the book mean. */
function labels({ sections }: Gamebook): Inside {
  const used = new Map(
    sections
      .flatMap(({ turns }) => turns.map(({ answer }) => basisWords(answer)))
      .map(({ word, means }) => [word, means]),
  );
  return (
    used.size > 0 &&
    html`<h2>${bookWords.labels}</h2>
<dl>
${lines([...used].map(([word, means]) => html`<dt>${word}</dt><dd>${means}</dd>`))}
</dl>`
  );
}

function notes({ graph: { scenario }, notes }: Gamebook): Inside {
  const note = (item: Evidence, at: number): Markup => {
    const { text, who, how, publisher, paragraph, link, beside } = quotationShown(scenario, item);
    return html`<li id="n${at + 1}">
${lines([
  html`<blockquote><p>${text}</p></blockquote>`,
  html`<p class="small">${who}, ${how}. ${anchor(link, bookWords.place(publisher, paragraph))} · ${item.id}</p>`,
  beside.length > 0 && html`<p class="small">${bookWords.sameParagraph(beside)}</p>`,
  item.note && html`<p class="small">${item.note}</p>`,
])}
</li>`;
  };
  return (
    notes.length > 0 &&
    html`<section aria-labelledby="notes">
<h2 id="notes" class="title">${bookWords.notes}</h2>
<ol class="notes">
${lines(notes.map(note))}
</ol>
</section>`
  );
}

/** A link to an address of the web; other addresses, which a scenario could hold too, stay words. */
const anchor = (url: string, text: string): Inside =>
  /^https?:/.test(url) ? html`<a href="${url}">${text}</a>` : text;
