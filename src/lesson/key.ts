/** A teacher’s key of a lesson: for each task, what the map has at the place where it is set. It holds no right answers. */
import type { Openings } from '../analysis/graph/openings.ts';
import type { Machine } from '../machine/situation.ts';
import { replay } from '../machine/replay.ts';
import { citedIn } from '../scenario/evidence.ts';
import { byId } from '../scenario/lookups.ts';
import type { Answer, Ending, Question, Scenario } from '../scenario/scenario.ts';
import { END, type Lesson, type Task } from './lesson.ts';
import { placesAlong } from './way.ts';

export interface KeyAnswer {
  readonly answer: Answer;
  /** `told` where the lesson starts with it, `open` where it can be given later, `shut` where neither. */
  readonly standing: 'told' | 'open' | 'shut';
}

export interface KeyTask {
  readonly task: Task;
  /** Its number in the lesson, from 0. */
  readonly number: number;
  /** Null at the start and at the ending. */
  readonly question: Question | null;
  /** The answers of that question, for a task about an answer; empty for others. */
  readonly answers: readonly KeyAnswer[];
  /**
   * What the scenario itself asks there, for a task in one’s own words; with the ending it belongs to, if any. Each once:
   * with the first such task at a place.
   */
  readonly prompts: readonly { readonly ending: Ending | null; readonly text: string }[];
  /** Whether what there is to discuss depends on which ending is reached, so that nothing stands in `prompts`. */
  readonly depends: boolean;
  /** The ids of the quotations that it shows, or its words name. */
  readonly named: readonly string[];
}

export interface Key {
  /** In the order of the story the lesson starts with, then of the file. */
  readonly tasks: readonly KeyTask[];
  /** The endings that can be reached from where the lesson starts, in the order of the file. */
  readonly endings: readonly Ending[];
  /** The ids of the quotations that the key names, in the order of the file. */
  readonly cited: readonly string[];
}

/**
 * The key of `lesson` in `scenario`, as it is in its file. `machine` and `openings` may be those of the same scenario
 * with quotations set aside. Null where the story that the lesson starts with cannot be played.
 */
export function keyOf(scenario: Scenario, machine: Machine, openings: Openings, lesson: Lesson): Key | null {
  const { steps, refused } = replay(machine, lesson.story);
  if (refused.length > 0) return null;
  const open = openings.from(openings.find(lesson.story));
  const ahead = new Set([...open.answers].map(({ key }) => key));
  const told = new Set(steps.map(({ answer }) => answer.key));
  const reachable = new Set([...open.endings].map(({ id }) => id));
  const endings = scenario.endings.filter(({ id }) => reachable.has(id));

  const wanted = endings.filter(({ id }) => lesson.goals.includes(id));
  // Without a goal, all that could be asked at every ending would say nothing of this lesson.
  const ends = lesson.goals.length > 0 ? wanted : endings.length === 1 ? endings : [];
  const standing = ({ key }: Answer) => (ahead.has(key) ? 'open' : told.has(key) ? 'told' : 'shut');
  const tasks = lesson.tasks.map((task, number): KeyTask => {
    const question = byId(scenario.questions, task.at) ?? null;
    const about = task.kind === 'basis' || task.kind === 'support';
    const own =
      task.kind === 'text' &&
      !lesson.tasks.slice(0, number).some(({ kind, at }) => kind === 'text' && at === task.at);
    return {
      task,
      number,
      question,
      answers: (about && question?.answers.map((answer) => ({ answer, standing: standing(answer) }))) || [],
      prompts: [
        ...((own && question?.prompts) || []).map((text) => ({ ending: null, text })),
        ...(own && task.at === END ? ends : []).flatMap((ending) =>
          ending.prompts.map((text) => ({ ending, text })),
        ),
      ],
      depends: own && task.at === END && lesson.goals.length === 0 && endings.length > 1,
      named: [...(task.quotes ?? []), ...citedIn(scenario, [task.prompt]).map(({ id }) => id)],
    };
  });

  const order = placesAlong(
    scenario,
    steps.map(({ question }) => question),
  );
  const place = ({ task }: KeyTask) => order.indexOf(task.at);
  const after = ({ answers }: KeyTask) => (answers.length > 0 ? 1 : 0);
  const cited = new Set([
    ...citedIn(scenario, [lesson.intro]).map(({ id }) => id),
    ...tasks.flatMap(({ task, answers, named, prompts }) => [
      ...named,
      ...citedIn(
        scenario,
        prompts.map(({ text }) => text),
      ).map(({ id }) => id),
      ...(task.kind === 'support' ? answers.flatMap(({ answer }) => bearing(answer)) : []),
    ]),
  ]);
  return {
    tasks: tasks.sort((a, b) => place(a) - place(b) || after(a) - after(b)),
    endings,
    cited: scenario.evidence.flatMap(({ id }) => (cited.has(id) ? [id] : [])),
  };
}

/** The ids of all the quotations for and against an answer, and of those that leave it open. */
export const bearing = ({ evidence, against, againstWhen, doubt }: Answer): string[] => [
  ...evidence,
  ...against,
  ...againstWhen.flatMap((clause) => clause.evidence),
  ...doubt,
];
