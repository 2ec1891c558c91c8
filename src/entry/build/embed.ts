/**
 * Build step that writes the embeds: `embed.html`, a frozen page for each edition, the loader, the article script and
 * the web component. Each page is one file: policy, style, the first question as HTML, then the data and the program.
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

/** The root folder of the project. */
const ROOT = join(import.meta.dirname, '../../..');

/** Texts of the embed files, by path relative to the folder of the site. */
export type Files = ReadonlyMap<string, string>;

/**
 * Plugin that adds the embeds of the scenario in `folder` (a path relative to the project) to the build, and serves
 * them on the development server.
 */
export function embeds(folder: string): Plugin {
  const site = siteAddress();
  return {
    name: 'embeds',
    // An oEmbed link needs the full address of the site.
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

/** Builds all embed files for the editions in `folder`. Throws an Error as `editionsIn` does. */
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
      // `embed-early.ts` dispatches this event.
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
 * All editions of the scenario in `folder` (a path relative to the project), sorted by edition, the newest last.
 * Throws an Error where two files have the same edition, or where the folder holds more than one scenario.
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

/**
 * Reads an edition file. Its shape was checked when it was published; only the language is checked here, because it
 * becomes an attribute of the page. Throws an Error where the language is not a language tag.
 */
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

/** The embed as it is drawn before any answer is chosen. */
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

/**
 * Compiles `entry` (a path relative to the project) and its imports to one script and one style. Throws an Error
 * where the bundle contains code of a package from npm.
 */
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
  // Embeds carry no licence notices, so they may contain no code of other packages.
  const [foreign] = packagesIn(outputs);
  if (foreign !== undefined) throw new Error(`${entry} would bundle ${foreign}.`);
  return { script, style };
}
