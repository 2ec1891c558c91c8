/**
 * The flow of a scenario: each question and each ending is a state, and an answer leads to every state that directly
 * follows it in some story. `mermaid.ts` and `dot.ts` print it.
 */
import type { Openings } from '../../analysis/graph/openings.ts';
import type { Answer, Ending, Question, Scenario } from '../../scenario/scenario.ts';

export type State = Question | Ending;

export interface Arrow {
  readonly question: Question;
  readonly answer: Answer;
  readonly to: State;
}

export interface Flow {
  readonly scenario: Scenario;
  /** The start: the first question, or the ending where nothing is asked. */
  readonly first: State;
  readonly arrows: readonly Arrow[];
}

/** The flow of `scenario`. `openings` gives the states that follow each answer; `first` is the start. */
export function flow(scenario: Scenario, openings: Openings, first: State): Flow {
  const arrows = scenario.questions.flatMap((question) =>
    question.answers.flatMap((answer) =>
      [...(openings.after.get(answer) ?? [])].map((to) => ({ question, answer, to })),
    ),
  );
  return { scenario, first, arrows };
}

export const wordsOf = (state: State): string => ('answers' in state ? state.text : state.title);

/** Remarks on how to read the drawing, as lines for a comment. */
export const remarks = ({ scenario }: Flow): string[] =>
  [
    `${scenario.title} (${scenario.id}, edition ${scenario.edition})`,
    scenario.notice,
    'Which of several arrows an answer takes depends on the answers before it.',
  ].map((text) => text.replace(/[\s\\{}%]+/gu, ' '));
