/** Other endings near a finished story: what a single answer would change, and which one takes the fewest new answers. */
import { change, replay } from '../../machine/replay.ts';
import { available, type Machine } from '../../machine/situation.ts';
import type { Answer, Ending, Story } from '../../scenario/scenario.ts';
import { endingAt, startOf, type Edge, type Graph } from '../graph/graph.ts';

/** A story with one answer changed, that ends elsewhere. */
export interface SingleChange {
  /** The step that is changed, from 0. */
  readonly at: number;
  readonly answer: Answer;
  readonly story: Story;
  readonly ending: Ending;
}

/**
 * The latest step of the finished `story` that can be answered otherwise so that, with every later answer kept that
 * still fits, it comes to another ending; of several answers there, the first in the file. Null where every single
 * change leads to the same ending or to a question that the story has not answered. Tries every change.
 */
export function singleChange(machine: Machine, story: Story): SingleChange | null {
  const { steps, now } = replay(machine, story);
  for (const [at, { question, before, code }] of [...steps.entries()].reverse())
    for (const answer of question.answers) {
      if (answer.code === code || !available(answer, before.states)) continue;
      const changed = change(machine, story, at, answer.code);
      const { ending } = replay(machine, changed.story).now;
      if (ending && ending.id !== now.ending?.id) return { at, answer, story: changed.story, ending };
    }
  return null;
}

/** Another story, near a given one. */
export interface Neighbour {
  readonly ending: Ending;
  readonly story: Story;
  /** The steps of it, from 0, whose answers the other story does not have. */
  readonly anew: readonly number[];
}

/**
 * The ending that takes the fewest answers that `story` does not have, none of those in `except`; between equals, the
 * one whose story parts latest from this one, then the first in the file. Null where there is no other. Shortest paths
 * from the ends, in which an answer of the story costs nothing; the graph has no circles.
 */
export function neighbour(graph: Graph, story: Story, except: readonly Ending[]): Neighbour | null {
  const own = new Set(story);
  const codeOf = ({ answer }: Edge) => graph.answers[answer]?.code ?? '';
  const least = graph.nodes.map(() => new Map<Ending, number>());
  for (const [at, { edges }] of graph.nodes.entries()) {
    const ending = endingAt(graph, at);
    if (ending) least[at]?.set(ending, 0);
    for (const edge of edges)
      for (const [ending, rest] of least[edge.to] ?? []) {
        const cost = rest + (own.has(codeOf(edge)) ? 0 : 1);
        if (cost < (least[at]?.get(ending) ?? Infinity)) least[at]?.set(ending, cost);
      }
  }

  /** A cheapest story to `ending` that stays with the given one for as long as it can. */
  function nearest(ending: Ending): Neighbour {
    const way: string[] = [];
    let at = startOf(graph);
    while ((graph.nodes[at]?.edges.length ?? 0) > 0) {
      const left = least[at]?.get(ending) ?? 0;
      const best = (graph.nodes[at]?.edges ?? []).filter(
        (edge) => (least[edge.to]?.get(ending) ?? Infinity) + (own.has(codeOf(edge)) ? 0 : 1) === left,
      );
      const edge = best.find((edge) => own.has(codeOf(edge))) ?? best[0];
      if (!edge) break;
      way.push(codeOf(edge));
      at = edge.to;
    }
    return { ending, story: way, anew: [...way.keys()].filter((at) => !own.has(way[at] ?? '')) };
  }

  const open = least[startOf(graph)] ?? new Map<Ending, number>();
  const others = graph.scenario.endings.filter((ending) => open.has(ending) && !except.includes(ending));
  const fewest = Math.min(...others.map((ending) => open.get(ending) ?? Infinity));
  const parting = ({ anew }: Neighbour) => anew[0] ?? 0;
  return others
    .filter((ending) => open.get(ending) === fewest)
    .map(nearest)
    .reduce<Neighbour | null>((best, one) => (best && parting(best) >= parting(one) ? best : one), null);
}
