/** Which questions and endings can come right after each answer, over all situations. */
import type { Exploration } from './explore.ts';
import { run, type Rules } from './rules.ts';

/**
 * For each answer, by number, what can follow it: numbers of questions, and of endings as `~number`.
 * In the order of the file, questions first.
 */
export type Follows = readonly (readonly number[])[];

export function follows(rules: Rules, exploration: Exploration): Follows {
  const { states, question, edgeAnswer, edgeTarget } = exploration;
  const found = rules.answers.map(() => new Set<number>());
  for (let edge = 0; edge < edgeAnswer.length; edge++) {
    const target = edgeTarget[edge] as number;
    const asked = question[target] as number;
    const next = asked < rules.questions ? asked : ~run(rules.ending, states, target * rules.words);
    found[edgeAnswer[edge] as number]?.add(next);
  }
  return found.map((set) => [...set].sort((a, b) => (a < 0 !== b < 0 ? b - a : Math.abs(a) - Math.abs(b))));
}
