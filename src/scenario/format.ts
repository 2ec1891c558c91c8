/** The shape of a scenario file: what may stand where. What it means is checked elsewhere. */
import * as v from 'valibot';
import { claim } from './format/claims.ts';
import { anyForm, condition } from './format/condition.ts';
import {
  actor,
  background,
  change,
  ending,
  evidence,
  issue,
  labelled,
  question,
  source,
} from './format/parts.ts';
import { count, described, id, language, list, text, texts } from './format/shapes.ts';
import { LIMITS } from './limits.ts';
import type { BASES, CHANGE_KINDS, CLAUSE_KINDS, KINDS } from './terms.ts';

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
        arises: v.exactOptional(described(condition, 'Where this fails, the aim does not arise.')),
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
        text: described(text, 'What the claim says, and no more: it is checked over all stories.'),
        note: v.exactOptional(
          described(text, 'What the author makes of it: shown as commentary, and not checked.'),
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
    described(
      list(v.strictObject({ from: text, to: text })),
      'Codes of earlier editions, each with the code that says the same today: links live longer than codes.',
    ),
  ),
  changes: v.exactOptional(described(list(change), 'What was changed in each edition, and why.')),
  background: v.exactOptional(background),
  provenance: v.exactOptional(
    described(text, 'How sure the author is of the sources’ publisher, date and order: said once.'),
  ),
  glossary: v.exactOptional(
    described(
      list(v.strictObject({ term: text, meaning: text })),
      'Words that a fifteen-year-old may not know, explained.',
    ),
  ),
  unreported: v.exactOptional(
    described(
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
