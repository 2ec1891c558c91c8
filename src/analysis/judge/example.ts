/** Where a reader can see what a finding says: a story to open, and the ending to ask about there. */
import type { Claim } from '../../scenario/format/claims.ts';
import { startOf, storiesWith, type Graph, type Node } from '../graph/graph.ts';
import { bestWay } from '../questions/ways.ts';
import { indexById } from '../../scenario/lookups.ts';

export interface Example {
  readonly story: readonly string[];
  /** The number of the ending to ask about; absent where the story itself shows it. */
  readonly ending?: number;
}

/** The first place that shows `claim`; null where nothing on the map does, as for a count of things. */
export function exampleOf(graph: Graph, claim: Claim): Example | null {
  if (claim.kind === 'all') {
    for (const part of claim.of) {
      const found = exampleOf(graph, part);
      if (found) return found;
    }
    return null;
  }
  const number = (id: string | undefined) => indexById(graph.scenario.endings, id);
  switch (claim.kind) {
    case 'endings':
      return claim.given ? after(graph, claim.given) : null;
    case 'against':
      return after(graph, claim.given ?? [], claim.answers);
    case 'documented': {
      const ending = number(claim.endings[0]);
      const way = ending === -1 ? null : bestWay(graph, 'undocumented', ending);
      return way && { story: way.edges.map(({ answer }) => graph.answers[answer]?.code ?? '') };
    }
    case 'min':
    case 'everyStory':
      return { story: [], ending: number(claim.endings[0]) };
    case 'power':
      return { ...(after(graph, claim.given ?? []) ?? { story: [] }), ending: number(claim.endings[0]) };
    case 'fact': {
      const left = storiesWith(graph, claim.given, claim.without);
      const way = bestWay(left, 'length', number(claim.endings[0]));
      return way && { story: way.edges.map(({ answer }) => graph.answers[answer]?.code ?? '') };
    }
    default:
      return null;
  }
}

/** A shortest story that has given all of `given`, and, where answers are named, stands at a choice that has one of them. */
function after(graph: Graph, given: readonly string[], answers?: readonly string[]): Example | null {
  const keyOf = (answer: number) => graph.answers[answer]?.key ?? '';
  const start = { at: startOf(graph), left: given, story: [] as readonly string[] };
  const seen = new Set<string>();
  const queue = [start];
  for (const { at, left, story } of queue) {
    const { edges } = graph.nodes[at] as Node;
    if (left.length === 0 && (!answers || edges.some(({ answer }) => answers.includes(keyOf(answer)))))
      return { story };
    for (const { answer, to } of edges) {
      const rest = left.filter((key) => key !== keyOf(answer));
      const mark = `${to} ${rest.join()}`;
      if (seen.has(mark)) continue;
      seen.add(mark);
      queue.push({ at: to, left: rest, story: [...story, graph.answers[answer]?.code ?? ''] });
    }
  }
  return null;
}
