/** The address of the page as the place where the story is kept: read when it changes, written when the story does. */
import { BARE, decodeLink, encodeLink, unescaped, type DecodedLink, type Link } from './link.ts';

export interface Address {
  /** Writes `link` to the address: a new entry of the browser’s history, or nothing when it stands there already. */
  readonly write: (link: Link) => void;
  /** The full address that opens `link`. */
  readonly of: (link: Link) => string;
}

/** Browsers refuse this in some frames, and where it comes too often: then the address stays as it was. */
function record(how: 'push' | 'replace', address: string): void {
  try {
    if (how === 'push') history.pushState(null, '', address);
    else history.replaceState(null, '', address);
  } catch {
    // The link that the page offers for copying is right all the same.
  }
}

/**
 * Reads the address now and whenever the reader moves through the browser’s history. `opened` is given what stands
 * there, null for nothing, and gives back the link of what it shows because of it; null when it opened nothing.
 */
export function watchAddress(opened: (link: DecodedLink | null) => Link | null): Address {
  /** The fragment of what is shown, and the link written last. */
  let shown = '';
  let written: Link | null = null;
  /** A story that has not begun, in its first view, needs no link. */
  const fragment = (link: Link) => {
    const text = encodeLink(link);
    return text === encodeLink({ ...BARE, edition: link.edition }) ? '' : `#${text}`;
  };
  const at = (fragment: string) => {
    const url = new URL(location.href);
    if (url.searchParams.has('p')) url.searchParams.delete('p');
    return url.href.split('#')[0] + fragment;
  };
  // In a frame, a new entry would land in the history of the page around it.
  const framed = window.self !== window.top;

  const read = () => {
    // Some programs put words of their own after the number sign, so a link may also stand in `?p=`.
    const text = new URLSearchParams(location.search).get('p') ?? location.hash.slice(1);
    const link = opened(text === '' ? null : decodeLink(unescaped(text)));
    if (!link) return; // A damaged link stays in the address, so that it can be looked at and mended.
    shown = fragment(link);
    if (location.href !== at(shown)) record('replace', at(shown));
  };
  window.addEventListener('popstate', read);
  read();
  return {
    write(link) {
      if (fragment(link) === shown) return;
      shown = fragment(link);
      // What a student or a teacher writes belongs to the step, or the page, at which it is written.
      const same =
        written?.story.join() === link.story.join() &&
        written.view === link.view &&
        (written.work !== link.work || (link.view === 'teach' && written.lesson !== link.lesson));
      written = link;
      record(framed || same ? 'replace' : 'push', at(shown));
    },
    of: (link) => at(fragment(link)),
  };
}
