/** Which endings each step of a story closed for good, and which it left open. */
import type { Answer, Ending, Story } from '../../scenario/scenario.ts';
import type { Openings } from '../graph/openings.ts';

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

/**
 * The number of steps of `story` after which `ending` was last open; the next step, if there is one, closed it for good.
 * -1 where it was closed from the start. Throws when `story` cannot be played.
 */
export function lastOpen(openings: Openings, story: Story, ending: Ending): number {
  // What is closed once stays closed, so the open ones come first.
  let steps = -1;
  while (steps < story.length && openings.from(openings.find(story.slice(0, steps + 1))).endings.has(ending))
    steps += 1;
  return steps;
}
