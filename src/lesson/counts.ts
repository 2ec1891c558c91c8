/** What a class did, counted. Every count is of links: a link in which a thing happens twice counts once. */
import { answersOf } from '../scenario/lookups.ts';
import type { Answer, Ending, Question, Scenario } from '../scenario/scenario.ts';
import type { Counted } from './class.ts';
import type { Lesson, Task } from './lesson.ts';
import { NOTHING } from './work.ts';

/** How many links gave each answer of a question. */
export interface Parting {
  readonly question: Question;
  /** How many links came to the question and answered it. */
  readonly met: number;
  /** In the order of the file; answers that nobody gave stand at 0. */
  readonly answers: readonly { readonly answer: Answer; readonly links: readonly Counted[] }[];
  /** How far the links parted here, in bits: see `entropy`, times the links that came to it. */
  readonly parted: number;
}

/** The entropy (Shannon, 1948) of `counts` in bits: 0 where all are alike, the more the more evenly they split. */
export function entropy(counts: readonly number[]): number {
  const sum = counts.reduce((a, b) => a + b, 0);
  return counts.reduce(
    (bits, count) => (count === 0 ? bits : bits - (count / sum) * Math.log2(count / sum)),
    0,
  );
}

/** The answers given at every question that a link came to, in the order of the file. */
export function answersGiven(scenario: Scenario, counted: readonly Counted[]): Parting[] {
  const given = new Map<string, Counted[]>();
  const met = new Map<string, Set<Counted>>();
  for (const entry of counted)
    // A question that comes up twice counts a link once at each answer it gave.
    for (const answer of new Set(entry.told.answers)) {
      const links = given.get(answer.key);
      if (links) links.push(entry);
      else given.set(answer.key, [entry]);
      const those = met.get(answer.question) ?? new Set();
      met.set(answer.question, those.add(entry));
    }
  return scenario.questions
    .filter(({ id }) => met.has(id))
    .map((question) => {
      const answers = question.answers.map((answer) => ({ answer, links: given.get(answer.key) ?? [] }));
      const came = met.get(question.id)?.size ?? 0;
      return {
        question,
        met: came,
        answers,
        parted: came * entropy(answers.map(({ links }) => links.length)),
      };
    });
}

/**
 * Where the links parted, the farthest first: by how evenly they spread over the answers, times how many came to the
 * question, so that two links that differ do not stand above thirty. Questions at which all gave one answer are left out.
 */
export const partings = (given: readonly Parting[]): Parting[] =>
  given.filter(({ parted }) => parted > 0).sort((a, b) => b.parted - a.parted);

/** How far two groups differ in their answers: the distance in variation of their shares, 0 to 1; 0 where one is empty. */
export function apart(a: readonly number[], b: readonly number[]): number {
  const [all, both] = [a, b].map((counts) => counts.reduce((sum, count) => sum + count, 0));
  if (!all || !both) return 0;
  return a.reduce((sum, count, at) => sum + Math.abs(count / all - (b[at] ?? 0) / both), 0) / 2;
}

/** How many links came to each ending, in the order of the file, and how many stories are not over. */
export function endingsReached(scenario: Scenario, counted: readonly Counted[]) {
  const at = (ending: Ending | null) => counted.filter(({ told }) => told.ending === ending);
  return {
    endings: scenario.endings.map((ending) => ({ ending, links: at(ending) })),
    open: at(null),
  };
}

/** How many links gave each answer, by its key. */
export function takers(counted: readonly Counted[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const { told } of counted)
    for (const key of new Set(told.answers.map(({ key }) => key))) found.set(key, (found.get(key) ?? 0) + 1);
  return found;
}

/** One reply to a task, and the answer of that story at the task’s question; null where it has none. */
export interface Reply {
  readonly entry: Counted;
  readonly value: string;
  readonly answer: Answer | null;
}

/** The replies to task `number` of the lesson, in the order of pasting. */
export function repliesTo(task: Task | undefined, number: number, counted: readonly Counted[]): Reply[] {
  return counted.flatMap((entry) => {
    const value = entry.work.replies.get(number);
    if (value === undefined) return [];
    return [
      { entry, value, answer: entry.told.answers.find(({ question }) => question === task?.at) ?? null },
    ];
  });
}

/** `replies` by the answer they belong to, in the order of the file; those that belong to none are left out. */
export const byAnswer = (scenario: Scenario, replies: readonly Reply[]) =>
  answersOf(scenario)
    .map((answer) => ({ answer, replies: replies.filter((reply) => reply.answer === answer) }))
    .filter(({ replies }) => replies.length > 0);

/** The label that the map gives to `answer`. */
export const labelOf = (answer: Answer): Answer['basis'] | 'inferred' =>
  answer.inferred ? 'inferred' : answer.basis;

/** Which quotation was chosen in support of an answer, and by how many links. */
export interface Supported {
  readonly answer: Answer;
  /** Ids of quotations, or NOTHING, the most often chosen first. */
  readonly chosen: readonly { readonly id: string; readonly links: number }[];
}

/** What was chosen in support of each answer given; replies that name no quotation of this map are left out. */
export function supportChosen(scenario: Scenario, replies: readonly Reply[]): Supported[] {
  const known = new Set([NOTHING, ...scenario.evidence.map(({ id }) => id)]);
  const named = replies.filter(({ value }) => known.has(value));
  return byAnswer(scenario, named).map(({ answer, replies }) => {
    const chosen = new Map<string, number>();
    for (const { value } of replies) chosen.set(value, (chosen.get(value) ?? 0) + 1);
    const all = [...chosen].map(([id, links]) => ({ id, links }));
    return { answer, chosen: all.sort((a, b) => b.links - a.links) };
  });
}

/** Two things said of the same story, and by how many links: a label and the map’s, or an ending foretold and reached. */
export interface Pair {
  readonly said: string;
  readonly is: string;
  readonly links: number;
}

function pairs(found: readonly (readonly [string, string])[]): Pair[] {
  const counts = new Map<string, Pair>();
  for (const [said, is] of found) {
    const key = `${said} ${is}`;
    counts.set(key, { said, is, links: (counts.get(key)?.links ?? 0) + 1 });
  }
  return [...counts.values()].sort((a, b) => b.links - a.links);
}

/** The labels chosen for each answer given, each beside what the map says of it. `shapes` are the labels there are. */
export const labelled = (scenario: Scenario, replies: readonly Reply[], shapes: readonly string[]) =>
  byAnswer(
    scenario,
    replies.filter(({ value }) => shapes.includes(value)),
  ).map(({ answer, replies }) => ({
    answer,
    pairs: pairs(replies.map(({ value }) => [value, labelOf(answer)] as const)),
  }));

/** The endings foretold, each beside the ending reached; empty for a story that is not over. */
export function foretold(scenario: Scenario, replies: readonly Reply[]): Pair[] {
  const known = new Set(scenario.endings.map(({ id }) => id));
  return pairs(
    replies.flatMap(({ entry, value }) =>
      known.has(value) ? [[value, entry.told.ending?.id ?? ''] as const] : [],
    ),
  );
}

/** A task of the lesson with its number; where the lesson itself is not known, only that it was replied to. */
export interface Asked {
  readonly number: number;
  readonly task: Task | undefined;
}

/** The tasks that stand in the lesson or were replied to, by number. */
export function tasksOf(lesson: Lesson | null, counted: readonly Counted[]): Asked[] {
  const numbers = new Set([
    ...(lesson?.tasks.keys() ?? []),
    ...(lesson ? [] : counted.flatMap(({ work }) => [...work.replies.keys()])),
  ]);
  return [...numbers].sort((a, b) => a - b).map((number) => ({ number, task: lesson?.tasks[number] }));
}

/** What is looked at: all links, or those with an answer, an ending, or some letters in what the student is called. */
export interface Filter {
  /** The key of an answer, or the id of a question that was come to; empty for any. */
  readonly step: string;
  /** The id of an ending, OPEN for stories that are not over; empty for any. */
  readonly ending: string;
  readonly label: string;
}

export const ALL: Filter = { step: '', ending: '', label: '' };
export const OPEN = 'open';

export function filtered(counted: readonly Counted[], { step, ending, label }: Filter): readonly Counted[] {
  const letters = label.trim().toLocaleLowerCase();
  return counted.filter(
    ({ told, work }) =>
      (step === '' || told.answers.some(({ key, question }) => key === step || question === step)) &&
      (ending === '' || (told.ending?.id ?? OPEN) === ending) &&
      (letters === '' || work.label.toLocaleLowerCase().includes(letters)),
  );
}
