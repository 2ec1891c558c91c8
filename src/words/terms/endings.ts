/** The states of an ending, and texts about the ending of a story. */
import type { AimStanding } from '../../analysis/questions/account.ts';

export interface EndingStates {
  readonly open: string;
  readonly closed: string;
  readonly reached: string;
}

export const ENDING_STATES: EndingStates = {
  open: 'can still happen',
  closed: 'closed',
  reached: 'here it ended',
};

/** The states of an actor’s stated aim. */
export const STANDINGS: Readonly<Record<AimStanding, string>> = {
  met: 'reached',
  'open to argument': 'people can argue about it',
  'not met': 'not reached',
  'does not arise': 'does not come up',
};
