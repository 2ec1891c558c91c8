/** What the pages say of the reader’s own odds. */
import { list } from '../terms/text.ts';

export const oddsWords = {
  never: 'never',
  unlikely: 'unlikely',
  even: 'even',
  likely: 'likely',
  veryLikely: 'very likely',
  under: 'under',
  over: 'over',
  beside: 'Under your odds',
  besideOver: 'The story has come to its end; there is nothing left to weigh.',
  besideNothing: 'Nothing you weighed can still come up, or not all of it is said.',
  assumptions: 'These are your assumptions',
  besideNotTheirs: ', not the articles’.',
  change: 'Change what you weighed',
  ending: 'Ending',
  range: 'Under your assumptions',
  exactRange: (low: string, high: string) => `${low} to ${high}`,
  closed: (titles: readonly string[]) => `Closed from here: ${list(titles)}.`,
  swingNever: (range: string) => `never: ${range}`,
  swingAlways: (range: string) => `always: ${range}`,
  neverGiven: 'never given',
  alwaysGiven: 'always given, where it can be',
  asSaid: 'as you said',
  movesLess: 'What moves it less',
  movesNothing: 'None of the answers you weighed moves this ending.',
  movesNot: 'What does not move it',
  title: 'Your odds',
  intro: (story: number) =>
    `This map holds no odds: neither article gives any. Here you can say how you weigh the answers to a question, and see what follows for the endings, ${
      story === 0 ? 'from the start' : 'from where your story stands'
    }. What you leave open stays open, so an ending has a lowest and a highest chance.`,
  notTheirs: ', not the articles’',
  notTheMaps: 'and not this map’s. They travel with your link',
  nothingWeighed: 'Nothing is weighed yet, so nothing is shown.',
  allEndings: 'All endings',
  follows: 'What follows from them',
  followsNote:
    'Exact, by going through every story; each range is for its ending alone, so the highest of one need not go with the highest of another.',
  weigh: 'Weigh a question',
  weighNote: (weights: readonly string[]) =>
    `Say it in words, then move the slider if you mean something between them. The words stand for ${list(weights)}, against the other answers of the same question: 6 against 2 is three times as much. Where an answer is closed, its weight goes to the others in proportion.`,
  noQuestion: 'No question is left to weigh: the story has come to its end.',
  forget: 'Forget all weights',
  matters: 'What matters most',
  forEnding: 'For the ending',
  mattersNote:
    'Each answer you weighed, from never given to always given where it can be; the rest as you said.',
  backToStory: 'Back to the story',
  notSaid: 'not said',
  always: 'always (the others 0)',
  ofSum: (sum: number) => ` of ${sum}`,
  weighEvery: 'Weigh every answer; until then this question stays open.',
  allNothing: 'All weigh nothing, so this question stays open.',
  leaveOpen: 'Leave it open',
  between: (below: string, word: string) => `between ${below} and ${word}`,
  about: (said: string) => `about ${said} %`,
  rangeOf: (low: string, high: string) => `${low} to ${high}`,
};

export type OddsWords = typeof oddsWords;
