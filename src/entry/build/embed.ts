/**
 * Makes the embeds when the site is built: `embed.html`, one frozen page for each edition, the loader and the web
 * component. Each page is one file: policy, style, the first question as HTML, then the data and the program.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Plugin } from 'vite';
import { explore } from '../../analysis/graph/explore.ts';
import { futuresOf } from '../../analysis/graph/futures.ts';
import { compileRules } from '../../analysis/graph/rules.ts';
import { replay } from '../../machine/replay.ts';
import { complete } from '../../scenario/complete.ts';
import type { ScenarioFile } from '../../scenario/format.ts';
import { isLanguage } from '../../scenario/text/language.ts';
import { problem } from '../../scenario/problems.ts';
import { drawEmbed } from '../../view/embed/draw.ts';
import { dataBlock, html, inlined, type Markup } from '../../scenario/text/markup.ts';
import { toMarkup } from '../../view/embed/tree-markup.ts';
import { packagesIn } from './licences.ts';
import { withPolicy } from './policy.ts';
import { oembed, oembedLink } from './oembed.ts';
import { siteAddress } from './pages.ts';
import { builtInside } from './whole-file.ts';
import { addressOf } from '../../codec/passed-on.ts';
import { embedded, forEmbed, keptWords, type EmbedData } from '../embed/embed-data.ts';
import { aboutLink } from '../embed/embed-link.ts';

/** The project’s own folder. */
const ROOT = join(import.meta.dirname, '../../..');

/** The files of the embeds, by their names within the site. */
export type Files = ReadonlyMap<string, string>;

/** Adds the embeds of the scenario in `folder` to the site, and serves them while it is worked on. */
export function embeds(folder: string): Plugin {
  const site = siteAddress();
  return {
    name: 'embeds',
    // The address of an embed cannot be told without the address of the site.
    transformIndexHtml: () => (site ? [oembedLink(newestIn(folder).title, site)] : []),
    async generateBundle() {
      const files = await makeEmbeds(folder);
      for (const [fileName, source] of files) this.emitFile({ type: 'asset', fileName, source });
      if (site)
        this.emitFile({ type: 'asset', fileName: 'oembed.json', source: oembed(newestIn(folder), site) });
    },
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const name = new URL(request.url ?? '', 'http://here').pathname.slice(1);
        if (
          !/^(embed\.html|embed\/.*\.html|loader\.js|article\.js|element\.js|scenario\/.*\.json)$/.test(name)
        )
          return next();
        makeEmbeds(folder).then((files) => {
          const file = files.get(name);
          if (file === undefined) return next();
          const type = name.endsWith('.html')
            ? 'text/html'
            : name.endsWith('.js')
              ? 'text/javascript'
              : 'application/json';
          response.setHeader('Content-Type', `${type}; charset=utf-8`);
          response.end(file);
        }, next);
      });
    },
  };
}

export async function makeEmbeds(folder: string): Promise<Files> {
  const editions = editionsIn(folder);
  const newest = newestIn(folder);
  const [program, early, loader, article, element] = await Promise.all([
    bundle('src/entry/embed/embed.ts'),
    bundle('src/entry/embed/embed-early.ts'),
    bundle('src/entry/embed/loader.ts'),
    bundle('src/entry/embed/article.ts'),
    bundle('src/entry/embed/element.ts', 'es'),
  ]);

  const files = new Map([
    ['loader.js', loader.script],
    ['article.js', article.script],
    ['element.js', element.script],
  ]);
  const page = (data: EmbedData) =>
    writePage({
      data,
      style: program.style,
      early: early.script,
      first: toMarkup(firstDrawn(data)),
      // `embed-early.ts` says when it starts.
      program: `addEventListener('parley-start',()=>{${program.script}},{once:true})`,
    });
  for (const file of editions) {
    const rules = compileRules(complete(file));
    const data = {
      file: forEmbed(file),
      futures: futuresOf(rules, explore(rules)),
      newest: newest.edition,
      frozen: true,
      site: '../',
      published: siteAddress(),
    };
    files.set(`embed/${file.id}-${file.edition}.html`, page(data));
    if (file.edition === newest.edition) {
      const live = { ...data, frozen: false, site: './' };
      files.set('embed.html', page(live));
      files.set(`scenario/${file.id}.json`, JSON.stringify(live));
    }
  }
  return files;
}

/**
 * Every edition of the scenario whose files stand in `folder`, a path from the project’s own, the newest last. Throws an
 * Error where two of them would be one file of the site, or are of different scenarios.
 */
export function editionsIn(folder: string): ScenarioFile[] {
  const place = resolve(ROOT, folder);
  const editions = readdirSync(place)
    .filter((name) => /^(scenario|edition-\d+)\.json$/.test(name))
    .map((name) => readEdition(join(place, name)))
    .sort((one, other) => one.edition - other.edition);
  for (const [at, { id, edition }] of editions.entries()) {
    const next = editions[at + 1];
    if (next?.edition === edition) throw new Error(`Two files in ${folder} are edition ${edition}.`);
    if (next && next.id !== id) throw new Error(`${folder} holds the scenarios ${id} and ${next.id}.`);
  }
  return editions;
}

/** An edition that was checked when it was published. Its language becomes an attribute of the page. */
function readEdition(path: string): ScenarioFile {
  const file = JSON.parse(readFileSync(path, 'utf8')) as ScenarioFile;
  if (file.language !== undefined && !isLanguage(file.language))
    throw new Error(problem('bad-language', 'language', file.language).message);
  return file;
}

function newestIn(folder: string): ScenarioFile {
  const newest = editionsIn(folder).at(-1);
  if (!newest) throw new Error(`There is no scenario in ${folder}.`);
  return newest;
}

/** The embed as it is drawn when nobody has chosen anything. */
function firstDrawn(data: EmbedData) {
  const made = embedded(data);
  return drawEmbed({
    embedded: made,
    replay: replay(made.machine, []),
    settings: { lock: 0, evidence: 'closed', endings: 'closed', map: 'show' },
    notes: [],
    full: data.site,
    about: addressOf(data.site, aboutLink(data.file.edition)),
    kept: keptWords(data),
    title: 'h1',
  });
}

interface Parts {
  readonly data: EmbedData;
  readonly style: string;
  readonly early: string;
  /** The first question, as HTML. */
  readonly first: Markup;
  readonly program: string;
}

function writePage({ data, style, early, first, program }: Parts): string {
  const page = html`<!doctype html>
<html lang="${data.file.language ?? 'en'}" class="parley">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<title>${data.file.title}</title>
${inlined('style', style)}
${inlined('script', early)}
</head>
<body>
<main id="embed">${first}</main>
<noscript><p>This embed needs JavaScript to step through the story. It sends nothing anywhere.</p></noscript>
${dataBlock('application/json', data, 'data')}
${inlined('script', program)}
</body>
</html>
`;
  return withPolicy(String(page), { alone: true, workerless: true, inline: [style, early, program] });
}

/** Compiles `entry` and all it needs to one script that runs by itself, and one style. */
async function bundle(
  entry: string,
  format: 'iife' | 'es' = 'iife',
): Promise<{ script: string; style: string }> {
  const { output: outputs } = await builtInside({
    root: ROOT,
    build: {
      cssCodeSplit: false,
      modulePreload: false,
      rolldownOptions: { input: join(ROOT, entry), output: { format, codeSplitting: false } },
    },
  });
  const script = outputs.flatMap((part) => (part.type === 'chunk' ? [part.code.trim()] : [])).join('\n');
  const style = outputs
    .flatMap((part) => (part.type === 'asset' && part.fileName.endsWith('.css') ? [String(part.source)] : []))
    .join('\n')
    .trim();
  // Embeds are small, and carry no notice of a licence but the program’s own.
  const [foreign] = packagesIn(outputs);
  if (foreign !== undefined) throw new Error(`${entry} would bundle ${foreign}.`);
  return { script, style };
}
