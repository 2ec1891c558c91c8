/** A numbered gamebook as one page of HTML, with links between its sections, for a screen, a screen reader and paper. */
import { END, START, type Task } from '../lesson/lesson.ts';
import type { Answer, Evidence } from '../scenario/scenario.ts';
import type { Step } from '../machine/replay.ts';
import type { Gamebook, Section, Turn } from './gamebook.ts';
import { quotationShown } from '../words/quotation.ts';
import type { Words } from './words.ts';
import { html, inlined, lines, type Inside, type Markup } from '../scenario/markup.ts';
import { STYLE, STYLE_HASH } from './gamebook-style.ts';

export interface Surround {
  /** The answers that were given before the book begins; none where it begins at the start. */
  readonly before: readonly Pick<Step, 'question' | 'answer'>[];
  /** What is left out of the book, as a sentence; empty for nothing. */
  readonly bounds: string;
  /** What the reader should know besides, or empty. */
  readonly remark: string;
  /** The address that opens the story where the book begins. */
  readonly link: string;
  /** The lesson that the book is of, if it is of one. */
  readonly lesson?: LessonWords;
}

/** A lesson as its book has it. */
export interface LessonWords {
  readonly title: string;
  readonly intro: string;
  /** Each with the words that say what its kind asks for. */
  readonly tasks: readonly (Task & { readonly asks: string })[];
}

export function gamebookPage(book: Gamebook, words: Words, surround: Surround): string {
  const { scenario } = book.graph;
  const { before, bounds, remark, link, lesson } = surround;
  const title = lesson?.title || scenario.title;
  const paragraph = (text: string) => text !== '' && html`<p>${text}</p>`;
  const policy = `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; base-uri 'none'; form-action 'none'`;
  const leads = lesson
    ? 'The lesson in a browser'
    : before.length === 0
      ? 'The map itself'
      : 'The story where this book begins';
  const header = lines([
    html`<h1>${title}</h1>`,
    lesson?.title && paragraph(scenario.title),
    html`<p class="notice">${scenario.notice}</p>`,
    paragraph(remark),
    lesson && opening(book, lesson),
    HOW_TO_READ,
    paragraph(bounds),
    labels(book, words),
    before.length > 0 && came(before, lesson),
  ]);
  return String(html`<!doctype html>
<html lang="${scenario.language}">
<head>
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}: a numbered book</title>
${inlined('style', STYLE)}
</head>
<body>
<header>
${header}
</header>
<main>
${lines(book.sections.map((section) => sectionOf(book, words, section, lesson)))}
</main>
${notes(book)}
<footer>
<h2>Sources</h2>
${lines(
  scenario.sources.map(
    (source) =>
      html`<p>${source.id}: ${source.title}, ${source.publisher}, ${words.sourceDate(source)}. ${anchor(source.url, source.url)}</p>`,
  ),
)}
<p>${leads}: ${anchor(link, words.linkWords(link))}</p>
</footer>
</body>
</html>
`);
}

const HOW_TO_READ = html`<h2>How to read this book</h2>
<p>Begin at section 1. Each section asks one question. Choose an answer, and turn to the number beside it. You only ever turn forward. A section that says “The story ends here” is the end of your story.</p>
<p>Every answer has a label that says what it rests on. The small numbers are notes: the sentences of the articles are at the end of the book.</p>
<p>Different stories can meet in the same section. So a section says only what holds for all of them: it does not say why an answer is not possible there, and an ending does not say which aims were met on the way.</p>`;

/** The answers that were given before the book begins. */
const came = (
  before: Surround['before'],
  lesson: LessonWords | undefined,
): Markup => html`<h2>What came before</h2>
<p>The book begins after these answers. They cannot be changed in it.</p>
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
  words: Words,
  { number, question, ending, turns, closed, outside }: Section,
  lesson?: LessonWords,
): Markup {
  const asksFor = (kind: Task['kind']) =>
    lesson?.tasks.some((task) => task.kind === kind && task.at === question?.id) ?? false;
  const yours = { basis: asksFor('basis'), support: asksFor('support') };
  const rest = (said: string, answers: readonly Answer[]) =>
    answers.length > 0 && html`<p class="rest">${said}: ${answers.map(({ label }) => label).join('; ')}.</p>`;
  return lines([
    html`<section id="s${number}" aria-labelledby="h${number}">
<h2 id="h${number}"><span class="unseen">Section </span>${number}</h2>`,
    question &&
      lines([
        html`<p class="asked">${words.askedOf(book.graph.scenario, question)}</p>
<h3>${question.text}</h3>`,
        tasks(question.id, lesson, BEFORE),
        html`<ul class="answers">
${lines(turns.map((turn) => choice(book, words, turn, yours)))}
</ul>`,
        tasks(question.id, lesson, AFTER),
        rest('Not possible here', closed),
        rest('Possible, and left out of this book', outside),
      ]),
    ending &&
      lines([
        html`<p class="asked">The story ends here</p>
<h3>${ending.title}</h3>`,
        ending.text && html`<p>${ending.text}</p>`,
        marks(book, [['Sentences that bear on it', ending.evidence]]),
        tasks(END, lesson),
        html`<p class="turn"><a href="#s1">Begin again at 1</a></p>`,
      ]),
    html`</section>`,
  ]);
}

/** An answer; `yours` says what of it a task asks the reader to find, and so is not printed beside it. */
function choice(
  book: Gamebook,
  words: Words,
  { answer, to, against, because }: Turn,
  yours: { readonly basis: boolean; readonly support: boolean },
): Markup {
  // What the sentences are to the answer would give its label away.
  const groups: readonly (readonly [string, readonly string[]])[] = yours.basis
    ? [['Sentences that bear on it', [...answer.evidence, ...against, ...answer.doubt]]]
    : [
        [answer.basis === 'assumption' ? 'Related' : 'For it', answer.evidence],
        ['Against it', against],
        ['Left open by', answer.doubt],
      ];
  const label = yours.basis ? 'yours to label' : words.basisWords(answer).word;
  const remarks = yours.support ? [] : [answer.note, ...because.map(({ why }) => why)];
  return lines([
    html`<li>
<p><b>${answer.label}</b> <span class="basis">${label}</span></p>`,
    ...remarks.map((text) => text && html`<p class="small">${text}</p>`),
    !yours.support && marks(book, groups),
    html`<p class="turn"><a href="#s${to}">Turn to ${to}</a></p>
</li>`,
  ]);
}

const BEFORE: readonly Task['kind'][] = ['predict', 'text'];
const AFTER: readonly Task['kind'][] = ['support', 'basis'];

/** The tasks of the lesson that are set at `at`, of some kinds. */
const tasks = (
  at: string,
  lesson: LessonWords | undefined,
  kinds: readonly Task['kind'][] = [...BEFORE, ...AFTER],
): Markup =>
  lines(
    (lesson?.tasks ?? []).map(
      (task, number) =>
        task.at === at &&
        kinds.includes(task.kind) &&
        html`<div class="task">${lines([
          html`<p class="small">Task ${number + 1}${task.prompt && ' · written by whoever made this lesson'}</p>`,
          task.prompt && html`<p class="own">${task.prompt}</p>`,
          !(task.prompt && task.kind === 'text') && html`<p>${task.asks}</p>`,
        ])}
</div>`,
    ),
  );

/** What the lesson says before the book begins. */
const opening = (book: Gamebook, lesson: LessonWords): Markup =>
  lines([
    lesson.intro &&
      html`<h2>What to do</h2>
<p class="own">${lesson.intro}</p>
<p class="small">Written by whoever made this lesson.</p>`,
    lesson.tasks.length > 0 &&
      html`<h2>The tasks</h2>
<p>Write down the numbers of the sections you turn to: they are your story. Write your replies beside the numbers of the tasks. A task that comes up again need not be done again.</p>`,
    tasks(START, lesson),
    lesson.tasks.some(({ kind }) => kind === 'predict') &&
      html`<h2>The endings of the map</h2>
<ul>${book.graph.scenario.endings.map(({ title }) => html`<li>${title}</li>`)}</ul>`,
  ]);

/** The numbers of the notes with these ids, as links to them, after what they are; empty where there are none. */
function marks({ notes }: Gamebook, groups: readonly (readonly [string, readonly string[]])[]): Inside {
  const parts = groups.flatMap(([title, ids]) => {
    const numbers = notes.flatMap(({ id }, at) => (ids.includes(id) ? [at + 1] : []));
    if (numbers.length === 0) return [];
    const links = numbers.map((number) => html`<a href="#n${number}">${number}</a>`);
    return [html`${title}: ${numbers.length === 1 ? 'note' : 'notes'} ${separated(links, ', ')}`];
  });
  return parts.length > 0 && html`<p class="small">${separated(parts, ' · ')}</p>`;
}

const separated = (parts: readonly Markup[], by: string): Inside =>
  parts.map((part, at) => [at > 0 && by, part]);

/** What the labels that stand in the book mean. */
function labels({ sections }: Gamebook, { basisWords }: Words): Inside {
  const used = new Map(
    sections
      .flatMap(({ turns }) => turns.map(({ answer }) => basisWords(answer)))
      .map(({ word, means }) => [word, means]),
  );
  return (
    used.size > 0 &&
    html`<h2>What the labels say</h2>
<dl>
${lines([...used].map(([word, means]) => html`<dt>${word}</dt><dd>${means}</dd>`))}
</dl>`
  );
}

function notes({ graph: { scenario }, notes }: Gamebook): Inside {
  const note = (item: Evidence, at: number): Markup => {
    const { text, who, how, publisher, paragraph, link, beside } = quotationShown(scenario, item);
    const place = `${publisher}, paragraph ${paragraph}`;
    return html`<li id="n${at + 1}">
${lines([
  html`<blockquote><p>${text}</p></blockquote>`,
  html`<p class="small">${who}, ${how}. ${anchor(link, place)} · ${item.id}</p>`,
  beside.length > 0 && html`<p class="small">In the same paragraph: ${beside.join(', ')}.</p>`,
  item.note && html`<p class="small">${item.note}</p>`,
])}
</li>`;
  };
  return (
    notes.length > 0 &&
    html`<section aria-labelledby="notes">
<h2 id="notes" class="title">Notes</h2>
<ol class="notes">
${lines(notes.map(note))}
</ol>
</section>`
  );
}

/** A link to an address of the web; other addresses, which a scenario could hold too, stay words. */
const anchor = (url: string, text: string): Inside =>
  /^https?:/.test(url) ? html`<a href="${url}">${text}</a>` : text;
