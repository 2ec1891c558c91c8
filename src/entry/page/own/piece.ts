/** The open piece of work: the place where it was opened, its present place, and its stored form. */
import type { Beginning, StoredStory } from '../../../codec/stored-story.ts';
import { startsWith } from '../../../machine/replay.ts';
import type { Story } from '../../../scenario/scenario.ts';
import { furthest, hasOwnWork, sameLesson } from '../../../session/own.ts';
import type { Place } from '../../../session/place.ts';
import type { StoredForm, StoredTexts } from './stored-form.ts';

export class Piece {
  id: string;
  /** Its present place. */
  last: Place;
  /** Its stored form; null before there is own work. */
  kept: StoredStory | null = null;
  /** Whether the look-up of its stored form is still running. */
  finding = false;
  readonly #opened: Place;
  readonly #byLink: boolean;
  #furthest: Story;

  /**
   * A piece that was opened at the place `opened`; `byLink` is false where the page opened it. `told` is the longest
   * story so far, which is kept when the reader goes back.
   */
  constructor(id: string, opened: Place, byLink: boolean, told: Story = []) {
    this.id = id;
    this.last = this.#opened = opened;
    this.#byLink = byLink;
    this.#furthest = told;
  }

  /** Whether the piece contains own work at `place`. */
  isOwn(place: Place): boolean {
    return this.kept !== null || hasOwnWork(this.#opened, place);
  }

  /** Whether `found`, stored before a reload, is this piece. It may be further on than the address. */
  isAt(found: Place): boolean {
    const { story, lesson } = this.#opened;
    return (
      (startsWith(found.story, story) || startsWith(story, found.story)) &&
      (lesson === null || sameLesson(lesson, found.lesson))
    );
  }

  /** Continues the stored form `kept`, whose story is `story`. */
  goOnWith(kept: StoredStory, story: Story): void {
    this.kept = kept;
    this.#furthest = furthest(story, this.#opened.story);
  }

  /**
   * The stored form of the piece at `place`. `scenario` is the storage key and `now` the time in milliseconds. Null
   * where that form is stored already, or lessons cannot be written yet.
   */
  keptAt(place: Place, form: StoredForm, scenario: string, now: number): StoredStory | null {
    const story = furthest(this.#furthest, place.story);
    const texts = form.write({ ...place, story });
    if (!texts) return null;
    this.#furthest = story;
    if (this.kept && sameTexts(this.kept, texts)) return null;
    const { from = this.#from(place), created = now } = this.kept ?? {};
    return (this.kept = { id: this.id, scenario, ...texts, from, created, changed: now, revision: 0 });
  }

  #from(place: Place): Beginning {
    if (place.lesson) return 'lesson';
    if (place.walk) return 'walk';
    if (this.#opened.story.length === 0) return 'start';
    return this.#byLink ? 'link' : 'map';
  }
}

const sameTexts = (a: StoredTexts, b: StoredTexts): boolean =>
  a.link === b.link && a.lesson === b.lesson && a.work === b.work;
