/**
 * The folder of the site. Several copies of the site can share an origin, so names in the browser’s storage contain
 * the folder.
 */

/**
 * The path of the folder of the page at `address`, with its slashes; empty for a page that is not on http or https.
 * On a disk the path can change (for example the drive letter of a stick), and stored work would not be found again.
 */
export function folderOf(address: string): string {
  const url = new URL(address);
  return /^https?:$/.test(url.protocol) ? new URL('.', url).pathname : '';
}
