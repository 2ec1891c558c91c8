/** Along which story a lesson is laid out for its maker, where nothing else is said, and in which order its tasks stand. */
import type { Openings } from '../analysis/graph/openings.ts';
import type { Machine } from '../machine/situation.ts';
import { startsWith } from '../machine/replay.ts';
import { byId } from '../scenario/lookups.ts';
import type { Question, Scenario, Story } from '../scenario/scenario.ts';
import { END, START, type Lesson, type Task } from './lesson.ts';

/**
 * The story of the walk with the id `walk`; else the shortest story to the lesson’s goal, or a walk, on which all that
 * its tasks ask about comes up; else the lesson’s own beginning. It always begins with that. `openings` is null where it
 * is not known what is open.
 */
export function wayOf(lesson: Lesson, walk: string, machine: Machine, openings: Openings | null): Story {
  const { walks, questions, endings } = machine.scenario;
  const asked = lesson.tasks.map(({ at }) => at).filter((at) => byId(questions, at));
  const comesUp = (way: Story) =>
    asked.every((id) => way.some((code) => machine.byCode.get(code)?.question === id));
  const named = walks.filter(({ id }) => id === walk).map(({ story }) => story);
  const goal = byId(endings, lesson.goals[0]);
  const shortest = goal && openings?.wayTo(openings.find([]), goal);
  const suggested = [
    ...(shortest ? [shortest.map(({ code }) => code)] : []),
    ...walks.map(({ story }) => story),
  ].filter((way) => asked.length > 0 && comesUp(way));
  return [...named, ...suggested].find((way) => startsWith(way, lesson.story)) ?? lesson.story;
}

/** Every place at which a task can stand, in the order of a story that comes past `along`; the others by the file. */
export const placesAlong = ({ questions }: Scenario, along: readonly Question[]): string[] => [
  ...new Set([START, ...along.map(({ id }) => id), ...questions.map(({ id }) => id), END]),
];

/** `tasks` in the order of `places`, so that their numbers rise along the way; those of one place stay as they are. */
export const inOrder = (tasks: readonly Task[], places: readonly string[]): Task[] =>
  [...tasks].sort((one, other) => places.indexOf(one.at) - places.indexOf(other.at));
