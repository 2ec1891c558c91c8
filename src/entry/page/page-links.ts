/** Writes and reads the links of the scenario shown. Lessons in links can be read after `load` has resolved. */
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

  /** `home` is the address that shared links lead to; empty for none. */
  constructor(visit: Visit, home: string) {
    this.#visit = visit;
    this.#home = home;
  }

  /** Loads the lesson codec. */
  async load(): Promise<LessonCodec> {
    return (this.#lessons ??= await import('../../codec/lesson.ts'));
  }

  /** The complete link of `place`, without a limit of length. */
  to(place: Place): Link {
    return linkTo(place, this.#visit.naming, this.#lessons);
  }

  /** The link of `place`, reduced to the maximum length. */
  fitting(place: Place): Link {
    return fitting(this.to(place));
  }

  /** The address of `link` for sharing. */
  address(link: Link): string {
    return addressOf(this.#home, this.#home === '' ? encodeLink(link) : textOf(link));
  }

  /**
   * The address of the work in the lesson of `place`, null where it would be too long, and whether it contains the
   * lesson.
   */
  handIn(place: Place): { readonly address: string | null; readonly whole: boolean } {
    const { link, whole } = handIn(place, this.#visit.naming, this.#lessons);
    return { address: link && this.address(link), whole };
  }

  /** The place that `link` opens in the scenario shown, or the reason why there is none. */
  read(link: DecodedLink): Read {
    return readPlace(link, (of) => this.#visit.showsOf(of), this.#lessons);
  }

  /** The place that the link of a stored story opens, in any edition. */
  readKept(link: DecodedLink): Read {
    return readPlace(link, (of) => this.#visit.keeps(of), this.#lessons);
  }

  /**
   * The place that the first link in a pasted text opens. While the lesson codec is not loaded, only its story is
   * read.
   */
  readText(text: string): Read {
    const link = findLink(text);
    return this.read(
      link.ok && !this.#lessons ? { ok: true, value: { ...link.value, lesson: '', work: '' } } : link,
    );
  }
}
