/**
 * Build step that puts the first question into `index.html` as HTML, with its style inlined, so that it can be read
 * and answered before the program has loaded.
 */
import { join } from 'node:path';
import type { Plugin, PluginOption, ResolvedConfig } from 'vite';
import { html, inlined, trustedMarkup } from '../../scenario/text/markup.ts';
import { pagesOf } from './pages.ts';
import { builtInside } from './whole-file.ts';

/**
 * Plugin that inlines the first screen. `server` makes the plugins that render components to text. The text of each
 * inlined script and style is appended to `inline`, for the content security policy.
 */
export function firstScreen(server: () => PluginOption, inline: string[]): Plugin {
  let config: ResolvedConfig;
  return {
    name: 'first-screen',
    apply: 'build',
    configResolved: (resolved) => void (config = resolved),
    transformIndexHtml: {
      order: 'post',
      async handler(page, { filename, bundle = {} }) {
        if (filename !== join(config.root, 'index.html')) return page;
        const size = (name: string) => {
          const file = bundle[name];
          return file?.type === 'asset' ? Buffer.byteLength(file.source) : 0;
        };
        const { first } = await pagesOf(config.root, server);
        const early = await earlyScript(config.root);
        let style = '';
        const styled = page.replace(
          /<link rel="stylesheet"([^>]*href="\.\/([^"]+)"[^>]*)>/,
          (_, rest, name) => {
            const file = bundle[name as string];
            if (file?.type !== 'asset')
              throw new Error(`The page names a style that the build has not made: ${name}.`);
            style = String(file.source).trim();
            // The link stays, with a medium that never matches: parts loaded later look for it, and would otherwise
            // fetch the file again.
            return `${inlined('style', style)}\n    <link rel="stylesheet" media="not all"${rest}>`;
          },
        );
        inline.push(style, early);
        return styled
          .replace('</head>', () => `  ${inlined('script', early)}\n  </head>`)
          .replace('<div id="app"></div>', () =>
            String(html`<div id="app" data-early>${trustedMarkup(first(size('parley.html')))}</div>`),
          );
      },
    },
  };
}

async function earlyScript(root: string): Promise<string> {
  const { output } = await builtInside({
    root,
    build: {
      rolldownOptions: { input: join(root, 'src/entry/page/early.ts'), output: { format: 'iife' } },
    },
  });
  return output[0].code.trim();
}
