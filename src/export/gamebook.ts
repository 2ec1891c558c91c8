/**
 * Makes a book of numbered sections from the futures of a scenario: each section asks a question, and each answer
 * names the section to turn to.
 *
 * A section is a node of the merged futures and stands for every situation with the same future, so it contains only
 * what is the same in all of them. The clauses against an answer are part of a node. The reason why an answer is
 * closed, and the results of a story besides its ending, are not, and are left out.
 *
 * Sections are numbered in a topological order, so that every answer leads to a higher number. The order comes from a
 * depth-first search, so the first answer often leads to the next section.
 */
import { startOf, type Edge, type Graph } from '../analysis/graph/graph.ts';
import { walk } from '../analysis/graph/walk.ts';
import { citedIn } from '../scenario/evidence.ts';
import { byId, quotationsWith } from '../scenario/lookups.ts';
import type { AgainstWhen, Answer, Ending, Evidence, Question } from '../scenario/scenario.ts';

/** An answer that can be given in a section. */
export interface Turn {
  readonly answer: Answer;
  readonly to: number;
  /** Ids of the quotations against it here, without duplicates. */
  readonly against: readonly string[];
  /** The clauses against it that hold here because of earlier answers. */
  readonly because: readonly AgainstWhen[];
}

export interface Section {
  /** From 1. */
  readonly number: number;
  /** Null where the section is an ending. */
  readonly question: Question | null;
  readonly ending: Ending | null;
  readonly turns: readonly Turn[];
  /** Answers of the question that are not available here. */
  readonly closed: readonly Answer[];
  /** Answers that are available here but outside the bounds of the book. */
  readonly outside: readonly Answer[];
}

export interface Gamebook {
  readonly graph: Graph;
  /** Sections in order, from the beginning; empty where no ending can be reached within the bounds. */
  readonly sections: readonly Section[];
  /** All cited quotations, without duplicates. The number of a note is its index plus one. */
  readonly notes: readonly Evidence[];
}

/** The bounds of a book: whether it includes the answer of `edge` at `node`. */
export type AnswerFilter = (node: number, edge: Edge, answer: Answer) => boolean;

/**
 * The book of the futures after node `from` of `graph`, limited to the answers that `keep` accepts and that lead to
 * an ending within the bounds. Throws a RangeError where there is no such node.
 */
export function gamebook(
  graph: Graph,
  from: number = startOf(graph),
  keep: AnswerFilter = () => true,
): Gamebook {
  const { scenario, answers } = graph;
  const answerOf = (edge: Edge): Answer => answers[edge.answer] as Answer;
  const nodeAt = (node: number) => {
    const found = graph.nodes[node];
    if (!found) throw new RangeError(`There is no node ${node} in the futures of “${scenario.id}”.`);
    return found;
  };

  // By node: its edges within the bounds after which an ending can still be reached within them.
  const kept = new Map<number, readonly Edge[]>();
  const order: number[] = [];
  const leadsOn = (node: number): boolean => {
    const known = kept.get(node);
    if (known) return nodeAt(node).end >= 0 || known.length > 0;
    const within = nodeAt(node).edges.filter((edge) => keep(node, edge, answerOf(edge)));
    // Nodes are listed when the search leaves them, and the list is reversed for numbering; so the last answer is
    // searched first.
    const on = [...within].reverse().filter((edge) => leadsOn(edge.to));
    kept.set(node, on.reverse());
    const lives = nodeAt(node).end >= 0 || on.length > 0;
    if (lives) order.push(node);
    return lives;
  };
  leadsOn(from);

  const numbers = new Map(order.reverse().map((node, at) => [node, at + 1]));
  const sections = order.map((node): Section => {
    const { end, edges } = nodeAt(node);
    const possible = new Set(edges.map(answerOf));
    const turns = (kept.get(node) ?? []).map((edge): Turn => {
      const answer = answerOf(edge);
      const because = answer.againstWhen.filter((_, bit) => (edge.clauses >> bit) & 1);
      const against = new Set([...answer.against, ...because.flatMap(({ evidence }) => evidence)]);
      return { answer, to: numbers.get(edge.to) as number, against: [...against], because };
    });
    const given = new Set(turns.map(({ answer }) => answer));
    const question = byId(scenario.questions, turns[0]?.answer.question) ?? null;
    return {
      number: numbers.get(node) as number,
      question,
      ending: end >= 0 ? (scenario.endings[graph.endingOf(end)] ?? null) : null,
      turns,
      closed: question?.answers.filter((answer) => !possible.has(answer)) ?? [],
      outside: question?.answers.filter((answer) => possible.has(answer) && !given.has(answer)) ?? [],
    };
  });

  const cited = new Set(
    sections.flatMap(({ turns, ending }) => [
      ...turns.flatMap(({ answer, against }) => [...answer.evidence, ...against, ...answer.doubt]),
      ...(ending?.evidence ?? []),
    ]),
  );
  return { graph, sections, notes: quotationsWith(scenario, cited) };
}

/**
 * Bounds that include the answers that at least one of `stories` gives at a node. The stories must begin at the
 * start.
 */
export function alongStories(graph: Graph, stories: readonly (readonly string[])[]): AnswerFilter {
  const walked = new Set<string>();
  for (const story of stories) {
    let node = startOf(graph);
    for (const { edge } of walk(graph, story).steps) {
      walked.add(`${node} ${edge.answer}`);
      node = edge.to;
    }
  }
  return (node, edge) => walked.has(`${node} ${edge.answer}`);
}

/**
 * Bounds that include the answers after which one of `endings`, given by id, can be reached. With no ids it includes
 * all.
 */
export function towardsEndings(graph: Graph, endings: readonly string[]): AnswerFilter {
  if (endings.length === 0) return () => true;
  const ids = graph.scenario.endings.map(({ id }) => id);
  const reaches: boolean[] = [];
  // Nodes are sorted so that each comes after those it leads to; one pass is enough.
  for (const { end, edges } of graph.nodes)
    reaches.push(
      end >= 0
        ? endings.includes(ids[graph.endingOf(end)] ?? '')
        : edges.some(({ to }) => reaches[to] === true),
    );
  return (_node, edge) => reaches[edge.to] === true;
}

/** `book` with further notes: the quotations whose ids occur in `texts`, after those that it cites. */
export function withNamedQuotations(book: Gamebook, texts: readonly string[]): Gamebook {
  const more = citedIn(book.graph.scenario, texts).filter((item) => !book.notes.includes(item));
  return { ...book, notes: [...book.notes, ...more] };
}
