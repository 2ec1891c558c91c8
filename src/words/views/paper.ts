/** Texts of the printed story with numbered notes. */
export const paperWords = {
  asked: (who: string, question: string): string => `${who}: ${question}`,
  notAnswered: (who: string): string => `${who}, not answered yet:`,
  concealed: '[yours to say]',
  /** What an answer rests on, and the numbers of the notes for it, against it and that leave it open. */
  label(
    word: string,
    assumed: boolean,
    notes: {
      readonly for: readonly number[];
      readonly against: readonly number[];
      readonly doubt: readonly number[];
    },
  ): string {
    const after = (before: string, numbers: readonly number[]) =>
      numbers.length === 0 ? '' : `${before}${numbers.join(', ')}`;
    return `[${word}${after(assumed ? '; close to it: ' : ': ', notes.for)}${after('; against: ', notes.against)}${after('; leaves it open: ', notes.doubt)}]`;
  },
  cameOfIt: 'How this turned out',
  aims: 'What each side wanted',
  notes: 'Notes: the quotations',
  /** Who says it and how, and where it stands. */
  place: (who: string, how: string, publisher: string, paragraph: number): string =>
    `${who}, ${how}; ${publisher}, paragraph ${paragraph}`,
  address: (link: string): string => `This story: ${link}`,
};
