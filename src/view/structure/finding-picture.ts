/**
 * Chooses the picture of a finding, which must not state more than was checked: answers by label, or the possible
 * endings.
 */
import type { Claim } from '../../scenario/format/claims.ts';
import { shortAnswer } from '../../scenario/short.ts';
import { answersOf } from '../../scenario/lookups.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { LABELS, type Shape } from '../../words/terms/labels.ts';
import { findingWords } from '../../words/views/findings.ts';

export type FindingPicture =
  | {
      readonly kind: 'answers';
      readonly rows: readonly { readonly shape: Shape; readonly word: string; readonly count: number }[];
    }
  | {
      readonly kind: 'endings';
      readonly fields: readonly { readonly label: string; readonly possible: ReadonlySet<string> }[];
    };

/** Maximum number of fields of endings in a picture. */
const FIELDS = 2;

/** The picture of `claim`, made only of its own numbers and ids; null where none is simple enough. */
export function pictureOf(scenario: Scenario, claim: Claim): FindingPicture | null {
  const parts = claim.kind === 'all' ? claim.of : [claim];
  const rows = LABELS.flatMap(({ shape, word }) =>
    parts.flatMap((part) =>
      part.kind === 'count' &&
      part.of === 'actorAnswers' &&
      (part.where?.inferred === true ? 'inferred' : part.where?.basis) === shape &&
      part.equals !== undefined
        ? [{ shape, word, count: part.equals }]
        : [],
    ),
  );
  if (rows.length > 1) return { kind: 'answers', rows };
  const labels = new Map(answersOf(scenario).map((answer) => [answer.key, shortAnswer(answer)]));
  const fields = parts.flatMap((part) => {
    if (part.kind !== 'endings') return [];
    const { are, areAllBut, given = [], without } = part;
    if ((!are && !areAllBut) || (given.length === 0 && !without)) return [];
    const all = scenario.endings.map(({ id }) => id);
    const label = without
      ? findingWords.without
      : findingWords.with(given.map((key) => labels.get(key) ?? key));
    return [{ label, possible: new Set(are ?? all.filter((id) => !areAllBut?.includes(id))) }];
  });
  return fields.length > 0 ? { kind: 'endings', fields: fields.slice(0, FIELDS) } : null;
}
