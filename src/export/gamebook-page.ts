/**
 * Writes a numbered gamebook as one HTML page with links between its sections, for screen, screen reader and print.
 */
import { START } from '../lesson/lesson.ts';
import type { Evidence } from '../scenario/scenario.ts';
import type { Step } from '../machine/replay.ts';
import type { Gamebook } from './gamebook.ts';
import { sectionOf, tasks, type BookLesson } from './gamebook-section.ts';
import { bookWords } from '../words/beyond/book.ts';
import { sourceDate } from '../words/terms/dates.ts';
import { basisWords } from '../words/terms/labels.ts';
import { linkWords } from '../words/terms/links.ts';
import { quotationShown } from '../words/terms/quotation.ts';
import { html, inlined, lines, type Inside, type Markup } from '../scenario/text/markup.ts';
import { STYLE, STYLE_HASH } from './gamebook-style.ts';

export interface BookContext {
  /** The answers before the first section; empty where the book begins at the start. */
  readonly before: readonly Pick<Step, 'question' | 'answer'>[];
  /** A sentence on what the book leaves out; empty where it leaves out nothing. */
  readonly bounds: string;
  /** A further sentence; or empty. */
  readonly remark: string;
  /** The address of the story at the first section. */
  readonly link: string;
  /** The lesson of the book, if there is one. */
  readonly lesson?: BookLesson;
}

/** The HTML of `book`. Its policy allows no script, and only the style of `gamebook-style.ts`. */
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

/** The list of the answers before the first section. */
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

/** The introduction and the tasks of the lesson that precede the first section. */
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

/** Explains the labels of basis that occur in the book. */
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

/** `text` as a link to `url`; only as text where `url`, which comes from the scenario, is not http or https. */
const anchor = (url: string, text: string): Inside =>
  /^https?:/.test(url) ? html`<a href="${url}">${text}</a>` : text;
