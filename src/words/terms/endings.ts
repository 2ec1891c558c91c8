/** How an ending stands from here, and what is said of one where a story comes to it. */
import type { Standing } from '../../analysis/questions/retold.ts';

export interface EndingStates {
  readonly open: string;
  readonly closed: string;
  readonly reached: string;
}

export const ENDING_STATES: EndingStates = {
  open: 'open from here',
  closed: 'closed from here',
  reached: 'here the story ended',
};

/** How an actor’s stated aim stands. */
export const STANDINGS: Readonly<Record<Standing, string>> = {
  met: 'met',
  'open to argument': 'open to argument',
  'not met': 'not met',
  'does not arise': 'does not arise',
};

export const endingWords = {
  aims: 'Stated aims',
  aimsLead:
    'What the articles report each of them to want, and how it stands at this ending. Meeting stated aims and a lasting peace are different things.',
  strength: 'How strong is the evidence?',
  step: (number: number): string => `step ${number}`,
  /** Stand before and after the step with which the story left the reporting. */
  left: 'The story left the reporting at',
  isWeakest: ', which is also its weakest link',
  /** Stands before the step that is the weakest link. */
  weakest: 'Its weakest link is',
  discuss: 'To discuss',
  ways: 'Ways on',
  handIn: 'Hand in',
  change: 'Change a step',
  another: 'Another ending',
  fromStart: 'Open from the start only: begin again',
  openAfter: (step: number): string => `Still open after step ${step}: go back there`,
  towards: (ending: string): string => ` towards ${ending}`,
  beside: 'Set it beside another story',
  anotherWalk: 'Another walk',
  allWalks: 'All walks',
  takeAlong: 'Take it along',
  takeAlongAs: 'On paper, as a text, its citations, a picture or a numbered book',
};
export type EndingWords = typeof endingWords;
