/** Texts of the class view for gathering hand-ins. */
import { counted, list } from '../terms/text.ts';

export const gatherWords = {
  /** Default names of the two groups. */
  groups: ['First group', 'Second group'] as [string, string],
  noCamera: {
    none: 'No camera was found. Students can hand in by a link, a text or a file instead.',
    refused:
      'The camera was refused. Allow it for this page in the settings of the browser and try again; or let students hand in by a link, a text or a file.',
    busy: 'Another program is using the camera. Close that program and try again.',
    unsafe:
      'This browser gives a camera only to pages opened over https or from this computer. Students can hand in by a link, a text or a file instead.',
  },
  holdUp: 'Hold a student’s QR code in front of the camera.',
  seen: 'What the camera sees',
  pictureStays: 'The picture stays in this browser and is not kept.',
  closeCamera: 'Close the camera',
  notGathered: {
    'too-large': (from: string) =>
      `${from} is larger than 25 million characters, so it was not read. Paste or open it in parts.`,
    'no-link': (from: string) =>
      `${from} holds no link of this map. A link looks like an address with “#1.” in it: copy the whole column, chat or message, and paste it again.`,
    'not-text': (from: string) =>
      `${from} is not plain text. From a spreadsheet or a document, copy the links and paste them, or save it as CSV or text first.`,
    'no-picture': (from: string) =>
      `${from} is a picture that this browser cannot open. Save it as PNG or JPEG and try again.`,
    'no-code': (from: string) =>
      `${from} shows no QR code that can be read. Take the picture straight on, close and sharp, with all of the code in it.`,
    'other-code': (from: string) => `${from} shows a QR code that is not a link of this map.`,
  },
  notAll: (from: string, looked: number, rest: string) =>
    `${from} is too long to be looked at in one go: its first ${looked.toLocaleString('en')} characters were looked at. Paste the rest in a second go; it begins with “${rest}”.`,
  tooMany: (from: string) =>
    `${from} holds more than 5,000 links: the first 5,000 were taken. Paste the others in a second go.`,
  tooMuch: (from: string) => `${from} was too much for this browser. Paste or open it in parts.`,
  added: (links: number) => `${counted(links, 'link')} ${links === 1 ? 'was' : 'were'} added.`,
  nothingPasted: 'The field is empty: paste the links into it first.',
  readNext: (count: number) => `Read. ${counted(count, 'link')} so far. Hold up the next one.`,
  read: (standingWords: string) => `Read. ${standingWords}.`,
  paste: 'Paste the links here, in any form',
  pasteNote:
    'A column of a spreadsheet, a chat, an e-mail, or one after another; students’ files, and pictures of their QR codes, can be opened or dropped here.',
  into: 'The next links go to',
  intoNote: 'Two groups are set side by side: two classes, or the same class before and after.',
  gatherLinks: 'Collect the links',
  openFiles: 'Open files',
  scan: 'Scan with the camera',
  gather: 'Collect your class’s work',
  gatherMore: 'Collect more',
  undo: 'Undo',
  files: 'Files with links or work',
  reading: 'Reading.',
  /** Numbers of entries that do not count, by reason. */
  apart: {
    same: (links: number) => `${links} ${links === 1 ? 'is' : 'are'} the same as another`,
    unread: (links: number) => `${links} could not be read`,
    'other-scenario': (links: number) => `${links} ${links === 1 ? 'belongs' : 'belong'} to another map`,
    'other-lesson': (links: number) => `${links} ${links === 1 ? 'belongs' : 'belong'} to another lesson`,
    lesson: (links: number) => `${links} ${links === 1 ? 'is' : 'are'} the lesson itself`,
    unplayable: (links: number) => `${links} cannot be played here`,
    removed: (links: number) => `${links} ${links === 1 ? 'was' : 'were'} taken out`,
  },
  otherEdition: (noted: number) =>
    `${noted} of those counted ${noted === 1 ? 'was' : 'were'} made for another edition of this map`,
  noLesson: 'Stories without a lesson',
  untitled: 'A lesson without a title',
  wordless: 'A lesson whose words were not pasted',
  link: (number: number) => `Link ${number}`,
  countToo: 'Count it too',
  numbered: (number: number) => `: number ${number}`,
  putBack: 'Put back',
  takeOut: 'Take out',
  pasted: (entries: number, fromFiles: number) =>
    `${counted(entries - fromFiles, 'link')} ${entries - fromFiles === 1 ? 'was' : 'were'} pasted${
      fromFiles > 0 ? `, ${counted(fromFiles, 'work', 'works')} came as a file` : ''
    }`,
  others: (summary: readonly string[]) => `Of the others, ${list(summary)}.`,
  counted: (links: number) => `${counted(links, 'link')} ${links === 1 ? 'counts' : 'count'}.`,
  titleAndLinks: (title: string, links: number) => `${title} (${counted(links, 'link')})`,
  sharedName: 'The name',
  sharedNames: 'These names stand on several links:',
  sharedNameOn: (links: number) => `stands on ${links} links`,
  sharedNamesOn: (links: number) => `on ${links}`,
  sharedNamesMore: (shared: number) => ` and ${counted(shared - 8, 'more', 'more')}`,
  lookAt: 'Look at the work for',
  lesson: (title: string) => `Lesson: ${title}`,
  doNotCount: (apart: number) => `Which do not count (${apart})`,
  whySame:
    'Two students who took the same steps, wrote nothing and gave no name hand in the same link; and a link copied from a student’s own page holds the same work as the one handed in, without the name. Where it is the work of another student, count it too.',
  countAll: (same: number) => `Count all ${same} too`,
  showAll: (apart: number) => `Show all ${apart}`,
  all: (entries: number) => `All that were collected (${entries})`,
  showAllGathered: (entries: number) => `Show all ${entries}`,
  pastedText: 'What was pasted, as it was',
  onlyBeginning: 'Only its beginning is shown.',
  nameGroups: 'Name the two groups',
  firstGroup: 'The first',
  secondGroup: 'The second',
  clear: 'Clear the desk',
  clearNote: 'Undo brings it back, as long as this page is open.',
  kept: 'All of this is kept for this tab alone, so that loading the page again loses nothing. On a computer that others use, clear the desk before you go: a browser can open a closed tab again.',
  notKept:
    'This browser cannot keep so much for this tab, or keeps nothing here: when the page is loaded again, it is empty. Save the data before you leave.',
};
