/**
 * How fast graphs are laid out in layers and how many edges cross, beside elkjs; and what a frame takes on the
 * processor when a large drawing is moved: on a canvas, and the same as SVG.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import Elk, { type ElkNode } from 'elkjs/lib/elk.bundled.js';
import { chromium, type Browser, type Page } from 'playwright';
import { build, preview } from 'vite';
import { explore } from '../../src/analysis/graph/explore.ts';
import { futures } from '../../src/analysis/graph/futures.ts';
import { rules as compileRules } from '../../src/analysis/graph/rules.ts';
import { inversions } from '../../src/picture/layered/crossings.ts';
import type { Links } from '../../src/picture/layered/graph.ts';
import { layLayers } from '../../src/picture/layers.ts';
import { findBrowser, launchArguments } from '../support/browser.ts';
import { layeredGraph } from '../support/layered.ts';
import { real } from '../support/real.ts';
import { median, ms, table, timed } from './figures.ts';

const SIZES = { widths: 20, gap: 10, lane: 8, step: 60 };

/** The futures of the real scenario; answers that lead to the same place are one edge. */
function realFutures(): Links {
  const rules = compileRules(real);
  const nodes = futures(rules, explore(rules));
  const from: number[] = [];
  const to: number[] = [];
  nodes.forEach((node, point) => {
    if (typeof node === 'number') return;
    const next = new Set(node.filter((_, at) => at % 3 === 1));
    for (const each of next) {
      from.push(point);
      to.push(each);
    }
  });
  return { count: nodes.length, from, to };
}

/** The time elkjs takes for `links` with its layered layout, and the crossings of its drawing. */
async function withElk({ count, from, to }: Links): Promise<{ took: number; crossings: number }> {
  const graph = {
    id: 'all',
    layoutOptions: {
      'elk.algorithm': 'layered',
      'elk.direction': 'DOWN',
      'elk.edgeRouting': 'POLYLINE',
      'elk.separateConnectedComponents': 'false',
    },
    children: Array.from({ length: count }, (_, node) => ({ id: `n${node}`, width: 20, height: 20 })),
    edges: Array.from(from, (node, edge) => ({
      id: `e${edge}`,
      sources: [`n${node}`],
      targets: [`n${to[edge]}`],
    })),
  };
  const start = performance.now();
  const { children = [], edges = [] }: ElkNode = await new Elk().layout(graph);
  const took = performance.now() - start;
  const nodes = new Map(children.map(({ id, x = 0, y = 0 }) => [id, { x, y: Math.round(y) }]));
  const levels = [...new Set([...nodes.values()].map(({ y }) => y))].sort((a, b) => a - b);
  const levelOf = new Map(levels.map((y, level) => [y, level]));
  const steps = levels.map((): [number, number][] => []);
  for (const { sources, targets, sections = [] } of edges) {
    const above = nodes.get(sources[0] ?? '') ?? { x: 0, y: 0 };
    const below = nodes.get(targets[0] ?? '') ?? { x: 0, y: 0 };
    const bends = (sections[0]?.bendPoints ?? []).map(({ x, y }) => ({ x: x - 10, y: y - 10 }));
    const points = [above, ...bends, below];
    /** Where the edge is on its way past a level. */
    const at = (y: number): number => {
      const next = Math.max(
        1,
        points.findIndex((point) => point.y >= y),
      );
      const [a, b] = [points[next - 1] ?? above, points[next] ?? below];
      return a.y === b.y ? b.x : a.x + ((b.x - a.x) * (y - a.y)) / (b.y - a.y);
    };
    for (let level = levelOf.get(above.y) ?? 0; level < (levelOf.get(below.y) ?? 0); level++)
      steps[level]?.push([at(levels[level] ?? 0), at(levels[level + 1] ?? 0)]);
  }
  const crossings = steps.map((row) => {
    const ends = row.sort((a, b) => a[0] - b[0] || a[1] - b[1]).map(([, end]) => end);
    const rank = new Map([...new Set(ends)].sort((a, b) => a - b).map((end, at) => [end, at]));
    return inversions(
      ends.map((end) => rank.get(end) ?? 0),
      rank.size,
    );
  });
  return { took, crossings: crossings.reduce((sum, one) => sum + one, 0) };
}

const number = (value: number) => value.toLocaleString('en');

async function layingOut(): Promise<void> {
  const graphs: Record<string, () => Links> = {
    'the futures of the scenario': realFutures,
    '1,000 nodes, near': () => layeredGraph(1_000, 1, true),
    '1,000 nodes, anywhere': () => layeredGraph(1_000, 1, false),
    '10,000 nodes, near': () => layeredGraph(10_000, 1, true),
    '10,000 nodes, anywhere': () => layeredGraph(10_000, 1, false),
  };
  const rows: Record<string, string> = {};
  for (const [name, make] of Object.entries(graphs)) {
    const links = make();
    const ours = layLayers(links, SIZES);
    const took = median(timed(9, () => layLayers(links, SIZES)));
    // elkjs takes minutes for the largest.
    const elk = links.count < 10_000 || process.argv.includes('--long') ? await withElk(links) : null;
    rows[name] =
      `${ms(took)}${name.startsWith('the') ? '' : ` (first in a new process ${ms(cold(links.count, name.endsWith('near')))})`}` +
      `, ${number(ours.crossings)} crossings; elkjs ` +
      (elk ? `${ms(elk.took)}, ${number(elk.crossings)} crossings` : 'not run; --long runs it');
  }
  table('Laid out in layers, one and a half edges a node, median of 9; elkjs once', rows);
}

/** What the first layout in a new process takes. */
function cold(count: number, local: boolean): number {
  const arguments_ = [...process.execArgv, fileURLToPath(import.meta.url), String(count), String(local)];
  return Number(execFileSync(process.execPath, arguments_, { encoding: 'utf8' }));
}

/** Processor time of all the browser’s processes so far, in milliseconds. */
async function processorTime(browser: Browser): Promise<number> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  return processInfo.reduce((sum, { cpuTime }) => sum + cpuTime, 0) * 1000;
}

interface Bench {
  show: (count: number, canvas: boolean) => Promise<void>;
  pan: (frames: number, whole: boolean) => Promise<void>;
  rest: (frames: number) => Promise<void>;
}

const bench = () => (window as unknown as { bench: Bench }).bench;

/** Processor time for a frame of a drawing of `count` nodes that is moved, less that of a frame in which nothing is. */
async function frameOf(browser: Browser, page: Page, count: number, canvas: boolean, whole: boolean) {
  const each = async (frames: number, what: string) => {
    const before = await processorTime(browser);
    await page.evaluate(`(${bench})().${what}`);
    return ((await processorTime(browser)) - before) / frames;
  };
  await page.evaluate(`(${bench})().show(${count}, ${canvas})`);
  await page.evaluate(`(${bench})().pan(5, ${whole})`);
  const moved = await each(120, `pan(120, ${whole})`);
  return { moved, still: await each(120, 'rest(120)') };
}

async function moving(): Promise<void> {
  const found = await findBrowser();
  if (!found) return table('A frame of a large drawing', { skipped: 'no browser was found' });
  const root = join(import.meta.dirname, 'frames');
  const outDir = await mkdtemp(join(tmpdir(), 'parley-frames-'));
  const config = { root, configFile: false, logLevel: 'silent' } as const;
  await build({
    ...config,
    plugins: [svelte({ configFile: false })],
    build: { outDir, emptyOutDir: true, rolldownOptions: { input: [join(root, 'index.html')] } },
  });
  const server = await preview({
    ...config,
    build: { outDir },
    preview: { port: 0, host: '127.0.0.1' },
  });
  const browser = await chromium.launch({ executablePath: found.path, args: [...launchArguments] });
  const page = await browser.newPage({ viewport: { width: 1300, height: 900 } });
  await page.goto(server.resolvedUrls?.local[0] ?? '');
  await page.waitForFunction('window.bench !== undefined');
  const rows: Record<string, string> = {};
  for (const count of [1_000, 10_000])
    for (const whole of [false, true]) {
      const svg = await frameOf(browser, page, count, false, whole);
      const canvas = await frameOf(browser, page, count, true, whole);
      const own = (svg.moved - svg.still) / (canvas.moved - canvas.still);
      rows[`${number(count)} nodes, ${whole ? 'all in view' : 'at their own size'}`] =
        `canvas ${ms(canvas.moved)}, SVG ${ms(svg.moved)}; a frame without any change ` +
        `${ms(Math.min(canvas.still, svg.still))}; without that 1 : ${own.toFixed(1)}`;
    }
  await browser.close();
  await server.close();
  await rm(outDir, { recursive: true, force: true });
  table('Processor time for a frame while a drawing is moved, all processes of Chromium, 1,200 × 800', rows);
}

/** Prints both tables; elkjs takes some minutes for the largest. */
export async function layers(): Promise<void> {
  await layingOut();
  await moving();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [count, local] = process.argv.slice(2);
  if (count === 'moving') await moving();
  else if (count === undefined) await layers();
  else {
    const links = layeredGraph(Number(count), 1, local === 'true');
    console.log(timed(1, () => layLayers(links, SIZES))[0]);
  }
  process.exit(0);
}
