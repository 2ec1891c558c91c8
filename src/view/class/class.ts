/** Texts of the class view, and its counts as rows that can be compared between groups. */
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

/** A counted item, with its count in each group. */
export interface Row {
  readonly key: string;
  readonly label: string;
  readonly counts: readonly number[];
}

/** “12 of 30 links”. */
export const ofLinks = (count: number, of: number): string => classWords.ofLinks(count, of);

/** The answers of a question, with the number of links that gave each, by group. */
export interface Rows {
  readonly id: string;
  readonly title: string;
  readonly rows: readonly Row[];
  /** Number of links that reached the question, by group. */
  readonly met: readonly number[];
}

/** The answers given at each question that a group reached, in the order of the file. */
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

/** The name of a student in a list: the chosen label, or the number of the link. */
export const called = ({ work, number }: Counted): string => work.label || classWords.link(number);

/** Origins of links other than files, as problems name them. */
export const CAME = {
  paste: classWords.fromPaste,
  drop: classWords.fromDrop,
  camera: classWords.fromCamera,
} as const;

/** The place of an item, in words: its origin and line. */
export function placeWords({ from, line }: Pasted): string {
  if (from === CAME.camera) return classWords.placeCamera;
  if (line === 0) return from;
  const ofPage = from === CAME.paste || from === CAME.drop;
  return classWords.placeLine(line, ofPage ? from.toLowerCase() : from);
}

/** The labels that occur on several works of one group, each with their number. */
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

/** The reason why an entry does not count, or a remark on one that does; empty where there is none. */
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

/** The questions at which the links parted, the most divided first: see `partings`. */
export function partedRows(scenario: Scenario, groups: readonly Group[], rows: readonly Rows[]): Rows[] {
  const pooled = groups.flatMap(({ counted }) => counted);
  return partings(answersGiven(scenario, pooled)).flatMap(
    ({ question }) => rows.find(({ id }) => id === question.id) ?? [],
  );
}

/**
 * The questions at which the two groups differ, sorted by the difference of their shares times the size of the
 * smaller group there.
 */
export function differing(rows: readonly Rows[]): Rows[] {
  const far = ({ rows, met }: Rows) => {
    const side = (at: number) => rows.map(({ counts }) => counts[at] ?? 0);
    return apart(side(0), side(1)) * Math.min(...met);
  };
  return rows.filter((one) => far(one) > 0).sort((a, b) => far(b) - far(a));
}

/** A page of the presentation. */
export type Finding =
  | { readonly kind: 'endings' | 'map'; readonly title: string }
  | { readonly kind: 'answers'; readonly title: string; readonly rows: Rows }
  | { readonly kind: 'task'; readonly title: string; readonly asked: Asked };

/** The pages of the presentation: endings, map, the questions at which the class parted most, each task. */
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
