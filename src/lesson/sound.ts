/** Can a lesson be done from where it starts? Its story can be played, its goals reached, and its tasks come up in time. */
import type { Openings } from '../analysis/graph/openings.ts';
import type { Machine } from '../machine/situation.ts';
import { replay } from '../machine/replay.ts';
import { END, faults, START, type Lesson } from './lesson.ts';
import { byId } from '../scenario/lookups.ts';

/** What is wrong with `lesson` on `machine`, each as a sentence; none where it can be used. */
export function unsound(machine: Machine, openings: Openings, lesson: Lesson): string[] {
  const { scenario } = machine;
  const wrong = faults(scenario, lesson);
  const { steps, refused } = replay(machine, lesson.story);
  if (refused.length > 0)
    return [...wrong, 'The steps it starts with cannot be taken on this map: choose again where it starts.'];
  const open = openings.from(openings.find(lesson.story));
  const told = new Set(steps.map(({ question }) => question.id));
  const ahead = new Set([...open.questions].map(({ id }) => id));
  const reachable = new Set([...open.endings].map(({ id }) => id));
  const title = (id: string) => byId(scenario.endings, id)?.title;
  const text = (id: string) => byId(scenario.questions, id)?.text;
  for (const goal of lesson.goals)
    if (title(goal) !== undefined && !reachable.has(goal))
      wrong.push(`From where the lesson starts, this ending cannot be reached: ${title(goal)}.`);
  for (const { kind, at } of lesson.tasks) {
    const late = at === END || (told.has(at) && !ahead.has(at));
    if (kind === 'predict' && late)
      wrong.push(
        at === END
          ? 'At the ending there is nothing left to predict: set that task earlier.'
          : `There is nothing left to predict at this question, so set that task earlier: ${text(at)}`,
      );
    else if (at !== START && at !== END && text(at) !== undefined && !told.has(at) && !ahead.has(at))
      wrong.push(`From where the lesson starts, this question does not come up any more: ${text(at)}`);
  }
  return [...new Set(wrong)];
}
