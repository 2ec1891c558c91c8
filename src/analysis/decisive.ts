/** Which endings each step of a story closed for good, and which it left open. */
import type { Answer, Ending } from '../scenario/scenario.ts';
import type { Openings } from './openings.ts';

export interface Closing {
  readonly closed: readonly Ending[];
  readonly left: ReadonlySet<Ending>;
}

/** One for each of `answers`, given one after another from the start. Throws when they cannot be. */
export function closings(openings: Openings, answers: readonly Answer[]): Closing[] {
  let point = openings.find([]);
  return answers.map((answer) => {
    const closed = openings.closes(point, answer);
    point = openings.next(point, answer);
    return { closed, left: openings.from(point).endings };
  });
}
