/**
 * Build step that writes the whole program as one file, `parley.html`, which opens from a disk and in a frame with
 * `sandbox="allow-scripts"`.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Plugin, type PluginOption, type ResolvedConfig, type Rolldown } from 'vite';
import { inlined } from '../../scenario/text/markup.ts';
import { noticesComment, packagesIn } from './licences.ts';
import { withPolicy } from './policy.ts';

const NAME = 'virtual:whole-file';
const FILE = 'parley.html';

/**
 * Plugin that builds the program a second time, with the plugins that `program` makes, and adds the file to the site.
 * The default export of `virtual:whole-file` is its address and size in bytes; null where there is no such file, as in
 * the file itself.
 */
export function wholeFile(program: () => PluginOption): Plugin {
  let config: ResolvedConfig;
  return {
    name: 'whole-file',
    configResolved: (resolved) => void (config = resolved),
    resolveId: { filter: { id: /^virtual:whole-file$/ }, handler: () => `\0${NAME}` },
    load: {
      filter: { id: /^\0virtual:whole-file$/ },
      async handler() {
        if (config.command !== 'build' || config.mode === 'whole-file') return 'export default null';
        const source = await inOneFile(config, program);
        this.emitFile({ type: 'asset', fileName: FILE, source });
        return `export default ${JSON.stringify({ address: `./${FILE}`, bytes: Buffer.byteLength(source) })}`;
      },
    },
  };
}

async function inOneFile(config: ResolvedConfig, program: () => PluginOption): Promise<string> {
  const { root, publicDir } = config;
  const packages = new Set<string>();
  const { output } = await builtInside({
    root,
    mode: 'whole-file',
    plugins: [program(), wholeFile(program), workersWithin(root, packages)],
    build: {
      cssCodeSplit: false,
      assetsInlineLimit: () => true,
      rolldownOptions: { input: join(root, 'index.html'), output: { codeSplitting: false } },
    },
  });
  const text = (name: RegExp) =>
    output
      .filter(({ fileName }) => name.test(fileName))
      .map((file) => (file.type === 'chunk' ? file.code : String(file.source)));
  const [page, script, style] = [text(/\.html$/), text(/\.js$/), text(/\.css$/)];
  if (page.length !== 1 || script.length !== 1 || style.length !== 1 || output.length !== 3)
    throw new Error(`One file cannot hold ${output.map(({ fileName }) => fileName).join(', ')}.`);

  // Escapes what would end or change the script element. In a string the escape has the same meaning.
  const code = (script[0] ?? '').replace(/<(?=\/script|\/style|!--)/gi, '\\x3C');
  const look = style[0] ?? '';
  const icon = encodeURIComponent(readFileSync(join(publicDir, 'icon.svg'), 'utf8'));
  const html = (page[0] ?? '')
    .replace(/<script type="module"[^>]*><\/script>/, () => String(inlined('script', code, 'module')))
    .replace(/<link rel="stylesheet"[^>]*>/, () => String(inlined('style', look)))
    .replace(/<link rel="manifest"[^>]*>\s*/, '')
    .replace(/(<link rel="icon" href=")[^"]*/, (_, before: string) => `${before}data:image/svg+xml,${icon}`);
  const left = /<(?:script|link|img)[^>]*(?:src|href)="(?!data:)[^"]*"/.exec(
    // Contents of scripts and styles are not elements of the page.
    html.replace(/(<(script|style)\b[^>]*>)[\s\S]*?(<\/\2>)/g, '$1$3'),
  );
  if (left) throw new Error(`One file cannot point to another: ${left[0]}`);
  for (const folder of packagesIn(output)) packages.add(folder);
  return withPolicy(html, { alone: true, inline: [code, look] }) + noticesComment(packages);
}

/**
 * Plugin that inlines workers: the script of a worker becomes a string, and the module of its address makes a blob
 * address from it. Adds the folders of the packages in the workers to `packages`.
 */
function workersWithin(root: string, packages: Set<string>): Plugin {
  return {
    name: 'workers-within',
    enforce: 'pre',
    load: {
      filter: { id: /\?worker&url$/ },
      async handler(id) {
        const entry = id.replace(/\?.*$/, '');
        const { output } = await builtInside({
          root,
          build: { rolldownOptions: { input: entry, output: { format: 'iife', codeSplitting: false } } },
        });
        for (const folder of packagesIn(output)) packages.add(folder);
        const code = output.flatMap((file) => (file.type === 'chunk' ? [file.code] : [])).join('\n');
        return `export default URL.createObjectURL(new Blob([${JSON.stringify(code)}], { type: 'text/javascript' }))`;
      },
    },
  };
}

/** Runs a nested Vite build with `config` and returns its output without writing it. */
export async function builtInside(
  config: Parameters<typeof build>[0] = {},
): Promise<Rolldown.RolldownOutput> {
  const result = await build({
    configFile: false,
    base: './',
    logLevel: 'warn',
    publicDir: false,
    ...config,
    build: { target: 'es2022', modulePreload: { polyfill: false }, write: false, ...config.build },
  });
  const [output] = [result].flat();
  if (!output || !('output' in output)) throw new Error('A build inside the build made nothing.');
  return output;
}
