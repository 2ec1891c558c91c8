/** The address of the page as the place where the story is kept: read when it changes, written when the story does. */
import {
  EMPTY_LINK,
  decodeLink,
  encodeLink,
  decodePercent,
  type DecodedLink,
  type Link,
} from '../codec/link.ts';
import { barOf } from '../codec/passed-on.ts';

export interface Address {
  /** Writes `link` to the address: a new entry of the browser’s history, or nothing when it stands there already. */
  readonly write: (link: Link) => void;
  /** What is written from here on carries another mark, and what is shown now with the next writing. */
  readonly mark: (mark: string) => void;
  /** Opens what stands in the address once more: for a link that could not be read before, as its reader was not loaded. */
  readonly readAgain: () => void;
}

/** What the address needs of the window it stands in. */
export interface AddressWindow extends Pick<EventTarget, 'addEventListener'> {
  readonly location: Pick<Location, 'href' | 'hash' | 'search'>;
  readonly history: Pick<History, 'state' | 'pushState' | 'replaceState'>;
  readonly self: unknown;
  readonly top: unknown;
}

/** Writes to the history. Browsers refuse this in some frames, and where it is called too often; the address then stays. */
function record({ history }: AddressWindow, how: 'push' | 'replace', address: string, mark: string): void {
  const state = mark === '' ? null : { work: mark };
  try {
    if (how === 'push') history.pushState(state, '', address);
    else history.replaceState(state, '', address);
  } catch {
    // The link that the page offers for copying does not depend on the address.
  }
}

/** The mark that an entry of the browser’s history carries: it lasts as long as the tab, and is in no link. */
function markIn({ history }: AddressWindow): string {
  const state: unknown = history.state;
  const mark = typeof state === 'object' && state !== null && 'work' in state ? state.work : '';
  return typeof mark === 'string' && /^[0-9a-v]{16}$/.test(mark) ? mark : '';
}

/** The text of `link`; empty for a story that has not begun, in its first view: that needs no link. */
export function textOf(link: Link): string {
  const text = encodeLink(link);
  return text === encodeLink({ ...EMPTY_LINK, edition: link.edition }) ? '' : text;
}

/**
 * Reads the address now and whenever the reader moves through the browser’s history. `opened` is given what stands
 * there, null for nothing, with the mark of the entry, empty for one that is new here; it gives back the link of what it
 * shows because of it, null when it opened nothing. Then `markOf` gives the mark that the entry carries from then on. With
 * `keepQuery` the address keeps its query; without, only a link in `?p=` that could not be opened. `page` is the window
 * whose address it is.
 */
export function watchAddress(
  opened: (link: DecodedLink | null, mark: string) => Link | null,
  markOf: (mark: string) => string,
  keepQuery: boolean,
  page: AddressWindow = window,
): Address {
  const { location } = page;
  const marked = () => markIn(page);
  /** The fragment of what is shown, and the link written last. */
  let shown = '';
  let written: Link | null = null;
  let mark = '';
  const fragment = (link: Link) => {
    const text = textOf(link);
    return text === '' ? '' : `#${text}`;
  };
  const at = (fragment: string) => {
    const url = new URL(barOf(location.href, keepQuery));
    if (url.searchParams.has('p')) url.searchParams.delete('p');
    return url.href.split('#')[0] + fragment;
  };
  // In a frame, a new entry would land in the history of the page around it.
  const framed = page.self !== page.top;

  const read = () => {
    // Some programs put words of their own after the number sign, so a link may also stand in `?p=`.
    const text = new URLSearchParams(location.search).get('p') ?? location.hash.slice(1);
    const given = text === '' ? null : decodeLink(decodePercent(text));
    const link = opened(given, marked());
    mark = markOf(marked());
    if (!link) {
      // A damaged link stays in the address, so that it can be looked at and mended.
      const bar = barOf(location.href, keepQuery);
      if (location.href !== bar) record(page, 'replace', bar, marked());
      return;
    }
    shown = fragment(link);
    // A link of an earlier edition stays until the reader goes on, so that what became of it can be seen again.
    const earlier = given?.ok === true && given.value.edition < link.edition;
    const bar = earlier ? barOf(location.href, keepQuery) : at(shown);
    if (location.href !== bar || mark !== marked()) record(page, 'replace', bar, mark);
  };
  page.addEventListener('popstate', read);
  read();
  return {
    write(link) {
      if (fragment(link) === shown) {
        if (mark !== marked()) record(page, 'replace', location.href, mark);
        return;
      }
      shown = fragment(link);
      // What a student or a teacher writes belongs to the step, or the page, at which it is written.
      const same =
        written?.story.join() === link.story.join() &&
        written.view === link.view &&
        (written.work !== link.work ||
          (link.view === 'teach' && written.ready === link.ready && written.lesson !== link.lesson));
      written = link;
      record(page, framed || same ? 'replace' : 'push', at(shown), mark);
    },
    mark: (given) => (mark = given),
    readAgain: read,
  };
}
