/** The page around its views: head, foot, and the notices that stay above. */
import { counted, list } from '../terms/text.ts';

export const shellWords = {
  site: 'Parley',
  pageTitle: (title: string): string => `${title} · Parley`,
  views: 'Views',
  view: {
    story: 'Story',
    reported: 'Reported',
    walks: 'Walks',
    map: 'Map',
    endings: 'Endings',
    writers: 'For writers',
    about: 'About this map',
    structure: 'What the map shows',
    sources: 'Sources',
    odds: 'Your own odds',
    doubt: 'Without a source',
    compare: 'Two stories side by side',
    open: 'Make your own',
    teach: 'Lessons',
    'hand-in': 'Hand in',
    work: 'Work handed in',
    stories: 'Saved stories',
    class: 'The class on one map',
  },
  how: (ending: string): string => `How could this happen? ${ending}`,
  close: 'Close',
  closeNote: 'Close this note',
  back: 'Back to the story',
  weigh: 'Weigh the answers yourself',
  lead: (summary: string): string =>
    `${summary} Answer one question at a time. Each step shows the sentence it rests on, or says that none does.`,
  skipTo: {
    ending: 'Skip to the ending',
    question: 'Skip to the question',
    page: 'Skip to the page',
  },
  mapInSmall: 'The map in small',
  notFetched:
    'This part of the page could not be fetched. Look at the connection, then reload the page: your story is in its address.',
  /** The sentence “Start below. Or first read what the articles report, or follow a ready walk.” */
  start: {
    before: 'Start below. Or first',
    read: 'read what the articles report',
    or: ', or',
    walk: 'follow a ready walk',
  },
  opening: 'Opening.',

  aside: {
    articles: 'what the articles say themselves',
    speaker: (name: string): string => `what ${name} said`,
    names: (names: readonly string[]): string => `You have left out ${list(names)}.`,
    means: 'An answer without any support left is shown as a what-if.',
    fades: 'What loses its support',
    takeBack: 'Use it again',
  },
  changed: {
    none: (step: number): string => `Step ${step} was changed. No later answer had been given.`,
    all: (step: number): string => `Step ${step} was changed. Every later answer was kept.`,
    /** Before the answers that were not kept. */
    nothingKept: (step: number): string => `Step ${step} was changed. No later answer was kept:`,
    someKept: (step: number, kept: number): string =>
      `Step ${step} was changed. ${counted(kept, 'later answer was', 'later answers were')} kept; not kept:`,
  },
  opened: {
    openFile: 'Open its file',
    locked: (steps: number): string =>
      `This lesson keeps its first ${counted(steps, 'step')} as ${steps === 1 ? 'it is' : 'they are'}, so the story did not move. Leave the lesson to go another way; your story stays in the address.`,
    whole: (steps: number): string =>
      `You opened a story of ${counted(steps, 'step')}. It is one of many that this map holds, chosen by whoever made the link: a what-if, not a forecast.`,
    inPart: (steps: number): string =>
      `This link could be followed for ${counted(steps, 'step')}; the rest could not be taken.`,
    goOn: 'Go to where it stands',
  },
  foreign: {
    name: 'Where this scenario comes from',
    fromFile: 'This scenario was opened from a file on this device.',
    notChecked: 'It did not come with this site, and nobody here has checked what it says.',
    leave: 'Back to this site’s own map',
  },
  edition: {
    name: 'Which edition this is',
    this: (edition: number): string => `This is edition ${edition} of this map`,
    newest: (edition: number): string =>
      `, as it was when a link was made. The newest is edition ${edition}.`,
    back: 'Back to the newest edition',
  },
  newer: {
    here: 'A newer version of this page is here.',
    reload: 'Reload',
    stays: 'Your story stays: it is in the address of the page.',
  },
  notKnown: {
    title: 'Not known',
    so: 'So this page cannot say how an ending could come about, what stands in every way to it, or who can decide it. The stories themselves can be walked.',
  },
  notSaved: {
    /** Before the reason. */
    because: 'Not saved on this device:',
    works: 'Everything works; copy the link before you close this page.',
  },
  wholeScenarioFile: 'the whole file',
  qr: {
    name: (what: string): string => `QR code: ${what}`,
    long: 'A long link makes a fine pattern: hold the camera close, or show it large.',
    large: 'Show it large',
    tooLong: 'This link is too long for a QR code. Copy it instead.',
  },
};
export type ShellWords = typeof shellWords;

export const footWords = {
  /** Follow the title of a source. */
  published: (publisher: string, month: string): string => `, ${publisher}, ${month}`,
  edition: (edition: number): string => `Edition ${edition} of this map.`,
  platform:
    'What you do in this lesson is told to the learning platform that opened it, and to nobody else: no cookie.',
  framed:
    'Nothing you do here is sent anywhere: no account, no cookie. Your story is in the address of the page.',
  /** Before the name of the list of stories. */
  kept: 'Nothing you do here is sent anywhere: no account, no cookie. Your story is in the address of the page; from your first step on, it is also kept in this browser, under',
  notKept:
    'Nothing you do here is sent anywhere: no account, no cookie. Your story is in the address of the page, and not kept in this browser now. What it kept before is under',
  stories: 'Your stories',
  teachers: 'For teachers and classes:',
  lessons: 'Lessons',
  class: 'the class on one map',
  inOneFile: {
    here: 'This is the whole map in one file. It needs no connection. A link copied here opens in this file, where it is now; for others, send the file along.',
    site: 'This is the whole map in one file. It needs no connection. A link copied here opens the map on its site.',
    nowhere:
      'This is the whole map in one file. It needs no connection. A link copied here is only its end, from “#” on: where the file is on this device stays here. Send the file along: what stands before “#” is the address of the file when it is open.',
  },
  /** The sentence “Take it along: the whole map in one file (900 kB). It opens in any browser, without a connection.” */
  takeAlong: 'Take it along:',
  wholeFile: 'the whole map in one file',
  size: (kilobytes: number): string => `(${kilobytes} kB). It opens in any browser, without a connection.`,
  writers: 'For writers:',
  embed: 'Embed this map',
  makers: 'For makers of maps:',
  open: 'Open a scenario file of your own',
};
export type FootWords = typeof footWords;
