/** How fast the real scenario is known: what each ending needs, who can decide what, and how an ending comes about. */
import { strict as assert } from 'node:assert';
import { explore } from '../../src/analysis/graph/explore.ts';
import { futuresOf } from '../../src/analysis/graph/futures.ts';
import { graphOf, type Graph, type Measure } from '../../src/analysis/graph/graph.ts';
import { outcomeGraph } from '../../src/analysis/graph/outcomes.ts';
import { blocks, bringsAbout, needs } from '../../src/analysis/questions/power.ts';
import { compileRules } from '../../src/analysis/graph/rules.ts';
import { bestWay, necessary } from '../../src/analysis/questions/ways.ts';
import { real } from '../support/real.ts';
import { median, ms, table, timed } from './figures.ts';

const endings = real.endings.map((_, at) => at);
const actors = real.actors.map(({ id }) => id);
const pairs = actors.flatMap((a, at) => actors.slice(at + 1).map((b) => [a, b]));
const coalitions = [...actors.map((actor) => [actor]), ...pairs].map((group) => new Set(group));

/** What every single actor and every pair can bring about and block. */
const power = (graph: Graph) =>
  coalitions.map((coalition) =>
    endings.map((ending) => {
      const goal = new Set([ending]);
      return [bringsAbout(graph, coalition, goal), blocks(graph, coalition, goal)];
    }),
  );
const needed = (graph: Graph) =>
  endings.map((ending) => [needs(graph, ending), necessary(graph, ending)] as const);
const measures: readonly Measure[] = ['length', 'undocumented', 'against'];
const ways = (graph: Graph, ending: number) => measures.map((measure) => bestWay(graph, measure, ending));

export function knowing(): void {
  const rules = compileRules(real);
  const exploration = explore(rules);
  const graph = graphOf(real, futuresOf(rules, exploration));
  const finer = outcomeGraph(real, rules, exploration);

  const first = timed(1, () => [power(graph), needed(graph)])[0] ?? NaN;
  const together = median(timed(5, () => [power(graph), needed(graph)]));
  const powers = median(timed(5, () => power(graph)));
  // The first of all is the slowest: nothing is compiled yet.
  const way = endings.map((ending) => timed(1, () => ways(graph, ending))[0] ?? NaN);

  // The graph that tells facts and aims apart is another one; about endings it must say the same.
  assert.deepEqual(power(finer), power(graph));
  assert.deepEqual(needed(finer), needed(graph));
  const best = (of: Graph) =>
    endings.map((ending) => ways(of, ending).map((found) => found && [found.measure, found.edges.length]));
  assert.deepEqual(best(finer), best(graph));

  table(
    `Knowing ${real.id}: ${graph.nodes.length} nodes, ${coalitions.length} coalitions, ${endings.length} endings`,
    {
      'power of every actor and every pair, and what each ending needs, first time': ms(first),
      'the same, median of 5': ms(together),
      'of which power, median of 5': ms(powers),
      'three ways to one ending, the slowest of all endings, first time': ms(Math.max(...way)),
      'the same, median of all endings': ms(median(way)),
    },
  );
}
