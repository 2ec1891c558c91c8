/** Builds a version of the site in which every page says so at its foot: `tsx newer.ts FOLDER`. */
import { join } from 'node:path';
import { build } from 'vite';

const root = join(import.meta.dirname, '../..');
const [outDir = ''] = process.argv.slice(2);

await build({
  root,
  configFile: join(root, 'vite.config.ts'),
  logLevel: 'warn',
  build: { outDir, emptyOutDir: true },
  plugins: [
    {
      name: 'newer-version',
      enforce: 'pre',
      transform: {
        filter: { id: /words\/views\/shell\.ts$/ },
        handler(code) {
          const changed = code.replace('=> `Edition ${', '=> `The newer version. Edition ${');
          if (changed === code) this.error('The foot of the page no longer says “Edition”.');
          return changed;
        },
      },
    },
  ],
});
