/**
 * What can still happen, as the smallest graph that says it: situations with the same future are one node.
 *
 * Most of what a situation remembers is never read again, so many situations can be followed by exactly the same answers and
 * endings. Merging those, from the ends backwards, gives the minimal acyclic automaton (Revuz, 1992). Half a million
 * situations of the first scenario become a few hundred nodes, so that every question about what is still open, and
 * how to get there, is answered at once and exactly.
 */
import { topologicalOrder, type Exploration } from './explore.ts';
import { run, type Rules } from './rules.ts';

/**
 * Plain data, small enough to be sent with a page. Node by node, each after those it leads to; the last is the start.
 * A node where the story is over is the number of its ending. Any other is a list, three numbers for each available
 * answer: the number of the answer, that of the node it leads to, and the clauses of its `againstWhen` that hold
 * there, as bits.
 */
export type Futures = readonly (number | readonly number[])[];

/**
 * The futures of an exploration, which must be complete. Throws where the exploration has a cycle. `end` gives what
 * is put where a story is over, for the situation at an offset: the number of its ending, or something finer.
 * Throws a RangeError where there are more than `most` nodes.
 */
export function futuresOf(
  rules: Rules,
  exploration: Exploration,
  end: (offset: number) => number = (offset) => run(rules.ending, exploration.states, offset),
  most = Infinity,
): Futures {
  if (!exploration.complete) throw new Error('Not every situation was visited: its future is not known.');
  const sorted = topologicalOrder(exploration);
  if ('cycle' in sorted) throw new Error('A situation can come round again: it has no end to begin from.');
  const { states, question, firstEdge, edgeAnswer, edgeTarget, count } = exploration;
  const against = rules.answers.map((answer) =>
    answer.againstWhen.map((clause) => rules.condition(clause.when)),
  );

  const nodes: (number | number[])[] = [];
  const known = new Map<string, number>();
  const nodeOf = new Uint32Array(count);
  for (let at = count - 1; at >= 0; at--) {
    const number = sorted.order[at] as number;
    const offset = number * rules.words;
    let node: number | number[];
    if (question[number] === rules.questions) node = end(offset);
    else {
      node = [];
      for (let edge = firstEdge[number] as number; edge < (firstEdge[number + 1] as number); edge++) {
        const answer = edgeAnswer[edge] as number;
        const clauses = against[answer] ?? [];
        const holding = clauses.reduce((bits, clause, bit) => bits | (run(clause, states, offset) << bit), 0);
        // The 32nd clause is the sign of a number of 32 bits: as data it is none.
        node.push(answer, nodeOf[edgeTarget[edge] as number] as number, holding >>> 0);
      }
    }
    const key = String(node);
    const same = known.get(key) ?? nodes.push(node) - 1;
    if (nodes.length > most) throw new RangeError(`More than ${most} situations with futures of their own.`);
    known.set(key, same);
    nodeOf[number] = same;
  }
  return nodes;
}
