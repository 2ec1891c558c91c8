/** The words for the bases of answers, and for the number of quotations on each side. */
import type { Answer } from '../../scenario/scenario.ts';

/** The kinds of basis of an answer, with a mark each: a basis, or an inference. */
export type Shape = Answer['basis'] | 'inferred';

export const shapeOf = (answer: Answer): Shape => (answer.inferred ? 'inferred' : answer.basis);

/** The label of an answer’s basis: the word shown, and the sentence that explains it. */
export const basisWords = (answer: Answer): { readonly word: string; readonly means: string } =>
  BASIS[shapeOf(answer)];

const BASIS: Readonly<Record<Shape, { readonly word: string; readonly means: string }>> = {
  stated: { word: 'Stated', means: 'The side that answers is reported as saying it would do this.' },
  reported: { word: 'Reported', means: 'An article reports it as what this side says or does.' },
  inferred: {
    word: 'Worked out',
    means: 'The articles do not say this. We worked it out from what they do say.',
  },
  urged: { word: 'Asked for', means: 'Someone else asks for it. This side has not said that it would.' },
  suggested: {
    word: 'Suggested',
    means: 'Someone else thinks that this side may do it. It has not said so itself.',
  },
  assumption: {
    word: 'What if?',
    means: 'No source says this. We added it so that you can see where it leads.',
  },
  reading: {
    word: 'Your reading',
    means: 'The articles differ here. You choose which one this story follows.',
  },
  leave: { word: 'Left open', means: 'Nobody decides. This stays as it was when the articles were written.' },
};

/** The word for each basis. */
export const BASIS_WORDS: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(BASIS).map(([basis, { word }]) => [basis, word]),
);

/** Every label with its mark, the best supported first. */
export const LABELS = (Object.keys(BASIS) as Shape[]).map((shape) => ({ shape, ...BASIS[shape] }));

/** The label of an answer whose quotations are all set aside. */
export const BARE = 'What if? You have left out all its support.';

/** The relation of the map to the quotations of an answer. */
export const restsWords = ({ evidence, basis }: Answer): string =>
  evidence.length === 0
    ? 'The map has no quotation for this answer.'
    : basis === 'assumption'
      ? 'No source says this. The closest the articles come:'
      : 'What the map bases this answer on:';
