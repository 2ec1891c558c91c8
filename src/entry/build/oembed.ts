/**
 * The oEmbed 1.0 response of the site (oembed.com): a static file that describes the embed of the map from its
 * beginning.
 */
import type { ScenarioFile } from '../../scenario/format.ts';
import { frameCode } from '../../view/embed/codes.ts';

/** Sizes of the frame and of `preview.png`, in pixels. */
const WIDTH = 600;
const HEIGHT = 700;
const THUMBNAIL = { thumbnail_width: 1440, thumbnail_height: 860 };

/** The text of `oembed.json`. `site` is the address of the folder of the site, with its last slash. */
export function oembed({ id, edition, title }: ScenarioFile, site: string): string {
  const html = frameCode({
    site,
    scenario: id,
    edition,
    title,
    link: '',
    kept: false,
    theme: 'auto',
    lock: 0,
  });
  return `${JSON.stringify(
    {
      version: '1.0',
      type: 'rich',
      title,
      provider_name: 'Parley',
      provider_url: site,
      html,
      width: WIDTH,
      height: HEIGHT,
      thumbnail_url: `${site}preview.png`,
      ...THUMBNAIL,
    },
    null,
    2,
  )}\n`;
}

/** The link element by which a page announces its `oembed.json` (oEmbed discovery). */
export function oembedLink(title: string, site: string) {
  return {
    tag: 'link',
    attrs: { rel: 'alternate', type: 'application/json+oembed', href: `${site}oembed.json`, title },
    injectTo: 'head' as const,
  };
}
