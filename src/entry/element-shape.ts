/**
 * Whether the scenario in a web component’s data file has the shape that the build gives it. The file may come from
 * anywhere. This is a small part of what `parse` looks at, since the component has to be small: every field that is
 * drawn, or that the story is told by, is of its kind, and no text stands where an object could.
 */
import { isLanguage } from '../scenario/language.ts';
import { LIMITS } from '../scenario/limits.ts';

/** What is wrong with `value`, which stands at `where`, as half a sentence; empty where nothing is. */
type Check = (value: unknown, where: string) => string;

const is =
  (test: (value: unknown) => boolean, kind: string): Check =>
  (value, where) =>
    test(value) ? '' : `“${where}” should be ${kind}`;

const text = is((value) => typeof value === 'string', 'a text');
const flag = is((value) => typeof value === 'boolean', 'true or false');
const count = is(
  (value) => typeof value === 'number' && Number.isSafeInteger(value) && value >= 0,
  'a whole number',
);
const language = is(isLanguage, 'a language tag such as “en” or “pt-BR”');
const link = is(
  (value) => typeof value === 'string' && value.startsWith('https://'),
  'an address that begins with https://',
);

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const listOf =
  (item: Check, most: number = LIMITS.items): Check =>
  (value, where) => {
    if (!Array.isArray(value) || value.length > most)
      return `“${where}” should be a list of at most ${most} items`;
    return firstOf(value.map((one: unknown, at) => () => item(one, `${where}[${at}]`)));
  };

/** An object with the fields of `needed`, and with those of `optional` where they are there; others are not looked at. */
const fields =
  (needed: Readonly<Record<string, Check>>, optional: Readonly<Record<string, Check>> = {}): Check =>
  (value, where) => {
    if (!isRecord(value)) return `“${where}” should be an object`;
    const of = (checks: Readonly<Record<string, Check>>, missing: boolean) =>
      Object.entries(checks)
        .filter(([name]) => missing || Object.hasOwn(value, name))
        .map(
          ([name, check]) =>
            () =>
              check(value[name], `${where}.${name}`),
        );
    return firstOf([...of(needed, true), ...of(optional, false)]);
  };

const namesTo =
  (item: Check): Check =>
  (value, where) =>
    isRecord(value)
      ? firstOf(Object.values(value).map((one) => () => item(one, where)))
      : `“${where}” should be an object`;

function firstOf(checks: readonly (() => string)[]): string {
  for (const check of checks) {
    const fault = check();
    if (fault !== '') return fault;
  }
  return '';
}

const texts = listOf(text);

/** A condition, at most 32 levels deep. */
const condition =
  (depth: number): Check =>
  (value, where) => {
    if (!isRecord(value) || depth > LIMITS.conditionDepth) return `“${where}” should be a condition`;
    const inside = condition(depth + 1);
    if ('issue' in value) return fields({ issue: text, in: texts })(value, where);
    if ('not' in value) return inside(value['not'], `${where}.not`);
    return listOf(inside)('all' in value ? value['all'] : value['any'], where);
  };
const when = condition(1);

const cited = { evidence: texts };
const clause = fields({ when }, { ...cited, why: text, kind: text });
const answer = fields(
  { id: text, code: text, label: text, basis: text },
  {
    ...cited,
    sets: namesTo(text),
    inferred: flag,
    against: texts,
    doubt: texts,
    againstWhen: listOf(clause, LIMITS.clauses),
    requires: listOf(clause, LIMITS.clauses),
    consent: listOf(texts, LIMITS.consent),
    note: text,
  },
);
const question = fields(
  {
    id: text,
    actor: (value, where) => (Array.isArray(value) ? texts : text)(value, where),
    text,
    when,
    answers: listOf(answer, LIMITS.answers),
  },
  {
    act: text,
    prompts: texts,
    again: flag,
    leave: fields({ code: text }, { ...cited, label: text, note: text }),
  },
);
const labelled = listOf(fields({ id: text, label: text }));

const file = fields(
  {
    format: is((value) => value === 1, 'the number 1'),
    id: text,
    edition: count,
    title: text,
    notice: text,
    issues: listOf(
      fields({ id: text, states: listOf(fields({ id: text }, { label: text, ...cited })) }, { label: text }),
    ),
    questions: listOf(question, LIMITS.questions),
    endings: listOf(
      fields({ id: text, when }, { ...cited, title: text, text, row: text, column: text, prompts: texts }),
      LIMITS.endings,
    ),
  },
  {
    language,
    summary: text,
    asOf: text,
    sources: listOf(
      fields(
        { id: text, title: text },
        { publisher: text, url: link, published: text, dateBasis: text, note: text },
      ),
    ),
    evidence: listOf(
      fields(
        { id: text, source: text, paragraph: count, quote: text, kind: text },
        { speaker: text, hedges: texts, note: text },
      ),
    ),
    actors: listOf(
      fields({ id: text, name: text }, { people: texts, speaks: flag, note: text }),
      LIMITS.actors,
    ),
    acts: listOf(fields({ id: text, title: text }, { question: text })),
    grid: fields({ rows: labelled, columns: labelled }),
    facts: listOf(fields({ id: text, label: text, values: listOf(fields({ label: text, when }, cited)) })),
    tensions: listOf(fields({ id: text, title: text, a: texts, b: texts }, { text, question: text })),
    silences: texts,
    renamed: listOf(fields({ from: text, to: text })),
  },
);

/** What is wrong with the shape of an embed’s data beside its futures, as half a sentence; empty where nothing is. */
export const shapeFault = (data: unknown): string =>
  fields({ file, newest: count, frozen: flag, site: text })(data, 'data').replaceAll('“data.', '“');
