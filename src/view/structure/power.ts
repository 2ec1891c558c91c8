/** The power of an actor or of several together over each ending, and the words for it. */
import type { Edge, Graph } from '../../analysis/graph/graph.ts';
import { powerOver } from '../../analysis/questions/power.ts';
import type { Strategy } from '../../analysis/questions/strategy.ts';
import type { Answer, Question, Scenario } from '../../scenario/scenario.ts';
import { actorName } from '../../words/terms/people.ts';
import { list } from '../../words/terms/text.ts';
import { whoDecidesWords } from '../../words/views/who-decides.ts';

/** `closed` and `sure` say that no actor can change the ending any more from that point. */
export type Power = keyof typeof whoDecidesWords.powers;

/** A coalition, under one heading of the table. */
export interface Group {
  /** The id of its one actor, or `together`. */
  readonly id: string;
  readonly name: string;
  readonly actors: readonly string[];
  /** For each ending, in the order of the file. */
  readonly power: readonly Power[];
}

/** The power of each of `coalitions` over each ending, from node `from`. */
export function powers(graph: Graph, coalitions: readonly (readonly string[])[], from: number): Power[][] {
  const can = (actors: readonly string[]) => {
    const { brings, blocks } = powerOver(graph, new Set(actors));
    return graph.scenario.endings.map((_, at) => ({ bring: brings(from, at), prevent: blocks(from, at) }));
  };
  const nobody = can([]);
  return coalitions.map((actors) =>
    can(actors).map(({ bring, prevent }, at): Power => {
      if (nobody[at]?.prevent) return 'closed';
      if (nobody[at]?.bring) return 'sure';
      return bring ? (prevent ? 'either' : 'bring') : prevent ? 'prevent' : 'neither';
    }),
  );
}

/** The actors in the order of the file: those whose answer or consent counts somewhere, and the others. */
export function partiesOf(graph: Graph): { readonly asked: string[]; readonly others: string[] } {
  const counts = new Set(graph.answers.flatMap(({ consent }) => consent.flat()));
  for (const { actors } of graph.scenario.questions) for (const actor of actors) counts.add(actor);
  const ids = graph.scenario.actors.map(({ id }) => id);
  return { asked: ids.filter((id) => counts.has(id)), others: ids.filter((id) => !counts.has(id)) };
}

/** “Russia alone”, “Russia and Ukraine together”. */
export function whoWords(scenario: Scenario, actors: readonly string[]): string {
  const names = list(actors.map((id) => actorName(scenario, id)));
  return actors.length === 1 ? whoDecidesWords.alone(names) : whoDecidesWords.all(names);
}

/** A line of a strategy: what a coalition does at one question. */
export interface Plan {
  readonly question: Question;
  /** Its answers; several where they depend on earlier ones; none where it only withholds its consent. */
  readonly answers: readonly Answer[];
  /** Answers of others to which it withholds its consent. */
  readonly withheld: readonly Answer[];
}

/** The lines of a strategy, in the order of the file. */
export function planOf(graph: Graph, { gives, free, withholds, nodes }: Strategy): Plan[] {
  const given = new Set<Answer>();
  const withheld = new Set<Answer>();
  const answerOf = ({ answer }: Edge) => graph.answers[answer] as Answer;
  for (const [first] of gives.values())
    if (first && !free.has(answerOf(first).question)) given.add(answerOf(first));
  for (const at of nodes)
    for (const edge of graph.nodes[at]?.edges ?? [])
      if (withholds.has(edge.answer)) withheld.add(answerOf(edge));
  return graph.scenario.questions.flatMap((question) => {
    const among = (set: ReadonlySet<Answer>) => question.answers.filter((answer) => set.has(answer));
    const line = { question, answers: among(given), withheld: among(withheld) };
    return line.answers.length + line.withheld.length > 0 ? [line] : [];
  });
}

/**
 * The members of `actors` who give the answer or, where `theirs` is false, the other actors who give it; empty where
 * the answer needs no actor.
 */
export function givers(answer: Answer, actors: readonly string[], theirs: boolean): readonly string[] {
  const within = (one: string) => actors.includes(one) === theirs;
  return answer.consent.find((all) => all.every(within)) ?? answer.consent[0] ?? [];
}
