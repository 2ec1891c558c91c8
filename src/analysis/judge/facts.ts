/** The facts of a scenario, as plain data: stories, power, findings and odds. */
import type { Scenario } from '../../scenario/scenario.ts';
import { explore } from '../graph/explore.ts';
import { holdsClaim } from './findings.ts';
import { formatFraction } from '../questions/fraction.ts';
import type { Graph } from '../graph/graph.ts';
import { odds, type Weights } from '../questions/odds.ts';
import { outcomeGraph, type OutcomeGraph } from '../graph/outcomes.ts';
import { blocks, bringsAbout, needs } from '../questions/power.ts';
import { compileRules } from '../graph/rules.ts';
import { walk } from '../graph/walk.ts';
import { countWays, extremes, necessary } from '../questions/ways.ts';

export interface EndingFacts {
  /** How many stories lead to it, in decimal digits: the number can pass 2⁵³. */
  readonly stories: string;
  readonly shortest: number | null;
  /** The fewest answers that are inferred, urged, suggested or assumed. */
  readonly undocumented: number | null;
  /** The fewest answers with something against them where they are chosen. */
  readonly contradicted: number | null;
  /** The answers that every story to it contains, as `question.answer`, in the order of the file. */
  readonly necessary: readonly string[] | null;
  /** Who can block it alone, where nobody at all cannot. */
  readonly needs: readonly string[];
}

export interface Facts {
  readonly stories: string;
  readonly shortest: number | null;
  readonly longest: number | null;
  readonly endings: Readonly<Record<string, EndingFacts>>;
  readonly power: Readonly<Record<string, { readonly bringAbout: string[]; readonly block: string[] }>>;
  readonly findings: readonly { readonly id: string; readonly holds: boolean }[];
  readonly odds?: Readonly<Record<string, readonly [low: string, high: string]>>;
}

/** The outcome graph of a scenario that was checked; null where it has more situations than can be visited. */
export function outcomesWithin(scenario: Scenario, most?: number): OutcomeGraph | null {
  const rules = compileRules(scenario);
  const exploration = explore(rules, most);
  return exploration.complete ? outcomeGraph(scenario, rules, exploration) : null;
}

/** The same where all situations can be visited. Throws where they cannot. */
export function outcomesOf(scenario: Scenario): OutcomeGraph {
  const graph = outcomesWithin(scenario);
  if (!graph) throw new Error(`“${scenario.id}” has more situations than can be visited.`);
  return graph;
}

/**
 * The facts from the point that `story` (codes) leads to, the start when it is empty. Findings are judged over all
 * stories, wherever that is. Power is given for every single actor and for each of `coalitions`; odds where weights are.
 */
export function facts(
  graph: OutcomeGraph,
  {
    story = [],
    coalitions = [],
    weights,
  }: { story?: readonly string[]; coalitions?: readonly (readonly string[])[]; weights?: Weights } = {},
): Facts {
  const { scenario } = graph;
  const { at: from, refused } = walk(graph, story);
  if (refused) throw new Error(`“${refused.code}” cannot be played here: walk the story first.`);
  const ids = scenario.endings.map(({ id }) => id);
  const groups = [...scenario.actors.map(({ id }) => [id]), ...coalitions];
  const ranges = weights && odds(graph, weights, from);
  return {
    stories: String(countWays(graph)[from] ?? 0n),
    shortest: extremes(graph, 'length')[from] ?? null,
    longest: extremes(graph, 'length', undefined, true)[from] ?? null,
    endings: Object.fromEntries(ids.map((id, ending) => [id, endingFacts(graph, ending, from)])),
    power: Object.fromEntries(groups.map((group) => [group.join('+'), powerOf(graph, new Set(group), from)])),
    findings: scenario.findings.map(({ id, claim }) => ({ id, holds: holdsClaim(graph, claim) })),
    ...(ranges && {
      odds: Object.fromEntries(
        ids.map((id, ending) => {
          const range = ranges[ending];
          return [
            id,
            range
              ? ([formatFraction(range.low), formatFraction(range.high)] as const)
              : (['0', '0'] as const),
          ];
        }),
      ),
    }),
  };
}

function endingFacts(graph: Graph, ending: number, from: number): EndingFacts {
  const stories = countWays(graph, ending)[from] ?? 0n;
  const must = necessary(graph, ending, from);
  return {
    stories: String(stories),
    shortest: extremes(graph, 'length', ending)[from] ?? null,
    undocumented: extremes(graph, 'undocumented', ending)[from] ?? null,
    contradicted: extremes(graph, 'against', ending)[from] ?? null,
    necessary: must && must.map((answer) => graph.answers[answer]?.key ?? ''),
    needs: stories === 0n ? [] : needs(graph, ending, from),
  };
}

function powerOf(graph: Graph, coalition: ReadonlySet<string>, from: number) {
  const which = (can: typeof blocks) =>
    graph.scenario.endings.filter((_, at) => can(graph, coalition, new Set([at]), from)).map(({ id }) => id);
  return { bringAbout: which(bringsAbout), block: which(blocks) };
}
