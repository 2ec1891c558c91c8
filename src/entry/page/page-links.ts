/** The links of the scenario that is shown, as they are written, read and handed on. Lessons are read once `load` has ended. */
import { textOf } from '../../browser/address.ts';
import { encodeLink, findLink, type DecodedLink, type Link } from '../../codec/link.ts';
import { addressOf } from '../../codec/passed-on.ts';
import type { Place } from '../../session/place.ts';
import { fitting, handIn, linkTo, readPlace, type LessonCodec, type Read } from './links.ts';
import type { Visit } from './visit.ts';

export class PageLinks {
  readonly #visit: Visit;
  readonly #home: string;
  #lessons: LessonCodec | null = null;

  /** `home` is where the links that are handed on lead; empty for nowhere. */
  constructor(visit: Visit, home: string) {
    this.#visit = visit;
    this.#home = home;
  }

  /** Fetches what reads and writes lessons. */
  async load(): Promise<LessonCodec> {
    return (this.#lessons ??= await import('../../codec/lesson.ts'));
  }

  /** The link of all of `place`, at whatever length. */
  to(place: Place): Link {
    return linkTo(place, this.#visit.naming, this.#lessons);
  }

  /** A link to `place` with as much as one can hold. */
  fitting(place: Place): Link {
    return fitting(this.to(place));
  }

  /** The address that opens `link`, as it is handed on. */
  address(link: Link): string {
    return addressOf(this.#home, this.#home === '' ? encodeLink(link) : textOf(link));
  }

  /** The address of what was done in the lesson of `place`, null where no link can hold it, and whether the lesson is in it. */
  handIn(place: Place): { readonly address: string | null; readonly whole: boolean } {
    const { link, whole } = handIn(place, this.#visit.naming, this.#lessons);
    return { address: link && this.address(link), whole };
  }

  /** The place that `link` opens in the scenario shown, or why it opens none. */
  read(link: DecodedLink): Read {
    return readPlace(link, (of) => this.#visit.showsOf(of), this.#lessons);
  }

  /** The place that the link of a kept story opens, whichever edition it was told on. */
  readKept(link: DecodedLink): Read {
    return readPlace(link, (of) => this.#visit.keeps(of), this.#lessons);
  }

  /** The place that the first link in a pasted text opens. Before the first lesson, only its story is asked for. */
  readText(text: string): Read {
    const link = findLink(text);
    return this.read(
      link.ok && !this.#lessons ? { ok: true, value: { ...link.value, lesson: '', work: '' } } : link,
    );
  }
}
