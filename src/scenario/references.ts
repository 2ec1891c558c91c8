/** Whether everything that a file refers to is there. */
import type { Condition } from './condition.ts';
import type { ScenarioFile } from './format.ts';
import { LIMITS } from './limits.ts';
import type { Ids, Names } from './names.ts';
import { nearest } from './parse/nearest.ts';
import { problem, type Problem, type ProblemCode } from './problems.ts';
import { step, visible } from './text/text.ts';

/** Each reference in `file` to something that is not there; claims are looked at elsewhere. */
export function* referenceProblems(file: ScenarioFile, names: Names): Generator<Problem> {
  const evidence = (ids: readonly string[] | undefined, where: string) =>
    unknownIds('unknown-evidence', names.evidence, ids, where);
  const one = function* (code: ProblemCode, known: Ids, id: string | undefined, where: string) {
    if (id !== undefined && !known.has(id)) yield unknown(code, where, id, known);
  };

  for (const [at, item] of (file.evidence ?? []).entries())
    yield* one('unknown-source', names.sources, item.source, `evidence[${at}].source`);
  for (const [at, issue] of file.issues.entries())
    for (const [which, state] of issue.states.entries())
      yield* evidence(state.evidence, `issues[${at}].states[${which}].evidence`);

  for (const [at, question] of file.questions.entries()) {
    const here = `questions[${at}]`;
    yield* one('unknown-act', names.acts, question.act, `${here}.act`);
    if (typeof question.actor === 'string') {
      if (question.actor !== 'reader')
        yield* one('unknown-actor', names.actors, question.actor, `${here}.actor`);
    } else yield* actors(question.actor, `${here}.actor`, names);
    yield* conditionProblems(question.when, `${here}.when`, names);
    yield* evidence(question.leave?.evidence, `${here}.leave.evidence`);
    for (const [which, answer] of question.answers.entries()) {
      const there = `${here}.answers[${which}]`;
      yield* setProblems(answer.sets, `${there}.sets`, names);
      for (const field of ['evidence', 'against', 'doubt'] as const)
        yield* evidence(answer[field], `${there}.${field}`);
      for (const field of ['againstWhen', 'requires'] as const)
        for (const [index, clause] of (answer[field] ?? []).entries()) {
          yield* conditionProblems(clause.when, `${there}.${field}[${index}].when`, names);
          yield* evidence(clause.evidence, `${there}.${field}[${index}].evidence`);
        }
      // Consent is ignored where the reader answers.
      if (question.actor !== 'reader')
        for (const [index, alternative] of (answer.consent ?? []).entries())
          yield* actors(alternative, `${there}.consent[${index}]`, names);
    }
  }

  for (const [at, ending] of file.endings.entries()) {
    yield* conditionProblems(ending.when, `endings[${at}].when`, names);
    yield* one('unknown-row', names.rows, ending.row, `endings[${at}].row`);
    yield* one('unknown-column', names.columns, ending.column, `endings[${at}].column`);
    yield* evidence(ending.evidence, `endings[${at}].evidence`);
  }
  for (const [at, fact] of (file.facts ?? []).entries())
    for (const [which, value] of fact.values.entries()) {
      yield* conditionProblems(value.when, `facts[${at}].values[${which}].when`, names);
      yield* evidence(value.evidence, `facts[${at}].values[${which}].evidence`);
    }
  for (const [at, aim] of (file.aims ?? []).entries()) {
    yield* one('unknown-actor', names.actors, aim.actor, `aims[${at}].actor`);
    yield* evidence(aim.evidence, `aims[${at}].evidence`);
    yield* conditionProblems(aim.met, `aims[${at}].met`, names);
    if (aim.arises) yield* conditionProblems(aim.arises, `aims[${at}].arises`, names);
    if (aim.arguable) yield* conditionProblems(aim.arguable, `aims[${at}].arguable`, names);
  }
  for (const [at, tension] of (file.tensions ?? []).entries()) {
    yield* evidence(tension.a, `tensions[${at}].a`);
    yield* evidence(tension.b, `tensions[${at}].b`);
    yield* one('unknown-question', names.questions, tension.question, `tensions[${at}].question`);
  }
  for (const [at, { actor }] of (file.unreported ?? []).entries())
    yield* one('unknown-actor', names.actors, actor, `unreported[${at}].actor`);
  for (const [at, correction] of (file.background?.corrections ?? []).entries())
    yield* one(
      'unknown-evidence',
      names.evidence,
      correction.evidence,
      `background.corrections[${at}].evidence`,
    );
  for (const [at, moment] of (file.timeline ?? []).entries())
    yield* evidence(moment.evidence, `timeline[${at}].evidence`);
  for (const [at, walk] of (file.walks ?? []).entries()) {
    for (const [step, code] of walk.story.entries())
      if (!names.codes.has(code))
        yield problem('broken-walk', `walks[${at}].story[${step}]`, `no answer has the code “${code}”`);
    yield* one('unknown-ending', names.endings, walk.ends, `walks[${at}].ends`);
  }
  for (const [at, { from, to }] of (file.renamed ?? []).entries()) {
    if (names.codes.has(from)) yield problem('renamed-in-use', `renamed[${at}].from`, from);
    yield* one('unknown-code', names.codes, to, `renamed[${at}].to`);
  }
}

/** Each of `ids` that is not among `known`. */
export function* unknownIds(
  code: ProblemCode,
  known: Ids,
  ids: readonly string[] = [],
  where: string,
): Generator<Problem> {
  for (const [at, id] of ids.entries()) if (!known.has(id)) yield unknown(code, `${where}[${at}]`, id, known);
}

/** The problem that `id` is not among `known`, with what was probably meant. */
export function unknown(code: ProblemCode, where: string, id: string, known: Ids, detail = ''): Problem {
  const found = problem(code, where, id, detail);
  const meant = nearest(id, known.keys());
  return meant === undefined
    ? found
    : { ...found, tryThis: `Did you mean “${visible(meant)}”? ${found.tryThis}` };
}

/** Each of `ids` that is no actor. That the reader does not belong in a list is said elsewhere. */
function* actors(ids: readonly string[], where: string, names: Names): Generator<Problem> {
  for (const [at, id] of ids.entries())
    if (id !== 'reader' && !names.actors.has(id))
      yield unknown('unknown-actor', `${where}[${at}]`, id, names.actors);
}

function* setProblems(
  sets: Readonly<Record<string, string>> = {},
  where: string,
  names: Names,
): Generator<Problem> {
  for (const [issue, state] of Object.entries(sets)) {
    const here = where + step(issue);
    const states = names.issues.get(issue);
    if (!states) yield unknown('unknown-issue', here, issue, names.issues);
    else if (!states.has(state)) yield unknown('unknown-state', here, state, states, issue);
  }
}

function* conditionProblems(
  condition: Condition,
  where: string,
  names: Names,
  depth = 1,
): Generator<Problem> {
  if (depth > LIMITS.conditionDepth) {
    yield problem('too-deep', where, `a condition of more than ${LIMITS.conditionDepth} levels`);
  } else if ('issue' in condition) {
    const states = names.issues.get(condition.issue);
    if (!states) yield unknown('unknown-issue', `${where}.issue`, condition.issue, names.issues);
    else
      for (const [at, state] of condition.in.entries())
        if (!states.has(state))
          yield unknown('unknown-state', `${where}.in[${at}]`, state, states, condition.issue);
  } else if ('not' in condition) {
    yield* conditionProblems(condition.not, `${where}.not`, names, depth + 1);
  } else {
    const [form, parts] = 'all' in condition ? ['all', condition.all] : ['any', condition.any];
    for (const [at, part] of parts.entries())
      yield* conditionProblems(part, `${where}.${form}[${at}]`, names, depth + 1);
  }
}
