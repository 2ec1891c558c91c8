/** How the site is built: plain static files that work from any folder of any host. */
import { readFileSync } from 'node:fs';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig, type Plugin } from 'vite';
import { explore } from './src/analysis/graph/explore.ts';
import { holdsClaim } from './src/analysis/judge/findings.ts';
import { futuresOf } from './src/analysis/graph/futures.ts';
import { outcomeGraph } from './src/analysis/graph/outcomes.ts';
import { validateStories } from './src/analysis/judge/validate.ts';
import { compileRules } from './src/analysis/graph/rules.ts';
import { embeds } from './src/entry/build/embed.ts';
import { firstScreen } from './src/entry/build/first-screen.ts';
import { licences } from './src/entry/build/licences.ts';
import { offline } from './src/entry/build/offline.ts';
import { canonicalPages } from './src/entry/build/pages.ts';
import { strictPolicy } from './src/entry/build/policy.ts';
import { published } from './src/entry/build/published.ts';
import { wholeFile } from './src/entry/build/whole-file.ts';
import { parse } from './src/scenario/parse/parse.ts';
import { hasErrors } from './src/scenario/problems.ts';

/** Worked out already, by the text of the scenario: a build has other builds inside it. */
const known = new Map<string, string>();

/** `scenario.json?futures`: what can still happen from where, worked out when the site is built. */
function scenarioFutures(): Plugin {
  return {
    name: 'scenario-futures',
    load: {
      filter: { id: /\.json\?futures$/ },
      handler(id) {
        const file = id.replace(/\?.*$/, '');
        this.addWatchFile(file);
        const text = readFileSync(file, 'utf8');
        const before = known.get(text);
        if (before !== undefined) return before;
        const read = parse(readFileSync(file));
        const problems = [...read.problems, ...(read.ok ? validateStories(read.value) : [])];
        if (!read.ok || hasErrors(problems))
          this.error(
            problems.map(({ code, where, message }) => `${code} at ${where}: ${message}`).join('\n'),
          );
        const rules = compileRules(read.value);
        const exploration = explore(rules);
        const graph = outcomeGraph(read.value, rules, exploration);
        for (const { id, claim } of read.value.findings)
          if (!holdsClaim(graph, claim)) this.error(`Finding ${id} does not hold over all stories.`);
        const code = `export default JSON.parse('${JSON.stringify(futuresOf(rules, exploration))}')`;
        known.set(text, code);
        return code;
      },
    },
  };
}

/** What turns the sources into a program. Made anew for each build: the site, and those inside its build. */
const program = () => [
  scenarioFutures(),
  published(),
  // Components are built from DOM calls, not parsed from HTML text, so that the pages run
  // under a content security policy with Trusted Types and no policy for HTML.
  svelte({
    configFile: false,
    compilerOptions: { fragments: 'tree', runes: true },
    // The program is never rendered on a server. Tests in Node need runes that react, as a browser's do.
    dynamicCompileOptions: () => ({ generate: 'client' }),
  }),
];

/** The same for the pages to read, whose components render to text with the styles they need. */
const server = () => [scenarioFutures(), svelte({ configFile: false, emitCss: false })];

/** What the first screen's own parts import, yet do not use there. */
const LATER =
  /\/(fflate|lms|codec\/(inflate|lesson))\b|\/client\/dom\/elements\/bindings\/(input|select|size)|\/blocks\/svelte-element/;

/** The text of each script and style that the build puts into the page. */
const inline: string[] = [];

export default defineConfig({
  base: './',
  // An address without a page is an error, as on the hosts the site is published on.
  appType: 'mpa',
  plugins: [
    program(),
    firstScreen(server, inline),
    strictPolicy(inline),
    embeds('seeds/ukraine-2025'),
    wholeFile(program),
    canonicalPages(server),
    offline(),
    licences('site'),
  ],
  worker: { plugins: () => [licences()] },
  build: {
    target: 'es2022',
    // What it is for, every browser of this target does by itself; and the policy lets the page fetch nothing.
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: ['index.html'],
      // Loading a file of these folders does nothing by itself: what nobody uses of it is left out.
      treeshake: {
        moduleSideEffects: [
          {
            test: /\/src\/(scenario|machine|analysis|picture|words|lesson|codec|export|browser|lms)\//,
            sideEffects: false,
          },
        ],
      },
      // The scenario changes when the sources do, the program when it does: each is kept by itself.
      // What the first question needs comes as one file.
      output: {
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [
            { name: 'scenario', test: /seeds.*scenario\.json/, priority: 2 },
            { name: 'first', tags: ['$initial'], test: (id) => !LATER.test(id), priority: 1 },
          ],
        },
      },
    },
  },
});
