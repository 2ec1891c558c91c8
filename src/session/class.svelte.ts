/** A teacher’s desk: what was gathered from a class, and what of it is looked at. */
import {
  lessonsIn,
  player,
  sortOut,
  type Batch,
  type Counted,
  type Entry,
  type FoundLesson,
  type StoredDesk,
  type Sorted,
} from '../lesson/class.ts';
import { ALL, filtered, type Filter } from '../lesson/counts.ts';
import { gatherWords } from '../words/teaching/class-gather.ts';
import { Desk } from './desk.svelte.ts';
import type { Session } from './session.svelte.ts';

/** Some of the links that count, under a name of the teacher’s. */
export interface Group {
  readonly name: string;
  readonly counted: readonly Counted[];
}

/** What a teacher has set, besides what was gathered. */
interface Settings {
  /** What is written in the field for pasting, so that it is still there when the teacher comes back. */
  readonly draft: string;
  /** The fingerprint of the lesson looked at; null for the one with the most work. */
  readonly chosen: string | null;
  readonly filter: Filter;
  readonly names: readonly [string, string];
  /** The group that the next links go to. */
  readonly into: 0 | 1;
}

export class Class {
  readonly desk = new Desk();
  #settings = $state.raw<Settings>({
    draft: '',
    chosen: null,
    filter: ALL,
    names: gatherWords.groups,
    into: 0,
  });
  #ready = $state(false);

  readonly lessons: readonly FoundLesson[];
  readonly lesson: FoundLesson;
  readonly #sorted: Sorted;
  /** What is looked at: one group, or two that are compared. Those with the filter applied. */
  readonly groups: readonly Group[];

  constructor(session: Session) {
    const play = $derived(player(session.machine, session.known ? session.graph : null));
    this.lessons = $derived(lessonsIn(session.scenario, this.desk.now.batches));
    this.lesson = $derived(
      this.lessons.find(({ print }) => print === this.settings.chosen) ??
        this.lessons[0] ?? { print: '', lesson: null, links: 0 },
    );
    this.#sorted = $derived(
      sortOut(session.scenario, play, this.desk.now.batches, { ...this.desk.now, lesson: this.lesson.print }),
    );
    this.groups = $derived.by(() => {
      const all = filtered(this.counted, this.settings.filter);
      if (!this.compared) return [{ name: '', counted: all }];
      return ([0, 1] as const).map((at) => ({
        name: this.settings.names[at],
        counted: all.filter(({ group }) => group === at),
      }));
    });
  }

  get settings(): Settings {
    return this.#settings;
  }

  /** Changes some of the settings. */
  set(settings: Partial<Settings>): void {
    this.#settings = { ...this.#settings, ...settings };
  }

  /** Names one of the two groups. */
  name(side: 0 | 1, name: string): void {
    const [first, second] = this.settings.names;
    this.set({ names: side === 0 ? [name, second] : [first, name] });
  }

  get entries(): readonly Entry[] {
    return this.#sorted.entries;
  }

  /** Every link that counts, whatever the filter. */
  get counted(): readonly Counted[] {
    return this.#sorted.counted;
  }

  /** How many links count for the lesson with this fingerprint, whichever is looked at. */
  countFor(print: string): number {
    return this.#sorted.counts.get(print) ?? 0;
  }

  /** Whether there are links in both groups. */
  get compared(): boolean {
    return new Set(this.entries.map(({ group }) => group)).size === 2;
  }

  /** What lays this desk out again; null for an empty one. */
  get stored(): StoredDesk | null {
    const { batches, removed, again } = this.desk.now;
    if (batches.length === 0) return null;
    const { chosen, names, into } = this.settings;
    return {
      batches: batches.map(({ from, text, group }) => ({ from, text, group })),
      removed: [...removed],
      again: [...again],
      chosen,
      names: [...names],
      into,
    };
  }

  /** Whether what was kept before has been looked for. Until then nothing is kept, or it would be written over. */
  get ready(): boolean {
    return this.#ready;
  }

  /** Lays out what was kept, if anything, with its `batches` read anew; only the first time. */
  begin(kept: StoredDesk | null, batches: readonly Batch[]): void {
    if (kept && !this.#ready) {
      const { removed, again, chosen, names, into } = kept;
      this.desk.restore({ batches, removed: new Set(removed), again: new Set(again) });
      this.set({ chosen, names, into });
    }
    this.#ready = true;
  }
}

const classes = new WeakMap<Session, Class>();

/** The class that is gathered in `session`: the same whenever its view is opened again. */
export function classOf(session: Session): Class {
  const known = classes.get(session);
  if (known) return known;
  let made: Class | undefined;
  // Made outside any view, so that it does not end with the view that asked first.
  $effect.root(() => {
    made = new Class(session);
  });
  classes.set(session, made as Class);
  return made as Class;
}
