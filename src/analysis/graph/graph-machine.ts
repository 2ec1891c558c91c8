/**
 * The machine of a scenario over its graph of futures: the same situations as XState’s, in a fraction of the bytes. The
 * graph has the available answers and the next node; the states of the issues follow from what the answers set. A test
 * compares it with XState, step by step.
 */
import type { Machine, Situation } from '../../machine/situation.ts';
import { answersByCode } from '../../scenario/lookups.ts';
import type { Ending, Question } from '../../scenario/scenario.ts';
import { endingAt, questionAt, startOf, type Graph } from './graph.ts';
import { walk } from './walk.ts';

/** A situation, and the number of the node at which it stands. */
class GraphSituation implements Situation {
  constructor(
    readonly states: Situation['states'],
    readonly question: Question | null,
    readonly ending: Ending | null,
    readonly point: number,
  ) {}
}

/** Plays the stories of `graph`. Throws where it has none. */
export function graphMachine(graph: Graph): Machine {
  const { scenario, nodes } = graph;

  function at(point: number, states: Situation['states']): GraphSituation {
    if (!nodes[point]) throw new Error(`There is no point ${point} in the futures of “${scenario.id}”.`);
    return new GraphSituation(states, questionAt(graph, point), endingAt(graph, point), point);
  }

  return {
    scenario,
    start: at(startOf(graph), new Map(scenario.issues.map(({ id, states }) => [id, states[0]?.id ?? '']))),
    choose(situation, answer) {
      if (!(situation instanceof GraphSituation))
        throw new Error('This situation is of another machine: begin at `start`.');
      const [step] = walk(graph, [answer.code], situation.point).steps;
      if (step?.answer !== answer)
        throw new Error(`“${answer.key}” is not available here: ask available() first.`);
      return at(step.edge.to, new Map([...situation.states, ...Object.entries(answer.sets)]));
    },
    byCode: answersByCode(scenario),
  };
}
