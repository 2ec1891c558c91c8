/** Which copy of the site is this? Several may share an origin, in folders of their own: what each keeps carries its folder. */

/**
 * The path of the folder that the page at `address` stands in, with its slashes; empty for a page that no host serves.
 * From a disk the path changes with the drive letter of a stick, and what is kept would not be found again.
 */
export function folderOf(address: string): string {
  const url = new URL(address);
  return /^https?:$/.test(url.protocol) ? new URL('.', url).pathname : '';
}
