/** The shapes of the parts of a scenario: sources and quotations, issues, questions with their answers, endings. */
import * as v from 'valibot';
import { LIMITS } from '../limits.ts';
import { SHORT } from '../short.ts';
import { BASES, CHANGE_KINDS, CLAUSE_KINDS, KINDS } from '../terms.ts';
import { condition } from './condition.ts';
import { code, count, day, described, id, list, sets, short, text, texts, url } from './shapes.ts';

export const source = v.strictObject({
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
    described(
      v.strictObject({ url, date: v.exactOptional(day) }),
      'A copy of the source that an archive keeps, and when it was made.',
    ),
  ),
  note: v.exactOptional(text),
});

export const evidence = v.strictObject({
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

export const actor = v.strictObject({
  id,
  name: text,
  people: v.exactOptional(texts),
  speaks: v.exactOptional(v.boolean()),
  unasked: v.exactOptional(text),
  note: v.exactOptional(text),
});

export const issue = v.strictObject({
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
    described(
      text,
      'Who asks for the answer or suggests it, as readers are told: “Sir Keir Starmer”, “Russia”.',
    ),
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

export const question = v.strictObject({
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

export const ending = v.strictObject({
  id,
  title: v.exactOptional(text),
  text: v.exactOptional(text),
  when: condition,
  row: v.exactOptional(text),
  column: v.exactOptional(text),
  short: v.exactOptional(
    described(
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

export const background = described(
  v.strictObject({
    label: v.exactOptional(text),
    sentences: v.exactOptional(list(v.strictObject({ text, source: reference }))),
    corrections: v.exactOptional(
      described(
        list(v.strictObject({ evidence: text, text, source: reference })),
        'What a quotation has wrong, or what was overtaken, each with a source of its own.',
      ),
    ),
  }),
  'What readers need to know that the sources do not say, always shown as such; each sentence has a source of its own.',
);

export const change = v.strictObject({
  edition: described(v.pipe(count, v.minValue(1)), 'The edition that made the change.'),
  date: described(text, 'The day of the change: YYYY-MM-DD.'),
  kind: v.picklist(CHANGE_KINDS),
  text: described(text, 'What was changed, and why.'),
  ids: v.exactOptional(described(texts, 'Ids and codes of what was changed, those given up among them.')),
});

export const labelled = list(v.strictObject({ id, label: text }));
