/**
 * How a coalition makes sure of a goal, where it can, and how the goal can be kept from it, where it cannot.
 *
 * A strategy here is positional: it says what the coalition answers at each node where it is asked, whatever came
 * before. That is enough, because a node holds all of the future and there are no circles (Zermelo, 1913).
 *
 * Who moves: where somebody of the coalition is asked, the coalition answers as its strategy says, or the others come
 * first with any answer imposable on it; where nobody of it is asked, the others give any imposable answer. What
 * happens by itself, such as the sentence the reader chooses, is imposable, so it counts among the others’ replies. An
 * answer that needs both sides comes about only where the coalition agrees to it. See `power.ts` for *own* and *imposable*.
 *
 * Best replies: from a strategy nobody can escape, so every reply is as good as any other, and the *best* is the one
 * that delays the end longest; it shows the most of the strategy. Where the coalition cannot make sure of its goal it is
 * the other way round: the others take the shortest way to an ending outside it, and the coalition, where all its own
 * answers are lost, the one that holds out longest. Of what is as long, the coalition’s own answer comes first, then
 * the order of the file.
 */
import { startOf, type Edge, type Graph, type Node } from '../graph/graph.ts';
import { canBringAbout, handOf } from './power.ts';

export interface Strategy {
  /** The nodes that a play can come to while the coalition follows the strategy, each after those it leads to. */
  readonly nodes: readonly number[];
  /**
   * What the coalition answers at each of them where it is asked: the first of these, its own. Where there are more,
   * the question is free, and the others do as well; those that are not its own come about if the others agree.
   */
  readonly gives: ReadonlyMap<number, readonly Edge[]>;
  /** The questions to it, by id, whose every available answer is as good wherever the strategy comes to them. */
  readonly free: ReadonlySet<string>;
  /** The answers, by number, of questions that others are asked, to which it does not agree though it could. */
  readonly withholds: ReadonlySet<number>;
  /** One play of it: against the others’ best replies. */
  readonly story: readonly Edge[];
}

/**
 * A strategy with which `coalition` brings about one of the endings in `goal`, given by number, from node `from`; null
 * where it has none, which is where `bringsAbout` says no.
 *
 * It is chosen to be short to say. As many questions as can be are *free*: any answer will do. Of a question that is
 * not, it gives one answer at each node: of those that would do there, the one that would do at the most nodes, so that
 * it is the same answer wherever that can be. Ties stand in the order of the file. Consent to what others are asked is
 * withheld only where giving it could lose the goal.
 */
export function strategy(
  graph: Graph,
  coalition: ReadonlySet<string>,
  goal: ReadonlySet<number>,
  from = startOf(graph),
): Strategy | null {
  const can = canBringAbout(graph, coalition, goal);
  if (!can[from]) return null;
  const { own, imposable, asked } = handOf(graph, coalition);
  const questionOf = ({ edges }: Node) => graph.answers[edges[0]?.answer ?? -1]?.question ?? '';
  const imposed = ({ edges }: Node) => edges.filter(({ answer }) => imposable(answer));
  const useful = ({ edges }: Node) => edges.filter(({ answer, to }) => own(answer) && can[to]);
  const joint = ({ edges }: Node) => edges.filter(({ answer }) => !own(answer) && !imposable(answer));
  const safe = (edges: readonly Edge[]) => edges.filter(({ to }) => can[to]);

  // How often each answer would do, over all that a play can come to without losing the goal.
  const wins = new Map<number, number>();
  for (const at of leadTo(graph, from, ({ edges }) => safe(edges)))
    for (const { answer } of useful(graph.nodes[at] as Node)) wins.set(answer, (wins.get(answer) ?? 0) + 1);

  const order = graph.scenario.questions.map(({ id }) => id);
  const free = new Set(order);
  const withholds = new Set<number>();
  const given = (node: Node): readonly Edge[] => {
    if (!asked(node)) return [];
    const best = useful(node).sort((a, b) => (wins.get(b.answer) ?? 0) - (wins.get(a.answer) ?? 0));
    return free.has(questionOf(node)) ? [...new Set([...best, ...safe(node.edges)])] : best.slice(0, 1);
  };
  const agreed = (node: Node) =>
    asked(node) ? [] : joint(node).filter(({ answer }) => !withholds.has(answer));
  const moves = (node: Node) => [...new Set([...given(node), ...imposed(node), ...agreed(node)])];

  // Everything is taken to be free, and the first thing found to lose the goal is not, until nothing does.
  for (;;) {
    const met = leadTo(graph, from, (node) => safe(moves(node))).map((at) => graph.nodes[at] as Node);
    const losing = met.flatMap(agreed).find(({ to }) => !can[to]);
    if (losing) {
      withholds.add(losing.answer);
      continue;
    }
    const bound = new Set(
      met.filter((node) => asked(node) && safe(node.edges).length < node.edges.length).map(questionOf),
    );
    const first = order.find((id) => free.has(id) && bound.has(id));
    if (first === undefined) break;
    free.delete(first);
  }

  const nodes = leadTo(graph, from, moves);
  const gives = new Map<number, readonly Edge[]>();
  const next = new Map<number, { length: number; edge: Edge | null }>();
  for (const at of nodes) {
    const node = graph.nodes[at] as Node;
    const own = given(node);
    if (own.length > 0) gives.set(at, own);
    let best: { length: number; edge: Edge | null } = { length: 0, edge: null };
    for (const edge of [...own.slice(0, 1), ...imposed(node)]) {
      const length = 1 + (next.get(edge.to)?.length ?? 0);
      if (length > best.length) best = { length, edge };
    }
    next.set(at, best);
  }
  const met = new Set([...gives.keys()].map((at) => questionOf(graph.nodes[at] as Node)));
  return {
    nodes,
    gives,
    free: new Set([...free].filter((id) => met.has(id))),
    withholds,
    story: follow(from, (at) => next.get(at)?.edge),
  };
}

/**
 * A story from `from` in which the others keep all endings in `goal` from `coalition`, though it does what it can; null
 * where it can bring one of them about. That there is such a story does not say that the others can make sure of it:
 * where both sides are asked, it may hang on who answers first.
 */
export function counterStory(
  graph: Graph,
  coalition: ReadonlySet<string>,
  goal: ReadonlySet<number>,
  from = startOf(graph),
): readonly Edge[] | null {
  const can = canBringAbout(graph, coalition, goal);
  if (can[from]) return null;
  const { own, imposable, asked } = handOf(graph, coalition);
  const away: { length: number; edge: Edge | null }[] = [];
  for (const [at, node] of graph.nodes.entries()) {
    let best: { length: number; edge: Edge | null } = { length: 0, edge: null };
    const length = ({ to }: Edge) => 1 + (away[to]?.length ?? 0);
    const ours = asked(node) ? node.edges.filter(({ answer }) => own(answer)) : [];
    // With an answer that would do, the coalition is lost only by what the others impose.
    if (!can[at] && !ours.some(({ to }) => can[to]))
      for (const edge of ours) if (length(edge) > best.length) best = { length: length(edge), edge };
    if (!can[at])
      for (const edge of node.edges.filter(({ answer, to }) => imposable(answer) && !can[to]))
        if (!best.edge || length(edge) < best.length) best = { length: length(edge), edge };
    away.push(best);
  }
  return follow(from, (at) => away[at]?.edge);
}

/** The nodes that `moves` lead to from `from`, each after those it leads to. */
function leadTo(graph: Graph, from: number, moves: (node: Node) => readonly Edge[]): number[] {
  const seen = new Set([from]);
  // A set is walked in the order of insertion, those added on the way included.
  for (const at of seen) for (const { to } of moves(graph.nodes[at] as Node)) seen.add(to);
  return [...seen].sort((a, b) => a - b);
}

function follow(from: number, next: (at: number) => Edge | null | undefined): Edge[] {
  const story: Edge[] = [];
  for (let edge = next(from); edge; edge = next(edge.to)) story.push(edge);
  return story;
}
