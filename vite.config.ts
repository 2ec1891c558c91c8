/** Configuration of Vite: builds the site as static files that work in any folder of any host. */
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

/** Futures by scenario text. A build runs other builds, which need the same result. */
const known = new Map<string, string>();

/**
 * Plugin for `scenario.json?futures`: the futures of the scenario, computed at build time. Reports an error where the
 * scenario is not lawful or a finding does not hold.
 */
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

/** Plugins that compile the program. Each build (the site, and the builds inside it) needs its own instances. */
const program = () => [
  scenarioFutures(),
  published(),
  // Components create elements by DOM calls instead of parsing HTML, so that the pages run under a content security
  // policy with Trusted Types and without a policy for HTML.
  svelte({
    configFile: false,
    compilerOptions: { fragments: 'tree', runes: true },
    // The program is never rendered on a server. Tests in Node need the reactive runes of the client.
    dynamicCompileOptions: () => ({ generate: 'client' }),
  }),
];

/** Plugins for the pages to read: components render to text, with their styles inlined. */
const server = () => [scenarioFutures(), svelte({ configFile: false, emitCss: false })];

/** Modules that the first screen imports but does not use at first; they are left out of its chunk. */
const LATER =
  /\/(fflate|lms|codec\/(inflate|lesson))\b|\/client\/dom\/elements\/bindings\/(input|select|size)|\/blocks\/svelte-element/;

/** Texts of the scripts and styles that the build inlines into the page. */
const inline: string[] = [];

export default defineConfig({
  base: './',
  // An unknown address gives an error, as on the hosts of the site, and not `index.html`.
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
    // All browsers of this target support module preload; and the policy forbids the requests of the polyfill.
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: ['index.html'],
      // Modules of these folders have no side effects when loaded, so unused ones are left out.
      treeshake: {
        moduleSideEffects: [
          {
            test: /\/src\/(scenario|machine|analysis|picture|words|lesson|codec|export|browser|lms)\//,
            sideEffects: false,
          },
        ],
      },
      // Scenario and program change at different times, so they are cached as separate files. The modules of the
      // first question form one chunk.
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
