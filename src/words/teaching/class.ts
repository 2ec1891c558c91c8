/** Texts of the class view for results: on screen, in print and in files. */
import { counted, list } from '../terms/text.ts';
import { dayWords, monthWords } from '../terms/dates.ts';

export const classWords = {
  slideOf: (at: number, findings: number, links: number) =>
    `${at + 1} of ${findings} · ${counted(links, 'pasted link')}`,
  previous: 'Previous',
  next: 'Next',
  leave: 'Leave',
  moreBelow: 'More below ↓',
  presentNote: (notice: string) =>
    `${notice} These are numbers of pasted links. Keys: ← back, → on, ↓ and ↑ what does not fit, Escape leave.`,
  studentsSaid: 'Students said',
  theMapSays: 'The map says',
  links: 'Links',
  sayAsMap: (same: number, all: number) =>
    `${same} of ${counted(all, 'link')} ${same === 1 ? 'says' : 'say'} what the map says.`,
  predicted: 'Predicted',
  reached: 'Reached',
  notOver: 'Not over yet',
  reachedPredicted: (same: number, all: number) =>
    `${same} of ${counted(all, 'link')} whose story is over reached the ending predicted.`,
  noReplies: 'No link holds a reply.',
  repliesOf: (replies: number, count: number) =>
    `${replies} of ${counted(count, 'link')} ${replies === 1 ? 'holds' : 'hold'} a reply.`,
  writtenByStudents: 'Written by students, as they wrote it',
  afterAnswering: (label: string) => `After answering: ${label}`,
  showAllTexts: (texts: number) => `Show all ${texts}`,
  chosenAsSupport: 'Chosen as support',
  noQuotationSupportsIt: 'No quotation supports it',
  countsNote: 'Every number counts pasted links. It says nothing of how likely anything is.',
  sources: (count: readonly string[]) => `Sources: ${list(count)}.`,
  edition: (title: string, edition: number, asOf: string) =>
    `${title}, edition ${edition}, as of ${monthWords(asOf)}.`,
  number: 'Number',
  group: 'Group',
  studentName: 'Name or nickname of the student',
  steps: 'Steps',
  ending: 'Ending',
  mapTitle: (title: string, name: string) => `${title}: a class on the map${name ? ` (${name})` : ''}`,
  mapNote: (links: number) =>
    `${counted(links, 'pasted link')}. The number at an answer is that of the stories that gave it; a line is as wide as the number of stories that ran along it. That says nothing of how likely anything is.`,
  noPng: 'This browser cannot make a PNG of it. Save it as SVG instead.',
  takeAlong: 'Save or print',
  print: 'Print a report',
  table: 'Table (CSV)',
  data: 'Data (JSON)',
  svg: 'Map as SVG',
  png: 'Map as PNG',
  takeNote:
    'What you filtered out is left out. You can open the data here again. The table and the data hold what students wrote: keep them as carefully as their other work.',
  writtenByTeacher: 'Written by whoever made the lesson:',
  noClassroom: 'This page cannot collect a class’s work.',
  title: 'Your class on the map',
  lesson: (title: string) => `Lesson: ${title}.`,
  printedOn: (today: string) => `Printed on ${dayWords(today)}.`,
  intro:
    'Collect what students handed in, and see where their stories agree and where they part. Nothing is sent anywhere. Every number counts links that you pasted. It says what was handed in, not what is likely.',
  notFetched: 'This part of the page did not load. Check your connection, then load the page again.',
  readingKept: 'Reading what this tab kept before the page was loaded again.',
  present: 'Present to the class',
  lookAt: 'Look at',
  step: 'Step',
  everyStory: 'every story',
  cameTo: 'came to this question',
  everyEnding: 'every ending',
  filterNotOver: 'not over yet',
  shown: (looked: number, count: number) => `${looked} of ${counted(count, 'link')} shown.`,
  showEvery: 'Show all',
  shownOnPaper: (looked: number, count: number) =>
    `Shown are ${looked} of ${counted(count, 'link')}, by a filter.`,
  parted: 'Where the class parted most',
  partedNowhere: 'At no question: every story gave the same answers.',
  partedNote:
    'The question at which the answers spread most evenly, and to which most links came, stands first.',
  showAllParted: (parted: number) => `Show all ${parted} questions at which the class parted`,
  apart: 'Where the two groups differ most',
  apartNote:
    'In order of how far apart the answers of the two groups lie, times how many of the smaller group came to the question.',
  endingsReached: 'Endings reached',
  threads: 'The stories on the map',
  threadsNote:
    'A line is as wide as the number of hand-ins that ran along it. The numbers count them: in a circle those that gave an answer, below those that reached an ending. They do not say what is likely.',
  replies: 'Replies to the tasks',
  lessonMissing:
    'These links do not hold the lesson’s own words. Paste the lesson’s link too, and you see the tasks as they were set.',
  stepByStep: 'Step by step',
  came: (group: string, links: number, of: number) =>
    `${group ? `${group}: ` : ''}${links} of ${counted(of, 'link')} came here`,
  unread: {
    'too-long': 'it is longer than any link of this map',
    'not-a-link': 'it is not a link of this map',
    newer: 'it was made by a newer version of this page: reload the page',
    damaged: 'it is damaged: a part of it is missing or changed. Ask for it again',
    'bad-lesson': 'the lesson in it cannot be read. Ask for it again',
    'other-scenario': 'it belongs to another map',
  },
  same: {
    link: (as: number) => `It is the same link as number ${as}`,
    work: (as: number) => `It holds the same work as number ${as}`,
    unnamed: (as: number) => `It holds the same work as number ${as}, without the name`,
  },
  ofLinks: (count: number, of: number) => `${count} of ${counted(of, 'link')}`,
  endingOpen: 'Not over: no ending is reached yet',
  link: (number: number) => `Link ${number}`,
  fromPaste: 'What was pasted',
  fromDrop: 'What was dropped',
  fromCamera: 'The camera',
  placeCamera: 'Read by the camera',
  placeLine: (line: number, from: string) => `Line ${line} of ${from}`,
  notRead: (unread: string) => `Not read: ${unread}`,
  otherScenario: (scenario: string) => `It belongs to another map, “${scenario}”`,
  otherLesson: 'It belongs to another lesson than the one looked at',
  isLesson: 'It is the lesson itself, without any work',
  unplayable: 'None of its steps can be taken on this map',
  removed: 'You took it out',
  otherEdition: (edition: number, edition2: number) =>
    `Made for edition ${edition} of this map; this is edition ${edition2}`,
  endedWhere: 'Where the stories ended',
  partedPlace: (length: number, at: number) =>
    `Where the class parted most${length > 1 ? `: ${at + 1} of ${length}` : ''}`,
  task: (number: number, name: string) => `Task ${number + 1}${name ? `: ${name}` : ''}`,
};
