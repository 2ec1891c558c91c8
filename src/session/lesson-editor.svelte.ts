/** A teacher’s making of lessons: the one in the making, the one before it, and which of them, or which ready lesson, is shown. */
import type { Openings } from '../analysis/graph/openings.ts';
import type { Lesson } from '../lesson/lesson.ts';
import { wayOf } from '../lesson/way.ts';
import type { Machine } from '../machine/situation.ts';
import type { Story, Walk } from '../scenario/scenario.ts';
import type { Place } from './place.ts';

/** A lesson in the making, and the story along which its steps are laid out: it begins with those of the lesson. */
export interface Draft {
  readonly lesson: Lesson;
  readonly way: Story;
}

/** What lessons are made for; what is open from where is asked only where it is `known`. */
interface Ground {
  readonly machine: Machine;
  readonly openings: Openings;
  readonly known: boolean;
}

export class LessonEditor {
  /** Null before there is one. It stays while the page is open. */
  #draft = $state.raw<Draft | null>(null);
  #former = $state.raw<Draft | null>(null);
  #shown = $state('');
  readonly #ground: () => Ground;

  constructor(ground: () => Ground) {
    this.#ground = ground;
  }

  get draft(): Draft | null {
    return this.#draft;
  }

  /** The draft that another took the place of; null for none. */
  get former(): Draft | null {
    return this.#former;
  }

  /** What the view shows: empty for all ways to begin, `edit` for the draft, or the id of a ready lesson. */
  get shown(): string {
    return this.#shown;
  }

  /** Shows something else. */
  turnTo(shown: string): void {
    this.#shown = shown;
  }

  /** Changes `part` of the lesson in the making, whose way stays. */
  write(part: Partial<Lesson>): void {
    const { draft } = this;
    if (draft) this.#draft = { ...draft, lesson: { ...draft.lesson, ...part } };
  }

  /** What an address holds of the making of lessons. */
  get place(): Pick<Place, 'walk' | 'ready' | 'lesson'> {
    return { walk: this.walk?.id ?? '', ready: this.ready, lesson: this.draft?.lesson ?? null };
  }

  /** The walk along which the draft is laid out; undefined for none. */
  get walk(): Walk | undefined {
    return this.#ground().machine.scenario.walks.find(({ story }) => story.join() === this.draft?.way.join());
  }

  /** Begins to make `lesson`, laid out along `way`; what was being made is kept. */
  begin(lesson: Lesson, way: Story = lesson.story): void {
    this.#former = this.#draft;
    if (way === lesson.story) this.#make(lesson, '');
    else this.#draft = { lesson, way };
    this.#shown = 'edit';
  }

  /** The ready lesson that lies open, by its id; empty for none. */
  get ready(): string {
    return this.shown === 'edit' ? '' : this.shown;
  }

  /** Opens what an address holds: a ready lesson before the one that was being made, along a walk; else all ways to begin. */
  open({ lesson, walk, ready }: Pick<Place, 'lesson' | 'walk' | 'ready'>): void {
    if (lesson) this.#make(lesson, walk);
    this.#shown = ready || (lesson ? 'edit' : '');
  }

  /** Changes places with the one before. */
  swap(): void {
    [this.#draft, this.#former] = [this.#former, this.#draft];
  }

  #make(lesson: Lesson, walk: string): void {
    // The same lesson as the draft’s keeps the draft and its way: an address may not say which way that is.
    if (this.draft && JSON.stringify(this.draft.lesson) === JSON.stringify(lesson)) return;
    const { machine, openings, known } = this.#ground();
    this.#draft = { lesson, way: wayOf(lesson, walk, machine, known ? openings : null) };
  }
}
