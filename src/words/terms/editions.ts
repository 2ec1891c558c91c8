/** What became of a story that was made for another edition of the map. */
export const editionWords = {
  newer: (made: number, here: number): string =>
    `It was made for edition ${made} of this map; this is edition ${here}. Reload the page to see whether the newer one is here.`,
  earlier: (made: number, here: number): string =>
    `It was made for edition ${made} of this map; this is edition ${here}.`,
  asThen: (first: number, last: number): string => `${steps(first, last)}: as then.`,
  canBeTaken: (first: number, last: number): string => `${steps(first, last)}: can be taken as then.`,
  /** `why` is a sentence; `then` is the label of the answer in the earlier edition, empty where it is not known. */
  refused: (step: number, why: string, then: string): string =>
    `Step ${step}: no longer possible. ${why}${then ? ` It said: ${then}` : ''}`,
  askedThen: (question: string): string => `asked then: ${question}`,
  saidThen: (label: string): string => `said then: ${label}`,
  labelledThen: (basis: string): string => `labelled then: ${basis}`,
  reworded: (step: number, label: string, changes: readonly string[]): string =>
    `Step ${step}: reworded. ${label} (${changes.join('; ')})`,
  view: (edition: number): string => `View edition ${edition}`,
};
export type EditionWords = typeof editionWords;

const steps = (first: number, last: number): string =>
  first === last ? `Step ${first}` : `Steps ${first} to ${last}`;
