/** An answer as plain data, which page, embed, paper and exports draw. */
import type { Answer, Scenario } from '../../scenario/scenario.ts';
import { basisWords, shapeOf, type Shape } from './labels.ts';
import { saidBy } from './said-by.ts';

export interface AnswerShown {
  readonly code: string;
  readonly label: string;
  /** The mark of what it rests on, the word beside it, and who says it. */
  readonly shape: Shape;
  readonly word: string;
  readonly says: string;
}

/** `against` are the ids of the quotations that speak against it where it is chosen. */
export const answerShown = (
  scenario: Scenario,
  answer: Answer,
  against: readonly string[] = [],
): AnswerShown => ({
  code: answer.code,
  label: answer.label,
  shape: shapeOf(answer),
  word: basisWords(answer).word,
  says: saidBy(scenario, answer, against),
});
