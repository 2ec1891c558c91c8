/**
 * Tests the effect of a single changed answer and the nearest other ending, against plain searches over all stories.
 */
import { describe, expect, it } from 'vitest';
import { graphMachine } from '../../../src/analysis/graph/graph-machine.ts';
import { walk } from '../../../src/analysis/graph/walk.ts';
import { cost, endingAt, type Graph, type Measure } from '../../../src/analysis/graph/graph.ts';
import { neighbour, singleChange } from '../../../src/analysis/questions/nearby.ts';
import { bestWays, extremes } from '../../../src/analysis/questions/ways.ts';
import { weakestLinks } from '../../../src/analysis/questions/weakest.ts';
import { change, replay } from '../../../src/machine/replay.ts';
import { available } from '../../../src/machine/situation.ts';
import type { Scenario, Story } from '../../../src/scenario/scenario.ts';
import { compiled } from '../../support/laws.ts';
import { real } from '../../support/real.ts';
import { newest } from '../../support/newest.ts';
import { again, closed, diamond, fork } from '../../zoo/zoo.ts';

const scenarios: readonly (readonly [string, Scenario])[] = [
  ['fork', fork],
  ['diamond', diamond],
  ['closed', closed],
  ['again', again],
  ['edition 1', real],
  ['edition 2', newest],
];

/** Every story of `graph`, by plain recursion. */
function* stories(graph: Graph, at = graph.nodes.length - 1): Generator<string[]> {
  const edges = graph.nodes[at]?.edges ?? [];
  if (edges.length === 0) yield [];
  for (const { answer, to } of edges)
    for (const rest of stories(graph, to)) yield [graph.answers[answer]?.code ?? '', ...rest];
}

/** Some of `all`, evenly spread, so that a large scenario takes no longer than a small one. */
const some = (all: readonly Story[], most: number): Story[] =>
  all.filter((_, at) => at % Math.ceil(all.length / most) === 0);

describe.each(scenarios)('%s', (_, scenario) => {
  const { machine, graph } = compiled(scenario);
  const all = [...stories(graph)];
  const endOf = (story: Story) => endingAt(graph, walk(graph, story).at);

  const ends = all.map(endOf);

  it('has the latest single change that ends elsewhere, on the machine and on the graph', () => {
    for (const story of some(all, 12)) {
      const found: { at: number; code: string; ending: string }[] = [];
      for (const [at, step] of replay(machine, story).steps.entries())
        for (const answer of step.question.answers) {
          if (answer.code === step.code || !available(answer, step.before.states)) continue;
          const { ending } = replay(machine, change(machine, story, at, answer.code).story).now;
          if (ending && ending !== endOf(story)) found.push({ at, code: answer.code, ending: ending.id });
        }
      const last = Math.max(...found.map(({ at }) => at));
      const expected = found.find(({ at }) => at === last) ?? null;
      for (const one of [singleChange(machine, story), singleChange(graphMachine(graph), story)])
        expect(one && { at: one.at, code: one.answer.code, ending: one.ending.id }).toEqual(expected);
    }
  });

  it('has as its neighbour the ending that needs the fewest new answers, over all stories', () => {
    for (const story of some(all, 12)) {
      const here = endOf(story);
      const found = neighbour(graph, story, here ? [here] : []);
      const anew = (other: Story) => other.filter((code) => !story.includes(code)).length;
      const others = all.filter((_, at) => ends[at] !== here);
      if (!found) expect(others).toEqual([]);
      else {
        expect(walk(graph, found.story).refused).toBeNull();
        expect(endOf(found.story)).toBe(found.ending);
        expect(found.ending).not.toBe(here);
        expect(found.anew.length).toBe(anew(found.story));
        expect(found.anew.length).toBe(
          others.reduce((least, other) => Math.min(least, anew(other)), Infinity),
        );
      }
    }
  });

  it('has for each ending the best way in each respect, without duplicates', () => {
    for (const [number] of scenario.endings.entries()) {
      const ways = bestWays(graph, number);
      const kinds = ways.flatMap(({ kinds }) => kinds);
      expect([...kinds].sort()).toEqual(ways.length > 0 ? ['reported', 'short', 'unopposed'] : []);
      const measures = { short: 'length', reported: 'undocumented', unopposed: 'against' } as const;
      for (const { kinds, edges } of ways)
        for (const kind of kinds) {
          const measure: Measure = measures[kind as keyof typeof measures];
          const has = edges.reduce((sum, edge) => sum + cost(graph, measure, edge), 0);
          expect(has).toBe(extremes(graph, measure, number).at(-1));
        }
    }
  });
});

describe('the weakest answers of a story', () => {
  it('are all the minimal ones, ties included', () => {
    const { machine } = compiled(newest);
    const found = newest.walks.map(({ story }) => replay(machine, story).steps);
    expect(found.some((steps) => weakestLinks(steps).length > 1)).toBe(true);
    expect(found.some((steps) => weakestLinks(steps).length === 1)).toBe(true);
    expect(weakestLinks([])).toEqual([]);
  });
});
