/** The folder of the site. Several copies of it can share an origin; the name of what a browser stores for one holds its folder. */

/**
 * The path of the folder that the page at `address` stands in, with its slashes; empty for a page that no host serves.
 * From a disk the path changes with the drive letter of a stick, and what is kept would not be found again.
 */
export function folderOf(address: string): string {
  const url = new URL(address);
  return /^https?:$/.test(url.protocol) ? new URL('.', url).pathname : '';
}
