/** Whether every id and every code is well formed, and free to be used. */
import type { ScenarioFile } from './format.ts';
import { problem, type Problem } from './problems.ts';
import { CODE, ID, RESERVED } from './terms.ts';
import { scenarioNameFault, walkNameFault } from './reserved.ts';

const KEBAB = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/** Each wrong, reserved or repeated id and code in `file`. */
export function* idProblems(file: ScenarioFile): Generator<Problem> {
  if (!KEBAB.test(file.id))
    yield problem('bad-id', 'id', file.id, 'a scenario’s id is small letters, digits and single hyphens');
  else {
    yield* idProblem(file.id, 'id');
    yield* nameProblem(file.id, 'id', scenarioNameFault(file.id));
  }

  yield* among(file.sources, 'sources');
  yield* among(file.evidence, 'evidence');
  yield* among(file.actors, 'actors');
  yield* among(file.issues, 'issues');
  for (const [at, issue] of file.issues.entries()) yield* among(issue.states, `issues[${at}].states`);
  yield* among(file.acts, 'acts');
  yield* among(file.questions, 'questions');
  for (const [at, question] of file.questions.entries())
    yield* among(question.answers, `questions[${at}].answers`);
  yield* among(file.endings, 'endings');
  yield* among(file.grid?.rows, 'grid.rows');
  yield* among(file.grid?.columns, 'grid.columns');
  yield* among(file.facts, 'facts');
  yield* among(file.aims, 'aims');
  yield* among(file.tensions, 'tensions');
  yield* among(file.findings, 'findings');
  yield* among(file.walks, 'walks');
  yield* walkNames(file);
  yield* codeProblems(file);
}

/** Walks that cannot have a page of their own. Many systems do not tell file names apart by small and capital letters. */
function* walkNames({ walks = [] }: ScenarioFile): Generator<Problem> {
  const first = new Map<string, string>();
  for (const [at, { id }] of walks.entries()) {
    const taken = first.get(id.toLowerCase());
    // The same id twice is told already.
    const fault =
      taken !== undefined && taken !== id ? `the walk “${taken}” has the same but for capitals` : '';
    yield* nameProblem(id, `walks[${at}].id`, walkNameFault(id) || fault);
    if (taken === undefined) first.set(id.toLowerCase(), id);
  }
}

function* nameProblem(id: string, where: string, fault: string): Generator<Problem> {
  if (fault !== '') yield problem('reserved-name', where, id, fault);
}

function* among(items: readonly { readonly id: string }[] = [], where: string): Generator<Problem> {
  const first = new Map<string, string>();
  for (const [at, { id }] of items.entries()) {
    const here = `${where}[${at}].id`;
    const taken = first.get(id);
    if (taken) yield problem('duplicate-id', here, id, taken);
    else yield* idProblem(id, here);
    if (!taken) first.set(id, here);
  }
}

function* idProblem(id: string, where: string): Generator<Problem> {
  if ((RESERVED as readonly string[]).includes(id)) yield problem('reserved-id', where, id);
  else if (!ID.test(id))
    yield problem(
      'bad-id',
      where,
      id,
      'an id is a letter a–z or A–Z, then at most 63 letters, digits and hyphens',
    );
}

function* codeProblems(file: ScenarioFile): Generator<Problem> {
  const first = new Map<string, string>();
  for (const [at, { answers, leave }] of file.questions.entries()) {
    const codes = answers.map(({ code }, which) => ({
      code,
      where: `questions[${at}].answers[${which}].code`,
    }));
    if (leave) codes.push({ code: leave.code, where: `questions[${at}].leave.code` });
    for (const { code, where } of codes) {
      const taken = first.get(code);
      if (taken) yield problem('duplicate-code', where, code, taken);
      else if (!CODE.test(code)) yield problem('bad-code', where, code);
      if (!taken) first.set(code, where);
    }
  }
}
