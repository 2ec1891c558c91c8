/** A C program for one scenario, beside which ours is measured: the same search with every condition compiled in. */
import { strict as assert } from 'node:assert';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Exploration } from '../../src/analysis/graph/explore.ts';
import type { Condition } from '../../src/scenario/condition.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { median } from './figures.ts';

/** Some bits of one word of a situation. */
interface Field {
  readonly word: number;
  readonly shift: number;
  readonly mask: bigint;
}

/** The scenario as the header that `explore.c` includes: an issue is a number in as few bits as hold its states. */
export function model(scenario: Scenario): string {
  let [word, used] = [0, 0];
  const field = (size: number): Field => {
    if (used + size > 64) [word, used] = [word + 1, 0];
    used += size;
    return { word, shift: used - size, mask: (1n << BigInt(size)) - 1n };
  };
  const issues = new Map(
    scenario.issues.map(({ id, states }) => [
      id,
      { field: field((states.length - 1).toString(2).length), states: states.map((state) => state.id) },
    ]),
  );
  const asked = scenario.questions.map(({ again }) => (again ? null : field(1)));
  const read = ({ word, shift, mask }: Field) => `(s->word[${word}] >> ${shift} & ${mask})`;
  const issue = (id: string) => {
    const found = issues.get(id);
    if (!found) throw new Error(`no issue is called ${id}`);
    return found;
  };
  const holds = (condition: Condition): string => {
    if ('not' in condition) return `!${holds(condition.not)}`;
    if ('issue' in condition) {
      const { field, states } = issue(condition.issue);
      const wanted = condition.in.map((state) => states.indexOf(state));
      if (wanted.length === 1) return `(${read(field)} == ${wanted[0]})`;
      const set = wanted.reduce((bits, state) => bits | (1n << BigInt(state)), 0n);
      return `(${set}ull >> ${read(field)} & 1)`;
    }
    const parts = ('all' in condition ? condition.all : condition.any).map(holds);
    if (parts.length === 0) return 'all' in condition ? '1' : '0';
    return `(${parts.join('all' in condition ? ' && ' : ' || ')})`;
  };

  const lines = scenario.questions.map((question, number) => {
    const memory = asked[number];
    return `  if (${memory ? `!${read(memory)} && ` : ''}${holds(question.when)}) return ${number};`;
  });
  let answer = 0;
  const cases = scenario.questions.map((question, number) => {
    const steps = question.answers.map(({ requires, sets }) => {
      const changes = Object.entries(sets).map(([id, state]) => {
        const { field, states } = issue(id);
        return { field, value: BigInt(states.indexOf(state)) };
      });
      const memory = asked[number];
      if (memory) changes.push({ field: memory, value: 1n });
      const cleared = new Map<number, bigint>();
      const set = new Map<number, bigint>();
      for (const { field, value } of changes) {
        const at = BigInt(field.shift);
        cleared.set(field.word, (cleared.get(field.word) ?? 0n) | (field.mask << at));
        set.set(field.word, (set.get(field.word) ?? 0n) | (value << at));
      }
      const writes = [...cleared].map(
        ([word, bits]) => `next.word[${word}] = s->word[${word}] & ~${bits}ull | ${set.get(word) ?? 0n}ull;`,
      );
      const body = `{ state next = *s; ${writes.join(' ')} arrive(&next, ${answer++}); }`;
      return `    if ${holds({ all: requires.map(({ when }) => when) }).replace(/^1$/, '(1)')} ${body}`;
    });
    return [`  case ${number}:`, ...steps, '    break;'].join('\n');
  });
  // Every issue starts in its first state, which is 0, and nothing was asked.
  return `#define WORDS_OF_MODEL ${word + 1}
#define ANSWERS ${answer}
#define START {{0}}
typedef struct { uint64_t word[WORDS_OF_MODEL]; } state;
static inline uint16_t open_question(const state *s) {
${lines.join('\n')}
  return ${scenario.questions.length};
}
static inline void arrive(const state *next, uint16_t answer);
static void step(const state *s, uint16_t question) {
  switch (question) {
${cases.join('\n')}
  }
}
`;
}

/** FNV-1a, as in `explore.c`. */
function fingerprint({ question, firstEdge, edgeAnswer, edgeTarget }: Exploration): number {
  let print = 2166136261;
  for (const numbers of [question, firstEdge, edgeAnswer, edgeTarget])
    for (const number of numbers) print = Math.imul(print ^ number, 16777619);
  return print >>> 0;
}

/** Milliseconds that a piece of ours took and the C program beside it, and how many times as long ours took. */
export interface BesideNative {
  readonly ours: number;
  readonly native: number | null;
  readonly ratio: number;
}

/**
 * Times `ours` and the C program of `scenario` in turn, `blocks` times: the machine may be slow for a while, but then it
 * is for both. Each time the program starts anew and explores `rounds` times, of which the median counts. All figures
 * are medians. That it found the very same numbers as `found` is asserted. Without gcc there is nothing beside ours.
 */
export function besideNative(
  scenario: Scenario,
  found: Exploration,
  { blocks, rounds }: { readonly blocks: number; readonly rounds: number },
  ours: () => number,
): BesideNative {
  const block = Array.from({ length: blocks });
  if (spawnSync('gcc', ['--version']).status !== 0)
    return { ours: median(block.map(ours)), native: null, ratio: NaN };
  const folder = mkdtempSync(join(tmpdir(), 'explore-'));
  try {
    writeFileSync(join(folder, 'model.h'), model(scenario));
    const program = join(folder, 'explore');
    const source = join(import.meta.dirname, 'explore.c');
    execFileSync('gcc', ['-O2', '-std=gnu11', '-I', folder, '-DMODEL="model.h"', source, '-o', program]);
    const print = fingerprint(found);
    const pairs = block.map(() => {
      const printed = execFileSync(program, [String(rounds)], { encoding: 'utf8' });
      const [count, steps, its, ...times] = printed.trim().split(' ').map(Number);
      assert.equal(count, found.count);
      assert.equal(steps, found.edgeAnswer.length);
      assert.equal(its, print);
      return { ours: ours(), native: median(times) };
    });
    return {
      ours: median(pairs.map((pair) => pair.ours)),
      native: median(pairs.map((pair) => pair.native)),
      ratio: median(pairs.map((pair) => pair.ours / pair.native)),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
