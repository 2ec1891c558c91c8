/** A story on the graph of futures: the steps it takes there, and why it stops where it cannot go on. */
import type { Story } from '../../scenario/scenario.ts';
import { questionAt, startOf, type Edge, type Graph } from './graph.ts';

/** Why a code cannot be played: no answer has it, its question is not on the table, or it is closed there. */
export type Stop = 'unknown' | 'not-asked' | 'closed';

export interface GraphWalk {
  /** One for each code that was played. */
  readonly edges: readonly Edge[];
  /** The number of the node where it stands. */
  readonly at: number;
  /** The first code that cannot be played, and why; null when the whole story was. */
  readonly refused: { readonly code: string; readonly why: Stop } | null;
}

/** Plays `story` from node `from` as far as it goes. */
export function walk(graph: Graph, story: Story, from = startOf(graph)): GraphWalk {
  const edges: Edge[] = [];
  let at = from;
  for (const code of story) {
    const edge = graph.nodes[at]?.edges.find(({ answer }) => graph.answers[answer]?.code === code);
    if (!edge) {
      const answer = graph.answers.find((answer) => answer.code === code);
      const asked = questionAt(graph, at)?.id;
      const why = !answer ? 'unknown' : answer.question === asked ? 'closed' : 'not-asked';
      return { edges, at, refused: { code, why } };
    }
    edges.push(edge);
    at = edge.to;
  }
  return { edges, at, refused: null };
}
