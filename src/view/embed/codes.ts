/** Writes the code for each way of embedding the map. */
import { attributes, html, lines, type Markup } from '../../scenario/text/markup.ts';
import { pictureWords } from '../../words/terms/picture.ts';

export interface Wanted {
  /** Address of the folder of the site, with its last slash. */
  readonly site: string;
  readonly scenario: string;
  readonly edition: number;
  readonly title: string;
  /** The link of the first story, without `#`; empty for the beginning. */
  readonly link: string;
  /** Whether the embed stays at this edition; otherwise it shows the newest. */
  readonly kept: boolean;
  readonly theme: 'auto' | 'light' | 'dark';
  /** Number of steps of the story that cannot be changed. */
  readonly lock: number;
}

/** The address of the page of the embed. */
export function embedAddress({ site, scenario, edition, link, kept, theme, lock }: Wanted): string {
  const address = new URL(kept ? `embed/${scenario}-${edition}.html` : 'embed.html', site);
  if (theme !== 'auto') address.searchParams.set('theme', theme);
  if (lock > 0) address.searchParams.set('lock', String(lock));
  if (link) address.hash = link;
  return address.href;
}

export const frameCode = (wanted: Wanted): string => String(frame(wanted, false));

const frame = (wanted: Wanted, marked: boolean): Markup =>
  html`<iframe${attributes({
    'data-parley': marked,
    src: embedAddress(wanted),
    title: wanted.title,
    width: '100%',
    height: 700,
    loading: 'lazy',
    frameborder: 0,
  })}></iframe>`;

export const loaderCode = (wanted: Wanted): string =>
  String(
    lines([
      frame(wanted, true),
      html`<script${attributes({ src: `${wanted.site}loader.js`, defer: true })}></script>`,
    ]),
  );

export function componentCode({ site, scenario, link, theme, lock }: Wanted): string {
  const set = attributes({
    scenario,
    story: link || undefined,
    theme: theme === 'auto' ? undefined : theme,
    lock: lock > 0 && lock,
  });
  return String(
    lines([
      html`<script type="module" src="${site}element.js"></script>`,
      html`<parley-scenario${set}></parley-scenario>`,
    ]),
  );
}

export function pictureCode({ site, title, link }: Wanted): string {
  const picture = html`<img src="${site}preview.png" alt="${pictureWords.alt(title)}" width="1440" height="860">`;
  return String(html`<a href="${link ? `${site}#${link}` : site}">${picture}</a>`);
}
