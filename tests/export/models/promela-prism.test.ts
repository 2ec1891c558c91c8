/**
 * Tests that the PRISM model is equivalent to the scenario: an independent interpreter runs it, and the explorer is
 * compared.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { outcomesOf } from '../../../src/analysis/judge/facts.ts';
import {
  fraction,
  less,
  ONE,
  plus,
  times,
  ZERO,
  type Fraction,
} from '../../../src/analysis/questions/fraction.ts';
import { odds, readWeights, type Range, type Weights } from '../../../src/analysis/questions/odds.ts';
import { prism } from '../../../src/export/models/prism.ts';
import { promela } from '../../../src/export/models/promela.ts';
import { run } from '../../../src/analysis/graph/rules.ts';
import { complete, serialise } from '../../../src/scenario/complete.ts';
import { holds } from '../../../src/scenario/condition.ts';
import type { Scenario } from '../../../src/scenario/scenario.ts';
import { EXAMPLES } from '../../support/examples.ts';
import { compiled, seeded } from '../../support/laws.ts';
import { real } from '../../support/real.ts';
import { exhaustive } from '../../support/skipped.ts';
import { ZOO } from '../../zoo/zoo.ts';
import { readPrism, type PrismModel, type State } from './prism-reader.ts';

const all = [...ZOO, ...EXAMPLES];

const safe = (id: string) => id.replaceAll('-', '_');

/** Walks the model and the explorer side by side: each situation is one state, with the same steps and the same ending. */
function checkSameGraph(scenario: Scenario): void {
  const { rules, exploration } = compiled(scenario);
  const model = readPrism(prism(scenario));
  expect(model.commands).toBe(rules.answers.length + 1);
  const places = scenario.issues.map(({ id }) => model.variables.indexOf(`issue_${safe(id)}`));
  expect(places).not.toContain(-1);

  const { count, states, question, firstEdge, edgeAnswer, edgeTarget } = exploration;
  const stateOf = new Map<number, string>([[0, String(model.start)]]);
  const waiting: [number, State][] = [[0, model.start]];
  let steps = 0;
  for (let pair = waiting.pop(); pair; pair = waiting.pop()) {
    const [number, state] = pair;
    const offset = number * rules.words;
    places.forEach((place, issue) => {
      if (state[place] !== rules.stateOf(issue, states, offset)) expect.fail(`situation ${number} differs`);
    });
    const over = question[number] === rules.questions;
    const labelled = [...model.labels].filter(([, condition]) => condition(state)).map(([name]) => name);
    const ending = scenario.endings[run(rules.ending, states, offset)];
    const expected = over ? `over,ending_${safe(ending?.id ?? '')}` : '';
    if (String(labelled) !== expected) expect.fail(`situation ${number} is ${labelled}, not ${expected}`);

    const taken = model.steps(state);
    if (over) {
      if (String(taken[0]?.updates[0]?.[1]) !== String(state) || taken.length !== 1)
        expect.fail(`situation ${number} does not rest`);
      continue;
    }
    const from = firstEdge[number] as number;
    const answers = [...edgeAnswer.subarray(from, firstEdge[number + 1])].map((answer) => {
      const { question, id } = rules.answers[answer] as (typeof rules.answers)[number];
      return `choose_${safe(question)}__${safe(id)}`;
    });
    if (taken.map(({ action }) => action).join() !== answers.join())
      expect.fail(`situation ${number} has the steps ${taken.map(({ action }) => action)}, not ${answers}`);
    taken.forEach(({ updates }, step) => {
      steps += 1;
      const target = edgeTarget[from + step] as number;
      const [[chance, to] = [ZERO, []], ...others] = updates;
      if (chance.over !== chance.under || others.length > 0) expect.fail('a step is not certain');
      const known = stateOf.get(target);
      if (known === undefined) {
        stateOf.set(target, String(to));
        waiting.push([target, to]);
      } else if (known !== String(to)) expect.fail(`situation ${target} is two states`);
    });
  }
  expect(stateOf.size).toBe(count);
  expect(new Set(stateOf.values()).size).toBe(count);
  expect(steps).toBe(edgeTarget.length);
}

/** Pmin and Pmax of reaching each ending, in exact fractions. */
function solve(model: PrismModel, endings: readonly string[]): Range[] {
  const known = new Map<string, Range[]>();
  const from = (state: State): Range[] => {
    const key = String(state);
    const found = known.get(key);
    if (found) return found;
    let ranges: Range[];
    if (model.labels.get('over')?.(state)) {
      ranges = endings.map((ending) => {
        const chance = model.labels.get(ending)?.(state) ? ONE : ZERO;
        return { low: chance, high: chance };
      });
    } else {
      const choices = model.steps(state).map(({ updates }) => {
        const sum = updates.map(([chance]) => chance).reduce(plus, ZERO);
        expect([sum, updates.every(([chance]) => chance.over > 0n)]).toEqual([ONE, true]);
        const next = updates.map(([chance, to]) => [chance, from(to)] as const);
        const mean = (ending: number, bound: 'low' | 'high'): Fraction =>
          next.map(([chance, ranges]) => times(chance, ranges[ending]?.[bound] ?? ZERO)).reduce(plus, ZERO);
        return endings.map((_, ending) => ({ low: mean(ending, 'low'), high: mean(ending, 'high') }));
      });
      ranges = endings.map((_, ending) => ({
        low: choices.map((c) => c[ending]?.low ?? ZERO).reduce((a, b) => (less(b, a) ? b : a)),
        high: choices.map((c) => c[ending]?.high ?? ZERO).reduce((a, b) => (less(a, b) ? b : a)),
      }));
    }
    known.set(key, ranges);
    return ranges;
  };
  return from(model.start);
}

function checkSameOdds(scenario: Scenario, weights: Weights): void {
  const labels = scenario.endings.map(({ id }) => `ending_${safe(id)}`);
  const expected = odds(outcomesOf(scenario), weights);
  expect(solve(readPrism(prism(scenario, { weights })), labels)).toEqual(expected);
}

/** Weights that `random` gives to some of the questions, as many as can be exported: small, fractions, none, past 2³¹. */
function randomWeights(scenario: Scenario, random: () => number): Weights {
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  const shares = [ZERO, ZERO, ONE, fraction(3n, 10n), fraction(7n, 3n), fraction(10n ** 12n, 7n)];
  const weights = new Map<string, Fraction>();
  for (const { answers } of scenario.questions)
    if (random() < 0.7) for (const { key } of answers.slice(0, 6)) weights.set(key, pick(shares));
  return weights;
}

describe.each(all.map((scenario) => ({ name: scenario.id, scenario })))('$name', ({ scenario }) => {
  it('has the same situations, steps and endings in its PRISM model', () => {
    checkSameGraph(scenario);
  });

  it('has the same ranges as Pmin and Pmax of its PRISM model, for any weights', () => {
    checkSameOdds(scenario, new Map());
    const random = seeded(31);
    for (let round = 0; round < 8; round++) checkSameOdds(scenario, randomWeights(scenario, random));
  });
});

describe('the example weights', () => {
  const file = (...path: string[]): unknown =>
    JSON.parse(readFileSync(join(import.meta.dirname, '../../examples', ...path), 'utf8'));
  const cases = EXAMPLES.flatMap((scenario) => {
    const expected = file('lawful', `${scenario.id}.expected.json`) as { odds?: Record<string, object> };
    return Object.entries(expected.odds ?? {}).map(([name, ranges]) => ({ name, scenario, ranges }));
  });

  it.each(cases)('give the known Pmin and Pmax for $name', ({ name, scenario, ranges }) => {
    const weights = readWeights({ scenario }, file('weights', `${name}.json`));
    if (!weights.ok) throw new Error(JSON.stringify(weights.problems));
    const model = readPrism(prism(scenario, { weights: weights.value }));
    const solved = solve(
      model,
      scenario.endings.map(({ id }) => `ending_${safe(id)}`),
    );
    const written = ({ over, under }: Fraction) => (under === 1n ? `${over}` : `${over}/${under}`);
    expect(
      Object.fromEntries(
        scenario.endings.map(({ id }, at) => [
          id,
          [written(solved[at]?.low ?? ZERO), written(solved[at]?.high ?? ZERO)],
        ]),
      ),
    ).toEqual(ranges);
  });
});

describe('the export of a PRISM model', () => {
  const [scenario] = ZOO as [Scenario];
  const changed = (change: (file: ReturnType<typeof serialise>) => void): Scenario => {
    const file = serialise(scenario);
    change(file);
    return complete(file);
  };
  const question = () => structuredClone(serialise(scenario).questions[0]) as never;

  it('refuses weights that need too many commands', () => {
    const wide = changed((file) => {
      const [first] = file.questions;
      if (!first) return;
      const [pattern] = first.answers;
      first.answers = Array.from({ length: 7 }, (_, at) => ({
        ...(pattern as NonNullable<typeof pattern>),
        id: `to-${at}`,
        code: `x${at}`,
        requires: [{ when: { all: [] }, why: '', kind: 'structure' as const }],
      }));
    });
    const weights = new Map(wide.questions[0]?.answers.map(({ key }) => [key, ONE]));
    expect(() => prism(wide, { weights })).toThrow(/“which” has 7 weighted answers .* at most 6/);
    weights.delete('which.to-0');
    checkSameOdds(wide, weights);
  });

  it('gives different names to ids that would give the same identifier', () => {
    const alike = changed((file) => {
      const rename = (id: string, answers: string[]) => {
        const one = question() as (typeof file.questions)[number];
        return {
          ...one,
          id,
          answers: one.answers.map((answer, at) => ({
            ...answer,
            id: answers[at] ?? '',
            code: `${id.length}${at}`,
          })),
        };
      };
      file.questions = [rename('a', ['b--c', 'b']), rename('a--b', ['c', 'd'])];
    });
    const names = readPrism(prism(alike));
    const first = names.steps(names.start).map(({ action }) => action);
    const to = names.steps(names.start)[0]?.updates[0]?.[1] ?? [];
    const second = names.steps(to).map(({ action }) => action);
    expect([...first, ...second]).toEqual([
      'choose_a__b__c',
      'choose_a__b',
      'choose_a__b__c_',
      'choose_a__b__d',
    ]);
  });

  it('has comments that no title can end', () => {
    const titled = changed((file) => {
      file.title = 'out */ active proctype other() { skip } /* \\\n#define end';
    });
    expect(promela(titled).split('\n')[0]).toBe(
      '/* out * / active proctype other() { skip } /* #define end (fork, edition 1) */',
    );
    expect(prism(titled).split('\n')[0]).toMatch(/^\/\/ out .* #define end \(fork, edition 1\)$/);
  });
});

describe('ukraine-2025', () => {
  it('has the same conditions in its PRISM model, in a sample of its situations', () => {
    const { rules, exploration } = compiled(real);
    const model = readPrism(prism(real));
    const random = seeded(2025);
    for (let round = 0; round < 300; round++) {
      let number = 0;
      let state = model.start;
      for (;;) {
        const offset = number * rules.words;
        const states = new Map(
          real.issues.map(({ id, states }, issue) => [
            id,
            states[rules.stateOf(issue, exploration.states, offset)]?.id ?? '',
          ]),
        );
        const taken = model.steps(state);
        const from = exploration.firstEdge[number] as number;
        const width = (exploration.firstEdge[number + 1] as number) - from;
        if (width === 0) {
          const ended = real.endings.filter(({ when }) => holds(when, states)).map(({ id }) => id);
          expect(ended.map((id) => model.labels.get(`ending_${safe(id)}`)?.(state))).toEqual([true]);
          break;
        }
        expect(taken.length).toBe(width);
        const step = Math.floor(random() * width);
        number = exploration.edgeTarget[from + step] as number;
        state = taken[step]?.updates[0]?.[1] ?? [];
      }
    }
  });

  it('has the same situations, steps and endings in its PRISM model', { timeout: 600_000 }, ({ skip }) => {
    skip(!exhaustive, 'takes long; `npm run test:all` runs it');
    checkSameGraph(real);
  });
});
