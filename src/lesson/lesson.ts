/** What a teacher asks of those who walk a story: where it starts, what stays hidden, what to do at which step. */
import type { Scenario, Story } from '../scenario/scenario.ts';
import { replaceUnseen } from '../scenario/text/unseen.ts';

/**
 * What a task asks for. `predict`: before choosing, which ending the story will come to. `support`: which quotation
 * supports the answer just given, if any does. `basis`: what that answer rests on, before its label is shown. `text`:
 * words of one’s own.
 */
export const TASK_KINDS = ['predict', 'support', 'basis', 'text'] as const;
export type TaskKind = (typeof TASK_KINDS)[number];

export interface Task {
  readonly kind: TaskKind;
  /** The id of the question at which it is set, or START or END. */
  readonly at: string;
  /** What is asked, in the teacher’s words; empty where the kind says it all. */
  readonly prompt: string;
  /** The ids of the quotations that are shown with it; left out where there are none. */
  readonly quotes?: readonly string[];
}

/** Where a task stands that belongs to no question: before the first step, or at whatever ending is reached. */
export const START = 'start';
export const END = 'end';

/** What a lesson can keep out of sight. */
export const HIDEABLE = ['odds', 'structure', 'doubt', 'how', 'map'] as const;
export type Hidden = (typeof HIDEABLE)[number];

export interface Lesson {
  readonly title: string;
  /** What to do, in the teacher’s words. */
  readonly intro: string;
  /** The story it starts with; those steps can be read. */
  readonly story: Story;
  /** Whether those steps must stay as they are. */
  readonly locked: boolean;
  readonly hidden: readonly Hidden[];
  /** The ids of the endings of which one is to be reached; none where any will do. */
  readonly goals: readonly string[];
  readonly tasks: readonly Task[];
}

/** No text of a lesson, and no reply, is longer than this, in characters. */
export const LONGEST_TEXT = 500;
export const LONGEST_TITLE = 80;
export const MOST_TASKS = 40;
/** A lesson shows no more quotations than there are letters to name them by. */
export const MOST_QUOTES = 26;

/** The ids of the quotations shown with the tasks of a lesson, each once, in the order in which they are lettered. */
export const passages = ({ tasks }: Pick<Lesson, 'tasks'>): readonly string[] => [
  ...new Set(tasks.flatMap(({ quotes = [] }) => quotes)),
];

/** The letter of passage number `at`, from 0. */
export const letter = (at: number): string => String.fromCharCode(65 + at);

/**
 * `text` without the characters that nobody can see (`scenario/text/unseen.ts`), as somebody typed or pasted it. Lines may
 * end. Names that differed by such characters only are the same afterwards.
 */
export const plain = (text: string): string =>
  replaceUnseen(text.replace(/\r\n?|[\u2028\u2029]/g, '\n').replace(/\t/g, ' '), (character) =>
    character === '\n' ? character : '',
  );

/**
 * What no program has ever written into a lesson or a reply: control characters, and those that turn the direction of
 * writing. Other invisible characters stand in links that were handed out before they were refused, so a text with them
 * is read all the same; `plain` takes them out.
 */
const NEVER_WRITTEN = /(?!\n)\p{Cc}|[\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

/** Whether `value` is text of at most `longest` characters that a lesson may hold. */
export const isPlain = (value: unknown, longest: number): value is string =>
  typeof value === 'string' && [...value].length <= longest && !NEVER_WRITTEN.test(value);

/** A lesson that asks for nothing yet. */
export const EMPTY: Lesson = {
  title: '',
  intro: '',
  story: [],
  locked: false,
  hidden: [],
  goals: [],
  tasks: [],
};

/** What is wrong with `lesson` in `scenario`, each as a sentence; none where it can be used. */
export function faults(scenario: Scenario, lesson: Lesson): string[] {
  const known = new Set([START, END, ...scenario.questions.map(({ id }) => id)]);
  const endings = new Set(scenario.endings.map(({ id }) => id));
  const quotations = new Set(scenario.evidence.map(({ id }) => id));
  const shown = passages(lesson);
  const long = [lesson.intro, ...lesson.tasks.map(({ prompt }) => prompt)];
  return [
    [...lesson.title].length > LONGEST_TITLE && `The title is longer than ${LONGEST_TITLE} characters.`,
    long.some((text) => [...text].length > LONGEST_TEXT) &&
      `A text is longer than ${LONGEST_TEXT} characters.`,
    lesson.tasks.length > MOST_TASKS && `There are more than ${MOST_TASKS} tasks.`,
    shown.length > MOST_QUOTES && `There are more than ${MOST_QUOTES} quotations.`,
    shown.some((id) => !quotations.has(id)) && 'A quotation that a task shows is not on this map.',
    ...lesson.tasks.map(({ at, kind }) =>
      known.has(at)
        ? (kind === 'support' || kind === 'basis') &&
          (at === START || at === END) &&
          'Only an answer can be supported or labelled: set that task at a question.'
        : `There is no question “${at}” here, so its task cannot be set.`,
    ),
    ...lesson.goals.map((goal) => !endings.has(goal) && `There is no ending “${goal}” here.`),
  ].filter((fault) => fault !== false);
}
