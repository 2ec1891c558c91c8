/** Texts of the line map and the field of endings. */
import type { MarkState, Stop, TileState } from '../../picture/line.ts';
import { LEGEND } from '../terms/legend.ts';
import { capital, counted, spelled } from '../terms/text.ts';

export const mapWords = {
  title: 'The map',
  /** The names of the two lists. */
  stops: 'The questions, in the order in which they come up',
  answers: 'Answers',
  legend: LEGEND,
  /** The state of a stop, for screen readers, with the number of its step. */
  stop: ({ state, number, dropped }: Stop): string => {
    if (dropped) return 'would not be asked';
    switch (state) {
      case 'here':
        return `question ${number}, asked now`;
      case 'taken':
        return number === null ? 'answered' : `question ${number}`;
      case 'passed':
        return 'not asked';
      case 'never':
        return 'will not be asked';
      case 'ahead':
        return 'may still be asked';
    }
  },
  /** The visible text beside a stop; empty for some states. */
  beside: {
    here: 'asked now',
    passed: 'not asked',
    never: 'will not be asked',
    dropped: 'would not be asked',
    then: 'then this',
  },
  mark: { taken: 'your answer', open: 'open', closing: 'would close', closed: 'closed' } satisfies Record<
    MarkState,
    string
  >,
  /** The state of a mark where several stories are drawn. */
  inStories: { taken: 'in a story', closed: 'in no story' },
  handedIn: (count: number): string => counted(count, 'hand-in'),
  endingsWouldClose: (closing: number): string =>
    `${capital(spelled(closing))} ending${closing === 1 ? '' : 's'} would close.`,
  stayOpen: (open: number): string => `${capital(spelled(open))} stay${open === 1 ? 's' : ''} open.`,
  questions: (count: number): string => counted(count, 'question'),

  detail: {
    point: 'Point at an answer to see who says it and what it would close.',
    number: (number: number): string => ` · question ${number}`,
    give: 'Give this answer',
    change: 'Change this answer',
    changeTo: 'Change to this answer',
    keeps: (kept: number, later: number): string =>
      later === 0
        ? 'It is your last answer.'
        : kept === later
          ? `It keeps ${later === 1 ? 'your later answer' : `all ${spelled(later)} later answers`}.`
          : kept === 0
            ? `Your ${later === 1 ? 'later answer is' : `${spelled(later)} later answers are`} dropped.`
            : `It keeps ${spelled(kept)} of your ${spelled(later)} later answers.`,
    notPossible: 'Not possible here.',
    /** Introduces the answer that closed it. */
    closedBy: (step: number): string => `Your answer ${step} closed it:`,
    never: 'This answer cannot come up in this story.',
    passed: 'Your story does not come to this question.',
    later: 'This question may come up later.',
    answers: 'Its answers:',
  },
};
export const fieldWords = {
  title: 'Where it can still end',
  /** The state of each ending, for screen readers and in the legend. */
  state: {
    open: 'can still happen',
    closing: 'would close',
    closed: 'closed',
    reached: 'here it ended',
  } satisfies Record<TileState, string>,
  ended: 'Where your story ended',
  notKnown: 'not known to be closed',
  count: (open: number, all: number): string => `${open} of ${all} endings open`,
};
