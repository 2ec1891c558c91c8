/**
 * How fast every situation of a parallel scenario is found: ours, beside the ways there are without it. That all find
 * the same situations and steps is asserted in the run.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { explore } from '../../src/analysis/graph/explore.ts';
import { compileRules as compileRules } from '../../src/analysis/graph/rules.ts';
import { compile } from '../../src/machine/compile.ts';
import { real } from '../support/real.ts';
import {
  ours,
  plainWritten,
  same,
  withGraph,
  withMachine,
  withPlainData,
  withTransition,
  type Found,
} from './beside.ts';
import { median, ms, table, timed } from './figures.ts';
import { lattice } from './lattice.ts';
import { besideNative, type BesideNative } from './native.ts';

/** The sizes that are compared, and how often the fast ones run: until the engine has compiled all there is to. */
const SIZES = [
  { size: 9, rounds: 201 },
  { size: 12, rounds: 41 },
  { size: 16, rounds: 5 },
] as const;
const BLOCKS = 5;
/** 2²⁰ situations. */
const MILLION = 19;
/** Situations that the largest exploration may find. */
const ROOM = 1 << 21;
/** Milliseconds that one way may take in a common run, and in a long one. */
const LIMIT = 60_000;
const LONG = 3_600_000;

/**
 * Prints a table for each size; a minute or two in all, of which XState at the largest takes most. With `long`
 * `getAdjacencyMap` runs at the largest, too, which takes a quarter of an hour.
 */
export function exploringBeside(long = process.argv.includes('--long')): void {
  // Milliseconds a situation that the slow ones took at the size before.
  let slow = { graph: 0, machine: 0 };
  for (const { size, rounds } of SIZES) {
    const scenario = lattice(size);
    const machine = compile(scenario);
    const rules = compileRules(scenario);
    const exploration = explore(rules);
    const wanted = ours(scenario, rules, exploration);
    const once = () => median(timed(rounds, () => explore(rules)));
    const native = besideNative(scenario, exploration, { blocks: BLOCKS, rounds }, once);
    const fast = native.ours;
    const beside = (took: number) => `${ms(took)}  (${times(took / fast)})`;

    /** The median time of `rounds`, and that what was found is right. */
    const measure = (rounds: number, work: () => Found, read = (found: Found) => found): number => {
      let found: Found | undefined;
      const took = median(timed(rounds, () => (found = work())));
      if (found) same(read(found), wanted);
      return took;
    };
    const few = size === 9 ? 3 : 1;
    const { count } = exploration;
    const plain = measure(
      size === 16 ? 3 : 21,
      () => withPlainData(scenario),
      ({ steps }) => ({ situations: plainWritten(scenario), steps }),
    );
    const tuned = measure(few, () => withTransition(scenario));
    // The time a situation takes grows with the number of issues.
    const feasible = (each: number) => each * count * 1.5 < LIMIT;
    const looped = feasible(slow.machine) ? measure(few, () => withMachine(scenario, machine)) : null;
    const graph = feasible(slow.graph) ? measure(few, () => withGraph(scenario)) : null;
    slow = { graph: (graph ?? Infinity) / count, machine: (looped ?? Infinity) / count };
    const cold = Array.from({ length: 7 }, () => inNewProcess(size).took);
    table(`Exploring ${count.toLocaleString('en')} situations, ${wanted.steps?.toLocaleString('en')} steps`, {
      [`ours, median of ${BLOCKS} × ${rounds}`]: `${ms(fast)}  (${(count / fast / 1000).toFixed(1)} million a second)`,
      'ours, in a new process, median of 7': `${ms(median(cold))}  (the quickest ${ms(Math.min(...cold))})`,
      'a C program for this scenario, gcc -O2': beneath(native),
      'lists, texts and a Map': beside(plain),
      'XState’s transition, the fastest loop we know': beside(tuned),
      'our XState machine, one choice after the other': looped === null ? NOT_RUN : beside(looped),
      'xstate/graph, getAdjacencyMap':
        graph !== null ? beside(graph) : long ? adjacency(size, fast, once) : `${NOT_RUN}; --long runs it`,
    });
  }
  exploringReal();
  exploringMillion();
}

const NOT_RUN = 'not run: over a minute';
const times = (ratio: number) => `${ratio.toLocaleString('en', { maximumSignificantDigits: 2 })} ×`;

const beneath = ({ native, ratio }: BesideNative) =>
  native === null ? 'skipped: gcc is not installed' : `${ms(native)}  (ours takes ${times(ratio)})`;

function exploringReal(): void {
  const rules = compileRules(real);
  const exploration = explore(rules);
  const native = besideNative(real, exploration, { blocks: BLOCKS, rounds: 5 }, () =>
    median(timed(5, () => explore(rules))),
  );
  table(`Exploring ${real.id}: ${exploration.count.toLocaleString('en')} situations`, {
    [`ours, median of ${BLOCKS} × 5`]: ms(native.ours),
    'a C program for this scenario, gcc -O2': beneath(native),
  });
}

function exploringMillion(): void {
  const scenario = lattice(MILLION);
  const exploration = explore(compileRules(scenario), ROOM);
  const runs: NewProcess[] = [];
  const native = besideNative(scenario, exploration, { blocks: BLOCKS, rounds: 1 }, () => {
    const run = inNewProcess(MILLION);
    runs.push(run);
    return run.took;
  });
  const of = (value: (run: NewProcess) => number) => median(runs.map(value));
  const MB = (bytes: number) => `${Math.round(bytes / 1e6)} MB`;
  const { count, edgeAnswer } = exploration;
  const title = `${count.toLocaleString('en')} situations, ${edgeAnswer.length.toLocaleString('en')} steps`;
  table(`Exploring ${title}, in a new process, medians of ${BLOCKS}`, {
    ours: ms(native.ours),
    'a C program for this scenario, gcc -O2': beneath(native),
    'memory of the process at its most': MB(of(({ most }) => most)),
    'of which it had before': MB(of(({ before }) => before)),
    'what was found, to be kept': MB(of(({ kept }) => kept)),
  });
}

/** The first exploration in a process, where nothing is compiled yet: milliseconds, and memory in bytes. */
interface NewProcess {
  readonly took: number;
  readonly before: number;
  readonly most: number;
  readonly kept: number;
}

function inNewProcess(size: number): NewProcess {
  return JSON.parse(child(['cold', String(size)]) ?? '') as NewProcess;
}

/**
 * `getAdjacencyMap` in a process of its own, for as long as a long run may take. Ours is timed again after it, and the
 * slower time counts: in a quarter of an hour a shared machine may have become another.
 */
function adjacency(size: number, fast: number, ours: () => number): string {
  const printed = child(['graph', String(size)], LONG);
  const ratio = (took: number) => times(took / Math.max(fast, ours()));
  if (printed === null) return `stopped after ${ms(LONG)}  (over ${ratio(LONG)})`;
  return `${ms(Number(printed))}  (${ratio(Number(printed))})`;
}

/** What this file prints when it is run with `words`; null when it was stopped after `limit` milliseconds. */
function child(words: readonly string[], limit?: number): string | null {
  const file = fileURLToPath(import.meta.url);
  const { error, signal, status, stdout, stderr } = spawnSync(
    process.execPath,
    [...process.execArgv, file, ...words],
    { encoding: 'utf8', ...(limit && { timeout: limit }) },
  );
  if (signal !== null && limit) return null;
  if (error ?? status !== 0) throw error ?? new Error(stderr);
  return stdout;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [, , what, size] = process.argv;
  const scenario = lattice(Number(size));
  const rules = compileRules(scenario);
  if (what === 'cold') {
    const before = process.memoryUsage().rss;
    const start = performance.now();
    const { states, question, firstEdge, edgeAnswer, edgeTarget } = explore(rules, ROOM);
    const took = performance.now() - start;
    const kept = [states, question, firstEdge, edgeAnswer, edgeTarget];
    console.log(
      JSON.stringify({
        took,
        before,
        most: process.resourceUsage().maxRSS * 1024,
        kept: kept.reduce((sum, { byteLength }) => sum + byteLength, 0),
      }),
    );
  } else {
    let found: Found | undefined;
    const took = timed(1, () => (found = withGraph(scenario)))[0];
    if (found) same(found, ours(scenario, rules, explore(rules)));
    console.log(took);
  }
}
