/** Tests that the facts of a scenario agree with their definitions, over given scenarios and random ones. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { facts } from '../../src/analysis/judge/facts.ts';
import {
  fraction,
  less,
  ONE,
  plus,
  formatFraction,
  ZERO,
  type Fraction,
} from '../../src/analysis/questions/fraction.ts';
import { endingsOf, storiesWith } from '../../src/analysis/graph/graph.ts';
import { odds } from '../../src/analysis/questions/odds.ts';
import { outcomeGraph, type OutcomeGraph } from '../../src/analysis/graph/outcomes.ts';
import { smallestCoalitions } from '../../src/analysis/questions/coalitions.ts';
import { blocks, bringsAbout } from '../../src/analysis/questions/power.ts';
import { validateStories } from '../../src/analysis/judge/validate.ts';
import { countStories } from '../support/stories.ts';
import { closings } from '../../src/analysis/questions/decisive.ts';
import type { Openings } from '../../src/analysis/graph/openings.ts';
import { bestWay } from '../../src/analysis/questions/ways.ts';
import type { Ending, Scenario } from '../../src/scenario/scenario.ts';
import {
  checkCounts,
  checkEverySituation,
  checkFutures,
  compiled,
  seeded,
  type Compiled,
} from '../support/laws.ts';
import { LAWFUL, lawful, text } from '../scenario/files.ts';
import { ZOO } from '../zoo/zoo.ts';
import { scenarioFile } from './arbitrary.ts';
import {
  canBringAbout,
  chances,
  common,
  measured,
  MEASURES,
  range,
  stories,
  subsets,
  tell,
  type Point,
  type Told,
} from './definitions.ts';

/** Maximum number of stories that are listed one by one. */
const FEASIBLE = 2_000n;

type Random = () => number;

const below = (random: Random, limit: number) => Math.floor(random() * limit);
const pick = <T>(random: Random, items: readonly T[]): T => items[below(random, items.length)] as T;
const least = (values: readonly number[]) => (values.length === 0 ? null : Math.min(...values));
const codesOf = ({ choices }: Told) => choices.map(({ answer }) => answer.code);

/** A scenario with its analysis and with the list of its stories. */
interface Both {
  readonly scenario: Scenario;
  readonly graph: OutcomeGraph;
  readonly start: Point;
  readonly told: readonly Told[];
  readonly openings: Openings;
}

function both({ scenario, rules, exploration, openings }: Compiled): Both {
  const start = tell(scenario);
  const graph = outcomeGraph(scenario, rules, exploration);
  return { scenario, start, told: [...stories(start)], graph, openings };
}

/** The facts from the start, and from every point of a random story. */
function checkFacts({ scenario, graph, told, start }: Both, random: Random): void {
  const story = pick(random, told);
  let point = start;
  for (let step = 0; step <= story.choices.length; step++) {
    const here = [...stories(point)];
    const found = facts(graph, { story: codesOf(story).slice(0, step) });
    expect(found.stories).toBe(String(here.length));
    expect(found.shortest).toBe(Math.min(...here.map(({ choices }) => choices.length)));
    expect(found.longest).toBe(Math.max(...here.map(({ choices }) => choices.length)));
    for (const ending of scenario.endings) {
      const to = here.filter((one) => one.ending === ending);
      const fewest = (counts: (typeof MEASURES)[keyof typeof MEASURES]) =>
        least(to.map((one) => measured(one, counts)));
      expect(found.endings[ending.id], ending.id).toEqual({
        stories: String(to.length),
        shortest: fewest(MEASURES.length),
        undocumented: fewest(MEASURES.undocumented),
        contradicted: fewest(MEASURES.against),
        necessary: to.length === 0 ? null : common(to, graph.answers).map(({ key }) => key),
        needs: to.length === 0 ? [] : needed(scenario, point, ending),
      });
    }
    point = story.choices[step]?.then ?? point;
  }
}

function needed({ actors, endings }: Scenario, point: Point, ending: Ending): string[] {
  const others = endings.filter((one) => one !== ending);
  const can = (who: string[]) => canBringAbout(point, who, others);
  return can([]) ? [] : actors.map(({ id }) => id).filter((id) => can([id]));
}

/** Each best way is a listed story with the least measure, and the shortest of the `ties` with it. */
function checkWays({ scenario, graph, told }: Both): void {
  for (const [number, ending] of scenario.endings.entries())
    for (const measure of ['length', 'undocumented', 'against'] as const) {
      const to = told.filter((one) => one.ending === ending);
      const best = least(to.map((one) => measured(one, MEASURES[measure])));
      const ties = to.filter((one) => measured(one, MEASURES[measure]) === best);
      const way = bestWay(graph, measure, number);
      if (!way) expect(to).toEqual([]);
      else {
        const codes = way.edges.map(({ answer }) => graph.answers[answer]?.code);
        expect(ties.map((one) => codesOf(one).join())).toContain(codes.join());
        expect(codes.length).toBe(least(ties.map(({ choices }) => choices.length)));
        expect(way).toMatchObject({ measure: best, ties: BigInt(ties.length) });
      }
    }
}

/** A step closes the endings that some story before it, and none after it, comes to. */
function checkDecisive({ scenario, openings, told, start }: Both, random: Random): void {
  const story = pick(random, told);
  const open = (point: Point) => new Set([...stories(point)].map(({ ending }) => ending));
  let before = open(start);
  const closed = story.choices.map(({ then }) => {
    const after = open(then);
    const gone = [...before].filter((ending) => !after.has(ending));
    before = after;
    return { closed: scenario.endings.filter((ending) => gone.includes(ending)), left: after };
  });
  const answers = story.choices.map(({ answer }) => answer);
  expect(closings(openings, answers)).toEqual(closed);
}

/** The endings of the stories with some answers and without some others. */
function checkStoriesWith({ scenario, graph, told }: Both, random: Random): void {
  for (let round = 0; round < 5 && graph.answers.length > 0; round++) {
    const given = [...new Set([pick(random, graph.answers), pick(random, graph.answers)])];
    const without = [pick(random, graph.answers)];
    const left = told.filter(({ choices }) => {
      const answers = choices.map(({ answer }) => answer);
      return given.every((one) => answers.includes(one)) && !without.some((one) => answers.includes(one));
    });
    const endings = endingsOf(
      storiesWith(
        graph,
        given.map(({ key }) => key),
        without.map(({ key }) => key),
      ),
    );
    expect(endings.map((number) => scenario.endings[number])).toEqual(
      scenario.endings.filter((ending) => left.some((one) => one.ending === ending)),
    );
  }
}

/** Power satisfies its definition for every set of actors, has no contradictions, and is monotone. */
function checkPower({ scenario, graph, start }: Both, random: Random): void {
  const { endings } = scenario;
  const coalitions = subsets(scenario.actors.map(({ id }) => id));
  const goals = [
    ...endings.map((ending) => [ending]),
    ...endings.map((ending) => endings.filter((one) => one !== ending)),
    ...Array.from({ length: 4 }, () => endings.filter(() => random() < 0.5)),
  ];
  const numbers = (goal: readonly Ending[]) => new Set(goal.map((ending) => endings.indexOf(ending)));

  // For each coalition, in the order of `coalitions`, whether it can bring about each of the goals.
  const can = coalitions.map((who) => goals.map((goal) => canBringAbout(start, who, goal)));
  coalitions.forEach((who, at) =>
    expect(
      goals.map((goal) => bringsAbout(graph, new Set(who), numbers(goal))),
      `${who}`,
    ).toEqual(can[at]),
  );

  const { power } = facts(graph, { coalitions });
  coalitions.forEach((who, at) => {
    const which = (from: number) =>
      endings.filter((_, number) => can[at]?.[from + number]).map(({ id }) => id);
    // To block an ending is to bring about the set of all others.
    expect(power[who.join('+')], `${who}`).toEqual({ bringAbout: which(0), block: which(endings.length) });
    endings.forEach((_, number) =>
      expect(blocks(graph, new Set(who), new Set([number]))).toBe(can[at]?.[endings.length + number]),
    );
  });

  coalitions.forEach((who, a) =>
    coalitions.forEach((others, b) => {
      if (who.every((actor) => others.includes(actor)))
        goals.forEach((_, goal) => expect(can[a]?.[goal] && !can[b]?.[goal]).toBe(false));
      if (who.some((actor) => others.includes(actor))) return;
      goals.forEach((mine, one) =>
        goals.forEach((theirs, two) => {
          if (mine.some((ending) => theirs.includes(ending))) return;
          expect(can[a]?.[one] && can[b]?.[two], `${who} against ${others}`).toBe(false);
        }),
      );
    }),
  );

  goals.forEach((goal, at) => {
    const enough = coalitions.filter((_, which) => can[which]?.[at]);
    const smallest = enough.filter(
      (who) => !enough.some((less) => less.length < who.length && less.every((actor) => who.includes(actor))),
    );
    const found = smallestCoalitions(graph, (who) => bringsAbout(graph, who, numbers(goal)));
    expect(found.upTo).toBeNull();
    expect(found.sets.map(String).sort()).toEqual(smallest.map(String).sort());
  });
}

/** Odds satisfy their definition, under random weights on some of the questions. */
function checkOdds({ scenario, graph, start }: Both, random: Random): void {
  const { endings } = scenario;
  const zero = endings.map(() => ZERO);
  const sumOf = (values: readonly Fraction[]) => values.reduce(plus, ZERO);
  const weight = () => fraction(BigInt(below(random, 4)), BigInt(1 + below(random, 3)));

  /** The chance of each ending where nothing is left open, as a sum over all stories. */
  const filled = (weights: ReadonlyMap<string, Fraction>): Fraction[] => {
    const chance = [...zero];
    const fill = (point: Point) => {
      const parts = point.choices.map(() => BigInt(below(random, 3)));
      parts[below(random, parts.length)] = 1n;
      const sum = parts.reduce((a, b) => a + b);
      return parts.map((part) => fraction(part, sum));
    };
    for (const story of chances(start, ({ key }) => weights.get(key), fill)) {
      const at = endings.indexOf(story.ending);
      chance[at] = plus(chance[at] ?? ZERO, story.chance);
    }
    return chance;
  };

  for (const share of [0, 0.4, 0.8, 1]) {
    const weighted = scenario.questions.filter(() => random() < share);
    const weights = new Map(
      weighted.flatMap(({ answers }) =>
        answers.filter(() => random() < 0.9).map(({ key }) => [key, weight()] as const),
      ),
    );
    const found = odds(graph, weights);
    const ranges = endings.map((ending) => range(start, ending, ({ key }) => weights.get(key)));
    expect(found.map(({ low, high }) => [low, high].map(formatFraction))).toEqual(
      ranges.map((ends) => ends.map(formatFraction)),
    );
    expect(facts(graph, { weights }).odds).toEqual(
      Object.fromEntries(endings.map(({ id }, at) => [id, ranges[at]?.map(formatFraction)])),
    );

    for (let round = 0; round < 5; round++) {
      const values = filled(weights);
      expect(formatFraction(sumOf(values))).toBe('1');
      values.forEach((value, at) => {
        const { low, high } = found[at] ?? { low: ONE, high: ZERO };
        expect(less(value, low) || less(high, value), `${formatFraction(value)} of ending ${at}`).toBe(false);
      });
    }

    // The reader fills the gaps: with weight on every answer, each range is one number, and a part of the range before.
    const open = scenario.questions.filter(({ answers }) => !answers.some(({ key }) => weights.has(key)));
    const more = new Map(weights);
    for (const { answers } of open)
      for (const { key } of answers) more.set(key, fraction(BigInt(1 + below(random, 3)), 1n));
    const narrower = odds(graph, more);
    narrower.forEach(({ low, high }, at) => {
      expect(less(low, found[at]?.low ?? ONE) || less(found[at]?.high ?? ZERO, high)).toBe(false);
    });
    // Then nothing is left open, unless all that is available at some question weighs nothing.
    if (narrower.some(({ low, high }) => less(low, high))) continue;
    expect(formatFraction(sumOf(narrower.map(({ low }) => low)))).toBe('1');
    expect(narrower.map(({ low }) => formatFraction(low))).toEqual(filled(more).map(formatFraction));
  }
}

function checkDefinitions(all: Compiled, seed: number): void {
  const random = seeded(seed);
  const known = both(all);
  checkFacts(known, random);
  checkWays(known);
  checkDecisive(known, random);
  checkStoriesWith(known, random);
  checkPower(known, random);
  checkOdds(known, random);
}

const given = [...ZOO, ...LAWFUL.map((file) => lawful(text(file)))]
  .map(compiled)
  .filter(({ exploration }) => (countStories(exploration)[0] as bigint) < FEASIBLE)
  .map((all) => ({ name: all.scenario.id, all }));

describe('the analysis agrees with the definitions', () => {
  it.each(given)('of $name', ({ all }) => checkDefinitions(all, 1));
});

describe('of random scenarios', () => {
  /** Counts of the cases checked, so that the checks below do not hold for lack of cases. */
  const met = { scenarios: 0, merged: 0, closed: 0, contested: 0, open: 0 };

  it('satisfies the definitions and the laws', () => {
    fc.assert(
      fc.property(scenarioFile, fc.integer(), (file, seed) => {
        // As it would be read from outside: the generator writes files that pass every check.
        const scenario = lawful(JSON.stringify(file));
        expect(validateStories(scenario).filter(({ level }) => level === 'error')).toEqual([]);
        const all = compiled(scenario);
        const count = countStories(all.exploration)[0] as bigint;
        fc.pre(count < 1_000n);
        checkEverySituation(all);
        checkFutures(all);
        checkCounts(all);
        checkDefinitions(all, seed);

        met.scenarios += 1;
        if (all.exploration.count < all.exploration.edgeAnswer.length + 1) met.merged += 1;
        const graph = outcomeGraph(scenario, all.rules, all.exploration);
        const { power, endings } = facts(graph);
        if (Object.values(endings).some(({ stories }) => stories === '0')) met.closed += 1;
        if (Object.values(power).some(({ block }) => block.length > 0)) met.contested += 1;
        if (endingsOf(graph).length > 1) met.open += 1;
      }),
      { seed: 2025, numRuns: 200 },
    );
  });

  it('includes varied scenarios from the generator', () => {
    expect(met.scenarios).toBe(200);
    for (const many of [met.merged, met.closed, met.contested, met.open]) expect(many).toBeGreaterThan(10);
  });
});
