/** Texts of the view of the reader’s stored stories. */
import { counted, list } from '../terms/text.ts';

export const storiesWords = {
  title: 'Saved stories',
  lead: 'Your stories are saved in this browser, on this device, and nowhere else.',
  shared:
    'On a shared computer, others can see them: save them as a file, and remove them when you are done. A private window forgets them when you close it. A browser may delete them when it needs room, or when you have not been here for long.',
  most: (stories: number): string =>
    `At most ${stories} are saved. Then the oldest go first, but not those of a lesson.`,
  notThere: 'This story is no longer here, or this page cannot read it.',
  removed: (stories: number): string => `${counted(stories, 'story', 'stories')} removed from this device.`,
  notRemoved: 'Your browser did not let us remove anything. Try again.',
  bringBack: 'Bring back',
  broughtBack: 'Brought back.',
  notBroughtBack: 'Your browser did not let us bring it back.',
  saves: (file: string): string => `${file} is in your downloads.`,
  added: (stories: number): string => `${counted(stories, 'story', 'stories')} added.`,
  here: (stories: number): string => `${counted(stories, 'was', 'were')} here already.`,
  full: (stories: number): string =>
    `There was no room for ${stories}: remove some, then open the file again.`,
  other: (stories: number): string => `${counted(stories, 'belongs', 'belong')} to another map.`,
  damaged: (numbers: readonly number[]): string =>
    `${numbers.length === 1 ? 'Number' : 'Numbers'} ${list(numbers.map(String))} in the file cannot be read by this page.`,
  looking: 'One moment.',
  unreadable: 'This browser does not let the page read what is saved. A link to a story holds it too.',
  framed: 'This page is shown inside another page, so nothing is saved here. A link to a story holds it too.',
  none: 'You have no saved stories yet. Your first answer starts one.',
  /** The kind of a story that cannot be read. */
  unknown: 'Unknown',
  openNow: (kind: string): string => `${kind} · open now`,
  cannotRead: 'A story that this page cannot read',
  /** `steps` is null where the story cannot be read. */
  about: (steps: number | null, when: string, fromLink: boolean): string =>
    `${steps === null ? '' : `${counted(steps, 'step')} · `}last changed on ${when}${fromLink ? ' · from a link' : ''}`,
  open: 'Open',
  remove: 'Remove',
  all: 'All stories',
  save: 'Save as a file',
  take: 'Open a saved file',
  removeAll: 'Remove all',
  sure: (stories: number): string => `Remove all ${counted(stories, 'story', 'stories')}`,
  keep: 'Keep them',
  file: 'The file holds your answers, what you wrote in lessons, and the name you gave yourself there.',
};
