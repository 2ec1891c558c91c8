/** The address of the page as the place where the story is kept: read when it changes, written when the story does. */
import { BARE, decodeLink, encodeLink, unescaped, type DecodedLink, type Link } from './link.ts';

export interface Address {
  /** Writes `link` to the address: a new entry of the browser’s history, or nothing when it stands there already. */
  readonly write: (link: Link) => void;
  /** The full address that opens `link`. */
  readonly of: (link: Link) => string;
}

/**
 * Reads the address now and whenever the reader moves through the browser’s history. `opened` is given what stands
 * there, null for nothing, and gives back the link of what it shows because of it; null when it opened nothing.
 */
export function watchAddress(opened: (link: DecodedLink | null) => Link | null): Address {
  /** The fragment of what is shown. */
  let shown = '';
  /** A story that has not begun, in its first view, needs no link. */
  const fragment = (link: Link) => {
    const text = encodeLink(link);
    return text === encodeLink({ ...BARE, edition: link.edition }) ? '' : `#${text}`;
  };
  const at = (fragment: string) => location.href.split('#')[0] + fragment;

  const read = () => {
    const text = location.hash.slice(1);
    const link = opened(text === '' ? null : decodeLink(unescaped(text)));
    if (!link) return; // A damaged link stays in the address, so that it can be looked at and mended.
    shown = fragment(link);
    if (location.hash !== shown) history.replaceState(null, '', at(shown));
  };
  window.addEventListener('popstate', read);
  read();
  return {
    write(link) {
      if (fragment(link) === shown) return;
      shown = fragment(link);
      history.pushState(null, '', at(shown));
    },
    of: (link) => at(fragment(link)),
  };
}
