/** A numbered gamebook as one page of HTML, with links between its sections, for a screen, a screen reader and paper. */
import { originalLink } from '../../scenario/evidence.ts';
import { END, START, type Task } from '../../lesson/lesson.ts';
import type { Evidence } from '../../scenario/scenario.ts';
import type { RetoldStep } from '../../analysis/retold.ts';
import type { Gamebook, Section, Turn } from './gamebook.ts';
import { besides, shownQuote, type Words } from './words.ts';
import { escaped } from '../../scenario/text.ts';

export interface Surround {
  /** The answers that were given before the book begins; none where it begins at the start. */
  readonly before: readonly RetoldStep[];
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
  const paragraph = (text: string, name = '') =>
    text === '' ? '' : `<p${name && ` class="${name}"`}>${escaped(text)}</p>`;
  const began =
    before.length === 0
      ? ''
      : `<h2>What came before</h2>
<p>The book begins after these answers. They cannot be changed in it.</p>
<ol>
${before.map(({ question, answer }) => `<li>${escaped(question.text)}<br><b>${escaped(answer.label)}</b>${tasks(question.id, lesson)}</li>`).join('\n')}
</ol>`;

  return `<!doctype html>
<html lang="${escaped(scenario.language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(lesson?.title || scenario.title)}: a numbered book</title>
<style>${STYLE}</style>
</head>
<body>
<header>
<h1>${escaped(lesson?.title || scenario.title)}</h1>
${lesson?.title ? paragraph(scenario.title) : ''}
${paragraph(scenario.notice, 'notice')}
${paragraph(remark)}
${lesson ? opening(book, lesson) : ''}
<h2>How to read this book</h2>
<p>Begin at section 1. Each section asks one question. Choose an answer, and turn to the number beside it. You only ever turn forward. A section that says “The story ends here” is the end of your story.</p>
<p>Every answer has a label that says what it rests on. The small numbers are notes: the sentences of the articles are at the end of the book.</p>
<p>Different stories can meet in the same section. So a section says only what holds for all of them: it does not say why an answer is not possible there, and an ending does not say which aims were met on the way.</p>
${paragraph(bounds)}
${labels(book, words)}
${began}
</header>
<main>
${book.sections.map((section) => written(book, words, section, lesson)).join('\n')}
</main>
${notes(book, words)}
<footer>
<h2>Sources</h2>
${scenario.sources
  .map(
    (source) =>
      `<p>${escaped(`${source.id}: ${source.title}, ${source.publisher}, ${words.sourceDate(source)}.`)} ${anchor(source.url, source.url)}</p>`,
  )
  .join('\n')}
<p>${lesson ? 'The lesson in a browser' : before.length === 0 ? 'The map itself' : 'The story where this book begins'}: ${anchor(link, words.linkWords(link))}</p>
</footer>
</body>
</html>
`;
}

function written(
  book: Gamebook,
  words: Words,
  { number, question, ending, turns, closed, outside }: Section,
  lesson?: LessonWords,
): string {
  const { scenario } = book.graph;
  const asksFor = (kind: Task['kind']) =>
    lesson?.tasks.some((task) => task.kind === kind && task.at === question?.id) ?? false;
  const yours = { basis: asksFor('basis'), support: asksFor('support') };
  const lines = [
    `<section id="s${number}" aria-labelledby="h${number}">`,
    `<h2 id="h${number}"><span class="unseen">Section </span>${number}</h2>`,
  ];
  if (question) {
    lines.push(
      `<p class="asked">${escaped(words.askedOf(scenario, question))}</p>`,
      `<h3>${escaped(question.text)}</h3>`,
      tasks(question.id, lesson, BEFORE),
      '<ul class="answers">',
      ...turns.map((turn) => choice(book, words, turn, yours)),
      '</ul>',
      tasks(question.id, lesson, AFTER),
    );
    const rest = (said: string, labels: readonly string[]) =>
      labels.length === 0 ? [] : [`<p class="rest">${said}: ${labels.map(escaped).join('; ')}.</p>`];
    lines.push(
      ...rest(
        'Not possible here',
        closed.map(({ label }) => label),
      ),
      ...rest(
        'Possible, and left out of this book',
        outside.map(({ label }) => label),
      ),
    );
  }
  if (ending)
    lines.push(
      '<p class="asked">The story ends here</p>',
      `<h3>${escaped(ending.title)}</h3>`,
      ...(ending.text ? [`<p>${escaped(ending.text)}</p>`] : []),
      marks(book, [['Sentences that bear on it', ending.evidence]]),
      tasks(END, lesson),
      `<p class="turn"><a href="#s1">Begin again at 1</a></p>`,
    );
  return [...lines.filter((line) => line !== ''), '</section>'].join('\n');
}

/** An answer; `yours` says what of it a task asks the reader to find, and so is not printed beside it. */
function choice(
  book: Gamebook,
  words: Words,
  { answer, to, against, because }: Turn,
  yours: { readonly basis: boolean; readonly support: boolean },
): string {
  // What the sentences are to the answer would give its label away.
  const groups: readonly (readonly [string, readonly string[]])[] = yours.basis
    ? [['Sentences that bear on it', [...answer.evidence, ...against, ...answer.doubt]]]
    : [
        [answer.basis === 'assumption' ? 'Related' : 'For it', answer.evidence],
        ['Against it', against],
        ['Left open by', answer.doubt],
      ];
  const evidence = yours.support ? '' : marks(book, groups);
  const label = yours.basis ? 'yours to label' : words.basisWords(answer).word;
  const remarks = yours.support ? [] : [answer.note, ...because.map(({ why }) => why)];
  return [
    '<li>',
    `<p><b>${escaped(answer.label)}</b> <span class="basis">${escaped(label)}</span></p>`,
    ...remarks.flatMap((text) => (text ? [`<p class="small">${escaped(text)}</p>`] : [])),
    ...(evidence ? [evidence] : []),
    `<p class="turn"><a href="#s${to}">Turn to ${to}</a></p>`,
    '</li>',
  ].join('\n');
}

const BEFORE: readonly Task['kind'][] = ['predict', 'text'];
const AFTER: readonly Task['kind'][] = ['support', 'basis'];

/** The tasks of the lesson that are set at `at`, of some kinds; empty where there are none. */
function tasks(
  at: string,
  lesson: LessonWords | undefined,
  kinds: readonly Task['kind'][] = [...BEFORE, ...AFTER],
): string {
  return (lesson?.tasks ?? [])
    .flatMap((task, number) =>
      task.at === at && kinds.includes(task.kind)
        ? [
            `<div class="task"><p class="small">Task ${number + 1}${task.prompt ? ' · written by whoever made this lesson' : ''}</p>`,
            ...(task.prompt ? [`<p class="own">${escaped(task.prompt)}</p>`] : []),
            ...(task.prompt && task.kind === 'text' ? [] : [`<p>${escaped(task.asks)}</p>`]),
            '</div>',
          ]
        : [],
    )
    .join('\n');
}

/** What the lesson says before the book begins. */
function opening(book: Gamebook, lesson: LessonWords): string {
  const lines = lesson.intro
    ? ['<h2>What to do</h2>', `<p class="own">${escaped(lesson.intro)}</p>`, WRITTEN]
    : [];
  if (lesson.tasks.length > 0)
    lines.push(
      '<h2>The tasks</h2>',
      '<p>Write down the numbers of the sections you turn to: they are your story. Write your replies beside the numbers of the tasks. A task that comes up again need not be done again.</p>',
    );
  lines.push(tasks(START, lesson));
  if (lesson.tasks.some(({ kind }) => kind === 'predict'))
    lines.push(
      '<h2>The endings of the map</h2>',
      `<ul>${book.graph.scenario.endings.map(({ title }) => `<li>${escaped(title)}</li>`).join('')}</ul>`,
    );
  return lines.filter((line) => line !== '').join('\n');
}

const WRITTEN = '<p class="small">Written by whoever made this lesson.</p>';

/** The numbers of the notes with these ids, as links to them, after what they are; empty where there are none. */
function marks({ notes }: Gamebook, groups: readonly (readonly [string, readonly string[]])[]): string {
  const parts = groups.flatMap(([title, ids]) => {
    const numbers = notes.flatMap(({ id }, at) => (ids.includes(id) ? [at + 1] : []));
    if (numbers.length === 0) return [];
    const links = numbers.map((number) => `<a href="#n${number}">${number}</a>`);
    return [`${escaped(title)}: ${numbers.length === 1 ? 'note' : 'notes'} ${links.join(', ')}`];
  });
  return parts.length === 0 ? '' : `<p class="small">${parts.join(' · ')}</p>`;
}

/** What the labels that stand in the book mean. */
function labels({ sections }: Gamebook, { basisWords }: Words): string {
  const used = new Map(
    sections
      .flatMap(({ turns }) => turns.map(({ answer }) => basisWords(answer)))
      .map(({ word, means }) => [word, means]),
  );
  if (used.size === 0) return '';
  const items = [...used].map(([word, means]) => `<dt>${escaped(word)}</dt><dd>${escaped(means)}</dd>`);
  return `<h2>What the labels say</h2>\n<dl>\n${items.join('\n')}\n</dl>`;
}

function notes({ graph: { scenario }, notes }: Gamebook, { speakerWords }: Words): string {
  if (notes.length === 0) return '';
  const note = (item: Evidence, at: number): string => {
    const source = scenario.sources.find(({ id }) => id === item.source);
    const { who, how } = speakerWords(item);
    const place = `${source?.publisher || source?.title || item.source}, paragraph ${item.paragraph}`;
    const beside = besides(item);
    return [
      `<li id="n${at + 1}">`,
      `<blockquote><p>${escaped(shownQuote(item))}</p></blockquote>`,
      `<p class="small">${escaped(`${who}, ${how}.`)} ${anchor(source ? originalLink(source, item.quote) : '', place)} · ${escaped(item.id)}</p>`,
      ...(beside.length > 0
        ? [`<p class="small">${escaped(`In the same paragraph: ${beside.join(', ')}.`)}</p>`]
        : []),
      ...(item.note ? [`<p class="small">${escaped(item.note)}</p>`] : []),
      '</li>',
    ].join('\n');
  };
  return `<section aria-labelledby="notes">
<h2 id="notes" class="title">Notes</h2>
<ol class="notes">
${notes.map(note).join('\n')}
</ol>
</section>`;
}

/** A link to an address of the web; other addresses, which a scenario could hold too, stay words. */
const anchor = (url: string, text: string): string =>
  /^https?:/.test(url) ? `<a href="${escaped(url)}">${escaped(text)}</a>` : escaped(text);

const STYLE = `
:root { color-scheme: light dark; --ink: #211d17; --soft: #5d5549; --rule: #ddd6c8; --paper: #faf7f0; --accent: #1c5a72; }
@media (prefers-color-scheme: dark) { :root { --ink: #ebe6dc; --soft: #b4ac9e; --rule: #383a3b; --paper: #16181a; --accent: #8fc6da; } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1.5rem 1rem 4rem; max-width: 42rem; background: var(--paper); color: var(--ink); font: 1.0625rem/1.55 Georgia, "Noto Serif", serif; overflow-wrap: break-word; }
h1 { font-size: 1.75rem; line-height: 1.25; }
h2 { font-size: 1.25rem; line-height: 1.3; margin: 1.8rem 0 0.4rem; }
h3 { font-size: 1.125rem; line-height: 1.35; margin: 0.1rem 0 0.6rem; }
p { margin: 0.3rem 0; }
a { color: var(--accent); text-underline-offset: 0.18em; }
dl { display: grid; grid-template-columns: 7rem 1fr; gap: 0.2rem 1rem; margin: 0; }
dt { font-weight: 600; }
dd { margin: 0; }
ol, ul { padding-inline-start: 1.5rem; }
li { margin: 0.5rem 0; }
blockquote { margin: 0; padding-inline-start: 0.8rem; border-inline-start: 3px solid var(--rule); }
.answers { list-style: none; padding: 0; margin: 0; }
.answers li { margin: 0; padding: 0.5rem 0; border-top: 1px solid var(--rule); display: grid; grid-template-columns: 1fr auto; column-gap: 1rem; }
.answers p { grid-column: 1; }
.answers .turn { grid-column: 2; grid-row: 1 / span 9; align-self: center; }
.notice, .asked, .small, .rest, .basis { color: var(--soft); }
.asked, .small, .rest, .basis, .turn { font-family: system-ui, "Noto Sans", Arial, sans-serif; font-size: 0.875rem; }
.basis { white-space: nowrap; border: 1px solid var(--rule); border-radius: 3px; padding: 0 0.35em; }
.turn { font-weight: 600; }
.task { margin: 0.6rem 0; padding: 0.4rem 0.8rem; border: 1px dashed var(--soft); border-radius: 3px; }
.own { white-space: pre-line; }
.turn a { display: inline-block; padding: 0.6rem 0; }
.small a { display: inline-block; min-width: 1.5rem; padding: 0.15rem 0; text-align: center; }
.rest { border-top: 1px solid var(--rule); padding-top: 0.4rem; }
main section { margin-top: 2rem; padding-top: 0.6rem; border-top: 3px double var(--soft); scroll-margin-top: 1rem; }
main h2 { margin: 0; font-size: 1.75rem; }
main section:target h2 { color: var(--accent); }
footer { margin-top: 2rem; border-top: 1px solid var(--rule); font-size: 0.9375rem; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
@media print {
  @page { margin: 18mm 16mm; }
  :root { --ink: #000; --soft: #333; --rule: #999; --paper: #fff; --accent: #000; }
  body { padding: 0; max-width: none; font-size: 10pt; line-height: 1.4; }
  main section { break-inside: avoid; margin-top: 0.9rem; padding-top: 0.3rem; }
  main { break-before: page; }
  main h2 { font-size: 1.25rem; }
  p { margin: 0.15rem 0; }
  .answers li { padding: 0.25rem 0; }
  h2, h3, .asked { break-after: avoid; }
  li, .task { break-inside: avoid; }
  .turn a { padding: 0.1rem 0; text-decoration: none; }
  .small a { min-width: 0; text-decoration: none; }
}
`;
