/** Texts of the view that leaves out articles, speakers and quotations. */
import { counted } from '../terms/text.ts';

export const doubtWords = {
  title: 'Without a source',
  lead: 'What if you do not believe an article, a speaker or a sentence? Leave it out, and see which answers lose their support. That does not mean it is false. Your choice is part of your link, and you can undo it.',
  pick: 'What to leave out',
  article: 'An article',
  speaker: 'A speaker',
  ownWords: 'The articles’ own words',
  quotation: 'A single quotation',
  takeBack: 'Use everything again',
  loses: 'What loses its support',
  nothing: 'You use every source.',
  noneRests: 'No answer depends on what you left out.',
  allKeep: 'Every answer still has some support.',
  lose: (answers: number): string =>
    `${counted(answers, 'answer')} ${answers === 1 ? 'has' : 'have'} no support left.`,
  /** Joins the former label and the present one. */
  becomes: 'becomes',
  weakened: 'Answers with less support',
  /** Introduces the names of quotations. */
  without: 'without',
  freed: 'Answers that nothing speaks against any more',
  /** Introduces the names of quotations. */
  spokenAgainst: 'spoken against before by',
  shaken: 'Answers that the map rules out for a reason you left out',
  shakenMeans: 'The map still rules them out, because its rules stay the same.',
  findings: 'Findings about this map that depend on what you left out',
  takes: 'How each ending can be reached',
  takesLead: (fromStart: boolean): string =>
    `For each ending, the fewest answers that nobody reports, ${fromStart ? 'from the start' : 'from where your story is now'}.`,
  ending: 'Ending',
  was: 'With all sources',
  now: 'Now',
};
