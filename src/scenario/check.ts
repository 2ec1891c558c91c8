/** Whether a file keeps every rule of the format that can be seen without playing. */
import { isHttps } from './addresses.ts';
import { claimProblems } from './claims.ts';
import type { ScenarioFile } from './format.ts';
import { idProblems } from './ids.ts';
import { isLanguage } from './text/language.ts';
import { namesIn } from './names.ts';
import { editorialProblems } from './editorial.ts';
import { collect, problem, type Problem } from './problems.ts';
import { referenceProblems } from './references.ts';
import { repetitionProblems } from './repetitions.ts';

type FileQuestion = ScenarioFile['questions'][number];
type FileEvidence = NonNullable<ScenarioFile['evidence']>[number];
type FileSource = NonNullable<ScenarioFile['sources']>[number];

/** Takes a file whose shape is right; gives what is wrong with its meaning, errors and warnings. */
export function check(file: ScenarioFile): Problem[] {
  return collect(problemsOf(file));
}

/** Yields the problems of `file`. */
export function* problemsOf(file: ScenarioFile): Generator<Problem> {
  const names = namesIn(file);
  if (file.language !== undefined && !isLanguage(file.language))
    yield problem('bad-language', 'language', file.language);
  yield* idProblems(file);
  yield* referenceProblems(file, names);
  yield* claimProblems(file, names);
  yield* repetitionProblems(file);
  yield* quotationProblems(file);
  yield* editorialProblems(file, names);
  for (const [at, issue] of file.issues.entries())
    if (issue.states.length === 0) yield problem('no-states', `issues[${at}].states`, issue.id);
  for (const [at, question] of file.questions.entries())
    yield* questionProblems(question, `questions[${at}]`);
  for (const [at, fact] of (file.facts ?? []).entries())
    if (fact.values.length === 0) yield problem('fact-incomplete', `facts[${at}].values`, 'it has no values');
}

function* questionProblems(question: FileQuestion, where: string): Generator<Problem> {
  const { answers } = question;
  const byReader = question.actor === 'reader';
  if (answers.length === 0) yield problem('no-answers', `${where}.answers`, question.id);
  if (question.leave && question.again) yield problem('leave-again', where, question.id);
  if (Array.isArray(question.actor)) {
    const fault = question.actor.length === 0 ? 'is empty' : listFault(question.actor);
    if (fault) yield problem('bad-actor', `${where}.actor`, question.actor, fault);
  }
  if (byReader && answers.some(({ consent }) => consent)) yield problem('reader-consent', where, question.id);

  const readings = answers.filter(({ basis }) => basis === 'reading').length;
  if (byReader && readings > 0 && readings < answers.length)
    yield problem('reading-mixed', where, question.id);
  for (const [at, answer] of answers.entries()) {
    const here = `${where}.answers[${at}]`;
    if (answer.basis !== 'assumption' && !answer.evidence?.length)
      yield problem('uncited-answer', here, answer.id);
    if (answer.basis === 'reading' && !byReader) yield problem('reading-basis', `${here}.basis`, answer.id);
    if (!answer.consent || byReader) continue;
    if (answer.consent.length === 0)
      yield problem('bad-consent', `${here}.consent`, answer.consent, 'is empty');
    for (const [index, alternative] of answer.consent.entries()) {
      const fault = listFault(alternative);
      if (fault) yield problem('bad-consent', `${here}.consent[${index}]`, alternative, fault);
    }
  }
}

function listFault(actors: readonly string[]): string {
  if (actors.includes('reader')) return 'has the reader in it';
  return new Set(actors).size < actors.length ? 'names somebody twice' : '';
}

/** What is wrong with sources and quotations, as far as it shows without the texts. */
function* quotationProblems(file: ScenarioFile): Generator<Problem> {
  const sources = new Map<string, FileSource>();
  for (const [at, source] of (file.sources ?? []).entries()) {
    sources.set(source.id, source);
    if (source.url !== undefined && !isHttps(source.url))
      yield problem('unsafe-url', `sources[${at}].url`, source.url);
  }
  for (const [at, item] of (file.evidence ?? []).entries()) {
    const fault = quotationFault(item, sources.get(item.source));
    if (fault) yield problem('quote-mismatch', `evidence[${at}]`, item.quote, fault);
  }
}

function quotationFault({ quote, start, end, paragraph }: FileEvidence, source?: FileSource): string {
  const length = [...quote].length;
  if (length === 0) return 'it is empty';
  if (length !== end - start)
    return `it is ${length} characters long, and from start to end it is ${end - start}`;
  if (quote.normalize('NFC') !== quote) return 'it is not in Unicode’s normal form NFC';
  if (source?.characters && end > source.characters)
    return `its source has only ${source.characters} characters`;
  if (source?.paragraphs && paragraph > source.paragraphs)
    return `its source has only ${source.paragraphs} paragraphs`;
  return '';
}
