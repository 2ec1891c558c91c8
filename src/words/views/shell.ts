/** Texts of the header, the footer and the notices. */
import { capital, counted, spelled, list } from '../terms/text.ts';

export const shellWords = {
  site: 'Parley',
  pageTitle: (title: string): string => `${title} · Parley`,
  views: 'Views',
  view: {
    story: 'Story',
    reported: 'Sources',
    walks: 'Ready stories',
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
    teach: 'For teachers',
    'hand-in': 'Hand in',
    work: 'Work handed in',
    stories: 'Saved stories',
    class: 'Your class on the map',
  },
  menu: 'Menu',
  /** Beside the name of the page on a phone: the notice in a few words. */
  notForecast: 'What-ifs, not a forecast',
  deeper: 'Look deeper',
  how: (ending: string): string => `How could this happen? ${ending}`,
  close: 'Close',
  closeNote: 'Close this note',
  back: 'Back to the story',
  skipTo: {
    ending: 'Skip to the ending',
    question: 'Skip to the question',
    page: 'Skip to the page',
  },
  notFetched:
    'This part of the page could not be fetched. Look at the connection, then reload the page: your story is in its address.',
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
    none: (step: number): string => `Step ${step} changed.`,
    all: (step: number): string => `Step ${step} changed. Every later answer is kept.`,
    some: (step: number, kept: number, dropped: number): string =>
      kept === 0
        ? `Step ${step} changed. Your ${dropped === 1 ? 'later answer is' : `${spelled(dropped)} later answers are`} dropped.`
        : `Step ${step} changed. ${capital(spelled(kept))} later answer${kept === 1 ? ' is' : 's are'} kept, ${spelled(dropped)} ${dropped === 1 ? 'is' : 'are'} dropped.`,
    which: 'Which, and why',
    undo: 'Undo the change',
  },
  opened: {
    openFile: 'Open its file',
    locked: (steps: number): string =>
      `This lesson keeps its first ${counted(steps, 'step')} as ${steps === 1 ? 'it is' : 'they are'}, so the story did not move. Leave the lesson to go another way; your story stays in the address.`,
    whole: (steps: number): string =>
      `You opened somebody’s story: ${counted(steps, 'answer')}. A what-if, not a forecast.`,
    inPart: (steps: number): string =>
      `This link could be followed for ${counted(steps, 'step')}; the rest could not be taken.`,
    goOn: 'Close',
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
  notSaved: {
    /** Introduces the reason. */
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
export const footWords = {
  /** Follows the description of the map, and precedes the month of its sources. */
  edition: (edition: number): string => `Edition ${edition}`,
  platform: 'What you do in this lesson is told to the learning platform that opened it, and to nobody else.',
  framed: 'Nothing you do here is sent anywhere. Your story is in the address of the page.',
  kept: 'Nothing you do here is sent anywhere. Your story is in the address of the page and saved in this browser.',
  notKept:
    'Nothing you do here is sent anywhere. Your story is in the address of the page, and not saved in this browser now.',
  inOneFile: {
    here: 'This is the whole map in one file. It needs no connection. A link copied here opens in this file, where it is now; for others, send the file along.',
    site: 'This is the whole map in one file. It needs no connection. A link copied here opens the map on its site.',
    nowhere:
      'This is the whole map in one file. It needs no connection. A link copied here is only its end, from “#” on: where the file is on this device stays here. Send the file along: what stands before “#” is the address of the file when it is open.',
  },
  /** The link to the program in one file. */
  wholeFile: (kilobytes: number): string => `The whole map in one file (${kilobytes} kB)`,
};
