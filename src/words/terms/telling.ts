/** What the page and an embed both say of a question, an answer and an ending. */
export const tellingWords = {
  question: (number: number): string => `Question ${number} ·`,
  /** Follows the title of an act. */
  part: (part: number, parts: number): string => `, part ${part} of ${parts} ·`,
  discuss: 'Something to discuss',
  labels: 'What the labels mean',
  lookCloser: 'Look closer',
  followSentence: 'Follow this sentence',
  /** Before the reason why an answer is closed. */
  closedBecause: 'Closed because',
  sentenceBehind: 'The sentence behind it',
  restsOn: 'What it rests on',
  storyEnds: 'The story ends here',
  bearOnIt: 'Sentences that bear on it',
  cameOfIt: 'What came of it',
  allDocumented: 'Every step of this story is stated, reported, a reading, or left as it is.',
  silences: 'What the sources do not say',
  canStillEnd: 'Where this can still end',
};
export type TellingWords = typeof tellingWords;
