/** What an embed alone says. What it shares with the page stands in `telling.ts`, `quotations.ts` and `endings.ts`. */
import { monthWords } from '../terms/dates.ts';
import { counted } from '../terms/text.ts';

export const embedWords = {
  soFar: (steps: number): string => `The story so far: ${counted(steps, 'step')}`,
  goBack: 'Go back to before it',
  step: (number: number): string => `: step ${number}`,
  stepTaken: 'The step just taken',
  /** Who was asked what at a step. */
  asked: (number: number, who: string, question: string): string => `Step ${number} · ${who}. ${question}`,
  back: 'Back',
  backToStep: (step: number): string => `Back to step ${step}`,
  beginAgain: 'Begin again',
  set: (steps: number): string =>
    `The first ${counted(steps, 'step')} of this story ${steps === 1 ? 'is' : 'are'} set.`,

  /** Where the story left the reporting, and its weakest link, of which `label` is the answer. */
  strength: (left: number, weakest: number, label: string): string =>
    `The story left the reporting at step ${left}${
      weakest === left ? ', which is also its weakest link' : `. Its weakest link is step ${weakest}`
    }: ${label}.`,

  mapAt: (act: string): string =>
    `The story stands at: ${act}. Each dot is a question, the line is your story.`,
  mapOver: 'The story is over. Each dot is a question, the line is your story.',

  /** Of an embed that keeps an edition. */
  keptOlder: (edition: number, newest: number): string =>
    `This embed keeps edition ${edition}; edition ${newest} of the map has come out since.`,
  kept: (edition: number): string => `This embed keeps edition ${edition}; the full map may be newer.`,

  fullMap: 'Open the full map',
  inNewWindow: ' (in a new window)',
  /** Before the end of a link. */
  nowhere:
    'Nobody has said where the full map stands. To open this story in it, put this after its address: ',
  published: (publisher: string, date: string): string => `, ${publisher}, ${monthWords(date)}`,
  /** Follows the sources; `asOf` is empty where the scenario does not say it. */
  edition: (edition: number, asOf: string): string =>
    `. Edition ${edition} of this map${asOf ? `, facts as of ${monthWords(asOf)}` : ''}. `,

  refused(here: number, edition: number, played: number): string {
    const taken = played > 0 ? `the first ${counted(played, 'step')} of this story` : 'no step of this story';
    const editions =
      edition === here ? '' : ` It was made for edition ${edition} of the map; here is edition ${here}.`;
    return `Here ${taken} could be taken.${editions}`;
  },
  aside: (quotations: number): string =>
    `Whoever made this story set ${counted(quotations, 'quotation')} aside: nothing here rests on ${quotations === 1 ? 'it' : 'them'}. The full map shows ${quotations === 1 ? 'it' : 'them'}.`,
  lesson: 'This link holds a lesson. Open the full map to work on it.',
};
export type EmbedWords = typeof embedWords;
