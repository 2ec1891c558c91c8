/** Converts a place to the texts of a stored story, and back. */
import { decodeLink, encodeLink, type DecodedLink, type Link } from '../../../codec/link.ts';
import type { StoredStory } from '../../../codec/stored-story.ts';
import { migrate, currentCodes } from '../../../machine/receipt.ts';
import type { Machine } from '../../../machine/situation.ts';
import type { Place } from '../../../session/place.ts';
import type { LessonCodec, Read } from '../links.ts';

export type StoredTexts = Pick<StoredStory, 'link' | 'lesson' | 'work'>;

export interface StoredForm {
  /** The stored texts of `place`; null for a place with a lesson while the lesson codec is not loaded. */
  readonly write: (place: Place) => StoredTexts | null;
  readonly loaded: () => boolean;
  readonly load: () => Promise<void>;
  /** The stored place, migrated to the edition shown; null where it cannot be read. */
  readonly read: (kept: StoredTexts) => Promise<Place | null>;
}

/** The edition of a stored story; null where its link cannot be read. */
export function editionOf({ link }: StoredTexts): number | null {
  const read = decodeLink(link);
  return read.ok ? read.value.edition : null;
}

/** Options of `storedForm`. `machine` gives the machine of the edition shown, to which older stories are migrated. */
export interface FormOptions {
  readonly machine: () => Machine;
  readonly linkTo: (place: Place) => Link;
  readonly placeOf: (link: DecodedLink) => Read;
  /** Loads the lesson codec. */
  readonly loadLessons: () => Promise<LessonCodec>;
}

export function storedForm({ machine, linkTo, placeOf, loadLessons }: FormOptions): StoredForm {
  let lessons: LessonCodec | null = null;
  const load = async () => {
    lessons = await loadLessons();
  };

  /**
   * The link of the story at `place`, without the lesson and work, which are stored separately. Settings are left out
   * where the link would be too long.
   */
  function linkText(place: Place): string {
    const bare: Place = {
      ...place,
      view: 'story',
      ending: '',
      compared: [],
      lesson: null,
      replies: new Map(),
    };
    try {
      return encodeLink(linkTo(bare));
    } catch {
      return encodeLink(linkTo({ ...bare, weights: new Map(), aside: [] }));
    }
  }

  return {
    loaded: () => lessons !== null,
    load,
    write(place) {
      const { lesson } = place;
      if (!lesson) return { link: linkText(place), lesson: '', work: '' };
      return (
        lessons && {
          link: linkText(place),
          lesson: lessons.encodeLesson(lesson),
          work: lessons.encodeWork({ ...place, lesson: lessons.fingerprint(lesson) }),
        }
      );
    },
    async read({ link, lesson, work }) {
      const read = decodeLink(link);
      if (!read.ok) return null;
      if (lesson !== '') await load();
      const found = placeOf({ ok: true, value: { ...read.value, lesson, work } });
      if (!found.ok) return null;
      const { story } = found.value;
      const [now, { edition }] = [machine(), read.value];
      const earlier = edition < now.scenario.edition;
      return {
        ...found.value,
        story: earlier
          ? migrate(now, story).replay.steps.map(({ code }) => code)
          : currentCodes(now.scenario, story),
      };
    },
  };
}
