/** Tests that Spin finds the situations and steps that the explorer finds; they share only the scenario. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { explore } from '../../../src/analysis/graph/explore.ts';
import { promela } from '../../../src/export/models/promela.ts';
import { compileRules as compileRules, run } from '../../../src/analysis/graph/rules.ts';
import { complete, serialise } from '../../../src/scenario/complete.ts';
import type { Scenario } from '../../../src/scenario/scenario.ts';
import { EXAMPLES } from '../../support/examples.ts';
import { real } from '../../support/real.ts';
import { exhaustive, skipUnless } from '../../support/skipped.ts';
import { ZOO } from '../../zoo/zoo.ts';

const there = (program: string, ...args: string[]) => spawnSync(program, args).status === 0;
const possible = there('spin', '-V') && there('gcc', '--version');

/** Has Spin make a program of `model` and gives what that says, run with each of `runs`. */
function spin(model: string, flags: readonly string[], ...runs: readonly string[][]): string[] {
  const cwd = mkdtempSync(join(tmpdir(), 'parley-spin-'));
  try {
    writeFileSync(join(cwd, 'model.pml'), model);
    const options = { cwd, encoding: 'utf8', stdio: 'pipe', maxBuffer: 2 ** 26 } as const;
    execFileSync('spin', ['-a', 'model.pml'], options);
    execFileSync('gcc', ['-O0', '-w', ...flags, '-o', 'pan', 'pan.c'], options);
    return runs.map((args) => execFileSync(join(cwd, 'pan'), args, options));
  } finally {
    rmSync(cwd, { recursive: true, force: true });
  }
}

function checkCounts(scenario: Scenario): void {
  const { count, edgeTarget } = explore(compileRules(scenario));
  const [said = ''] = spin(promela(scenario), ['-DSAFETY', '-DNOREDUCE'], ['-m100000', '-w20']);
  const number = (what: string) => Number(new RegExp(`(\\d+) ${what}`).exec(said)?.[1]);
  expect(said).not.toMatch(/search not completed|max search depth/i);
  expect({
    errors: Number(/errors: (\d+)/.exec(said)?.[1]),
    states: number('states, stored'),
    transitions: number('transitions'),
  }).toEqual({
    errors: 0,
    states: count,
    // Spin counts the way into the start as a transition.
    transitions: edgeTarget.length + 1,
  });
}

/** Which endings can be reached, and that every story ends, asked in linear temporal logic. */
function checkFormulas(scenario: Scenario): void {
  const rules = compileRules(scenario);
  const { count, states, question } = explore(rules);
  const reached = new Set<number>();
  for (let number = 0; number < count; number++)
    if (question[number] === rules.questions) reached.add(run(rules.ending, states, number * rules.words));

  const formulas = scenario.endings.map(
    ({ id }, at) => `ltl never_${at} { [] !ending_${id.replaceAll('-', '_')} }\n`,
  );
  const all = ['ltl ends { <> over }\n', 'ltl at_once { over }\n', ...formulas].join('');
  const names = ['ends', 'at_once', ...scenario.endings.map((_, at) => `never_${at}`)];
  const said = spin(
    `${promela(scenario)}\n${all}`,
    ['-DNOREDUCE'],
    ...names.map((n) => ['-a', '-w16', '-N', n]),
  );
  const holds = said.map((text) => /errors: 0/.test(text));
  expect(holds).toEqual([
    true,
    scenario.questions.length === 0,
    ...scenario.endings.map((_, at) => !reached.has(at)),
  ]);
}

describe('Spin', { timeout: 120_000 }, () => {
  skipUnless(possible, 'needs Spin and gcc: Debian has them as `spin` and `gcc`, `libc6-dev`');

  it.each([...ZOO, ...EXAMPLES].map((scenario) => ({ name: scenario.id, scenario })))(
    'stores the situations of $name and takes its steps',
    ({ scenario }) => checkCounts(scenario),
  );

  it.each(
    [...ZOO, ...EXAMPLES.filter(({ id }) => !id.startsWith('gen-'))].map((scenario) => ({
      name: scenario.id,
      scenario,
    })),
  )('proves which endings of $name are reached, and that every story ends', ({ scenario }) =>
    checkFormulas(scenario),
  );

  it('accepts a scenario without issues, and one with more states than a byte can count', () => {
    const [fork] = ZOO as [Scenario];
    const file = serialise(fork);
    const always = { all: [] };
    const bare = file.questions.map(({ answers, ...question }) => ({
      ...question,
      answers: answers.map((answer) => ({ ...answer, sets: {} })),
    }));
    checkCounts(complete({ ...file, issues: [], questions: bare, endings: [{ id: 'end', when: always }] }));

    const states = Array.from({ length: 300 }, (_, at) => ({ id: `s${at}` }));
    const far = file.questions.map(({ answers, ...question }) => ({
      ...question,
      answers: answers.map((answer, at) => ({ ...answer, sets: { wide: `s${at * 256}` } })),
    }));
    const endings = [
      { id: 'near', when: { issue: 'wide', in: ['s0'] } },
      { id: 'far', when: { issue: 'wide', in: ['s256'] } },
    ];
    const wide = complete({ ...file, issues: [{ id: 'wide', states }], questions: far, endings });
    checkCounts(wide);
    checkFormulas(wide);
  });

  it('reports where two endings hold, or none', () => {
    const [fork] = ZOO as [Scenario];
    for (const when of [{ all: [] }, { any: [] }]) {
      const faulty = { ...fork, endings: fork.endings.map((ending) => ({ ...ending, when })) };
      const [said = ''] = spin(promela(faulty), ['-DSAFETY', '-DNOREDUCE'], ['-w16']);
      expect(said).toMatch(/assertion violated[^]*errors: 1/);
    }
  });

  it('stores the 511,586 situations of ukraine-2025 and takes its steps', ({ skip }) => {
    skip(!exhaustive, 'takes long; `npm run test:all` runs it');
    checkCounts(real);
  });
});
