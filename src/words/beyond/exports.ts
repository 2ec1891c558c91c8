/** What the texts, tables, citations and pictures say that a reader takes along. */
import { counted, spelled } from '../terms/text.ts';
import { dayWords, monthWords } from '../terms/dates.ts';

export const exportWords = {
  /** Said of a story that holds something else than the whole map. */
  setAside: (quotations: number) =>
    `The reader has set aside ${counted(quotations, 'quotation')}. The labels follow: an answer with nothing left to rest on is shown as a what-if.`,
  whatIf: (place: string) => `A what-if · ${place}`,
  pictureOpen: (endings: number) =>
    `The story goes on: ${spelled(endings)} ${endings === 1 ? 'ending is' : 'endings are'} still open.`,
  /** `asOf` is a month, or empty. */
  pictureSources: (publishers: string, asOf: string) =>
    publishers === '' ? '' : `${publishers}${asOf ? `, ${monthWords(asOf)}` : ''}.`,
  edition: (edition: number) => `Edition ${edition}.`,
  pictureStory: (steps: number, ending: string) =>
    `A story of ${counted(steps, 'step')}${ending ? `, to the ending “${ending}”` : ''}.`,
  /** `asOf` is a month, or empty; `made` a day. */
  pictureMade: (asOf: string, made: string, edition: number) =>
    `${asOf ? `What is reported: ${monthWords(asOf)}. ` : ''}Picture made on ${dayWords(made)} with Parley, edition ${edition} of the map.`,
  endsHere: 'The story ends here',
  nextQuestion: 'The next question',

  monthInferred: 'The month of publication is inferred.',
  note: (id: string, paragraph: number, quoted: string, who: string, how: string) =>
    `${id}, paragraph ${paragraph}: ${quoted} (${who}, ${how})`,
  noDate: 'n.d.',
  para: (paragraph: number) => `para. ${paragraph}`,
  quotations: 'Quotations',
  references: 'References',
  notes: 'Notes',
  story: 'The story',
  citation: (title: string, edition: number, steps: number, ending: string) =>
    `${title}, edition ${edition}. Parley, a story of ${counted(steps, 'step')}${ending ? ` to “${ending}”` : ''}.`,

  related: 'Related quotations',
  restsOn: 'What it rests on',
  against: 'What speaks against it',
  leavesOpen: 'What leaves it open',
  stands: 'Where the story stands',
  endsHereWith: (ending: string) => `The story ends here: ${ending}`,
  bearOn: 'Sentences that bear on it',
  facts: 'What came of it',
  aims: 'Stated aims',
  aimsNote:
    'What the articles report each of them to want, and how it stands at this ending. Meeting stated aims and a lasting peace are different things.',
  others: 'Other sentences cited',
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
    'for',
    'against',
    'left open by',
    'why against',
    'note',
  ],
};

export type ExportWords = typeof exportWords;
