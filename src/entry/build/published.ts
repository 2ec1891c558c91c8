/** What the program knows of where its site stands, for the page that was opened from a disk. */
import type { Plugin } from 'vite';
import { siteAddress } from './pages.ts';

const NAME = 'virtual:published';

/** `virtual:published` is the address in `PARLEY_ADDRESS`, empty where there is none. */
export const published = (): Plugin => ({
  name: 'published',
  resolveId: { filter: { id: /^virtual:published$/ }, handler: () => `\0${NAME}` },
  load: {
    filter: { id: /^\0virtual:published$/ },
    handler: () => `export default ${JSON.stringify(siteAddress())}`,
  },
});
