/** The words of the class view, and its counts as rows that can be set side by side. */
import type { Counted, Entry, Pasted, Standing } from '../../lesson/class.ts';
import {
  answersGiven,
  apart,
  endingsReached,
  partings,
  type Asked,
  type Parting,
} from '../../lesson/counts.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import type { Group } from '../../session/class.svelte.ts';
import { TASK_WORDS } from '../../words/terms/tasks.ts';
import { classWords } from '../../words/teaching/class.ts';

/** One thing that was counted, for each group. */
export interface Row {
  readonly key: string;
  readonly label: string;
  readonly counts: readonly number[];
}

/** “12 of 30 links”. */
export const ofLinks = (count: number, of: number): string => classWords.ofLinks(count, of);

/** The answers of a question with the links that gave each, for every group. */
export interface Rows {
  readonly id: string;
  readonly title: string;
  readonly rows: readonly Row[];
  /** How many links came to it in each group. */
  readonly met: readonly number[];
}

/** The answers given at each question that any group came to, in the order of the file. */
export function stepRows(scenario: Scenario, groups: readonly Group[]): Rows[] {
  const each = groups.map(({ counted }) => answersGiven(scenario, counted));
  const of = (question: string): (Parting | undefined)[] =>
    each.map((all) => all.find((one) => one.question.id === question));
  return scenario.questions.flatMap((question) => {
    const found = of(question.id);
    if (found.every((one) => !one)) return [];
    const rows = question.answers.map((answer, at) => ({
      key: answer.key,
      label: answer.label,
      counts: found.map((one) => one?.answers[at]?.links.length ?? 0),
    }));
    return [{ id: question.id, title: question.text, rows, met: found.map((one) => one?.met ?? 0) }];
  });
}

export function endingRows(scenario: Scenario, groups: readonly Group[]): Row[] {
  const each = groups.map(({ counted }) => endingsReached(scenario, counted));
  const rows = scenario.endings.map(({ id, title }, at) => ({
    key: id,
    label: title,
    counts: each.map(({ endings }) => endings[at]?.links.length ?? 0),
  }));
  const open = {
    key: 'open',
    label: classWords.endingOpen,
    counts: each.map(({ open }) => open.length),
  };
  return [...rows, open].filter(({ counts }) => counts.some((count) => count > 0));
}

/** What a student is called in a list: what they chose, or the number of the link. */
export const called = ({ work, number }: Counted): string => work.label || classWords.link(number);

/** How links come, other than in files, as a problem names it. */
export const CAME = {
  paste: classWords.fromPaste,
  drop: classWords.fromDrop,
  camera: classWords.fromCamera,
} as const;

/** Where something was found. */
export function placeWords({ from, line }: Pasted): string {
  if (from === CAME.camera) return classWords.placeCamera;
  if (line === 0) return from;
  const ofPage = from === CAME.paste || from === CAME.drop;
  return classWords.placeLine(line, ofPage ? from.toLowerCase() : from);
}

/** The names under which several works of one group count, each with how many. */
export function sharedNames(
  counted: readonly Counted[],
): { readonly name: string; readonly links: number }[] {
  const found = new Map<string, { name: string; links: number }>();
  for (const { group, work } of counted) {
    if (work.label === '') continue;
    const key = `${group} ${work.label}`;
    found.set(key, { name: work.label, links: (found.get(key)?.links ?? 0) + 1 });
  }
  return [...found.values()].filter(({ links }) => links > 1);
}

/** Why an entry does not count, or what is to be known of one that does; empty where there is nothing to say. */
export function standingWords(entry: Entry, scenario: Scenario, standing: Standing = entry.standing): string {
  switch (standing.kind) {
    case 'same':
      return classWords.same[standing.by](standing.as);
    case 'unread':
      return classWords.notRead(classWords.unread[standing.why]);
    case 'other-scenario':
      return classWords.otherScenario(standing.scenario);
    case 'other-lesson':
      return classWords.otherLesson;
    case 'lesson':
      return classWords.isLesson;
    case 'unplayable':
      return classWords.unplayable;
    case 'removed':
      return classWords.removed;
    case 'counted': {
      const { read } = entry.pasted;
      return read.ok && read.value.edition !== scenario.edition
        ? classWords.otherEdition(read.value.edition, scenario.edition)
        : '';
    }
  }
}

/** Where the links parted, the farthest first: see `partings`. */
export function partedRows(scenario: Scenario, groups: readonly Group[], rows: readonly Rows[]): Rows[] {
  const pooled = groups.flatMap(({ counted }) => counted);
  return partings(answersGiven(scenario, pooled)).flatMap(
    ({ question }) => rows.find(({ id }) => id === question.id) ?? [],
  );
}

/** The questions at which the two groups differ: by how far apart they lie, times how many of the smaller one came there. */
export function differing(rows: readonly Rows[]): Rows[] {
  const far = ({ rows, met }: Rows) => {
    const side = (at: number) => rows.map(({ counts }) => counts[at] ?? 0);
    return apart(side(0), side(1)) * Math.min(...met);
  };
  return rows.filter((one) => far(one) > 0).sort((a, b) => far(b) - far(a));
}

/** One thing to be shown to the class at a time. */
export type Finding =
  | { readonly kind: 'endings' | 'map'; readonly title: string }
  | { readonly kind: 'answers'; readonly title: string; readonly rows: Rows }
  | { readonly kind: 'task'; readonly title: string; readonly asked: Asked };

/** What a projector shows, one after another: the endings, the map, where the class parted most, each task. */
export function findings(parted: readonly Rows[], tasks: readonly Asked[]): Finding[] {
  return [
    { kind: 'endings', title: classWords.endedWhere },
    { kind: 'map', title: classWords.threads },
    ...parted.slice(0, 5).map((rows, at, { length }) => ({
      kind: 'answers' as const,
      title: classWords.partedPlace(length, at),
      rows,
    })),
    ...tasks.map((asked) => ({ kind: 'task' as const, title: taskTitle(asked), asked })),
  ];
}

export const taskTitle = ({ number, task }: Asked): string =>
  classWords.task(number, task ? TASK_WORDS[task.kind].name : '');
