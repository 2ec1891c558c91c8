/** What the map shows: its findings, each with the check that holds it. */
import { list } from '../terms/text.ts';

export const findingWords = {
  title: 'What the map shows',
  intro:
    'These sentences are about this map, not about the world. A tick stands at each sentence that was checked against every story on the map.',
  none: 'The file of this map names no findings.',
  atBuild: 'They were checked when this page was made.',
  checking: 'They were checked when this page was made. Your browser is checking them again.',
  failed: 'They were checked when this page was made. Your browser could not check them again.',
  allTrue: 'Your browser has just checked them again: each of them is true of this map.',
  notAllTrue:
    'Your browser has just checked them again: not all of them are true of this map. Please tell the publisher.',
  wholeMap: 'They are about the whole map, with what you have set aside.',
  checked: 'Checked',
  wrong: 'Not true of this map',
  /** Precedes a comment of the author that is not checked. */
  note: 'Our comment:',
  show: 'Show me',
  more: 'More findings',

  /** Below a field of endings: the answer given. */
  with: (answers: readonly string[]): string =>
    answers.length > 2 ? 'With the answers it names' : `After: ${list(answers)}`,
  without: 'Without the answers it names',
  possible: (open: number, all: number): string =>
    `${open} of ${all} endings ${open === 1 ? 'is' : 'are'} possible`,
};
