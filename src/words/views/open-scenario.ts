/** Opening a scenario file of the reader’s own. */
import type { Scenario } from '../../scenario/scenario.ts';
import { counted } from '../terms/text.ts';

export const openWords = {
  title: 'Open a scenario file of your own',
  /** The words that link to the schema stand between the two others. */
  about:
    'A scenario is one JSON file. It says what sources report, which questions come up, who answers them and where it can end.',
  schema: 'A schema describes the format',
  helps: '; an editor that knows JSON Schema helps while you write.',
  stays:
    'The file stays on this device: it is looked at here and sent nowhere. The story you were in stays as it is.',
  file: 'Scenario file',
  choose: 'Choose a file',
  drop: (bytes: number): string => `or drop it here. At most ${number(bytes)} bytes.`,
  lookingAt: (name: string): string => `Looking at ${name}`,
  /** The same as a sentence, for those who hear it. */
  announced: (name: string): string => `Looking at ${name}.`,
  inThePage:
    'This browser lets nothing run beside the page here, so the page may stand still for some seconds.',
  reading: 'Reading it.',
  situations: (count: number): string => `${number(count)} situations looked at.`,
  judging: 'Now judging what was seen.',
  cancel: 'Cancel',
  notOneFile: 'That is not one file',
  oneFile: 'Drop a single scenario file, or choose one.',
  cannotOpen: (name: string): string => `${name} cannot be opened`,
  errors: (count: number): string =>
    `${counted(count, 'error')} found. Mend the file and choose it again. Your story is as it was.`,
  warnings: (count: number): string => counted(count, 'warning'),
  couldNotLook: (name: string): string => `${name} could not be looked at`,
  wentWrong: (why: string): string =>
    `Something went wrong in this page while it looked at the file: ${why}. Your story is as it was.`,
  stopped: 'Stopped',
  canBeRead: (name: string): string =>
    `${name} can be read. You can walk it all the same: then it is not known what closes what, and no fault was looked for that only playing shows.`,
  walk: 'Walk it all the same',
  nothingOpened: 'Nothing was opened.',
  holds({ questions, endings, evidence, sources }: Scenario): string {
    return [
      counted(questions.length, 'question'),
      counted(questions.flatMap(({ answers }) => answers).length, 'answer'),
      counted(endings.length, 'ending'),
      `${counted(evidence.length, 'quotation')} from ${counted(sources.length, 'source')}`,
    ].join(', ');
  },
  allLookedAt: 'Every situation was looked at: each of its stories comes to exactly one ending.',
  tooManySituations: (most: number): string =>
    `It has more than ${number(most)} situations, too many to look at them all. You can walk it, but what closes what is not known.`,
  tooManyFutures: (most: number): string =>
    `More than ${number(most)} of its situations have a future of their own, too many to keep them all. You can walk it, but what closes what is not known.`,
  quotations: 'Its quotations were not held to their sources: the file does not carry the sources’ texts.',
  sameId: (id: string): string =>
    `The file has the id of this site’s own map, “${id}”. Links to its stories open that map wherever this file is not open. Give it an id of its own before you send links.`,
  open: 'Open this scenario',
};
export type OpenWords = typeof openWords;

const number = (count: number): string => count.toLocaleString('en');
