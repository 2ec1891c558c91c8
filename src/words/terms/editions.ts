/** Texts of the receipt of a story of another edition. */
import { counted } from './text.ts';

export const editionWords = {
  newer: (made: number, here: number): string =>
    `It was made for edition ${made} of this map; this is edition ${here}. Reload the page to see whether the newer one is here.`,
  /** How the story ended in the edition it was made for; `ending` is null where it went on, undefined where that is not known. */
  then: (made: number, ending?: string | null): string => {
    const then = `This story was made for edition ${made} of this map`;
    if (ending === undefined) return `${then}.`;
    return ending === null ? `${then}, and had not ended there.` : `${then}. It ended there with: ${ending}.`;
  },
  /** How it ends here, where it ended then: `same` with the same ending; `ending` is null where it stops before one. */
  ends: (same: boolean, ending: string | null): string => {
    if (same) return 'Here it ends in the same way.';
    return ending === null
      ? 'Here it does not come to that ending.'
      : `Here it ends differently, with: ${ending}.`;
  },
  /** The reason for the difference between editions. */
  asks: (here: number): string => `Edition ${here} asks other questions, in another order.`,
  /** Number of the story’s answers that are given here. */
  given: (given: number, all: number): string =>
    given === all
      ? all === 1
        ? 'Its answer can still be given.'
        : `All its ${all} answers can still be given.`
      : given === 0
        ? `None of its ${counted(all, 'answer')} can be given here.`
        : `${given} of its ${all} answers can still be given.`,
  /** Introduces the question for which a story of another edition has no answer. */
  stops: (question: string): string => `It stops at a question that it does not answer: ${question}`,
  details: 'What became of each answer',
  /** The headings of three lists of answers. */
  lists: {
    same: 'As it was',
    changed: 'In other words now',
    gone: 'No longer asked, or not possible here',
  },
  saidThen: (edition: number, label: string): string => `Edition ${edition} said: ${label}`,
  askedThen: (edition: number, question: string): string => `Edition ${edition} asked: ${question}`,
  labelledThen: (edition: number, basis: string): string => `Edition ${edition} labelled it: ${basis}`,
  /** For answers of an edition that this site does not contain. */
  unknown: (answers: number): string => `${counted(answers, 'answer')} of an edition that is not kept here`,
  /** For hand-ins of a class. */
  ofClass: (links: number, edition: number): string =>
    `${counted(links, 'of these was', 'of these were')} made in edition ${edition} of this map.`,
  viewClass: (edition: number): string => `See the class on edition ${edition}`,
  view: (edition: number): string => `See it as it was in edition ${edition}`,
  notFetched: (edition: number): string =>
    `Edition ${edition} could not be fetched. Look at the connection, then try again.`,
};
