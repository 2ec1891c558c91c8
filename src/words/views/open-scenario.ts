/** Texts of the view that opens scenario files. */
import type { Scenario } from '../../scenario/scenario.ts';
import { counted } from '../terms/text.ts';

export const openWords = {
  title: 'Make your own',
  intro: 'You can make a map like this of any talks: write one file, open it here, and walk through it.',
  what: 'What to write',
  about:
    'A scenario is one JSON file. It says what sources report, which questions come up, who answers them, and where it can end. You need no programming.',
  /** The names of links, with what is at their end. */
  example: 'A small example',
  exampleSays: 'two neighbours and a hedge: one page, to read and to change',
  own: 'The file of this map',
  ownSays: 'the whole of it, as it is shown here',
  schema: 'The description of the format',
  schemaSays: 'a JSON Schema: many editors use it to help while you write',
  where: 'Open it',
  stays: 'Your file stays on this device. It is checked here and sent to nobody. Your story stays as it is.',
  file: 'Scenario file',
  choose: 'Choose a file',
  drop: (bytes: number): string => `or drop it here (at most ${number(bytes / 1_000_000)} MB).`,
  lookingAt: (name: string): string => `Checking ${name}`,
  /** The same as a sentence, for screen readers. */
  announced: (name: string): string => `Checking ${name}.`,
  inThePage: 'The page may not react for some seconds.',
  reading: 'Reading it.',
  situations: (count: number): string => `${number(count)} situations checked.`,
  judging: 'Almost done.',
  cancel: 'Cancel',
  notOneFile: 'That is not one file',
  oneFile: 'Drop a single scenario file, or choose one.',
  cannotOpen: (name: string): string => `${name} cannot be opened`,
  errors: (count: number): string =>
    `It has ${counted(count, 'error')}. Correct the file and choose it again. Your story is as it was.`,
  warnings: (count: number): string => counted(count, 'warning'),
  couldNotLook: (name: string): string => `${name} could not be checked`,
  wentWrong: (why: string): string =>
    `Something went wrong while this page checked the file: ${why}. Your story is as it was.`,
  stopped: 'Stopped',
  canBeRead: (name: string): string =>
    `${name} can be read. You can open it without the full check: then the map cannot say which answers rule out which endings, and some faults may not be found.`,
  walk: 'Open it anyway',
  nothingOpened: 'Nothing was opened.',
  holds({ questions, endings, evidence, sources }: Scenario): string {
    return [
      counted(questions.length, 'question'),
      counted(questions.flatMap(({ answers }) => answers).length, 'answer'),
      counted(endings.length, 'ending'),
      `${counted(evidence.length, 'quotation')} from ${counted(sources.length, 'source')}`,
    ].join(', ');
  },
  allLookedAt: 'Every story in it was checked: each comes to exactly one ending.',
  tooManySituations: (most: number): string =>
    `It has more than ${number(most)} situations, too many to check them all. You can open it, but the map cannot say which answers rule out which endings.`,
  tooManyFutures: (most: number): string =>
    `It can go on in more than ${number(most)} different ways, too many to keep them all. You can open it, but the map cannot say which answers rule out which endings.`,
  quotations: 'We could not check its quotations: the file does not hold the texts of its sources.',
  sameId: (id: string): string =>
    `The file has the same id as the map of this site: ${id}. Links to its stories would open that map. Give it an id of its own before you send links.`,
  open: 'Open this map',
};
const number = (count: number): string => count.toLocaleString('en');
