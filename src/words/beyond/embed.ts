/**
 * Texts that only embeds use. Those that they share with the page are in `quotations.ts`, `labels.ts` and
 * `endings.ts`.
 */
import { monthWords } from '../terms/dates.ts';
import { counted, spelled } from '../terms/text.ts';

export const embedWords = {
  parley: 'Parley',
  /** `name` is the scenario’s place and time. */
  whatIf: (name: string): string => `What-if · ${name}`,
  place: 'Where the story is',
  open: (open: number, all: number): string => `${open} of ${all} endings open`,
  allEndings: (all: number): string => `All ${all} endings`,

  key: 'Key',
  keyTo: ' to the marks above',
  keyMarks: {
    ring: 'an answer that can still be given',
    dash: 'an answer or an ending that is closed',
    tile: 'an ending that can still happen',
    going: 'an ending that the last answer closed',
    reached: 'the ending',
  },
  columns: 'Each column is a question. From the left:',
  stops: { here: 'asked now', passed: 'not asked', never: 'will not be asked' },

  steps: 'Your answers so far',
  earlier: (steps: number): string => counted(steps, 'earlier answer'),
  why: 'why?',
  change: 'change',
  /** Introduces the names of the endings. */
  closed: (endings: number): string => `Closed ${spelled(endings)} ${endings === 1 ? 'ending' : 'endings'}: `,

  /** Follows the names of the actors asked. */
  question: (number: number): string => ` · question ${number}`,
  differ: 'The articles differ: you choose',
  reader: 'You choose',
  notPossible: (reasons: readonly string[]): string => `Not possible here: ${reasons.join(' ')}`,
  behindReason: 'The sentence behind this',
  near: 'The articles say this about it',
  against: 'Against it',
  leavesOpen: 'Leaves it open',

  endsHere: 'The story ends here',
  behindEnding: 'What the articles say about this',

  undo: 'Undo',
  beginAgain: 'Start again',
  backToStep: (step: number): string => `Back to step ${step}`,
  set: (steps: number): string =>
    `The first ${counted(steps, 'step')} of this story ${steps === 1 ? 'is' : 'are'} set.`,
  /** Introduces the name of the map. */
  openIn: 'Open in ',
  about: 'About this map',
  inNewWindow: ' (in a new window)',
  /** Introduces the fragment of a link. */
  nowhere:
    'We do not know the address of the whole map. To open this story in it, put this after its address: ',
  silences: 'What the articles do not say',

  /** Follows the notice. `asOf` is empty where the scenario does not say it. */
  builtOn: (publishers: string, asOf: string): string =>
    `${publishers}${asOf ? `, ${monthWords(asOf)}` : ''}. `,
  edition: (edition: number): string => `Edition ${edition}. `,
  /** Notice of an embed with a fixed edition. */
  keptOlder: (edition: number, newest: number): string =>
    `This embed keeps edition ${edition}. There is a newer one, edition ${newest}.`,
  kept: (edition: number): string => `This embed keeps edition ${edition}. There may be a newer one.`,

  refused(here: number, edition: number, played: number): string {
    const taken =
      played > 0
        ? `Only the first ${counted(played, 'step')} of this story can be played here.`
        : 'No step of this story can be played here.';
    const editions =
      edition === here ? '' : ` It was made for edition ${edition} of the map; this is edition ${here}.`;
    return `${taken}${editions}`;
  },
  aside: (quotations: number): string =>
    `Whoever made this link set ${counted(quotations, 'quotation')} aside, so no answer here rests on ${quotations === 1 ? 'it' : 'them'}. Open in Parley to see ${quotations === 1 ? 'it' : 'them'}.`,
  lesson: 'This link holds a lesson. Open it in Parley to work on it.',
};
