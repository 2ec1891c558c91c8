/** The code to paste for each way of embedding the map. */

export interface Wanted {
  /** The address of the site’s folder, with its last slash. */
  readonly site: string;
  readonly scenario: string;
  readonly edition: number;
  readonly title: string;
  /** What stands after `#` in a link to the story to begin with; empty for the beginning. */
  readonly link: string;
  /** Whether the embed keeps this edition, or is always the newest. */
  readonly kept: boolean;
  readonly theme: 'auto' | 'light' | 'dark';
  /** How many steps of the story cannot be changed. */
  readonly lock: number;
}

/** The address of the embed as a page. */
export function embedAddress({ site, scenario, edition, link, kept, theme, lock }: Wanted): string {
  const address = new URL(kept ? `embed/${scenario}-${edition}.html` : 'embed.html', site);
  if (theme !== 'auto') address.searchParams.set('theme', theme);
  if (lock > 0) address.searchParams.set('lock', String(lock));
  if (link) address.hash = link;
  return address.href;
}

export function frameCode(wanted: Wanted, marked = false): string {
  const { title } = wanted;
  return tag('iframe', {
    ...(marked ? { 'data-parley': '' } : {}),
    src: embedAddress(wanted),
    title,
    width: '100%',
    height: '700',
    loading: 'lazy',
    frameborder: '0',
  });
}

export function loaderCode(wanted: Wanted): string {
  return `${frameCode(wanted, true)}\n${tag('script', { src: `${wanted.site}loader.js`, defer: '' })}`;
}

export function componentCode({ site, scenario, link, theme, lock }: Wanted): string {
  return `${tag('script', { type: 'module', src: `${site}element.js` })}\n${tag('parley-scenario', {
    scenario,
    ...(link ? { story: link } : {}),
    ...(theme === 'auto' ? {} : { theme }),
    ...(lock > 0 ? { lock: String(lock) } : {}),
  })}`;
}

export function pictureCode({ site, title, link }: Wanted): string {
  const alt = `${title}: a question, its answers, the map and the endings still open`;
  const picture = `<img src="${escaped(`${site}preview.png`)}" alt="${escaped(alt)}" width="1440" height="860">`;
  return `<a href="${escaped(link ? `${site}#${link}` : site)}">${picture}</a>`;
}

function tag(name: string, attributes: Readonly<Record<string, string>>): string {
  const written = Object.entries(attributes).map(([key, value]) =>
    value ? `${key}="${escaped(value)}"` : key,
  );
  return `<${[name, ...written].join(' ')}></${name}>`;
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
