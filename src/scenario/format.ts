/** The shape of a scenario file: what may stand where. What it means is checked elsewhere. */
import * as v from 'valibot';
import type { Condition } from './condition.ts';
import { LANGUAGE, LONGEST_LANGUAGE } from './text/language.ts';
import { LIMITS } from './limits.ts';
import { SHORT } from './short.ts';
import { BASES, CHANGE_KINDS, CLAUSE_KINDS, CODE, ID, KINDS } from './terms.ts';

export { LIMITS };
export { BASES, CLAUSE_KINDS, CODE, ID, KINDS, RESERVED } from './terms.ts';

// Patterns and sizes help those who write in an editor that knows JSON Schema; the check itself speaks more plainly.
const text = v.pipe(v.string(), v.metadata({ maxLength: LIMITS.text }));
/** A list of at most so many items. */
const list = <T extends v.GenericSchema>(item: T, most: number = LIMITS.items) =>
  v.pipe(v.array(item), v.metadata({ maxItems: most }));
const texts = list(text);
/** `schema`, with a sentence that editors show where an author writes it. */
const told = <T extends v.GenericSchema>(schema: T, sentence: string) =>
  v.pipe(schema, v.description(sentence));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));

const id = v.pipe(text, v.metadata({ pattern: ID.source }));
const code = v.pipe(text, v.metadata({ pattern: CODE.source }));
/** A short label of at most `most` characters. */
const short = (most: number, of: string) =>
  told(
    v.pipe(v.string(), v.metadata({ maxLength: most })),
    `What the map calls the ${of}, in at most ${most} characters; derived where it is left out.`,
  );
const day = told(text, 'A date: YYYY, YYYY-MM or YYYY-MM-DD.');
const url = v.pipe(text, v.metadata({ pattern: '^https://', maxLength: LIMITS.address }));
const language = v.pipe(text, v.metadata({ pattern: LANGUAGE.source, maxLength: LONGEST_LANGUAGE }));

/**
 * An object that maps names to values. Not `v.record`, which leaves out the names `constructor` and `__proto__`:
 * the first may be an id, the second has to be refused.
 */
const names = <T>(what: string, type: string[], is: (value: unknown) => value is T) =>
  v.pipe(
    v.custom<Record<string, T>>(
      (input) =>
        typeof input === 'object' &&
        input !== null &&
        !Array.isArray(input) &&
        Object.values(input).every(is),
      what,
    ),
    v.metadata({ type: 'object', additionalProperties: { type } }),
  );
const sets = names(
  'an object of issues with the state each is set to',
  ['string'],
  (value) => typeof value === 'string',
);
const where = names(
  'an object of fields with the value each has to have',
  ['string', 'number', 'boolean'],
  (value): value is string | number | boolean => ['string', 'number', 'boolean'].includes(typeof value),
);

/** A condition. Its fields say which form is meant, so that a fault inside is found where it is. */
const condition = v.lazy((input): v.GenericSchema<Condition> => {
  if (input === undefined) return anyForm;
  const fields = typeof input === 'object' && input !== null ? Object.keys(input).sort().join() : '';
  return forms.get(fields) ?? noForm;
});
const forms = new Map<string, v.GenericSchema<Condition>>([
  ['in,issue', v.strictObject({ issue: text, in: texts })],
  ['all', v.strictObject({ all: list(condition) })],
  ['any', v.strictObject({ any: list(condition) })],
  ['not', v.strictObject({ not: condition })],
]);
const noForm = v.never();
const anyForm = v.union([...forms.values()]);

const source = v.strictObject({
  id,
  title: text,
  publisher: v.exactOptional(text),
  url: v.exactOptional(url),
  published: v.exactOptional(text),
  dateBasis: v.exactOptional(v.picklist(['stated', 'inferred'])),
  sha256: v.exactOptional(v.pipe(text, v.regex(/^[0-9a-f]{64}$/))),
  characters: v.exactOptional(count),
  paragraphs: v.exactOptional(count),
  archived: v.exactOptional(
    told(
      v.strictObject({ url, date: v.exactOptional(day) }),
      'A copy of the source that an archive keeps, and when it was made.',
    ),
  ),
  note: v.exactOptional(text),
});

const evidence = v.strictObject({
  id,
  source: text,
  paragraph: v.pipe(count, v.minValue(1)),
  start: count,
  end: count,
  quote: text,
  speaker: v.exactOptional(text),
  kind: v.picklist(KINDS),
  hedges: v.exactOptional(texts),
  note: v.exactOptional(text),
});

const actor = v.strictObject({
  id,
  name: text,
  people: v.exactOptional(texts),
  speaks: v.exactOptional(v.boolean()),
  unasked: v.exactOptional(text),
  note: v.exactOptional(text),
});

const issue = v.strictObject({
  id,
  label: v.exactOptional(text),
  states: list(v.strictObject({ id, label: v.exactOptional(text), evidence: v.exactOptional(texts) })),
});

const againstWhen = v.strictObject({
  when: condition,
  evidence: v.exactOptional(texts),
  why: v.exactOptional(text),
});

const requirement = v.strictObject({
  when: condition,
  why: v.exactOptional(text),
  kind: v.picklist(CLAUSE_KINDS),
  evidence: v.exactOptional(texts),
});

const answer = v.strictObject({
  id,
  code,
  short: v.exactOptional(short(SHORT.answer, 'answer')),
  label: text,
  by: v.exactOptional(
    told(text, 'Who asks for the answer or suggests it, as readers are told: “Sir Keir Starmer”, “Russia”.'),
  ),
  sets: v.exactOptional(sets),
  basis: v.picklist(BASES),
  inferred: v.exactOptional(v.boolean()),
  evidence: v.exactOptional(texts),
  against: v.exactOptional(texts),
  doubt: v.exactOptional(texts),
  againstWhen: v.exactOptional(list(againstWhen, LIMITS.clauses)),
  requires: v.exactOptional(list(requirement, LIMITS.clauses)),
  consent: v.exactOptional(list(texts, LIMITS.consent)),
  note: v.exactOptional(text),
});

const leave = v.strictObject({
  code,
  short: v.exactOptional(short(SHORT.answer, 'answer')),
  label: v.exactOptional(text),
  evidence: v.exactOptional(texts),
  note: v.exactOptional(text),
});

const question = v.strictObject({
  id,
  short: v.exactOptional(short(SHORT.question, 'question')),
  act: v.exactOptional(text),
  actor: v.union([text, list(text, LIMITS.actors)]),
  text: text,
  prompts: v.exactOptional(texts),
  when: condition,
  again: v.exactOptional(v.boolean()),
  leave: v.exactOptional(leave),
  answers: list(answer, LIMITS.answers),
});

const ending = v.strictObject({
  id,
  title: v.exactOptional(text),
  text: v.exactOptional(text),
  when: condition,
  row: v.exactOptional(text),
  column: v.exactOptional(text),
  short: v.exactOptional(
    told(
      list(v.pipe(v.string(), v.metadata({ maxLength: SHORT.line })), SHORT.lines),
      `What the map calls the ending, in two lines of at most ${SHORT.line} characters: how it turns out, and what tells it apart.`,
    ),
  ),
  evidence: v.exactOptional(texts),
  prompts: v.exactOptional(texts),
});

/** What a text from outside the sources rests on. */
const reference = v.strictObject({
  title: text,
  publisher: v.exactOptional(text),
  date: v.exactOptional(day),
  url: v.exactOptional(url),
});

const background = told(
  v.strictObject({
    label: v.exactOptional(text),
    sentences: v.exactOptional(list(v.strictObject({ text, source: reference }))),
    corrections: v.exactOptional(
      told(
        list(v.strictObject({ evidence: text, text, source: reference })),
        'What a quotation has wrong, or what was overtaken, each with a source of its own.',
      ),
    ),
  }),
  'What readers need to know that the sources do not say, always shown as such; each sentence has a source of its own.',
);

const change = v.strictObject({
  edition: told(v.pipe(count, v.minValue(1)), 'The edition that made the change.'),
  date: told(text, 'The day of the change: YYYY-MM-DD.'),
  kind: v.picklist(CHANGE_KINDS),
  text: told(text, 'What was changed, and why.'),
  ids: v.exactOptional(told(texts, 'Ids and codes of what was changed, those given up among them.')),
});

const labelled = list(v.strictObject({ id, label: text }));

const fields = { given: v.exactOptional(list(text, LIMITS.given)), without: v.exactOptional(texts) };
const bounds = {
  equals: v.exactOptional(count),
  atLeast: v.exactOptional(count),
  atMost: v.exactOptional(count),
};

const claimKinds = [
  v.strictObject({
    kind: v.literal('endings'),
    ...fields,
    are: v.exactOptional(texts),
    areAllBut: v.exactOptional(texts),
    include: v.exactOptional(texts),
    exclude: v.exactOptional(texts),
    count: v.exactOptional(count),
  }),
  v.strictObject({
    kind: v.literal('documented'),
    ...fields,
    inferred: v.boolean(),
    endings: list(text, LIMITS.endings),
    minInferred: v.exactOptional(count),
  }),
  v.strictObject({
    kind: v.literal('count'),
    of: text,
    where: v.exactOptional(where),
    ...bounds,
  }),
  v.strictObject({
    kind: v.literal('min'),
    ...fields,
    measure: v.picklist(['against', 'undocumented', 'length']),
    endings: list(text, LIMITS.endings),
    ...bounds,
  }),
  v.strictObject({
    kind: v.literal('everyStory'),
    ...fields,
    endings: list(text, LIMITS.endings),
    hasOneOf: texts,
  }),
  v.strictObject({
    kind: v.literal('against'),
    ...fields,
    answers: texts,
    evidence: texts,
    always: v.exactOptional(v.literal(true)),
    never: v.exactOptional(v.literal(true)),
  }),
  v.strictObject({
    kind: v.literal('power'),
    given: v.exactOptional(list(text, LIMITS.given)),
    actors: list(text, LIMITS.actors),
    can: v.picklist(['bringAbout', 'block']),
    endings: list(text, LIMITS.endings),
    as: v.exactOptional(v.picklist(['each', 'set'])),
    holds: v.boolean(),
  }),
  v.strictObject({ kind: v.literal('aimsNeverTogether'), ...fields, pairs: list(texts) }),
  v.strictObject({ kind: v.literal('aimsTogether'), ...fields, aims: list(text, LIMITS.aims) }),
  v.strictObject({
    kind: v.literal('fact'),
    ...fields,
    fact: text,
    value: count,
    endings: list(text, LIMITS.endings),
  }),
] as const;

/** What a finding may claim: `kind` decides which fields may stand beside it. */
export type Claim =
  v.InferOutput<(typeof claimKinds)[number]> | { readonly kind: 'all'; readonly of: readonly Claim[] };

const claim: v.GenericSchema<Claim> = v.variant('kind', [
  v.strictObject({ kind: v.literal('all'), of: list(v.lazy(() => claim)) }),
  ...claimKinds,
]);

/** A whole scenario file. */
export const scenarioFile = v.strictObject({
  format: v.literal(1),
  id,
  edition: v.pipe(count, v.minValue(1)),
  language: v.exactOptional(language),
  title: text,
  summary: v.exactOptional(text),
  notice: text,
  asOf: v.exactOptional(text),
  sources: v.exactOptional(list(source)),
  evidence: v.exactOptional(list(evidence)),
  actors: v.exactOptional(list(actor, LIMITS.actors)),
  issues: list(issue),
  acts: v.exactOptional(list(v.strictObject({ id, title: text, question: v.exactOptional(text) }))),
  questions: list(question, LIMITS.questions),
  endings: list(ending, LIMITS.endings),
  grid: v.exactOptional(v.strictObject({ rows: labelled, columns: labelled })),
  facts: v.exactOptional(
    list(
      v.strictObject({
        id,
        label: text,
        values: list(v.strictObject({ label: text, when: condition, evidence: v.exactOptional(texts) })),
      }),
    ),
  ),
  aims: v.exactOptional(
    list(
      v.strictObject({
        id,
        actor: text,
        label: text,
        evidence: v.exactOptional(texts),
        arises: v.exactOptional(told(condition, 'Where this fails, the aim does not arise.')),
        met: condition,
        arguable: v.exactOptional(condition),
      }),
      LIMITS.aims,
    ),
  ),
  tensions: v.exactOptional(
    list(
      v.strictObject({
        id,
        title: text,
        a: texts,
        b: texts,
        text: v.exactOptional(text),
        question: v.exactOptional(text),
      }),
    ),
  ),
  timeline: v.exactOptional(
    list(v.strictObject({ label: text, when: v.exactOptional(text), evidence: v.exactOptional(texts) })),
  ),
  silences: v.exactOptional(texts),
  limits: v.exactOptional(texts),
  findings: v.exactOptional(
    list(
      v.strictObject({
        id,
        text: told(text, 'What the claim says, and no more: it is checked over all stories.'),
        note: v.exactOptional(
          told(text, 'What the author makes of it: shown as commentary, and not checked.'),
        ),
        claim,
      }),
    ),
  ),
  walks: v.exactOptional(
    list(
      v.strictObject({
        id,
        title: text,
        teaches: v.exactOptional(text),
        story: texts,
        ends: text,
      }),
    ),
  ),
  renamed: v.exactOptional(
    told(
      list(v.strictObject({ from: text, to: text })),
      'Codes of earlier editions, each with the code that says the same today: links live longer than codes.',
    ),
  ),
  changes: v.exactOptional(told(list(change), 'What was changed in each edition, and why.')),
  background: v.exactOptional(background),
  provenance: v.exactOptional(
    told(text, 'How sure the author is of the sources’ publisher, date and order: said once.'),
  ),
  glossary: v.exactOptional(
    told(
      list(v.strictObject({ term: text, meaning: text })),
      'Words that a fifteen-year-old may not know, explained.',
    ),
  ),
  unreported: v.exactOptional(
    told(
      list(v.strictObject({ actor: text, label: text })),
      'Views that the sources do not report: rows beside the aims.',
    ),
  ),
});

/** The parts that contain themselves, by name. */
export const recursive = { condition: anyForm, claim };

/** A scenario file as it is written: optional parts may be absent. */
export type ScenarioFile = v.InferOutput<typeof scenarioFile>;
export type Basis = (typeof BASES)[number];
export type QuotationKind = (typeof KINDS)[number];
export type ClauseKind = (typeof CLAUSE_KINDS)[number];
export type ChangeKind = (typeof CHANGE_KINDS)[number];
