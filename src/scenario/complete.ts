/** From a scenario file to a complete scenario, and back. */
import type { ScenarioFile } from './format.ts';
import { byId } from './lookups.ts';
import type { Answer, Question, Reference, Scenario } from './scenario.ts';

type FileQuestion = ScenarioFile['questions'][number];
type FileAnswer = FileQuestion['answers'][number];

const NEVER = { any: [] } as const;
const ALWAYS = { all: [] } as const;

/** `list` without repetitions, in order. */
const once = (list: readonly string[] = []): string[] => [...new Set(list)];

/** Fills in every optional part. Takes a file whose shape is right; its meaning is not looked at. */
export function complete(file: ScenarioFile): Scenario {
  return {
    id: file.id,
    edition: file.edition,
    language: file.language ?? 'en',
    title: file.title,
    summary: file.summary ?? '',
    notice: file.notice,
    asOf: file.asOf ?? '',
    sources: (file.sources ?? []).map((source) => ({
      publisher: '',
      url: '',
      published: '',
      dateBasis: 'stated',
      sha256: '',
      characters: 0,
      paragraphs: 0,
      archived: null,
      note: '',
      ...source,
    })),
    evidence: (file.evidence ?? []).map((item) => ({
      speaker: '',
      note: '',
      ...item,
      hedges: once(item.hedges),
    })),
    actors: (file.actors ?? []).map((actor) => ({
      people: [],
      speaks: false,
      unasked: '',
      note: '',
      ...actor,
    })),
    issues: file.issues.map((issue) => ({
      id: issue.id,
      label: issue.label ?? issue.id,
      states: issue.states.map((state) => ({ label: state.id, ...state, evidence: once(state.evidence) })),
    })),
    acts: (file.acts ?? []).map((act) => ({ question: '', ...act })),
    questions: file.questions.map(completeQuestion),
    endings: file.endings.map((ending) => ({
      title: ending.id,
      text: '',
      row: '',
      column: '',
      short: [],
      prompts: [],
      ...ending,
      evidence: once(ending.evidence),
    })),
    grid: file.grid ?? { rows: [], columns: [] },
    facts: (file.facts ?? []).map((fact) => ({
      ...fact,
      values: fact.values.map((value) => ({ ...value, evidence: once(value.evidence) })),
    })),
    aims: (file.aims ?? []).map((aim) => ({
      arises: ALWAYS,
      arguable: NEVER,
      ...aim,
      evidence: once(aim.evidence),
    })),
    tensions: (file.tensions ?? []).map((tension) => ({
      text: '',
      question: '',
      ...tension,
      a: once(tension.a),
      b: once(tension.b),
    })),
    timeline: (file.timeline ?? []).map((moment) => ({
      when: '',
      ...moment,
      evidence: once(moment.evidence),
    })),
    silences: file.silences ?? [],
    limits: file.limits ?? [],
    findings: (file.findings ?? []).map((finding) => ({ note: '', ...finding })),
    walks: (file.walks ?? []).map((walk) => ({ teaches: '', ...walk })),
    renamed: file.renamed ?? [],
    changes: (file.changes ?? []).map((change) => ({ ...change, ids: once(change.ids) })),
    background: {
      label: file.background?.label ?? '',
      sentences: (file.background?.sentences ?? []).map(completeReference),
      corrections: (file.background?.corrections ?? []).map(completeReference),
    },
    provenance: file.provenance ?? '',
    glossary: file.glossary ?? [],
    unreported: file.unreported ?? [],
  };
}

const completeClause = <Clause extends { readonly evidence?: readonly string[] }>(clause: Clause) => ({
  why: '',
  ...clause,
  evidence: once(clause.evidence),
});

const completeReference = <Part extends { readonly source: Partial<Reference> & { readonly title: string } }>(
  part: Part,
) => ({ ...part, source: { publisher: '', date: '', url: '', ...part.source } });

function completeQuestion(question: FileQuestion): Question {
  const asked = typeof question.actor === 'string' ? [question.actor] : question.actor;
  const actors = asked.includes('reader') ? [] : asked;
  const common = { question: question.id, consent: actors.length ? [actors] : [[]] };
  const answers: Answer[] = question.answers.map((answer: FileAnswer) => ({
    ...common,
    key: `${question.id}.${answer.id}`,
    short: '',
    by: '',
    sets: {},
    inferred: false,
    note: '',
    ...answer,
    evidence: once(answer.evidence),
    against: once(answer.against),
    doubt: once(answer.doubt),
    againstWhen: (answer.againstWhen ?? []).map(completeClause),
    requires: (answer.requires ?? []).map(completeClause),
    // What the reader settles comes about by itself, whatever the file says.
    consent: actors.length ? (answer.consent ?? common.consent) : [[]],
  }));
  const { leave } = question;
  if (leave) {
    answers.push({
      ...common,
      key: `${question.id}.leave`,
      id: 'leave',
      code: leave.code,
      short: leave.short ?? '',
      label: leave.label ?? 'Leave it as it is',
      by: '',
      sets: {},
      basis: 'leave',
      inferred: false,
      evidence: once(leave.evidence),
      against: [],
      doubt: [],
      againstWhen: [],
      requires: [],
      note: leave.note ?? '',
    });
  }
  return {
    id: question.id,
    short: question.short ?? '',
    act: question.act ?? '',
    actors,
    text: question.text,
    prompts: question.prompts ?? [],
    when: question.when,
    again: question.again ?? false,
    answers,
  };
}

/** The file that `complete` makes this scenario of, with every part written out. */
export function serialise(scenario: Scenario): ScenarioFile {
  const file = {
    format: 1,
    ...scenario,
    sources: scenario.sources.map((source) =>
      without(source, [
        ...empty(source, 'url', 'sha256'),
        ...(source.archived ? [] : (['archived'] as const)),
      ]),
    ),
    questions: scenario.questions.map(writtenQuestion),
    endings: scenario.endings.map((ending) => without(ending, empty(ending, 'row', 'column'))),
    tensions: scenario.tensions.map((tension) => without(tension, empty(tension, 'question'))),
    background: {
      ...scenario.background,
      sentences: scenario.background.sentences.map(writtenReference),
      corrections: scenario.background.corrections.map(writtenReference),
    },
  };
  // A deep copy: a change to the file does not reach the scenario.
  return structuredClone(file) as unknown as ScenarioFile;
}

const writtenReference = <Part extends { readonly source: Reference }>(part: Part) => ({
  ...part,
  source: without(part.source, empty(part.source, 'url', 'date')),
});

function writtenQuestion(question: Question): object {
  const leave = byId(question.answers, 'leave');
  const byReader = question.actors.length === 0;
  return {
    ...without(question, ['actors', ...empty(question, 'act')]),
    actor: byReader ? 'reader' : question.actors,
    answers: question.answers
      .filter((answer) => answer !== leave)
      .map((answer) => without(answer, byReader ? ['key', 'question', 'consent'] : ['key', 'question'])),
    ...(leave && {
      leave: {
        code: leave.code,
        short: leave.short,
        label: leave.label,
        evidence: leave.evidence,
        note: leave.note,
      },
    }),
  };
}

/** Those of `fields` in which `part` refers to nothing: a file leaves them out. */
function empty<T>(part: T, ...fields: (keyof T)[]): (keyof T)[] {
  return fields.filter((field) => part[field] === '');
}

function without<T extends object>(part: T, fields: readonly (keyof T)[]): object {
  return Object.fromEntries(Object.entries(part).filter(([field]) => !fields.includes(field as keyof T)));
}
