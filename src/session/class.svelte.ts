/** A teacher’s desk: what was gathered from a class, and what of it is looked at. */
import {
  lessonsIn,
  player,
  sortOut,
  type Batch,
  type Counted,
  type Entry,
  type FoundLesson,
  type KeptDesk,
  type Sorted,
} from '../lesson/class.ts';
import { ALL, filtered, type Filter } from '../lesson/counts.ts';
import type { Session } from './session.svelte.ts';

/** All that is undone by one step back. */
interface Desk {
  readonly batches: readonly Batch[];
  readonly removed: ReadonlySet<number>;
  readonly again: ReadonlySet<number>;
}

/** Some of the links that count, under a name of the teacher’s. */
export interface Group {
  readonly name: string;
  readonly counted: readonly Counted[];
}

export class Class {
  #past = $state.raw<readonly Desk[]>([{ batches: [], removed: new Set(), again: new Set() }]);
  /** What is written in the field for pasting, so that it is still there when the teacher comes back. */
  draft = $state('');
  /** The fingerprint that the teacher chose; null for the lesson with the most work. */
  chosen = $state<string | null>(null);
  filter = $state.raw<Filter>(ALL);
  names = $state<[string, string]>(['First group', 'Second group']);
  /** The group that the next links go to. */
  into = $state<0 | 1>(0);
  /** Whether what was kept before has been looked for. Until then nothing is kept, or it would be written over. */
  ready = $state(false);

  readonly lessons: readonly FoundLesson[];
  readonly lesson: FoundLesson;
  readonly #sorted: Sorted;
  /** What is looked at: one group, or two that are compared. Those with the filter applied. */
  readonly groups: readonly Group[];

  constructor(session: Session) {
    const play = $derived(player(session.machine, session.known ? session.graph : null));
    this.lessons = $derived(lessonsIn(session.scenario, this.desk.batches));
    this.lesson = $derived(
      this.lessons.find(({ print }) => print === this.chosen) ??
        this.lessons[0] ?? { print: '', lesson: null, links: 0 },
    );
    this.#sorted = $derived(
      sortOut(session.scenario, play, this.desk.batches, { ...this.desk, lesson: this.lesson.print }),
    );
    this.groups = $derived.by(() => {
      const all = filtered(this.counted, this.filter);
      if (!this.compared) return [{ name: '', counted: all }];
      return ([0, 1] as const).map((at) => ({
        name: this.names[at],
        counted: all.filter(({ group }) => group === at),
      }));
    });
  }

  get desk(): Desk {
    return this.#past.at(-1) as Desk;
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
  get kept(): KeptDesk | null {
    const { batches, removed, again } = this.desk;
    if (batches.length === 0) return null;
    return {
      batches: batches.map(({ from, text, group }) => ({ from, text, group })),
      removed: [...removed],
      again: [...again],
      chosen: this.chosen,
      names: [...this.names],
      into: this.into,
    };
  }

  /** Lays out what was kept, with its `batches` read anew, before anything that was gathered meanwhile. */
  layOut({ removed, again, chosen, names, into }: KeptDesk, batches: readonly Batch[]): void {
    const desk = { removed: new Set(removed), again: new Set(again) };
    this.#past = [{ ...desk, batches: [...batches, ...this.desk.batches] }];
    this.chosen = chosen;
    this.names = [...names];
    this.into = into;
  }

  add(batches: readonly Batch[]): void {
    this.#put({ ...this.desk, batches: [...this.desk.batches, ...batches] });
  }

  /** Takes an entry out, or puts it back. */
  remove(number: number, out: boolean): void {
    this.#put({ ...this.desk, removed: changed(this.desk.removed, [number], out) });
  }

  /** Counts entries that are the same as others, or no longer. */
  countAgain(numbers: readonly number[], count: boolean): void {
    this.#put({ ...this.desk, again: changed(this.desk.again, numbers, count) });
  }

  /** Begins with an empty desk; this too can be undone. */
  clear(): void {
    this.#put({ batches: [], removed: new Set(), again: new Set() });
  }

  get canUndo(): boolean {
    return this.#past.length > 1;
  }

  undo(): void {
    if (this.canUndo) this.#past = this.#past.slice(0, -1);
  }

  #put(desk: Desk): void {
    this.#past = [...this.#past, desk];
  }
}

function changed(set: ReadonlySet<number>, numbers: readonly number[], has: boolean): ReadonlySet<number> {
  const named = new Set(numbers);
  const others = [...set].filter((number) => !named.has(number));
  return new Set(has ? [...others, ...numbers] : others);
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
