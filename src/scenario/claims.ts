/** Whether what a finding claims can be judged: what it names is there, and it says something. */
import type { Claim } from './format/claims.ts';
import type { ScenarioFile } from './format.ts';
import type { Names } from './names.ts';
import { problem, type Problem, type ProblemCode } from './problems.ts';
import { unknownIds } from './references.ts';

/** What a claim of the kind `count` can count. */
export const COUNTABLE: readonly string[] = [
  ...['sources', 'evidence', 'actors', 'issues', 'acts', 'questions', 'actorAnswers', 'endings'],
  ...['facts', 'aims', 'tensions', 'timeline', 'silences', 'limits', 'findings', 'walks'],
];

/** The fields of claims that are lists of names, and what they name. */
const LISTS: readonly [field: string, of: keyof Names, code: ProblemCode][] = [
  ['given', 'answers', 'unknown-answer'],
  ['without', 'answers', 'unknown-answer'],
  ['answers', 'answers', 'unknown-answer'],
  ['hasOneOf', 'answers', 'unknown-answer'],
  ['endings', 'endings', 'unknown-ending'],
  ['are', 'endings', 'unknown-ending'],
  ['areAllBut', 'endings', 'unknown-ending'],
  ['include', 'endings', 'unknown-ending'],
  ['exclude', 'endings', 'unknown-ending'],
  ['evidence', 'evidence', 'unknown-evidence'],
  ['actors', 'actors', 'unknown-actor'],
  ['aims', 'aims', 'unknown-aim'],
];

/** Each claim in `file` that cannot be judged, and each name in a claim that is not there. */
export function* claimProblems(file: ScenarioFile, names: Names): Generator<Problem> {
  for (const [at, finding] of (file.findings ?? []).entries())
    yield* within(finding.claim, `findings[${at}].claim`, names);
}

function* within(claim: Claim, where: string, names: Names): Generator<Problem> {
  const fault = faultOf(claim);
  if (fault) yield problem('bad-claim', where, claim.kind, fault);

  const fields = new Map<string, unknown>(Object.entries(claim));
  for (const [field, of, code] of LISTS) {
    const ids = fields.get(field);
    if (Array.isArray(ids)) yield* unknownIds(code, names[of], ids, `${where}.${field}`);
  }
  if (claim.kind === 'all')
    for (const [at, part] of claim.of.entries()) yield* within(part, `${where}.of[${at}]`, names);
  if (claim.kind === 'aimsNeverTogether')
    for (const [at, pair] of claim.pairs.entries())
      yield* unknownIds('unknown-aim', names.aims, pair, `${where}.pairs[${at}]`);
  if (claim.kind === 'fact') {
    const values = names.facts.get(claim.fact);
    if (values === undefined) yield problem('unknown-fact', `${where}.fact`, claim.fact);
    else if (claim.value >= values) yield problem('unknown-fact', `${where}.value`, claim.value);
  }
}

/** Why `claim` cannot be judged, such as that it is true of every scenario because a list in it is empty; undefined where it can be. */
function faultOf(claim: Claim): string | undefined {
  if ('given' in claim) {
    const questions = claim.given.map((key) => key.slice(0, key.indexOf('.')));
    if (new Set(questions).size < questions.length) return '“given” names a question more than once';
  }
  switch (claim.kind) {
    case 'all':
      return claim.of.length === 0 ? '“of” is empty' : undefined;
    case 'endings': {
      const says = ['are', 'areAllBut', 'include', 'exclude', 'count'].some((field) => field in claim);
      return says ? undefined : 'it says nothing about the endings';
    }
    case 'count':
      if (!COUNTABLE.includes(claim.of)) return `“${claim.of}” cannot be counted`;
      return bounded(claim);
    case 'min':
      return claim.endings.length === 0 ? '“endings” is empty' : bounded(claim);
    case 'against':
      if (claim.answers.length === 0) return '“answers” is empty';
      if (claim.evidence.length === 0) return '“evidence” is empty';
      return 'always' in claim === 'never' in claim ? 'it needs either “always” or “never”' : undefined;
    case 'power':
      if (new Set(claim.actors).size < claim.actors.length) return '“actors” names somebody twice';
      return claim.endings.length === 0 ? '“endings” is empty' : undefined;
    case 'aimsNeverTogether':
      return claim.pairs.every((pair) => new Set(pair).size === 2 && pair.length === 2)
        ? undefined
        : '“pairs” are lists of two aims';
    case 'aimsTogether':
      return claim.aims.length === 0 ? '“aims” is empty' : undefined;
    case 'everyStory':
    case 'fact':
      return claim.endings.length === 0 ? '“endings” is empty' : undefined;
    case 'documented':
      return undefined;
  }
}

function bounded(claim: object): string | undefined {
  return ['equals', 'atLeast', 'atMost'].some((bound) => bound in claim)
    ? undefined
    : 'it needs “equals”, “atLeast” or “atMost”';
}
