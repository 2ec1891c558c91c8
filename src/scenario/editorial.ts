/** Whether what an author adds to the story keeps its rules: short labels, who asks, changes, and what is from outside. */
import { isHttps } from './addresses.ts';
import type { ScenarioFile } from './format.ts';
import type { Names } from './names.ts';
import { problem, type Problem } from './problems.ts';
import { unknown } from './references.ts';
import { SHORT } from './short.ts';

type FileReference = NonNullable<NonNullable<ScenarioFile['background']>['sentences']>[number]['source'];

/** Each short label that is too long, and each needless “by”, change and source from outside that has a fault. */
export function* editorialProblems(file: ScenarioFile, names: Names): Generator<Problem> {
  for (const [at, question] of file.questions.entries()) {
    const here = `questions[${at}]`;
    yield* labelProblem(question.short, SHORT.question, `${here}.short`);
    yield* labelProblem(question.leave?.short, SHORT.answer, `${here}.leave.short`);
    for (const [which, { id, short, by, basis }] of question.answers.entries()) {
      const there = `${here}.answers[${which}]`;
      yield* labelProblem(short, SHORT.answer, `${there}.short`);
      if (by && basis !== 'urged' && basis !== 'suggested') yield problem('needless-by', `${there}.by`, id);
    }
  }
  for (const [at, { short = [] }] of file.endings.entries())
    for (const [line, text] of short.entries())
      yield* labelProblem(text, SHORT.line, `endings[${at}].short[${line}]`);

  for (const [at, { archived }] of (file.sources ?? []).entries())
    yield* sourceProblems(archived, `sources[${at}].archived`);
  for (const part of ['sentences', 'corrections'] as const)
    for (const [at, { source }] of (file.background?.[part] ?? []).entries())
      yield* sourceProblems(source, `background.${part}[${at}].source`);
  yield* changeProblems(file, names);
  yield* repeatedTerms(file);
}

function* labelProblem(text = '', most: number, where: string): Generator<Problem> {
  const length = [...text].length;
  if (length > most) yield problem('long-label', where, text, `${length} characters; at most ${most}`);
}

/** What is wrong with the address and the date of a source from outside, or of a copy in an archive. */
function* sourceProblems(
  { url, date }: Pick<FileReference, 'url' | 'date'> = {},
  where: string,
): Generator<Problem> {
  if (url !== undefined && !isHttps(url)) yield problem('unsafe-url', `${where}.url`, url);
  if (date !== undefined && !isDate(date)) yield problem('bad-date', `${where}.date`, date);
}

function* changeProblems(file: ScenarioFile, names: Names): Generator<Problem> {
  const before = new Set((file.renamed ?? []).map(({ from }) => from));
  for (const [at, { edition, date, ids = [] }] of (file.changes ?? []).entries()) {
    const here = `changes[${at}]`;
    if (edition > file.edition)
      yield problem('later-change', `${here}.edition`, edition, `edition ${file.edition}`);
    if (date.length < DAY || !isDate(date)) yield problem('bad-date', `${here}.date`, date);
    for (const [index, id] of ids.entries())
      if (!names.any.has(id) && !before.has(id))
        yield unknown('unknown-id', `${here}.ids[${index}]`, id, names.any);
  }
}

/** A term that is explained twice: readers look words up without regard to capitals. */
function* repeatedTerms({ glossary = [] }: ScenarioFile): Generator<Problem> {
  const terms = glossary.map(({ term }) => term.toLowerCase());
  for (const [at, term] of terms.entries())
    if (terms.indexOf(term) < at) yield problem('named-twice', `glossary[${at}].term`, glossary[at]?.term);
}

/** The length of a date that names a day. */
const DAY = 'YYYY-MM-DD'.length;

/** Whether `text` is a year, a month or a day of the calendar, as ISO 8601 writes it. */
function isDate(text: string): boolean {
  const time = /^\d{4}(-\d{2}){0,2}$/.test(text) ? Date.parse(text) : NaN;
  // Engines that take 30 February for a day of March give another text back.
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
