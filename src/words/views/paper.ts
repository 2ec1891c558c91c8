/** The whole story on paper, with numbered notes. */
export const paperWords = {
  asked: (who: string, question: string): string => `${who}: ${question}`,
  notAnswered: (who: string): string => `${who}, and not answered yet:`,
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
    return `[${word}${after(assumed ? '; related: ' : ': ', notes.for)}${after('; against: ', notes.against)}${after('; left open by: ', notes.doubt)}]`;
  },
  cameOfIt: 'What came of it',
  aims: 'Stated aims',
  notes: 'Notes: the passages cited',
  /** Who says it and how, and where it stands. */
  place: (who: string, how: string, publisher: string, paragraph: number, id: string): string =>
    `${who}, ${how}; ${publisher}, paragraph ${paragraph} (${id})`,
  address: (link: string): string => `This story: ${link}`,
};
export type PaperWords = typeof paperWords;
