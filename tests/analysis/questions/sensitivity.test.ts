/** Tests of sensitivity: on the example whose odds are known by hand, and against the plain definition on others. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { outcomesOf } from '../../../src/analysis/judge/facts.ts';
import {
  fraction,
  ONE,
  toNumber,
  same,
  formatFraction,
  ZERO,
} from '../../../src/analysis/questions/fraction.ts';
import { startOf, type Graph } from '../../../src/analysis/graph/graph.ts';
import { odds, readWeights, type Weights } from '../../../src/analysis/questions/odds.ts';
import { sensitivity } from '../../../src/analysis/questions/sensitivity.ts';
import { complete } from '../../../src/scenario/complete.ts';
import { real } from '../../support/real.ts';
import { scenarioFile } from '../arbitrary.ts';
import { plainOdds } from '../plain-odds.ts';

const examples = join(import.meta.dirname, '../../examples');
const json = (...path: string[]) => JSON.parse(readFileSync(join(examples, ...path), 'utf8'));
const scenario = complete(json('lawful', 'wildcatter.scenario.json'));
const graph = outcomesOf(scenario);
const given = json('weights', 'wildcatter-best.json');

function read(weights: unknown) {
  const found = readWeights(graph, weights);
  if (!found.ok) throw new Error(JSON.stringify(found.problems));
  return found.value;
}

describe('sensitivity of the wildcatter’s best plan', () => {
  const weights = read(given);
  const ending = (id: string) => scenario.endings.findIndex((ending) => ending.id === id);
  const swing = (answer: string, of: string) => {
    const found = sensitivity(graph, weights, ending(of)).find((swing) => swing.answer === answer);
    if (!found) throw new Error(`no swing of ${answer}`);
    return [formatFraction(found.never.low), formatFraction(found.always.low)];
  };

  it('to the test result “no structure” moves never drilling from .41 to zero or to certainty', () => {
    expect(swing('structure.none', 'tested-idle')).toEqual(['0', '1']);
  });

  it('keeps the proportions of the other answers of the question', () => {
    // Without “none”, open and closed stay at 35 to 24: wet is 35/59 · 12/35 + 24/59 · 9/24.
    expect(swing('structure.none', 'tested-wet')[0]).toBe('21/59');
  });

  it('equals the odds under the corresponding weights, for every weight', () => {
    for (const [at] of scenario.endings.entries())
      for (const { answer, never, always } of sensitivity(graph, weights, at)) {
        const [question = '', id = ''] = answer.split('.');
        const without = read({ ...given, [question]: { ...given[question], [id]: 0 } });
        expect(never).toEqual(odds(graph, without)[at]);
        expect(always).toEqual(odds(graph, read({ ...given, [question]: { [id]: 1 } }))[at]);
      }
  });
});

/** Odds and sensitivity from `from` are what the plain definition says, for every ending or some, and `every` so many answers. */
function checkPlainly(
  graph: Graph,
  weights: Weights,
  from = startOf(graph),
  endings?: number[],
  every = 1,
): void {
  const ranges = odds(graph, weights, from);
  for (const at of endings ?? graph.scenario.endings.keys()) {
    expect(ranges[at]).toEqual(plainOdds(graph, weights, at, from));
    const swings = sensitivity(graph, weights, at, from).filter((_, number) => number % every === 0);
    for (const { answer, never, always } of swings) {
      const question = answer.slice(0, answer.indexOf('.') + 1);
      const only = [...weights].map(
        ([key, weight]) => [key, key.startsWith(question) ? ZERO : weight] as const,
      );
      expect(never).toEqual(plainOdds(graph, new Map(weights).set(answer, ZERO), at, from));
      expect(always).toEqual(plainOdds(graph, new Map(only).set(answer, ONE), at, from));
    }
  }
}

describe('odds and sensitivity according to the plain definition', () => {
  const digit = fc.integer({ min: 0, max: 9 });

  it('hold for random scenarios, from any point, with some questions left open', () => {
    fc.assert(
      fc.property(scenarioFile, fc.infiniteStream(fc.tuple(digit, digit)), (file, digits) => {
        const graph = outcomesOf(complete(file));
        const draw = () => digits.next().value;
        const weights = new Map(
          graph.scenario.questions
            .filter(() => draw()[0] < 7)
            .flatMap(({ answers }) =>
              answers.map(({ key }) => {
                const [over, under] = draw();
                return [key, fraction(BigInt(over), BigInt(1 + (under % 3)))] as const;
              }),
            ),
        );
        checkPlainly(graph, weights);
        checkPlainly(graph, weights, Math.floor((startOf(graph) * draw()[0]) / 10));
      }),
      { seed: 3, numRuns: 150 },
    );
  });

  it('hold for a question that is asked again, with its shares each time', () => {
    // Asked up to three times: each time the talks go on, twice in three times they stop there.
    const round = (from: string, to: string, code: string) => ({
      id: `on-from-${from}`,
      code,
      label: 'Go on',
      sets: { round: to },
      basis: 'assumption' as const,
      requires: [{ when: { issue: 'round', in: [from] }, kind: 'structure' as const }],
    });
    const scenario = complete({
      format: 1,
      id: 'again-and-again',
      edition: 1,
      title: 'Again and again',
      notice: 'A test file, not a forecast.',
      actors: [{ id: 'a', name: 'A' }],
      issues: [
        { id: 'round', states: ['first', 'second', 'third', 'last'].map((id) => ({ id })) },
        { id: 'talks', states: ['going', 'stopped'].map((id) => ({ id })) },
      ],
      questions: [
        {
          id: 'more',
          actor: 'a',
          text: 'More?',
          again: true,
          when: {
            all: [{ issue: 'talks', in: ['going'] }, { not: { issue: 'round', in: ['last'] } }],
          },
          answers: [
            round('first', 'second', 'a'),
            round('second', 'third', 'b'),
            round('third', 'last', 'c'),
            { id: 'stop', code: 'd', label: 'Stop', sets: { talks: 'stopped' }, basis: 'assumption' },
          ],
        },
      ],
      endings: [
        { id: 'stopped', when: { issue: 'talks', in: ['stopped'] } },
        { id: 'told', when: { issue: 'talks', in: ['going'] } },
      ],
    });
    const graph = outcomesOf(scenario);
    const weights = new Map(
      graph.answers.map(({ id, key }) => [key, id === 'stop' ? fraction(2n, 1n) : ONE]),
    );
    expect(odds(graph, weights).map(({ low }) => formatFraction(low))).toEqual(['26/27', '1/27']);
    checkPlainly(graph, weights);
  });

  it(
    'hold for the real scenario, with every question weighted and with one left open',
    { timeout: 60_000 },
    () => {
      const graph = outcomesOf(real);
      for (const open of ['', 'demands']) {
        const weights = new Map(
          graph.answers
            .filter(({ question }) => question !== open)
            .map(({ key }, at) => [key, fraction([6n, 1n, 9n, 2n, 7n, 0n, 8n, 3n][at % 8] ?? 1n, 1n)]),
        );
        checkPlainly(graph, weights, startOf(graph), [0], 7);
        const ranges = odds(graph, weights);
        for (const [at] of real.endings.entries()) expect(ranges[at]).toEqual(plainOdds(graph, weights, at));
        if (!open) expect(ranges.every(({ low, high }) => same(low, high))).toBe(true);
      }
    },
  );

  it('are empty at a point outside the graph', () => {
    const graph = outcomesOf(real);
    expect(odds(graph, new Map(), -1)).toEqual([]);
    expect(sensitivity(graph, new Map(), 0, -1)).toEqual([]);
  });
});

describe('a fraction converted to a number', () => {
  it('is exact to fifteen digits for parts of any length', () => {
    expect(toNumber(fraction(1n, 3n))).toBeCloseTo(1 / 3, 15);
    expect(toNumber(fraction(10n ** 400n + 1n, 4n * 10n ** 400n))).toBeCloseTo(0.25, 15);
    expect([ZERO, ONE].map(toNumber)).toEqual([0, 1]);
  });
});
