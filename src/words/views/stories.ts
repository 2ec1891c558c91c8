/** The reader’s own stories that are kept on this device. */
import { counted, list } from '../terms/text.ts';

export const storiesWords = {
  title: 'Your stories',
  lead: 'What you do on this map is kept in this browser, on this device, and nowhere else. Nothing is sent anywhere.',
  shared:
    'On a shared computer, others can see these stories: take them along as a file, and remove them when you are done. A private window forgets them when it is closed, and a browser may clear them when it needs room or you have not been here for long.',
  most: (stories: number): string =>
    `At most ${stories} are kept: then the oldest that belong to no lesson go first.`,
  notThere: 'This story is no longer here, or this page cannot read it.',
  removed: (stories: number): string => `${counted(stories, 'story', 'stories')} removed from this device.`,
  notRemoved: 'Nothing could be removed: the browser refused it. Try again.',
  bringBack: 'Bring back',
  broughtBack: 'Brought back.',
  notBroughtBack: 'It could not be brought back: the browser refused it.',
  saves: (file: string): string => `Your browser saves ${file} where it saves downloads.`,
  added: (stories: number): string => `${counted(stories, 'story', 'stories')} taken in.`,
  here: (stories: number): string => `${counted(stories, 'was', 'were')} here already.`,
  full: (stories: number): string =>
    `For ${stories} there was no room: remove some, then take the file in again.`,
  other: (stories: number): string => `${counted(stories, 'belongs', 'belong')} to another map.`,
  damaged: (numbers: readonly number[]): string =>
    `${numbers.length === 1 ? 'Number' : 'Numbers'} ${list(numbers.map(String))} in the file cannot be read by this page.`,
  looking: 'Looking.',
  unreadable: 'This browser does not let the page read what is kept here. The link of a story holds it too.',
  framed:
    'This page is shown inside another page, so nothing is kept here. The link of a story holds it too.',
  none: 'No story of yours is kept here yet. One is from your first step on.',
  /** What kind of story one that cannot be read is. */
  unknown: 'Unknown',
  openNow: (kind: string): string => `${kind} · open now`,
  cannotRead: 'A story that this page cannot read',
  /** `steps` is null where the story cannot be read. */
  about: (steps: number | null, when: string, fromLink: boolean): string =>
    `${steps === null ? '' : `${counted(steps, 'step')} · `}last changed on ${when}${fromLink ? ' · begun from a link' : ''}`,
  open: 'Open',
  remove: 'Remove',
  all: 'All of them',
  save: 'Save as a file',
  take: 'Take in a file',
  removeAll: 'Remove all',
  sure: (stories: number): string => `Remove all ${counted(stories, 'story', 'stories')}`,
  keep: 'Keep them',
  file: 'The file holds your steps and replies, and the label you gave yourself, if you gave one.',
};
export type StoriesWords = typeof storiesWords;
