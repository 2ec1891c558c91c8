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
