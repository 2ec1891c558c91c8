/** Records why a test was skipped; `tests/run.ts` lists the reasons. */
import { beforeEach } from 'vitest';

/** Whether the long, exhaustive tests were asked for: `npm run test:all`. */
export const exhaustive = import.meta.env.PARLEY_ALL === '1';

/**
 * Skips the tests of the file or `describe` that calls it, unless they can run.
 * A single test calls its own context's `skip(condition, reason)`.
 */
export function skipUnless(possible: boolean, reason: string): void {
  beforeEach(({ skip }) => skip(!possible, reason));
}

/** For tests that take too long for every run. */
export function skipUnlessExhaustive(): void {
  skipUnless(exhaustive, 'takes long; `npm run test:all` runs it');
}
