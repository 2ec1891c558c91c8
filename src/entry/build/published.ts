/** Virtual module with the address, publisher and contact of the site, from the environment of the build. */
import type { Plugin } from 'vite';
import { siteAddress } from './pages.ts';

const NAME = 'virtual:published';
const LONGEST = 200;

/**
 * Plugin for `virtual:published`. The default export is the address in `PARLEY_ADDRESS`, empty where there is none;
 * `publisher` is the result of `publisherOf` for the environment.
 */
export const published = (): Plugin => ({
  name: 'published',
  resolveId: { filter: { id: /^virtual:published$/ }, handler: () => `\0${NAME}` },
  load: {
    filter: { id: /^\0virtual:published$/ },
    handler: () =>
      `export default ${JSON.stringify(siteAddress())};\nexport const publisher = ${JSON.stringify(publisherOf(process.env))};`,
  },
});

/**
 * The publisher of the site (`PARLEY_PUBLISHER`, a name) and the address for reports of errors (`PARLEY_CONTACT`,
 * which begins with `mailto:` or `https:`) in the environment `given`; each is empty where it is not set. Throws an
 * Error where a value is invalid.
 */
export function publisherOf(given: Readonly<Record<string, string | undefined>>): {
  readonly name: string;
  readonly contact: string;
} {
  const name = (given.PARLEY_PUBLISHER ?? '').trim();
  if (name.length > LONGEST || /[\p{C}<>]/u.test(name))
    throw new Error(
      `PARLEY_PUBLISHER is “${name}”. It should be a name of at most ${LONGEST} characters, such as Example School.`,
    );
  const contact = (given.PARLEY_CONTACT ?? '').trim();
  if (contact !== '' && !isContact(contact))
    throw new Error(
      `PARLEY_CONTACT is “${contact}”. It should be an address such as mailto:corrections@example.org or https://example.org/corrections.`,
    );
  return { name, contact };
}

function isContact(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url?.protocol === 'mailto:') return /^[^\s@?]+@[^\s@?]+$/.test(url.pathname) && url.search === '';
  return url?.protocol === 'https:' && url.username === '' && url.password === '';
}
