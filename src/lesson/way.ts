/** Along which story a lesson is laid out for its maker, where nothing else is said. */
import type { Openings } from '../analysis/openings.ts';
import type { Machine } from '../machine/compile.ts';
import { begins } from '../machine/replay.ts';
import type { Story } from '../scenario/scenario.ts';
import type { Lesson } from './lesson.ts';

/**
 * The story of the walk with the id `walk`; else the shortest story to the lesson’s goal, or a walk, on which all that
 * its tasks ask about comes up; else the lesson’s own beginning. It always begins with that. `openings` is null where it
 * is not known what is open.
 */
export function wayOf(lesson: Lesson, walk: string, machine: Machine, openings: Openings | null): Story {
  const { walks, questions, endings } = machine.scenario;
  const asked = lesson.tasks.map(({ at }) => at).filter((at) => questions.some(({ id }) => id === at));
  const comesUp = (way: Story) =>
    asked.every((id) => way.some((code) => machine.byCode.get(code)?.question === id));
  const named = walks.filter(({ id }) => id === walk).map(({ story }) => story);
  const goal = endings.find(({ id }) => id === lesson.goals[0]);
  const shortest = goal && openings?.wayTo(openings.find([]), goal);
  const suggested = [
    ...(shortest ? [shortest.map(({ code }) => code)] : []),
    ...walks.map(({ story }) => story),
  ].filter((way) => asked.length > 0 && comesUp(way));
  return [...named, ...suggested].find((way) => begins(way, lesson.story)) ?? lesson.story;
}
