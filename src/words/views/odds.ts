/** Texts of the view of the reader’s odds. */
import { list } from '../terms/text.ts';

export const oddsWords = {
  title: 'How likely do you think it is?',
  intro: (begun: boolean): string =>
    `The articles do not say how likely anything is, and this map does not either. Say it yourself, and see what follows for the endings, ${
      begun ? 'from where your story is now' : 'from the start'
    }.`,
  look: 'Look at',
  all: 'all endings',
  first: 'These three questions decide most: their answers rule out the most endings.',
  others: 'The other questions',
  noQuestion: 'Your story is at its end: no question is left.',

  notSaid: 'not said',
  words: {
    never: 'never',
    unlikely: 'unlikely',
    even: 'possible',
    likely: 'likely',
    very: 'very likely',
  },
  certain: 'certain',
  between: (below: string, above: string): string => `between ${below} and ${above}`,
  share: (percent: string): string => `(${percent})`,
  every: 'It counts once you have said something about each answer.',
  allNever: 'All of them never: then this question stays open.',
  certainMeans: '“certain” for one answer makes each of the others “never”.',
  leaveOpen: 'Clear',

  follows: 'What follows',
  nothing: 'Nothing yet. Say how likely each answer to one question is.',
  yours: 'This follows from your numbers. It is not from the articles, and not from this map.',
  handed: 'Somebody else set these numbers: they came with the link.',
  theirs: 'This follows from somebody else’s numbers. It is not from the articles, and not from this map.',
  useOwn: 'Use my own instead',
  exact:
    'Worked out exactly over every story. What you leave open can go either way, so most endings get a range, and each range stands for itself.',
  closed: (titles: readonly string[]): string => `No longer possible: ${list(titles)}.`,
  wide: 'from 0 to 100 %: more questions decide it',
  forget: 'Clear all',
  link: 'These numbers are in your link.',

  moves: 'What changes it most',
  movesNothing: 'None of your numbers changes this ending.',
  ifCertain: 'if certain',
  ifNever: 'if never',

  beside: 'With your numbers',
  besideHanded: 'With somebody else’s numbers',
  besideOver: 'Your story is at its end.',
  besideNothing: 'None of the questions you weighed can still come up, or one of them is not complete.',
  change: 'Change your numbers',

  under: 'under',
  over: 'over',
  about: (said: string): string => `about ${said} %`,
  rangeOf: (low: string, high: string): string => `${low} to ${high}`,
};
