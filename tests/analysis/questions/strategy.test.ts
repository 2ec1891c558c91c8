/**
 * Tests that a strategy wins every play, and that there is one exactly where its coalition can bring the goal about.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  graphOf,
  reachableNodes,
  startOf,
  type Edge,
  type Graph,
  type Node,
} from '../../../src/analysis/graph/graph.ts';
import { allBut, bringsAbout } from '../../../src/analysis/questions/power.ts';
import { counterStory, strategy, type Strategy } from '../../../src/analysis/questions/strategy.ts';
import type { Answer, Question, Scenario } from '../../../src/scenario/scenario.ts';
import { EXAMPLES } from '../../support/examples.ts';
import { compiled, seeded } from '../../support/laws.ts';
import { real } from '../../support/real.ts';
import { lawful } from '../../scenario/files.ts';
import { ZOO } from '../../zoo/zoo.ts';
import { scenarioFile } from '../arbitrary.ts';
import { subsets } from '../definitions.ts';

const graphOfScenario = (scenario: Scenario): Graph => graphOf(scenario, compiled(scenario).futures);

/** Who has a say at a node, said again from the scenario and nothing else. */
function sides(graph: Graph, who: readonly string[]) {
  const nodeOf = (at: number) => graph.nodes[at] as Node;
  const answerOf = ({ answer }: Edge) => graph.answers[answer] as Answer;
  const questionAt = (at: number): Question => {
    const { question } = answerOf(nodeOf(at).edges[0] as Edge);
    return graph.scenario.questions.find(({ id }) => id === question) as Question;
  };
  return {
    over: (at: number) => nodeOf(at).end >= 0,
    edges: (at: number) => nodeOf(at).edges,
    asked: (at: number) => questionAt(at).actors.some((actor) => who.includes(actor)),
    questionAt,
    own: (edge: Edge) => answerOf(edge).consent.some((all) => all.every((actor) => who.includes(actor))),
    imposable: (edge: Edge) =>
      answerOf(edge).consent.some((all) => all.every((actor) => !who.includes(actor))),
    agreed: (edge: Edge) => answerOf(edge).consent.some((all) => all.some((actor) => who.includes(actor))),
  };
}

/** Counts of the cases that were checked. */
const met = { strategies: 0, free: 0, bound: 0, withheld: 0, raced: 0, counters: 0, held: 0 };

/** A check in an inner loop: cheap while it holds. */
function must(holds: boolean, otherwise: string): void {
  if (!holds) expect.fail(otherwise);
}

/** Every play of `found` from `from`, each way the others may impose and each answer it leaves free, ends in `goal`. */
function checkPlays(
  graph: Graph,
  who: readonly string[],
  goal: ReadonlySet<number>,
  found: Strategy,
  from: number,
) {
  const { over, edges, asked, questionAt, own, imposable, agreed } = sides(graph, who);
  const nodes = new Set(found.nodes);
  const longest = new Map<number, number>();
  /** The length of the longest play in which the coalition gives its first answer. */
  const play = (at: number): number => {
    const known = longest.get(at);
    if (known !== undefined) return known;
    must(nodes.has(at), `the strategy does not know of node ${at}`);
    let length = 0;
    if (over(at)) must(goal.has(graph.endingOf((graph.nodes[at] as Node).end)), `a play ends at ${at}`);
    else {
      const gives = found.gives.get(at) ?? [];
      const imposed = edges(at).filter(imposable);
      // Who is asked answers, with something it can do alone; what it leaves free, it leaves free altogether.
      must(gives.length > 0 === asked(at), `who is asked at ${at} has to answer, and nobody else`);
      if (asked(at)) {
        must(own(gives[0] as Edge), `the first answer at ${at} is not its own`);
        const free = found.free.has(questionAt(at).id);
        const wanted = free ? edges(at).length : 1;
        must(new Set(gives).size === wanted && gives.length === wanted, `what it gives at ${at}`);
        met[free ? 'free' : 'bound'] += 1;
        if (imposed.length > 0) met.raced += 1;
      }
      // It may also agree to whatever it does not withhold.
      const joint = edges(at).filter(
        (edge) => !asked(at) && !own(edge) && agreed(edge) && !found.withholds.has(edge.answer),
      );
      for (const { answer } of edges(at)) if (found.withholds.has(answer)) met.withheld += 1;
      const moves = new Set([...gives, ...imposed, ...joint]);
      must(moves.size > 0, `nothing happens at ${at}`);
      for (const edge of moves) {
        const rest = 1 + play(edge.to);
        if (edge === gives[0] || imposable(edge)) length = Math.max(length, rest);
      }
    }
    longest.set(at, length);
    return length;
  };
  const length = play(from);
  for (const at of found.nodes) must(longest.has(at), `node ${at} is in no play`);

  // The story is one of the plays, and the others delay its end as long as they can.
  expect(found.story.length).toBe(length);
  let at = from;
  for (const edge of found.story) {
    must(edges(at).includes(edge), `the story cannot go on from ${at}`);
    must(imposable(edge) || found.gives.get(at)?.[0] === edge, `the story leaves the strategy at ${at}`);
    at = edge.to;
  }
  expect(over(at)).toBe(true);
}

/** Each step is one the others can impose, or the coalition’s own where none of its own would have been better. */
function checkCounter(
  graph: Graph,
  who: readonly string[],
  goal: ReadonlySet<number>,
  story: readonly Edge[],
  from: number,
) {
  const { over, edges, asked, own, imposable } = sides(graph, who);
  const can = (node: number) => bringsAbout(graph, new Set(who), goal, node);
  let at = from;
  for (const edge of story) {
    expect(edges(at)).toContain(edge);
    expect(can(edge.to)).toBe(false);
    if (!imposable(edge)) {
      expect(asked(at) && own(edge)).toBe(true);
      for (const other of edges(at).filter(own)) expect(can(other.to)).toBe(false);
      met.held += 1;
    }
    at = edge.to;
  }
  expect(over(at)).toBe(true);
  expect(goal.has(graph.endingOf((graph.nodes[at] as Node).end))).toBe(false);
}

function check(graph: Graph, who: readonly string[], goal: ReadonlySet<number>, from = startOf(graph)) {
  const coalition = new Set(who);
  const found = strategy(graph, coalition, goal, from);
  const counter = counterStory(graph, coalition, goal, from);
  const can = bringsAbout(graph, coalition, goal, from);
  expect(found !== null, `${who} for ${[...goal]}`).toBe(can);
  expect(counter === null).toBe(can);
  if (found) {
    met.strategies += 1;
    checkPlays(graph, who, goal, found, from);
  }
  if (counter) {
    met.counters += 1;
    checkCounter(graph, who, goal, counter, from);
  }
}

/** For every set of the actors given, every ending to be brought about or blocked, and some other goals and points. */
function checkAll(graph: Graph, actors: readonly string[], seed: number) {
  const random = seeded(seed);
  const endings = graph.scenario.endings.map((_, at) => at);
  const points = reachableNodes(graph);
  for (const who of subsets(actors)) {
    for (const ending of endings) {
      check(graph, who, new Set([ending]));
      check(graph, who, allBut(graph, new Set([ending])));
    }
    for (let round = 0; round < 4; round++) {
      const goal = new Set(endings.filter(() => random() < 0.5));
      check(graph, who, goal, points[Math.floor(random() * points.length)]);
    }
  }
}

const idsOf = ({ actors }: Scenario) => actors.map(({ id }) => id);

describe('a strategy', () => {
  it.each([...ZOO, ...EXAMPLES].map((scenario) => ({ name: scenario.id, scenario })))(
    'wins every play in $name, and exists exactly where there is power',
    ({ scenario }) => checkAll(graphOfScenario(scenario), idsOf(scenario).slice(0, 4), 1),
  );

  it('wins every play in the talks of March 2025, for every actor asked', () => {
    checkAll(graphOfScenario(real), ['russia', 'ukraine', 'coalition', 'neutral'], 3);
  });

  it('wins every play in random scenarios', () => {
    fc.assert(
      fc.property(scenarioFile, fc.integer(), (file, seed) => {
        const scenario = lawful(JSON.stringify(file));
        checkAll(graphOfScenario(scenario), idsOf(scenario), seed);
      }),
      { seed: 2025, numRuns: 200 },
    );
  });

  it('is covered by cases with free, bound, withheld, raced and lost answers', () => {
    for (const [what, times] of Object.entries(met)) expect(times, what).toBeGreaterThan(50);
  });
});

describe('a strategy in the talks of March 2025', () => {
  const graph = graphOfScenario(real);
  const number = (id: string) => real.endings.findIndex((ending) => ending.id === id);
  const codes = (story: readonly Edge[]) => story.map(({ answer }) => graph.answers[answer]?.code);
  const bound = (found: Strategy | null) =>
    new Set(
      [...(found?.gives.values() ?? [])]
        .filter((gives) => gives.length === 1)
        .map(([edge]) => graph.answers[edge?.answer ?? -1]?.code),
    );

  it('lets Russia prevent a lasting guarded pause by one answer, with any others', () => {
    const found = strategy(graph, new Set(['russia']), allBut(graph, new Set([number('pause-neutral')])));
    expect([...bound(found)]).toEqual(['zb']);
  });

  it('lets Russia prevent an attack on neutral peacekeepers by withholding one consent', () => {
    const found = strategy(graph, new Set(['russia']), allBut(graph, new Set([number('broken-neutral')])));
    expect([...(found?.withholds ?? [])].map((answer) => graph.answers[answer]?.code)).toEqual(['lj']);
    expect(bound(found).size).toBe(0);
  });

  it('does not let Ukraine alone bring about a truce, as Russia can decline', () => {
    const story = counterStory(graph, new Set(['ukraine']), new Set([number('sky-sea-truce')]));
    expect(codes(story ?? [])).toContain('fr');
  });
});
