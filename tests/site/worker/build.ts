/** Builds the page with a worker as the site is built, with the whole of it in one file as well: `tsx build.ts FOLDER`. */
import { build } from 'vite';
import { strictPolicy } from '../../../src/entry/build/policy.ts';
import { wholeFile } from '../../../src/entry/build/whole-file.ts';

const [outDir = ''] = process.argv.slice(2);

await build({
  root: import.meta.dirname,
  configFile: false,
  base: './',
  logLevel: 'warn',
  plugins: [strictPolicy(), wholeFile(() => [])],
  build: { target: 'es2022', modulePreload: { polyfill: false }, outDir, emptyOutDir: true },
});
