/** What the class view says of what was gathered: its counts, on the screen, on paper and in files. */
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
  countsNote: 'Counts are counts of pasted links; they say nothing of how likely anything is.',
  sources: (count: readonly string[]) => `Sources: ${list(count)}.`,
  edition: (title: string, edition: number, asOf: string) =>
    `${title}, edition ${edition}, as of ${monthWords(asOf)}.`,
  number: 'Number',
  group: 'Group',
  studentName: 'Name or nickname of the student',
  steps: 'Steps',
  ending: 'Ending',
  mapTitle: (title: string, name: string) => `${title}: the class on one map${name ? ` (${name})` : ''}`,
  mapNote: (links: number) =>
    `${counted(links, 'pasted link')}. A thread is the wider, the more links took it.`,
  noPng: 'This browser cannot draw the picture as PNG. Take it as SVG instead.',
  takeAlong: 'Take it along',
  print: 'Print a report',
  table: 'Table (CSV)',
  data: 'Data (JSON)',
  svg: 'Map as SVG',
  png: 'Map as PNG',
  takeNote:
    'What is filtered out is left out. The data can be opened here again. Tables and data hold what students wrote: keep them as you keep other work of theirs.',
  writtenByTeacher: 'Written by whoever made the lesson:',
  noClassroom: 'This page cannot gather a class.',
  title: 'The class on one map',
  lesson: (title: string) => `Lesson: ${title}.`,
  printedOn: (today: string) => `Printed on ${dayWords(today)}.`,
  intro:
    'Gather what students handed in, and see where their stories went together and where they parted. Nothing is sent anywhere. Every number here is a number of pasted links: it says what was handed in, not what is likely.',
  notFetched: 'What gathers a class could not be fetched. Look at the connection, then load the page again.',
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
    'A thread is the wider, the more links took it. The number at an ending counts the links that reached it.',
  replies: 'Replies to the tasks',
  lessonMissing:
    'The words of the lesson are not in these links. Paste the link of the lesson too, and the tasks are shown as they were set.',
  stepByStep: 'Step by step',
  came: (group: string, links: number, of: number) =>
    `${group ? `${group}: ` : ''}${links} of ${counted(of, 'link')} came here`,
  unread: {
    'too-long': 'it is longer than any link of this map',
    'not-a-link': 'it is no link of this map',
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
