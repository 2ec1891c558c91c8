/** Tests the order of the deciding questions against the plain definition over every story. */
import { describe, expect, it } from 'vitest';
import { outcomesOf } from '../../../src/analysis/judge/facts.ts';
import { startOf, type Graph } from '../../../src/analysis/graph/graph.ts';
import { decidingQuestions } from '../../../src/analysis/questions/deciding.ts';
import { answer, real } from '../../support/real.ts';
import { fork } from '../../zoo/zoo.ts';

const graph = outcomesOf(real);

/** For each answer, the endings of the stories with it; by going on from every place where it can be given. */
function endingsWith(graph: Graph): Map<number, Set<number>> {
  const after = (at: number): Set<number> => {
    const { end, edges } = graph.nodes[at] ?? { end: -1, edges: [] };
    if (end >= 0) return new Set([graph.endingOf(end)]);
    return new Set(edges.flatMap(({ to }) => [...known(to)]));
  };
  const memory = new Map<number, Set<number>>();
  const known = (at: number) => memory.get(at) ?? memory.set(at, after(at)).get(at) ?? new Set<number>();
  const found = new Map<number, Set<number>>();
  for (const { edges } of graph.nodes)
    for (const { answer, to } of edges)
      found.set(answer, new Set([...(found.get(answer) ?? []), ...known(to)]));
  return found;
}

describe('the questions that decide most', () => {
  it('are ordered by the number of endings that their answers close', () => {
    const endings = endingsWith(graph);
    const closed = (id: string) =>
      [...endings]
        .filter(([at]) => graph.questionOf[at]?.id === id)
        .reduce((sum, [, reached]) => sum + real.endings.length - reached.size, 0);
    const order = decidingQuestions(graph);
    expect(order.length).toBeGreaterThan(3);
    const scores = order.map(({ id }) => closed(id));
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
  });

  it('begin, for one ending, with those whose answers close it', () => {
    const endings = endingsWith(graph);
    for (const [number] of real.endings.entries()) {
      const counts = decidingQuestions(graph, startOf(graph), number).map(
        ({ id }) =>
          [...endings].filter(([at, reached]) => graph.questionOf[at]?.id === id && !reached.has(number))
            .length,
      );
      expect(counts).toEqual([...counts].sort((a, b) => b - a));
    }
  });

  it('are only those that can still come up', () => {
    const first = graph.nodes[startOf(graph)]?.edges[0];
    const asked = graph.questionOf[first?.answer ?? -1];
    expect(decidingQuestions(graph, first?.to)).not.toContain(asked);
    expect(asked?.answers).toContain(answer(graph.answers[first?.answer ?? -1]?.code ?? ''));
    expect(decidingQuestions(outcomesOf(fork)).length).toBe(1);
  });
});
