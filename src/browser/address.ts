/**
 * Keeps the state of the story in the address of the page: reads it when it changes, and writes it when the story
 * does.
 */
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
  /** Writes `link` to the address as a new entry of the browser’s history; does nothing where it is there already. */
  readonly write: (link: Link) => void;
  /** Sets the mark of the entries written from now on; the present entry gets it at the next write. */
  readonly mark: (mark: string) => void;
  /** Opens the link of the address again, for a link whose decoder was not loaded before. */
  readonly readAgain: () => void;
}

/** The parts of a window that `watchAddress` uses. */
export interface AddressWindow extends Pick<EventTarget, 'addEventListener'> {
  readonly location: Pick<Location, 'href' | 'hash' | 'search'>;
  readonly history: Pick<History, 'state' | 'pushState' | 'replaceState'>;
  readonly self: unknown;
  readonly top: unknown;
}

/**
 * Writes to the history. Browsers throw in some frames, and after too many calls; the address then stays as it is.
 */
function record({ history }: AddressWindow, how: 'push' | 'replace', address: string, mark: string): void {
  const state = mark === '' ? null : { work: mark };
  try {
    if (how === 'push') history.pushState(state, '', address);
    else history.replaceState(state, '', address);
  } catch {
    // Ignored: the link that the page offers for copying does not depend on the address.
  }
}

/** The mark of the present entry of the browser’s history. It lasts as long as the tab, and is in no link. */
function markIn({ history }: AddressWindow): string {
  const state: unknown = history.state;
  const mark = typeof state === 'object' && state !== null && 'work' in state ? state.work : '';
  return typeof mark === 'string' && /^[0-9a-v]{16}$/.test(mark) ? mark : '';
}

/** The text of `link`; empty for the beginning of a story in its first view. */
export function textOf(link: Link): string {
  const text = encodeLink(link);
  return text === encodeLink({ ...EMPTY_LINK, edition: link.edition }) ? '' : text;
}

/**
 * Reads the address now and whenever the reader moves through the browser’s history. `opened` is called with the
 * link, null for none, and the mark of the entry, empty for a new one; it returns the link of what is then shown,
 * null where nothing was opened. `markOf` then returns the mark for that entry. With `keepQuery` the address keeps
 * its query; without it, only a link in `?p=` that could not be opened. `page` is the window whose address is used.
 */
export function watchAddress(
  opened: (link: DecodedLink | null, mark: string) => Link | null,
  markOf: (mark: string) => string,
  keepQuery: boolean,
  page: AddressWindow = window,
): Address {
  const { location } = page;
  const marked = () => markIn(page);
  /** The fragment of the present place, and the link written last. */
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
  // In a frame, new entries would be added to the history of the host page.
  const framed = page.self !== page.top;

  const read = () => {
    // Some programs use the fragment themselves, so a link may also be in `?p=`.
    const text = new URLSearchParams(location.search).get('p') ?? location.hash.slice(1);
    const given = text === '' ? null : decodeLink(decodePercent(text));
    const link = opened(given, marked());
    mark = markOf(marked());
    if (!link) {
      // A damaged link stays in the address, where the reader can correct it.
      const bar = barOf(location.href, keepQuery);
      if (location.href !== bar) record(page, 'replace', bar, marked());
      return;
    }
    shown = fragment(link);
    // A link of an earlier edition stays until the reader continues, so that a reload shows the same receipt.
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
      // Text that a student or a teacher writes makes no new entry.
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
