/** Which ten questions do all the pages ask? Those of a walk, as the scenario’s own file gives them. */
import { compile } from '../../../src/machine/compile.ts';
import { available } from '../../../src/machine/situation.ts';
import { replay } from '../../../src/machine/replay.ts';
import type { Scenario } from '../../../src/scenario/scenario.ts';

export interface ExcerptAnswer {
  readonly code: string;
  readonly label: string;
  /** The word for what it rests on. */
  readonly basis: string;
  /** The first quotation it rests on, or null where it rests on none. */
  readonly quotation: { readonly words: string; readonly speaker: string } | null;
}

export interface ExcerptQuestion {
  readonly text: string;
  /** Those that the story so far leaves open. */
  readonly answers: readonly ExcerptAnswer[];
  /** The code of the answer that the walk gives. */
  readonly given: string;
}

export interface Excerpt {
  readonly title: string;
  readonly notice: string;
  readonly questions: readonly ExcerptQuestion[];
}

/** The first `count` questions of the walk called `id`; throws where it has fewer. */
export function excerptOf(scenario: Scenario, id: string, count: number): Excerpt {
  const walk = scenario.walks.find((walk) => walk.id === id);
  const { steps } = replay(compile(scenario), walk?.story.slice(0, count) ?? []);
  if (steps.length < count) throw new Error(`The walk ${id} has ${steps.length} questions, not ${count}.`);
  return {
    title: scenario.title,
    notice: scenario.notice,
    questions: steps.map(({ question, code, before }) => ({
      text: question.text,
      given: code,
      answers: question.answers
        .filter((answer) => available(answer, before.states))
        .map(({ code, label, basis, evidence }) => {
          const item = scenario.evidence.find(({ id }) => id === evidence[0]);
          return {
            code,
            label,
            basis,
            quotation: item ? { words: item.quote, speaker: item.speaker } : null,
          };
        }),
    })),
  };
}
