/** Whether what a finding claims can be judged: what it names is there, and it says something. */
import type { Claim, ScenarioFile } from './format.ts';
import type { Names } from './names.ts';
import { problem, type Problem } from './problems.ts';
import { namedIn } from './references.ts';

/** What a claim of the kind `count` can count. */
export const COUNTABLE = [
  ...['sources', 'evidence', 'actors', 'issues', 'acts', 'questions', 'actorAnswers', 'endings'],
  ...['facts', 'aims', 'tensions', 'timeline', 'silences', 'limits', 'findings', 'walks'],
] as const;

/** Each claim in `file` that cannot be judged. */
export function* claimProblems(file: ScenarioFile, names: Names): Generator<Problem> {
  for (const [at, finding] of (file.findings ?? []).entries())
    yield* within(finding.claim, `findings[${at}].claim`, names);
}

function* within(claim: Claim, where: string, names: Names): Generator<Problem> {
  if (claim.kind === 'all')
    for (const [at, part] of claim.of.entries()) yield* within(part, `${where}.of[${at}]`, names);
  yield* unnamed(claim, where, names);
  const fault = emptiness(claim) || contradiction(claim);
  if (fault) yield problem('bad-claim', where, claim.kind, fault);
}

/** Each name in one claim that is not there. */
function* unnamed(claim: Claim, where: string, names: Names): Generator<Problem> {
  const lists = claim as Readonly<Partial<Record<string, unknown>>>;
  const named = (field: string): readonly string[] => (lists[field] as readonly string[] | undefined) ?? [];
  for (const field of ['given', 'without', 'answers', 'hasOneOf'])
    yield* namedIn('unknown-answer', names.answers, named(field), `${where}.${field}`);
  for (const field of ['endings', 'are', 'areAllBut', 'include', 'exclude'])
    yield* namedIn('unknown-ending', names.endings, named(field), `${where}.${field}`);
  for (const field of ['aims']) yield* namedIn('unknown-aim', names.aims, named(field), `${where}.${field}`);
}
