/** Validator of a data file for the web component: the fields of a scenario that an embed reads, and its futures. */
import { isFutures } from '../../analysis/graph/graph.ts';
import {
  among,
  count,
  fields,
  like,
  list,
  maybe,
  Misshapen,
  names,
  text,
  type Shape,
} from '../../codec/plain-shape.ts';
import type { Condition } from '../../scenario/condition.ts';
import type { ScenarioFile } from '../../scenario/format.ts';
import { isRecord } from '../../scenario/record.ts';
import { isLanguage } from '../../scenario/text/language.ts';
import { LIMITS } from '../../scenario/limits.ts';
import { BASES, CLAUSE_KINDS, CODE, ID, KINDS } from '../../scenario/terms.ts';
import type { EmbedData } from './embed-data.ts';

/** The fields of a scenario that no embed shows; they are dropped. */
type Unshown =
  | 'summary'
  | 'facts'
  | 'aims'
  | 'timeline'
  | 'limits'
  | 'findings'
  | 'walks'
  | 'changes'
  | 'background'
  | 'provenance'
  | 'glossary'
  | 'unreported';
type Shown = Omit<ScenarioFile, Unshown>;
type Part<Name extends keyof Shown> = NonNullable<Shown[Name]> extends readonly (infer Item)[] ? Item : never;
type Answer = Part<'questions'>['answers'][number];

/** Maximum length of a text, in UTF-16 units, and of a list. */
const LONGEST = 40_000;
const MOST = 5_000;

const words = text(LONGEST);
const some = <Value>(shape: Shape<Value>) => list(shape, MOST);
const texts = maybe(some(words));
const id = like(ID);
const code = like(CODE);
const language: Shape<string> = (value, at) => {
  if (isLanguage(value)) return value;
  throw new Misshapen(at);
};
const truth = among([true, false]);
/** An absolute https address, in lower-case scheme, that parses as a URL. */
const address: Shape<string> = (value, at) => {
  const url = words(value, at);
  if (!url.startsWith('https://') || !URL.canParse(url)) throw new Misshapen(at);
  return url;
};

/** A condition nested at most `levels` deep. */
const condition =
  (levels: number): Shape<Condition> =>
  (value, at) => {
    if (!isRecord(value) || levels === 0) throw new Misshapen(at);
    const inner = condition(levels - 1);
    if ('all' in value) return { all: some(inner)(value.all, `${at}.all`) };
    if ('any' in value) return { any: some(inner)(value.any, `${at}.any`) };
    if ('not' in value) return { not: inner(value.not, `${at}.not`) };
    return { issue: words(value.issue, `${at}.issue`), in: some(words)(value.in, `${at}.in`) };
  };
const when = condition(LIMITS.conditionDepth);

const source = fields<Omit<Part<'sources'>, 'sha256' | 'characters' | 'paragraphs' | 'archived' | 'note'>>({
  id,
  title: words,
  publisher: maybe(words),
  url: maybe(address),
  published: maybe(words),
  dateBasis: maybe(among(['stated', 'inferred'] as const)),
});

const quotation = fields<Omit<Part<'evidence'>, 'note'>>({
  id,
  source: words,
  paragraph: count(1),
  start: count(),
  end: count(),
  quote: words,
  speaker: maybe(words),
  kind: among(KINDS),
  hedges: texts,
});

const answer = fields<Omit<Answer, 'consent'>>({
  id,
  code,
  short: maybe(words),
  label: words,
  by: maybe(words),
  sets: maybe(names(words)),
  basis: among(BASES),
  inferred: maybe(truth),
  evidence: texts,
  against: texts,
  doubt: texts,
  againstWhen: maybe(
    some(fields<NonNullable<Answer['againstWhen']>[number]>({ when, evidence: texts, why: maybe(words) })),
  ),
  requires: maybe(
    some(
      fields<NonNullable<Answer['requires']>[number]>({
        when,
        why: maybe(words),
        kind: among(CLAUSE_KINDS),
        evidence: texts,
      }),
    ),
  ),
  note: maybe(words),
});

const question = fields<Omit<Part<'questions'>, 'prompts'>>({
  id,
  short: maybe(words),
  act: maybe(words),
  actor: (value, at) => (Array.isArray(value) ? some(words)(value, at) : words(value, at)),
  text: words,
  when,
  again: maybe(truth),
  leave: maybe(
    fields<NonNullable<Part<'questions'>['leave']>>({
      code,
      short: maybe(words),
      label: maybe(words),
      evidence: texts,
      note: maybe(words),
    }),
  ),
  answers: some(answer),
});

const labelled = some(fields<{ id: string; label: string }>({ id, label: words }));

const file = fields<Shown>({
  format: among([1] as const),
  id,
  edition: count(1),
  language: maybe(language),
  title: words,
  notice: words,
  asOf: maybe(words),
  sources: maybe(some(source)),
  evidence: maybe(some(quotation)),
  actors: maybe(some(fields<Pick<Part<'actors'>, 'id' | 'name'>>({ id, name: words }))),
  issues: some(
    fields<{ id: string; states: { id: string }[] }>({ id, states: some(fields<{ id: string }>({ id })) }),
  ),
  acts: maybe(some(fields<Part<'acts'>>({ id, title: words, question: maybe(words) }))),
  questions: list(question, LIMITS.questions),
  endings: some(
    fields<Omit<Part<'endings'>, 'prompts'>>({
      id,
      title: maybe(words),
      text: maybe(words),
      when,
      row: maybe(words),
      column: maybe(words),
      short: maybe(list(words, 2)),
      evidence: texts,
    }),
  ),
  grid: maybe(fields<NonNullable<Shown['grid']>>({ rows: labelled, columns: labelled })),
  tensions: maybe(
    some(
      fields<Part<'tensions'>>({
        id,
        title: words,
        a: some(words),
        b: some(words),
        text: maybe(words),
        question: maybe(words),
      }),
    ),
  ),
  silences: texts,
  renamed: maybe(some(fields<Part<'renamed'>>({ from: words, to: words }))),
});

/** A data file as the build writes it. Throws a Misshapen with the path of the first wrong field. */
export const dataFile: Shape<EmbedData> = (value, at) => {
  if (!isRecord(value)) throw new Misshapen(at);
  const read = file(value.file, 'file');
  const answers = read.questions.reduce(
    (sum, { answers, leave }) => sum + answers.length + (leave ? 1 : 0),
    0,
  );
  const { futures } = value;
  if (!isFutures(futures, answers, read.endings.length)) throw new Misshapen('futures');
  return {
    file: read,
    futures,
    newest: count(1)(value.newest, 'newest'),
    frozen: truth(value.frozen, 'frozen'),
    site: words(value.site, 'site'),
    ...(value.published === undefined ? {} : { published: words(value.published, 'published') }),
  };
};
