/**
 * Tests that the facts of the example scenarios equal independently known values, and those computed from lists of
 * their stories.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { facts, outcomesOf } from '../../../src/analysis/judge/facts.ts';
import { holdsClaim } from '../../../src/analysis/judge/findings.ts';
import { readWeights } from '../../../src/analysis/questions/odds.ts';
import { complete } from '../../../src/scenario/complete.ts';
import { real } from '../../support/real.ts';

const examples = join(import.meta.dirname, '../../examples');
const json = (...path: string[]): unknown => JSON.parse(readFileSync(join(examples, ...path), 'utf8'));

interface Expected {
  readonly stories: string;
  readonly shortest: number;
  readonly longest: number;
  readonly endings: unknown;
  readonly power: Readonly<Record<string, unknown>>;
  readonly odds?: Readonly<Record<string, unknown>>;
}

const names = readdirSync(join(examples, 'lawful'))
  .filter((file) => file.endsWith('.scenario.json'))
  .map((file) => file.replace('.scenario.json', ''));

describe.each(names)('%s', (name) => {
  const scenario = complete(json('lawful', `${name}.scenario.json`) as never);
  const expected = json('lawful', `${name}.expected.json`) as Expected;
  const graph = outcomesOf(scenario);

  it('has the known stories, ways, necessary answers and needs', () => {
    const found = facts(graph);
    expect({ stories: found.stories, shortest: found.shortest, longest: found.longest }).toEqual({
      stories: expected.stories,
      shortest: expected.shortest,
      longest: expected.longest,
    });
    expect(found.endings).toEqual(expected.endings);
  });

  it('has the known power of every listed coalition', () => {
    const coalitions = Object.keys(expected.power).map((group) => group.split('+'));
    const { power } = facts(graph, { coalitions });
    for (const [group, can] of Object.entries(expected.power))
      expect({ [group]: power[group] }).toEqual({ [group]: can });
  });

  it('has exactly the known odds', () => {
    for (const [file, ranges] of Object.entries(expected.odds ?? {})) {
      const weights = readWeights(graph, json('weights', `${file}.json`));
      if (!weights.ok) throw new Error(JSON.stringify(weights.problems));
      expect(facts(graph, { weights: weights.value }).odds).toEqual(ranges);
    }
  });
});

describe('ukraine-2025', () => {
  const graph = outcomesOf(real);
  const found = facts(graph, {
    coalitions: [
      ['russia', 'ukraine'],
      ['russia', 'coalition'],
      ['ukraine', 'coalition'],
    ],
  });

  it.each(real.findings.map(({ id, text, claim }) => ({ id, text, claim })))(
    'finding $id holds',
    ({ claim }) => {
      expect(holdsClaim(graph, claim)).toBe(true);
    },
  );

  it('does not satisfy altered findings', () => {
    const lies = [
      { kind: 'endings', given: ['read-trigger.deal'], areAllBut: [] },
      { kind: 'min', measure: 'against', endings: ['pause-neutral'], equals: 2 },
      { kind: 'power', actors: ['ukraine'], can: 'block', endings: ['fights-on'], holds: true },
      { kind: 'everyStory', endings: ['fights-on'], hasOneOf: ['ceasefire-first.accept'] },
      { kind: 'against', answers: ['ceasefire-first.accept'], evidence: ['M-03'], always: true },
      { kind: 'aimsNeverTogether', pairs: [] },
      { kind: 'aimsTogether', aims: ['russia-no-nato-troops', 'coalition-troops'] },
      { kind: 'fact', fact: 'watch', value: 0, endings: ['sky-sea-truce'] },
      { kind: 'count', of: 'endings', equals: 14 },
      { kind: 'documented', inferred: false, endings: ['fights-on'] },
    ] as const;
    for (const claim of lies) expect(holdsClaim(graph, claim as never), JSON.stringify(claim)).toBe(false);
  });

  it('has the figures of separately written programs', () => {
    expect(found).toMatchObject({ stories: '818740', shortest: 7, longest: 18 });
    expect(found.endings['fights-on']).toMatchObject({
      shortest: 7,
      undocumented: 2,
      contradicted: 0,
      needs: ['russia'],
    });
    expect(found.endings['pause-neutral']).toMatchObject({
      shortest: 15,
      undocumented: 9,
      contradicted: 1,
      needs: ['russia', 'ukraine', 'neutral'],
    });
    expect(found.power['russia']?.block).toHaveLength(15);
    expect(found.power['russia+ukraine']?.bringAbout).toEqual([
      'sky-sea-truce',
      'pause-unguarded',
      'peace-unguarded',
      'broken-unguarded',
    ]);
    expect(found.power['russia+coalition']?.bringAbout).toEqual(['broken-unguarded']);
    expect(found.power['ukraine']?.block).toHaveLength(12);
  });
});
