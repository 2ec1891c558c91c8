/** How an ending stands from here, and what is said of one where a story comes to it. */
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

/** How an actor’s stated aim stands. */
export const STANDINGS: Readonly<Record<AimStanding, string>> = {
  met: 'reached',
  'open to argument': 'people can argue about it',
  'not met': 'not reached',
  'does not arise': 'does not come up',
};
