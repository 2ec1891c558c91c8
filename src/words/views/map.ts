/** The map, every path, and the grid of endings. */
import { ENDING_STATES } from '../terms/endings.ts';

export const mapWords = {
  open: 'Open the map',
  standsAt: (act: string): string => `The story stands at: ${act}.`,
  standsAtEnding: 'The story stands at: an ending.',
  columns: 'Columns are acts, from left to right; the line is your story.',

  title: 'The map',
  drawn: 'What is drawn',
  questions: 'Questions',
  everyPath: 'Every path',
  lead: 'Every question in its act, every answer, and what can follow it. Your story is lit; what is closed from here is pale.',
  leadNotKnown: 'Every question in its act, and every answer. Your story is lit.',
  bare: 'Answers that you left with nothing to rest on are in italics.',
  larger: 'Larger',
  smaller: 'Smaller',
  fit: 'All of it',
  whereIAm: 'Where I am',
  readAsList: 'Read as a list',
  back: 'Back to the story',
  drawing: 'The map as a drawing; arrow keys move it, plus and minus zoom. The same as a list stands below.',
  after: (what: string): string => `What can come right after it: ${what}`,
  point: (known: boolean): string =>
    known
      ? 'Point at an answer, or tap it, to see what can come right after it.'
      : 'Point at an answer, or tap it, to see what it rests on.',
  sameAsList: 'The same as a list',
  endings: 'Endings',
  /** How an answer stands: the step of the story that took it, or whether it is open; `bare` where it was left with nothing to rest on. */
  stepOf: (step: number, bare: boolean): string => `step ${step} of the story${restless(bare)}`,
  openFromHere: (open: boolean, bare: boolean): string =>
    (open ? ENDING_STATES.open : ENDING_STATES.closed) + restless(bare),
  leftBare: 'left with nothing to rest on',
};
export type MapWords = typeof mapWords;

const restless = (bare: boolean): string => (bare ? `, ${mapWords.leftBare}` : '');

export const pathWords = {
  ahead: 'All that can still be told from where your story stands.',
  all: 'All that can be told, from the start.',
  boxes:
    'Each box is a question at one point of a story; points from which everything goes on the same way are one box. The lines are answers, and they all lead down, to the endings.',
  tooMany: 'Here are too many boxes for words: point at one, or go some steps into the story first.',
  lines: 'How many lines lead to an ending says nothing about whether it will come.',
  onlyAhead: 'Only what is still ahead',
  toward: 'Show what can lead to',
  noneInParticular: 'no ending in particular',
  drawing:
    'Every path as a drawing; arrow keys move it, plus and minus zoom. The same as a list stands below.',
  here: 'where your story stands',
  passed: 'passed by your story',
  closed: 'closed from here',
  way: 'can lead to the ending picked',
  lit: 'in your story',
  asked: (answers: string, endings: string): string =>
    `Asked there: ${answers}. Endings open from it: ${endings}.`,
  point: 'Point at a box, or tap it, to see what is asked there and where it can end.',
  rows: 'The rows from top to bottom, and each row from left to right. After each answer stands where it leads.',
  endings: 'The endings',
  row: (number: number): string => `Row ${number}`,
  ending: (title: string): string => `the ending “${title}”`,
};
export type PathWords = typeof pathWords;

export const gridWords = {
  caption: 'Where this story can still end',
  open: ENDING_STATES.open,
  openNotKnown: 'not known to be closed',
  closing: 'would close with the answer you are looking at',
  closingShort: 'would close',
  closed: ENDING_STATES.closed,
  reached: ENDING_STATES.reached,
  /** The name of the mark of an ending; `state` is one of the above. */
  mark: (title: string, state: string): string => `${title}: ${state}`,
  /** One of the above as a sentence, with the step that closed the ending; 0 where none did. */
  sentence: (state: string, step: number): string =>
    `${state.charAt(0).toUpperCase()}${state.slice(1)}${step > 0 ? `: step ${step} closed it` : ''}.`,
  how: 'How could this happen?',
  goBack: (step: number): string => `Go back to before step ${step}`,
  choose: 'Choose a mark to read the ending.',
};
export type GridWords = typeof gridWords;
