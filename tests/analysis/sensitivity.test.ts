/** How far a range moves, on the example whose odds are known by hand. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { outcomesOf } from '../../src/analysis/facts.ts';
import { written } from '../../src/analysis/fraction.ts';
import { odds, readWeights, type Range } from '../../src/analysis/odds.ts';
import { sensitivity } from '../../src/analysis/sensitivity.ts';
import { complete } from '../../src/scenario/complete.ts';

const examples = join(import.meta.dirname, '../examples');
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
  const swing = (answer: string) => {
    const found = sensitivity(graph, weights).find((swing) => swing.answer === answer);
    if (!found) throw new Error(`no swing of ${answer}`);
    return found;
  };

  const low = (ranges: readonly Range[], id: string) => {
    const range = ranges[ending(id)];
    return range ? written(range.low) : 'no such ending';
  };

  it('of a test that shows no structure: never drilling at .41 goes to nothing or to certainty', () => {
    const { never, always } = swing('structure.none');
    expect([low(never, 'tested-idle'), low(always, 'tested-idle')]).toEqual(['0', '1']);
  });

  it('keeps the other answers of the question in proportion', () => {
    // Without “none”, open and closed stay at 35 to 24: wet is 35/59 · 12/35 + 24/59 · 9/24.
    expect(low(swing('structure.none').never, 'tested-wet')).toBe('21/59');
  });

  it('equals the odds under the weights it stands for, for every weight', () => {
    for (const { answer, never, always } of sensitivity(graph, weights)) {
      const [question = '', id = ''] = answer.split('.');
      expect(never).toEqual(odds(graph, read({ ...given, [question]: { ...given[question], [id]: 0 } })));
      expect(always).toEqual(odds(graph, read({ ...given, [question]: { [id]: 1 } })));
    }
  });
});
