/** Build step that writes the pages to read and the preview pictures; `entry/site/pages.ts` makes their content. */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { runInThisContext } from 'node:vm';
import type { Plugin, PluginOption, ResolvedConfig } from 'vite';
import { rasterise } from './rasterise.ts';
import { builtInside } from './whole-file.ts';

type Pages = typeof import('../site/pages.ts');

/**
 * Plugin that writes the pages. `server` makes the plugins that render components to text. Where `PARLEY_ADDRESS`
 * holds the address of the site, preview pictures have full addresses and `sitemap.txt` is written.
 */
export function canonicalPages(server: () => PluginOption): Plugin {
  let config: ResolvedConfig;
  const load = () => pagesOf(config.root, server);
  return {
    name: 'canonical-pages',
    apply: 'build',
    configResolved: (resolved) => void (config = resolved),
    transformIndexHtml: {
      order: 'pre',
      async handler(html, { filename }) {
        if (filename !== join(config.root, 'index.html')) return html;
        const { mainHead, READ_INSTEAD } = await load();
        return html
          .replace('</head>', () => `  ${mainHead(siteAddress())}\n  </head>`)
          .replace('</noscript>', () => `  ${READ_INSTEAD}\n    </noscript>`);
      },
    },
    async generateBundle() {
      const address = siteAddress();
      const made = (await load()).makePages(address);
      for (const { page, picture } of made) {
        this.emitFile({ type: 'asset', fileName: page.file, source: page.text });
        const fileName = picture.file.replace(/svg$/, 'png');
        this.emitFile({ type: 'asset', fileName, source: await rasterise(picture.text) });
      }
      if (address === '') return;
      const list = made.map(({ page }) => address + page.file.replace(/(^|\/)index\.html$/, '$1'));
      this.emitFile({ type: 'asset', fileName: 'sitemap.txt', source: `${list.join('\n')}\n` });
      // Search engines read this at the root of a host only.
      if (new URL(address).pathname === '/')
        this.emitFile({
          type: 'asset',
          fileName: 'robots.txt',
          source: `User-agent: *\nAllow: /\n\nSitemap: ${address}sitemap.txt\n`,
        });
    },
  };
}

/**
 * The address of the folder of the site, with its last slash; empty where none is configured. Throws an Error where
 * it is not a plain http or https address.
 */
export function siteAddress(given = process.env.PARLEY_ADDRESS ?? ''): string {
  if (given === '') return '';
  const url = URL.canParse(given) ? new URL(given) : null;
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password || url.search || url.hash)
    throw new Error(
      `PARLEY_ADDRESS is “${given}”. It should be the address of the site’s folder, such as https://example.org/parley/.`,
    );
  return url.href.replace(/\/?$/, '/');
}

let made: Promise<Pages> | undefined;

/**
 * `entry/site/pages.ts` as a module of this process, compiled so that its components render to text. The result is
 * cached for the process.
 */
export const pagesOf = (root: string, server: () => PluginOption): Promise<Pages> =>
  (made ??= loadPages(root, server));

async function loadPages(root: string, server: () => PluginOption): Promise<Pages> {
  const { output } = await builtInside({
    root,
    plugins: [server()],
    ssr: { noExternal: true },
    build: {
      ssr: true,
      cssMinify: true,
      rolldownOptions: {
        input: join(root, 'src/entry/site/pages.ts'),
        output: { format: 'cjs', codeSplitting: false },
      },
    },
  });
  const made = {};
  const run = runInThisContext(`(exports, require) => {${output[0].code}\n}`) as (
    exports: object,
    require: NodeJS.Require,
  ) => void;
  run(made, createRequire(import.meta.url));
  return made as Pages;
}
