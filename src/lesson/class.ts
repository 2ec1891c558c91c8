/** What a teacher gathered from a class, sorted: which links count, which are the same as others, which could not be used. */
import { endingAt, type Graph } from '../analysis/graph/graph.ts';
import { walk } from '../analysis/graph/walk.ts';
import type { Machine } from '../machine/situation.ts';
import { currentCodes } from '../machine/receipt.ts';
import { replay } from '../machine/replay.ts';
import type { Answer, Ending, Scenario, Story } from '../scenario/scenario.ts';
import type { Lesson } from './lesson.ts';
import type { Work } from './work.ts';

/** What one link, or one file, says. */
export interface Submission extends Work {
  /** The id of the scenario it was made for. */
  readonly scenario: string;
  readonly edition: number;
  /** The lesson, where it is held in full. */
  readonly lesson: Lesson | null;
  /** The fingerprint of the lesson; empty for a story without one. */
  readonly print: string;
  /** Whether it holds a student’s work, or only the lesson and where it starts. */
  readonly worked: boolean;
}

/** Why something could not be read. */
export type Unread = 'too-long' | 'not-a-link' | 'newer' | 'damaged' | 'bad-lesson' | 'other-scenario';

/** Something that was found among what was pasted. */
export interface Pasted {
  /** Where it was found: a file’s name, or how it came. */
  readonly from: string;
  /** The line it begins in, counted from 1; 0 where there are no lines. */
  readonly line: number;
  /** What stands there, shortened to be shown. */
  readonly around: string;
  /** The whole link, for telling which are the same; empty for what came as a file. */
  readonly text: string;
  /** The group it was in, where it comes from a class that was saved; null otherwise. */
  readonly group: 0 | 1 | null;
  readonly read:
    { readonly ok: true; readonly value: Submission } | { readonly ok: false; readonly why: Unread };
}

/** A story played on the map as far as it holds. */
export interface Told {
  readonly answers: readonly Answer[];
  /** Null while it goes on. */
  readonly ending: Ending | null;
  /** How many of its answers could not be played. */
  readonly refused: number;
}

export type Standing =
  | { readonly kind: 'counted' }
  /** The same as entry `as`: the same link, the same work in another form, or the same without a name. */
  | { readonly kind: 'same'; readonly as: number; readonly by: 'link' | 'work' | 'unnamed' }
  | { readonly kind: 'unread'; readonly why: Unread }
  | { readonly kind: 'other-scenario'; readonly scenario: string }
  | { readonly kind: 'other-lesson' }
  /** The lesson’s own link, without work. */
  | { readonly kind: 'lesson' }
  /** Not one of its answers can be played here. */
  | { readonly kind: 'unplayable' }
  | { readonly kind: 'removed' };

/** What a teacher gathered at once, into one of two groups. */
export interface Batch {
  readonly from: string;
  /** What it was read from, as it was: what was pasted, or what stood in a file or in codes. */
  readonly text: string;
  readonly group: 0 | 1;
  readonly pasted: readonly Pasted[];
}

/** All that lays a desk out again: what was given, to be read anew, and what the teacher did with it. */
export interface StoredDesk {
  readonly batches: readonly Omit<Batch, 'pasted'>[];
  /** The numbers of entries taken out, and of those that count though they are the same as others. */
  readonly removed: readonly number[];
  readonly again: readonly number[];
  /** The fingerprint of the lesson that was chosen to be looked at; null for none. */
  readonly chosen: string | null;
  readonly names: readonly [string, string];
  /** The group that the next links go to. */
  readonly into: 0 | 1;
}

export interface Entry {
  /** Counted from 1, in the order of pasting. */
  readonly number: number;
  readonly group: 0 | 1;
  readonly pasted: Pasted;
  readonly standing: Standing;
}

/** An entry that counts, with its story played. */
export interface Counted extends Entry {
  readonly work: Submission;
  readonly told: Told;
}

/** How a story is played: on the graph of all futures where there is one, which is thousands of times quicker. */
export function player(machine: Machine, graph: Graph | null): (story: Story) => Told {
  const { scenario } = machine;
  return (given) => {
    const story = currentCodes(scenario, given);
    if (!graph) {
      const { steps, refused, now } = replay(machine, story);
      return { answers: steps.map(({ answer }) => answer), ending: now.ending, refused: refused.length };
    }
    const { steps, at } = walk(graph, story);
    const answers = steps.map(({ answer }) => answer);
    return { answers, ending: endingAt(graph, at), refused: story.length - answers.length };
  };
}

export interface Sorting {
  /** The fingerprint of the lesson that is looked at; empty for stories without one. */
  readonly lesson: string;
  /** The numbers of entries taken out, and of those that count though they are the same as others. */
  readonly removed: ReadonlySet<number>;
  readonly again: ReadonlySet<number>;
}

/** What was gathered, each with how it stands. */
export interface Sorted {
  readonly entries: readonly Entry[];
  /** Those that count, with their stories. */
  readonly counted: readonly Counted[];
  /** How many would count for each lesson, by its fingerprint. */
  readonly counts: ReadonlyMap<string, number>;
}

/** Every entry of `batches` with how it stands, and those that count with their stories. */
export function sortOut(
  scenario: Scenario,
  play: (story: Story) => Told,
  batches: readonly Batch[],
  { lesson, removed, again }: Sorting,
): Sorted {
  const entries: Entry[] = [];
  const works: Counted[] = [];
  for (const batch of batches)
    for (const pasted of batch.pasted) {
      const number = entries.length + 1;
      const place = { number, group: pasted.group ?? batch.group, pasted };
      const add = (standing: Standing) => entries.push({ ...place, standing });
      const { read } = pasted;
      if (removed.has(number)) add({ kind: 'removed' });
      else if (!read.ok) add({ kind: 'unread', why: read.why });
      else if (read.value.scenario !== scenario.id)
        add({ kind: 'other-scenario', scenario: read.value.scenario });
      else if (!read.value.worked) add({ kind: 'lesson' });
      else {
        const work = read.value;
        const told = play(work.story);
        const standing: Standing =
          work.print !== lesson
            ? { kind: 'other-lesson' }
            : work.story.length > 0 && told.answers.length === 0
              ? { kind: 'unplayable' }
              : { kind: 'counted' };
        add(standing);
        if (work.story.length === 0 || told.answers.length > 0)
          works.push({ ...place, standing, work, told });
      }
    }
  const doubles = doublesAmong(works, again);
  const singles = works.filter(({ number }) => !doubles.has(number));
  const counts = new Map<string, number>();
  for (const { work } of singles) counts.set(work.print, (counts.get(work.print) ?? 0) + 1);
  return {
    entries: entries.map((entry) => {
      const same = entry.standing.kind === 'counted' ? doubles.get(entry.number) : undefined;
      return same ? { ...entry, standing: same } : entry;
    }),
    counted: singles.filter(({ standing }) => standing.kind === 'counted'),
    counts,
  };
}

type Same = Extract<Standing, { kind: 'same' }>;

/** Which of `works` are the same as others, by number, but for those that count `again`. */
function doublesAmong(works: readonly Counted[], again: ReadonlySet<number>): Map<number, Same> {
  const doubles = new Map<number, Same>();
  const links = new Map<string, number>();
  const firsts = new Map<string, number>();
  const named = new Map<string, number>();
  // The same student before and after is not the same work twice.
  const key = ({ group, work: { story, print, replies } }: Counted, label: string): string =>
    JSON.stringify([group, story, print, label, [...replies].sort(([a], [b]) => a - b)]);
  for (const entry of works)
    if (entry.work.label !== '' && !named.has(key(entry, ''))) named.set(key(entry, ''), entry.number);
  for (const entry of works) {
    const { number, group, pasted, work } = entry;
    const link = pasted.text === '' ? '' : `${group} ${pasted.text}`;
    // Unicode writes some letters in two ways, and devices differ in which they choose.
    const whole = key(entry, work.label.normalize('NFC'));
    const same =
      sameAs(links.get(link), 'link') ??
      sameAs(firsts.get(whole), 'work') ??
      // A link from a student’s own page carries what they did, and not what they want to be called.
      sameAs(work.label === '' ? named.get(whole) : undefined, 'unnamed');
    if (same && !again.has(number)) doubles.set(number, same);
    else {
      if (link !== '' && !links.has(link)) links.set(link, number);
      if (!firsts.has(whole)) firsts.set(whole, number);
    }
  }
  return doubles;
}

const sameAs = (as: number | undefined, by: Same['by']): Same | undefined =>
  as === undefined ? undefined : { kind: 'same', as, by };

/** A lesson found among what was pasted. */
export interface FoundLesson {
  readonly print: string;
  /** The lesson itself; null where only its fingerprint was handed in. */
  readonly lesson: Lesson | null;
  /** How many links hold work for it. */
  readonly links: number;
}

/** Every lesson among `batches`, the one with the most work first; one with an empty fingerprint for stories without any. */
export function lessonsIn(scenario: Scenario, batches: readonly Batch[]): FoundLesson[] {
  const found = new Map<string, FoundLesson>();
  for (const { pasted } of batches)
    for (const { read } of pasted) {
      if (!read.ok || read.value.scenario !== scenario.id) continue;
      const { print, lesson, worked } = read.value;
      const known = found.get(print);
      found.set(print, {
        print,
        lesson: known?.lesson ?? lesson,
        links: (known?.links ?? 0) + (worked ? 1 : 0),
      });
    }
  return [...found.values()].sort((a, b) => b.links - a.links);
}
