/** Pages to read and pictures for links, beside the program: see `entry/site/pages.ts`. */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { runInThisContext } from 'node:vm';
import type { Plugin, PluginOption, ResolvedConfig } from 'vite';
import { rasterise } from './rasterise.ts';
import { builtInside } from './whole-file.ts';

type Pages = typeof import('../site/pages.ts');

/**
 * Makes the pages with the plugins that `server` makes, which have components render to text. The address of the
 * site, where it is known, is in `PARLEY_ADDRESS`: pictures beside links need it, and lists for search engines.
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

/** Where the folder of the site will stand, with its last slash; empty when nobody has said. */
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

/** `entry/site/pages.ts` as a module of this process, with its components made to render to text: made once. */
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
