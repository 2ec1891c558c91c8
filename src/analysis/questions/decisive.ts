/** Which endings each step of a story closed for good, and which it left open. */
import type { Answer, Ending, Story } from '../../scenario/scenario.ts';
import type { Openings } from '../graph/openings.ts';

export interface Closing {
  readonly closed: readonly Ending[];
  readonly left: ReadonlySet<Ending>;
}

/** One for each of `answers`, given one after another from the start. Throws when they cannot be. */
export function closings(openings: Openings, answers: readonly Answer[]): Closing[] {
  const [start = 0, ...after] = openings.along(answers.map(({ code }) => code));
  return after.flatMap((point, at) => {
    const answer = answers[at];
    if (!answer) return [];
    const closed = openings.closes(after[at - 1] ?? start, answer);
    return [{ closed, left: openings.from(point).endings }];
  });
}

/**
 * The number of steps of `story` after which `ending` was last open; the next step, if there is one, closed it for good.
 * -1 where it was closed from the start. Throws when `story` cannot be played.
 */
export function lastOpen(openings: Openings, story: Story, ending: Ending): number {
  return openings.along(story).findLastIndex((point) => openings.from(point).endings.has(ending));
}
