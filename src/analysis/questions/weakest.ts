/** Where a story leaves what is documented, and which of its steps has the least to rest on. */
import type { Step } from '../../machine/replay.ts';
import { contradicted } from '../../machine/support.ts';
import { undocumented } from '../../scenario/scenario.ts';

/** The first step whose answer is inferred, urged, suggested or assumed; null when there is none. */
export function leavesReporting(steps: readonly Step[]): Step | null {
  return steps.find((step) => undocumented(step.answer)) ?? null;
}

/**
 * The step with the least to rest on: an assumption before a suggestion, a suggestion before a call by others, that
 * before an inference. Between equals, first the one that something a party is reported to hold speaks against,
 * then the one with no quotation in the background, then the earlier. Null when every step is documented.
 */
export function weakestLink(steps: readonly Step[]): Step | null {
  let weakest: Step | null = null;
  for (const step of steps)
    if (undocumented(step.answer) && (!weakest || weakness(step) > weakness(weakest))) weakest = step;
  return weakest;
}

const ORDER = ['urged', 'suggested', 'assumption'];

function weakness({ answer, before }: Step): number {
  const basis = answer.inferred ? 0 : ORDER.indexOf(answer.basis) + 1;
  const against = contradicted(answer, before.states) ? 1 : 0;
  const bare = answer.evidence.length === 0 ? 1 : 0;
  return basis * 4 + against * 2 + bare;
}
