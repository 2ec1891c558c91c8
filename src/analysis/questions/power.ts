/**
 * What a set of actors can make sure of, whatever the others do.
 *
 * The scenario is read as a game on a finite graph without circles, and the answer is an attractor worked out from the
 * ends (Zermelo, 1913; Thomas, 1995). An answer is a coalition’s *own* when one of its alternatives of consent lies
 * within it, and *imposable* on it when one has nobody from it. A coalition can bring a goal about where every imposable
 * answer leads to where it can and, if one of those asked belongs to it, some own answer does too: whoever is asked must
 * answer in the end, nobody else need.
 */
import type { Answer } from '../../scenario/scenario.ts';
import { startOf, type Graph, type Node } from '../graph/graph.ts';

/** What a coalition has a hand in. Answers by number; nodes by number too. */
export interface Hand {
  readonly own: (answer: number) => boolean;
  readonly imposable: (answer: number) => boolean;
  /** Whether somebody of the coalition is asked there, so that the coalition must answer in the end. */
  readonly asked: (node: Node) => boolean;
}

/** Whether an alternative of consent lies within `coalition`. */
export const isOwn = ({ consent }: Answer, coalition: ReadonlySet<string>): boolean =>
  consent.some((all) => all.every((actor) => coalition.has(actor)));

/** Whether an alternative of consent has nobody from `coalition`. */
export const isImposable = ({ consent }: Answer, coalition: ReadonlySet<string>): boolean =>
  consent.some((all) => !all.some((actor) => coalition.has(actor)));

export function handOf(graph: Graph, coalition: ReadonlySet<string>): Hand {
  const own = graph.answers.map((answer) => isOwn(answer, coalition));
  const imposable = graph.answers.map((answer) => isImposable(answer, coalition));
  const asked = new Set(
    graph.scenario.questions
      .filter(({ actors }) => actors.some((actor) => coalition.has(actor)))
      .map(({ id }) => id),
  );
  return {
    own: (answer) => own[answer] ?? false,
    imposable: (answer) => imposable[answer] ?? false,
    asked: ({ edges }) => asked.has(graph.answers[edges[0]?.answer ?? -1]?.question ?? ''),
  };
}

/** For each node, whether `coalition` can bring about one of the endings in `goal`, given by number. */
export function canBringAbout(
  graph: Graph,
  coalition: ReadonlySet<string>,
  goal: ReadonlySet<number>,
): boolean[] {
  const { own, imposable, asked } = handOf(graph, coalition);
  const can: boolean[] = [];
  for (const node of graph.nodes) {
    const { end, edges } = node;
    if (end >= 0) {
      can.push(goal.has(graph.endingOf(end)));
      continue;
    }
    const safe = edges.every(({ answer, to }) => !imposable(answer) || can[to]);
    can.push(safe && (!asked(node) || edges.some(({ answer, to }) => own(answer) && can[to])));
  }
  return can;
}

/** What a coalition can do about each ending alone, at each node. */
export interface PowerOver {
  readonly brings: (node: number, ending: number) => boolean;
  readonly blocks: (node: number, ending: number) => boolean;
}

/**
 * The same for every ending at once, each as a goal and as what is to be blocked: one bit for each ending, so that a
 * coalition costs two passes over the graph and not two for each ending.
 */
export function powerOver(graph: Graph, coalition: ReadonlySet<string>): PowerOver {
  const hand = handOf(graph, coalition);
  const words = Math.max(1, Math.ceil(graph.scenario.endings.length / 32));
  const [bring, block] = [bitsOfGoals(graph, hand, words, false), bitsOfGoals(graph, hand, words, true)];
  const read = (bits: Int32Array) => (node: number, ending: number) =>
    (((bits[node * words + (ending >>> 5)] ?? 0) >>> (ending & 31)) & 1) === 1;
  return { brings: read(bring), blocks: read(block) };
}

/** For each node, as `words` numbers, bit e: whether ending e (with `others`: one of all the others) can be brought about. */
function bitsOfGoals(
  { nodes, endingOf }: Graph,
  { own, imposable, asked }: Hand,
  words: number,
  others: boolean,
): Int32Array {
  const can = new Int32Array(nodes.length * words);
  const mine = new Int32Array(words);
  for (const [at, node] of nodes.entries()) {
    const here = at * words;
    if (node.end >= 0) {
      const ending = endingOf(node.end);
      if (others) can.fill(-1, here, here + words);
      can[here + (ending >>> 5)] = (can[here + (ending >>> 5)] ?? 0) ^ (1 << (ending & 31));
      continue;
    }
    can.fill(-1, here, here + words);
    mine.fill(asked(node) ? 0 : -1);
    for (const { answer, to } of node.edges) {
      const [imposed, given] = [imposable(answer), own(answer)];
      for (let word = 0; word < words; word++) {
        const there = can[to * words + word] ?? 0;
        if (imposed) can[here + word] = (can[here + word] ?? 0) & there;
        if (given) mine[word] = (mine[word] ?? 0) | there;
      }
    }
    for (let word = 0; word < words; word++) can[here + word] = (can[here + word] ?? 0) & (mine[word] ?? 0);
  }
  return can;
}

/** Whether `coalition` can bring about one of `goal` from `from`. */
export function bringsAbout(
  graph: Graph,
  coalition: ReadonlySet<string>,
  goal: ReadonlySet<number>,
  from = startOf(graph),
): boolean {
  return canBringAbout(graph, coalition, goal)[from] ?? false;
}

/** All endings but these, by number: the goal of whoever wants to block them. */
export const allBut = ({ scenario }: Graph, endings: ReadonlySet<number>): ReadonlySet<number> =>
  new Set(scenario.endings.map((_, at) => at).filter((at) => !endings.has(at)));

/** Whether `coalition` can make sure that none of `endings` comes about: that one of all the others does. */
export function blocks(
  graph: Graph,
  coalition: ReadonlySet<string>,
  endings: ReadonlySet<number>,
  from = startOf(graph),
): boolean {
  return bringsAbout(graph, coalition, allBut(graph, endings), from);
}

/** The actors that `ending` needs: who can block it alone, where nobody at all cannot. In the order of the file. */
export function needs(graph: Graph, ending: number, from = startOf(graph)): string[] {
  const one = new Set([ending]);
  if (blocks(graph, new Set(), one, from)) return [];
  return graph.scenario.actors.map(({ id }) => id).filter((id) => blocks(graph, new Set([id]), one, from));
}
