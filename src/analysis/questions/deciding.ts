/** Which questions decide most: how many endings the answers to each of them close, counted exactly on the graph. */
import type { Question } from '../../scenario/scenario.ts';
import { startOf, type Graph } from '../graph/graph.ts';

/**
 * The questions that can still come up from node `from`, those first whose answers close most: each answer counts the
 * endings that are open from there and that no story with this answer reaches. Where `ending` is the number of one,
 * what closes it comes before all else. Equals stand in the order of the file; a question with one answer is left out.
 */
export function decidingQuestions(
  graph: Graph,
  from = startOf(graph),
  ending: number | null = null,
): Question[] {
  const open: bigint[] = [];
  // Each node stands after those it leads to, so one pass is enough.
  for (const { end, edges } of graph.nodes)
    open.push(
      end >= 0
        ? 1n << BigInt(graph.endingOf(end))
        : edges.reduce((all, { to }) => all | (open[to] as bigint), 0n),
    );
  /** For each answer that can still be given, the endings of the stories with it. */
  const reached = new Map<number, bigint>();
  const ahead = new Set([from]);
  for (const at of ahead)
    for (const { answer, to } of graph.nodes[at]?.edges ?? []) {
      reached.set(answer, (reached.get(answer) ?? 0n) | (open[to] as bigint));
      ahead.add(to);
    }

  const all = open[from] ?? 0n;
  const found = new Map<Question, { answers: number; closed: number; asked: number }>();
  for (const [answer, endings] of reached) {
    const question = graph.questionOf[answer] as Question;
    const now = found.get(question) ?? { answers: 0, closed: 0, asked: 0 };
    const closed = all & ~endings;
    found.set(question, {
      answers: now.answers + 1,
      closed: now.closed + sizeOf(closed),
      asked: now.asked + (ending === null ? 0 : Number((closed >> BigInt(ending)) & 1n)),
    });
  }
  const score = (question: Question) => found.get(question) ?? { answers: 0, closed: 0, asked: 0 };
  return graph.scenario.questions
    .filter((question) => score(question).answers > 1)
    .sort((a, b) => score(b).asked - score(a).asked || score(b).closed - score(a).closed);
}

function sizeOf(set: bigint): number {
  let size = 0;
  for (let rest = set; rest > 0n; rest &= rest - 1n) size += 1;
  return size;
}
