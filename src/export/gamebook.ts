/**
 * A scenario as a book of numbered sections: each asks a question, and each answer says where to turn.
 *
 * A section is a node of the merged futures, so it stands for every situation with the same future: it says only what
 * is the same for all of them. Which clauses speak against an answer is part of a node; why an answer is closed, and
 * what came of a story besides its ending, is not, and is left out. Sections are numbered in an order in which a reader
 * only ever turns forward: a topological order, depth first, so that the first answer often leads to the next section.
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
  /** Ids of all the quotations against it here, each once. */
  readonly against: readonly string[];
  /** The clauses that speak against it here because of what came before. */
  readonly because: readonly AgainstWhen[];
}

export interface Section {
  /** From 1. */
  readonly number: number;
  /** One of the two is null. */
  readonly question: Question | null;
  readonly ending: Ending | null;
  readonly turns: readonly Turn[];
  /** Answers that cannot be given here. */
  readonly closed: readonly Answer[];
  /** Answers that could be given here, but lie outside the bounds of the book. */
  readonly outside: readonly Answer[];
}

export interface Gamebook {
  readonly graph: Graph;
  /** The first is where the book begins; empty where nothing within the bounds leads to an ending. */
  readonly sections: readonly Section[];
  /** Every quotation that is cited, once, in the order of the sections: its place is its number as a note. */
  readonly notes: readonly Evidence[];
}

/** The bounds of a book: whether the answer of `edge` may be given at `node`. */
export type AnswerFilter = (node: number, edge: Edge, answer: Answer) => boolean;

/** The book of all that can come after node `from` of `graph` by answers that `keep` lets through. */
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

  // The answers within the bounds from which an ending can still be reached within them.
  const kept = new Map<number, readonly Edge[]>();
  const order: number[] = [];
  const leadsOn = (node: number): boolean => {
    const known = kept.get(node);
    if (known) return nodeAt(node).end >= 0 || known.length > 0;
    const within = nodeAt(node).edges.filter((edge) => keep(node, edge, answerOf(edge)));
    // The last answer’s sections are numbered last: so they are the first to be left.
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

/** Keeps to the answers that at least one of `stories` gives at that point; they must be stories from the start. */
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

/** Keeps to the answers after which one of `endings`, named by id, can still be reached; to all where it names none. */
export function towardsEndings(graph: Graph, endings: readonly string[]): AnswerFilter {
  if (endings.length === 0) return () => true;
  const ids = graph.scenario.endings.map(({ id }) => id);
  const reaches: boolean[] = [];
  // Every node stands after those it leads to, so one pass is enough.
  for (const { end, edges } of graph.nodes)
    reaches.push(
      end >= 0
        ? endings.includes(ids[graph.endingOf(end)] ?? '')
        : edges.some(({ to }) => reaches[to] === true),
    );
  return (_node, edge) => reaches[edge.to] === true;
}

/** `book` with the quotations of its scenario that `texts` name by their ids among its notes, after those it cites. */
export function withNamedQuotations(book: Gamebook, texts: readonly string[]): Gamebook {
  const more = citedIn(book.graph.scenario, texts).filter((item) => !book.notes.includes(item));
  return { ...book, notes: [...book.notes, ...more] };
}
