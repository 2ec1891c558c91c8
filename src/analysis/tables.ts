/**
 * The machine of a scenario, read off its futures instead of run: the same situations as XState’s, in a fraction of
 * the bytes. The graph of futures knows which answers are available and what comes next; the states of the issues
 * are what the answers given have set. A test holds it to XState, step by step.
 */
import type { Machine, Situation } from '../machine/situation.ts';
import type { Answer, Scenario } from '../scenario/scenario.ts';
import type { Futures } from './futures.ts';

/** A situation, and the node of the futures at which it stands. */
interface Placed extends Situation {
  readonly point: number;
}

/** Plays `scenario` over `futures`, which were made from it. Throws where they were not. */
export function tabled(scenario: Scenario, futures: Futures): Machine {
  const questions = new Map(scenario.questions.map((question) => [question.id, question]));
  const answers = scenario.questions.flatMap((question) => question.answers);

  function at(point: number, states: Situation['states']): Placed {
    const node = futures[point];
    if (node === undefined) throw new Error(`There is no point ${point} in the futures of “${scenario.id}”.`);
    const over = typeof node === 'number';
    return {
      states,
      question: over ? null : (questions.get(answers[node[0] ?? -1]?.question ?? '') ?? null),
      ending: over ? (scenario.endings[node] ?? null) : null,
      point,
    };
  }

  /** The node after `answer`; undefined where it is not available. */
  function next(point: number, answer: Answer): number | undefined {
    const node = futures[point];
    if (typeof node !== 'object') return undefined;
    for (let entry = 0; entry < node.length; entry += 3)
      if (answers[node[entry] as number] === answer) return node[entry + 1];
    return undefined;
  }

  const start = new Map(scenario.issues.map((issue) => [issue.id, issue.states[0]?.id ?? '']));
  return {
    scenario,
    start: at(futures.length - 1, start),
    choose(situation, answer) {
      const point = next((situation as Placed).point, answer);
      if (point === undefined)
        throw new Error(`“${answer.key}” is not available here: ask available() first.`);
      return at(point, new Map([...situation.states, ...Object.entries(answer.sets)]));
    },
    byCode: new Map(answers.map((answer) => [answer.code, answer])),
    questions,
  };
}
