/** A way: a story that the page lays out for a reader to follow, step by step, and what it shows. */
import type { Story } from './scenario.ts';

/**
 * What a way shows. Of all ways to its ending it has the fewest answers, the fewest that no source reports, or the
 * fewest that a party is reported to speak against; it changes the fewest answers of the reader’s story; or it shows how
 * `actors` could bring the ending about or prevent it, and how it could be kept from them or come about in spite of them;
 * or it shows what a finding says.
 */
export const WAY_KINDS = [
  'short',
  'reported',
  'unopposed',
  'near',
  'bring',
  'prevent',
  'keep',
  'spite',
  'finding',
] as const;
export type WayKind = (typeof WAY_KINDS)[number];

export interface Way {
  /** In the order above; more than one where the same way is the best in several respects. */
  readonly kinds: readonly WayKind[];
  /** All of it, from the start of the scenario. */
  readonly story: Story;
  /** How many of these answers had been given when it began. */
  readonly from: number;
  /** The id of the ending that it is about: it need not lead there. */
  readonly ending: string;
  /** The ids of those whose power it shows; none for the other kinds. */
  readonly actors: readonly string[];
}
