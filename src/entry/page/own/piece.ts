/** The piece of work that is open: the place it was opened with, the place it stands at, and its stored form. */
import type { Beginning, StoredStory } from '../../../codec/stored-story.ts';
import { startsWith } from '../../../machine/replay.ts';
import type { Story } from '../../../scenario/scenario.ts';
import { furthest, hasOwnWork, sameLesson } from '../../../session/own.ts';
import type { Place } from '../../../session/place.ts';
import type { StoredForm, StoredTexts } from './stored-form.ts';

export class Piece {
  id: string;
  /** Where it stands. */
  last: Place;
  /** As it is kept; null before there is anything of the reader’s own in it. */
  kept: StoredStory | null = null;
  /** Whether it is not known yet if it is kept already. */
  finding = false;
  readonly #opened: Place;
  readonly #byLink: boolean;
  #furthest: Story;

  /** A piece that was `opened` there, by a link or by the page; `told` is the story that stays when the reader goes back. */
  constructor(id: string, opened: Place, byLink: boolean, told: Story = []) {
    this.id = id;
    this.last = this.#opened = opened;
    this.#byLink = byLink;
    this.#furthest = told;
  }

  /** Whether there is anything to keep once it stands at `place`. */
  isOwn(place: Place): boolean {
    return this.kept !== null || hasOwnWork(this.#opened, place);
  }

  /** Whether `found`, which was kept before the page was loaded again, is this piece: may be further on than the address. */
  isAt(found: Place): boolean {
    const { story, lesson } = this.#opened;
    return (
      (startsWith(found.story, story) || startsWith(story, found.story)) &&
      (lesson === null || sameLesson(lesson, found.lesson))
    );
  }

  /** Goes on with what is `kept`, whose story is `story`. */
  goOnWith(kept: StoredStory, story: Story): void {
    this.kept = kept;
    this.#furthest = furthest(story, this.#opened.story);
  }

  /**
   * What the piece of `scenario` is kept as when it stands at `place`, at the time `now` in milliseconds; null where
   * that is kept already, or lessons cannot be written yet.
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
