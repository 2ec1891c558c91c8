/** Which steps of a story have the least to rest on. */
import type { Step } from '../../machine/replay.ts';
import { contradicted } from '../../machine/support.ts';
import { undocumented } from '../../scenario/scenario.ts';

/**
 * The steps with the least to rest on, in order: an assumption before a suggestion, a suggestion before a call by
 * others, that before an inference. Between equals, first those that something a party is reported to hold speaks
 * against, then those with no quotation in the background. None when every step is documented.
 */
export function weakestLinks(steps: readonly Step[]): readonly Step[] {
  const bare = steps.filter(({ answer }) => undocumented(answer));
  const most = Math.max(...bare.map(weakness));
  return bare.filter((step) => weakness(step) === most);
}

const ORDER = ['urged', 'suggested', 'assumption'];

function weakness({ answer, before }: Step): number {
  const basis = answer.inferred ? 0 : ORDER.indexOf(answer.basis) + 1;
  const against = contradicted(answer, before.states) ? 1 : 0;
  const bare = answer.evidence.length === 0 ? 1 : 0;
  return basis * 4 + against * 2 + bare;
}
