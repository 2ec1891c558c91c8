/** A story on a graph of situations: the steps it takes there, and why it stops where it cannot go on. */
import { answersByCode, byId } from '../../scenario/lookups.ts';
import type { Answer, Question, Scenario, Story } from '../../scenario/scenario.ts';
import { startOf, type Edge, type Graph } from './graph.ts';

/** Why a code cannot be played: no answer has it, its question is not on the table, or it is closed there. */
export type RefusalReason = 'unknown' | 'not-asked' | 'closed';

/** What can be chosen at a place: an answer, by its number in the order of the file, and the place it leads to. */
interface Choice {
  readonly answer: number;
  readonly to: number;
}

/** What `replay` says of a step, with the edge it takes in place of the situations. */
export interface GraphStep<Taken extends Choice = Edge> {
  readonly code: string;
  readonly question: Question;
  readonly answer: Answer;
  readonly edge: Taken;
}

export interface GraphWalk<Taken extends Choice = Edge> {
  /** One for each code that was played. */
  readonly steps: readonly GraphStep<Taken>[];
  /** The number of the place where it stands. */
  readonly at: number;
  /** The first code that cannot be played, and why; null when the whole story was. */
  readonly refused: { readonly code: string; readonly why: RefusalReason } | null;
}

/** Plays `story` from node `from` as far as it goes. */
export const walk = (graph: Graph, story: Story, from = startOf(graph)): GraphWalk =>
  follow(graph.scenario, graph.answers, (at) => graph.nodes[at]?.edges ?? [], story, from);

/** The same on any graph whose edges are the answers of `scenario`: `edgesAt` gives those that leave a place. */
export function follow<Taken extends Choice>(
  scenario: Scenario,
  answers: readonly Answer[],
  edgesAt: (place: number) => readonly Taken[],
  story: Story,
  from: number,
): GraphWalk<Taken> {
  const codes = answersByCode(scenario);
  const steps: GraphStep<Taken>[] = [];
  let at = from;
  for (const code of story) {
    const edges = edgesAt(at);
    const question = byId(scenario.questions, answers[edges[0]?.answer ?? -1]?.question);
    const answer = codes.get(code);
    const edge = answer && edges.find((edge) => answers[edge.answer] === answer);
    if (!question || !edge) {
      const why = !answer ? 'unknown' : answer.question === question?.id ? 'closed' : 'not-asked';
      return { steps, at, refused: { code, why } };
    }
    steps.push({ code, question, answer, edge });
    at = edge.to;
  }
  return { steps, at, refused: null };
}
