/** How the site is built: plain static files that work from any folder of any host. */
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';

export default defineConfig({
  base: './',
  // An address without a page is an error, as on the hosts the site is published on.
  appType: 'mpa',
  // Components are built from DOM calls, not parsed from HTML text, so that the pages run
  // under a content security policy with `trusted-types 'none'`.
  plugins: [
    svelte({
      configFile: false,
      compilerOptions: { fragments: 'tree' },
      // Nothing is rendered on a server. Tests in Node need runes that react, as a browser's do.
      dynamicCompileOptions: () => ({ generate: 'client' }),
    }),
  ],
  build: {
    target: 'es2022',
    rolldownOptions: {
      input: ['index.html'],
      // The scenario changes when the sources do, the program when it does: each is kept by itself.
      output: { codeSplitting: { groups: [{ name: 'scenario', test: /seeds/ }] } },
    },
  },
});
