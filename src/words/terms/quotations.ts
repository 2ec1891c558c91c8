/** A quotation, and what the quotations at an answer are to it. The page and embeds say the same. */
import { counted } from './text.ts';

export const quotationWords = {
  /** The name of the button that shows a quotation, and of the window that shows it. */
  name: (id: string): string => `Quotation ${id}`,
  /** Between who says it and where it stands. */
  how: (how: string): string => `, ${how}.`,
  paragraph: (paragraph: number): string => `, paragraph ${paragraph}`,
  readThere: 'Read it there',
  opensOriginal: ' (opens the original in a new window)',
  /** Before the words that hold a sentence back and stand beside it. */
  sameParagraph: 'In the same paragraph:',
  more: (count: number): string => counted(count, 'more quotation'),
  all: (count: number): string => counted(count, 'quotation'),

  restsOn: 'It rests on',
  related: 'The closest the articles come',
  against: 'Against it',
  /** `also`: whether others speak against it on every path. */
  againstOnPath: (also: boolean): string =>
    also ? 'Also against it, on this path' : 'Against it, on this path',
  leavesOpen: 'What leaves it open',
};
