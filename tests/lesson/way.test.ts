/** Tests that the tasks of a lesson are sorted in the order in which a student reaches them. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TASK_KINDS, type Task } from '../../src/lesson/lesson.ts';
import { inOrder, placesAlong } from '../../src/lesson/way.ts';
import { replay } from '../../src/machine/replay.ts';
import { compiled } from '../support/laws.ts';
import { real, walk } from '../support/real.ts';

const { machine } = compiled(real);
const along = replay(machine, walk('W3')).steps.map(({ question }) => question);
const places = placesAlong(real, along);

describe('the places along a story', () => {
  it('are the start, the questions of the story in its order, all others, and the ending, each once', () => {
    expect(places.slice(0, along.length + 1)).toEqual(['start', ...along.map(({ id }) => id)]);
    expect(places.at(-1)).toBe('end');
    expect([...places].sort()).toEqual(['start', 'end', ...real.questions.map(({ id }) => id)].sort());
  });
});

describe('tasks in order', () => {
  const task = fc.record({
    kind: fc.constantFrom(...TASK_KINDS),
    at: fc.constantFrom(...places),
    prompt: fc.string({ maxLength: 3 }),
  });

  it('are the same tasks, sorted by place, with tasks of one place in their former order', () => {
    fc.assert(
      fc.property(fc.array(task, { maxLength: 40 }), (tasks: readonly Task[]) => {
        const ordered = inOrder(tasks, places);
        expect(ordered).toHaveLength(tasks.length);
        const ranks = ordered.map(({ at }) => places.indexOf(at));
        expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
        for (const place of places)
          expect(ordered.filter(({ at }) => at === place)).toEqual(tasks.filter(({ at }) => at === place));
      }),
      { seed: 12 },
    );
  });
});
