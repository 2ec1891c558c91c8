/**
 * The addresses that leave the page: in links, exports, codes, packages and messages. All of them are made here, of
 * origin, path and the text of a link. None holds the query of the page’s own address, which may hold the launch of a
 * learning platform or a token, nor a path on the reader’s disk.
 */

/**
 * The address that links begin with: that of the page at `page`, or of `file` seen from it, without query, fragment and
 * user. A page that did not come by HTTP(S), such as one from a disk, gives `published`, where the site was built to
 * stand; this is empty where nobody has said.
 */
export function homeOf(page: string, published = '', file = ''): string {
  try {
    const { protocol, origin, pathname } = new URL(file, page);
    return /^https?:$/.test(protocol) ? origin + pathname : published;
  } catch {
    // A page that was made out of a text has no address that a file could be seen from.
    return published;
  }
}

/** The address of `link`, the text of a link; without a home only its end, which begins with `#`. */
export const addressOf = (home: string, link: string): string =>
  home !== '' && link === '' ? home : `${home}#${link}`;

/**
 * The page’s own address `page` as its address bar keeps it, where people copy from as well. The program reads nothing
 * of the query but a link in `p`. `keepQuery` keeps the rest of it, where the page needs it to be loaded again.
 */
export function barOf(page: string, keepQuery: boolean): string {
  const url = new URL(page);
  const others = [...url.searchParams.keys()].filter((name) => name !== 'p');
  // Whatever is removed from a query has the rest of it written anew: nothing is removed without need.
  if (!keepQuery) for (const name of others) url.searchParams.delete(name);
  return url.href;
}
