/**
 * Names that become folders and files of the built site. The scenario ID has the folder `ID/` with `index.html` and a
 * page and two pictures for each walk, and the files `scenario/ID.json` and `embed/ID-EDITION.html`.
 */

/**
 * Files and folders of the site itself, without their endings: hosts leave endings out of addresses, so that the folder
 * `parley/` would stand where `parley.html` does. Compared in small letters.
 */
export const SITE_NAMES: ReadonlySet<string> = new Set([
  ...['assets', 'embed', 'hosts', 'scenario'],
  ...['index', 'parley', 'article', 'element', 'loader', 'service-worker'],
  ...['icon', 'manifest', 'preview', 'example', 'licences', 'oembed', 'sitemap', 'robots'],
]);

/** Device names of Windows, reserved with any ending: such a file cannot be made, or not opened. */
const DEVICE = /^(con|prn|aux|nul|com[0-9]|lpt[0-9])$/i;

/** Why the scenario `id` cannot have a folder in the site; empty where it can. */
export function scenarioNameFault(id: string): string {
  if (SITE_NAMES.has(id.toLowerCase())) return 'the site has a file or a folder of that name';
  return deviceFault(id);
}

/** Why the walk `id` cannot have a page beside that of its scenario; empty where it can. */
export function walkNameFault(id: string): string {
  return id.toLowerCase() === 'index' ? 'the page of the scenario has that name' : deviceFault(id);
}

const deviceFault = (id: string): string => (DEVICE.test(id) ? 'Windows keeps that name for a device' : '');
