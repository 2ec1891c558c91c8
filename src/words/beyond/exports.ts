/** Texts of the exports: texts, tables, citations and pictures. */
import { counted, spelled } from '../terms/text.ts';
import { dayWords, monthWords } from '../terms/dates.ts';

export const exportWords = {
  /** Remark on a story with quotations set aside. */
  setAside: (quotations: number) =>
    `The reader set aside ${counted(quotations, 'quotation')}. An answer that rests on nothing else is shown as a what-if.`,
  whatIf: (place: string) => `A what-if · ${place}`,
  pictureOpen: (endings: number) =>
    `The story goes on: ${spelled(endings)} ${endings === 1 ? 'ending is' : 'endings are'} still open.`,
  /** `asOf` is a month, or empty. */
  pictureSources: (publishers: string, asOf: string) =>
    publishers === '' ? '' : `${publishers}${asOf ? `, ${monthWords(asOf)}` : ''}.`,
  /** Below the map in small. */
  pictureWhole: 'Each column is a question, each ring an answer.',
  otherEndings: 'another ending',
  pictureOn: (made: string) => `Picture made on ${dayWords(made)}.`,
  edition: (edition: number) => `Edition ${edition}.`,
  pictureStory: (steps: number, ending: string) =>
    `A story of ${counted(steps, 'step')}${ending ? `, to the ending “${ending}”` : ''}.`,
  /** `asOf` is a month, or empty; `made` a day. */
  pictureMade: (asOf: string, made: string, edition: number) =>
    `${asOf ? `What is reported: ${monthWords(asOf)}. ` : ''}Picture made on ${dayWords(made)} with Parley, edition ${edition} of the map.`,
  endsHere: 'The story ends here',

  monthInferred: 'The month of publication is inferred.',
  note: (paragraph: number, quoted: string, who: string, how: string) =>
    `Paragraph ${paragraph}: ${quoted} (${who}, ${how})`,
  noDate: 'n.d.',
  para: (paragraph: number) => `para. ${paragraph}`,
  quotations: 'Quotations',
  references: 'References',
  notes: 'Notes',
  story: 'The story',
  citation: (title: string, edition: number, steps: number, ending: string) =>
    `${title}, edition ${edition}. Parley, a story of ${counted(steps, 'step')}${ending ? ` to “${ending}”` : ''}.`,

  related: 'The closest the articles come',
  restsOn: 'What it rests on',
  against: 'Against it',
  leavesOpen: 'Leaves it open',
  stands: 'The next question',
  endsHereWith: (ending: string) => `The story ends here: ${ending}`,
  bearOn: 'What the articles say about this',
  facts: 'How this turned out',
  aims: 'What each side wanted',
  aimsNote:
    'These are the aims that the articles report. Meeting them and a lasting peace are different things.',
  others: 'Other quotations',
  sources: 'Sources',
  thisStory: (link: string) => `This story: ${link}`,
  place: (publisher: string, paragraph: number) => `${publisher}, paragraph ${paragraph}`,
  sameParagraph: (hedges: readonly string[]) => `In the same paragraph: ${hedges.join(', ')}.`,

  /** The heads of the columns of the table of steps. */
  columns: [
    'step',
    'act',
    'asked',
    'question',
    'answer',
    'code',
    'basis',
    'who says it',
    'for',
    'against',
    'left open by',
    'why against',
    'note',
  ],
};
