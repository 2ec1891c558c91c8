/** What a file names: everything that has an id, for looking up by whoever refers to it. */
import type { ScenarioFile } from './format.ts';

/** Ids that can be looked up. Sets and maps, so that a name every object inherits is never found. */
export interface Ids {
  has(id: string): boolean;
  keys(): Iterable<string>;
}

export interface Names {
  /** Issue id → ids of its states. */
  readonly issues: ReadonlyMap<string, ReadonlySet<string>>;
  readonly sources: Ids;
  readonly evidence: Ids;
  readonly actors: Ids;
  readonly acts: Ids;
  readonly questions: Ids;
  /** As `question.answer`, those that leave a question as it is among them. */
  readonly answers: Ids;
  readonly codes: Ids;
  readonly endings: Ids;
  readonly rows: Ids;
  readonly columns: Ids;
  /** Fact id → how many values it has. */
  readonly facts: ReadonlyMap<string, number>;
  readonly aims: Ids;
  /** Every id and code of the file that stands for itself: states and rows do not. */
  readonly any: Ids;
}

/** Every name in `file`, right or wrong, once or twice. */
export function namesIn(file: ScenarioFile): Names {
  const answers = file.questions.flatMap((question) => [
    ...question.answers.map(({ id, code }) => ({ key: `${question.id}.${id}`, code })),
    ...(question.leave ? [{ key: `${question.id}.leave`, code: question.leave.code }] : []),
  ]);
  return {
    issues: new Map(file.issues.map(({ id, states }) => [id, ids(states)])),
    sources: ids(file.sources),
    evidence: ids(file.evidence),
    actors: ids(file.actors),
    acts: ids(file.acts),
    questions: ids(file.questions),
    answers: new Set(answers.map(({ key }) => key)),
    codes: new Set(answers.map(({ code }) => code)),
    endings: ids(file.endings),
    rows: ids(file.grid?.rows),
    columns: ids(file.grid?.columns),
    facts: new Map((file.facts ?? []).map(({ id, values }) => [id, values.length])),
    aims: ids(file.aims),
    any: new Set([
      ...answers.map(({ code }) => code),
      ...[
        ...[file.sources, file.evidence, file.actors, file.issues, file.acts, file.questions, file.endings],
        ...[file.facts, file.aims, file.tensions, file.findings, file.walks],
      ].flatMap((part) => [...ids(part)]),
    ]),
  };
}

function ids(items: readonly { readonly id: string }[] = []): Set<string> {
  return new Set(items.map(({ id }) => id));
}
