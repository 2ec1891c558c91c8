/** From a scenario file to a complete scenario, and back. */
import type { ScenarioFile } from './format.ts';
import type { Answer, Question, Scenario } from './scenario.ts';

type FileQuestion = ScenarioFile['questions'][number];
type FileAnswer = FileQuestion['answers'][number];

const NEVER = { any: [] } as const;

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
      note: '',
      ...source,
    })),
    evidence: (file.evidence ?? []).map((item) => ({ speaker: '', hedges: [], note: '', ...item })),
    actors: (file.actors ?? []).map((actor) => ({ people: [], speaks: false, note: '', ...actor })),
    issues: file.issues.map((issue) => ({
      id: issue.id,
      label: issue.label ?? issue.id,
      states: issue.states.map((state) => ({ label: state.id, evidence: [], ...state })),
    })),
    acts: (file.acts ?? []).map((act) => ({ question: '', ...act })),
    questions: file.questions.map(completeQuestion),
    endings: file.endings.map((ending) => ({
      title: ending.id,
      text: '',
      row: '',
      column: '',
      evidence: [],
      prompts: [],
      ...ending,
    })),
    grid: file.grid ?? { rows: [], columns: [] },
    facts: (file.facts ?? []).map((fact) => ({
      ...fact,
      values: fact.values.map((value) => ({ evidence: [], ...value })),
    })),
    aims: (file.aims ?? []).map((aim) => ({ evidence: [], arguable: NEVER, ...aim })),
    tensions: (file.tensions ?? []).map((tension) => ({ text: '', question: '', ...tension })),
    timeline: (file.timeline ?? []).map((moment) => ({ when: '', evidence: [], ...moment })),
    silences: file.silences ?? [],
    limits: file.limits ?? [],
    findings: file.findings ?? [],
    walks: (file.walks ?? []).map((walk) => ({ teaches: '', ...walk })),
  };
}

function completeQuestion(question: FileQuestion): Question {
  const asked = typeof question.actor === 'string' ? [question.actor] : question.actor;
  const actors = asked.includes('reader') ? [] : asked;
  const common = { question: question.id, consent: actors.length ? [actors] : [[]] };
  const answers: Answer[] = question.answers.map((answer: FileAnswer) => ({
    ...common,
    key: `${question.id}.${answer.id}`,
    sets: {},
    inferred: false,
    evidence: [],
    against: [],
    doubt: [],
    note: '',
    ...answer,
    againstWhen: (answer.againstWhen ?? []).map((clause) => ({ evidence: [], why: '', ...clause })),
    requires: (answer.requires ?? []).map((clause) => ({ evidence: [], why: '', ...clause })),
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
      label: leave.label ?? 'Leave it as it is',
      sets: {},
      basis: 'leave',
      inferred: false,
      evidence: leave.evidence ?? [],
      against: [],
      doubt: [],
      againstWhen: [],
      requires: [],
      note: leave.note ?? '',
    });
  }
  return {
    id: question.id,
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
    sources: scenario.sources.map(written),
    acts: scenario.acts,
    questions: scenario.questions.map(({ actors, answers, ...question }) => {
      const left = answers.find((answer) => answer.id === 'leave');
      return {
        ...written(question),
        actor: actors.length === 0 ? 'reader' : actors,
        answers: answers
          .filter((answer) => answer !== left)
          .map(({ key: _key, question: _question, consent, ...answer }) => ({
            ...answer,
            ...(actors.length ? { consent } : {}),
          })),
        ...(left && {
          leave: { code: left.code, label: left.label, evidence: left.evidence, note: left.note },
        }),
      };
    }),
    endings: scenario.endings.map(written),
    tensions: scenario.tensions.map(written),
  };
  return structuredClone(written(file)) as unknown as ScenarioFile;
}

/** `part` without the fields that stand for nothing: an empty text, and a zero count. */
function written<T extends object>(part: T): T {
  return Object.fromEntries(Object.entries(part).filter(([, value]) => value !== '' && value !== 0)) as T;
}
