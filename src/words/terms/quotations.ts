/** Texts about quotations and their relation to an answer, shared by page and embeds. */
import { counted } from './text.ts';

export const quotationWords = {
  /** The name of the button that shows a quotation, and of the window that shows it. */
  name: (id: string): string => `Quotation ${id}`,
  /** Follows the speaker, and precedes the place. */
  how: (how: string): string => `, ${how}.`,
  paragraph: (paragraph: number): string => `, paragraph ${paragraph}`,
  readThere: 'Read it there',
  opensOriginal: ' (opens the original in a new window)',
  /** Precedes the hedges outside the quoted words. */
  sameParagraph: 'In the same paragraph:',
  more: (count: number): string => counted(count, 'more quotation'),
  all: (count: number): string => counted(count, 'quotation'),

  restsOn: 'What the articles say',
  related: 'The closest the articles come',
  against: 'Against it',
  /** `also` says whether others speak against it in every story. */
  againstOnPath: (also: boolean): string =>
    also ? 'Also against it, on this path' : 'Against it, on this path',
  leavesOpen: 'What leaves it open',
};
