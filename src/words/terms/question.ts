/** A question and its answers as plain data, which page, embed, paper and exports draw. */
import type { Situation } from '../../machine/situation.ts';
import { closing } from '../../machine/situation.ts';
import { support } from '../../machine/support.ts';
import type { Answer, Scenario } from '../../scenario/scenario.ts';
import { basisWords, shapeOf, type Shape } from './labels.ts';
import { askedOf } from './people.ts';
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

export interface QuestionShown {
  /** Who is asked, as a line above it. */
  readonly asked: string;
  readonly text: string;
  /** With the reasons why it is closed; none where it can be given. Answers that the map hides are left out. */
  readonly answers: readonly (AnswerShown & { readonly closed: readonly string[] })[];
}

/** Null where no question is on the table. */
export function questionShown(scenario: Scenario, { question, states }: Situation): QuestionShown | null {
  if (!question) return null;
  const answers = question.answers.flatMap((answer) => {
    const clauses = closing(answer, states);
    if (clauses.length > 0 && clauses.every(({ kind }) => kind === 'structure')) return [];
    const shown = answerShown(scenario, answer, support(answer, states).against);
    return [{ ...shown, closed: clauses.map(({ why }) => why) }];
  });
  return { asked: askedOf(scenario, question), text: question.text, answers };
}
