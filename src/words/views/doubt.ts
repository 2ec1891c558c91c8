/** Setting an article, a speaker or a quotation aside, and what on the map fades with it. */
import { counted } from '../terms/text.ts';

export const doubtWords = {
  title: 'Set something aside',
  lead: 'What if you do not believe one of the articles, a speaker or a sentence? Set it aside, and see which answers lose what they rest on. Setting aside says nothing about whether it is true. Your choice travels with your link, and you can take it back.',
  pick: 'What to set aside',
  article: 'An article',
  speaker: 'A speaker',
  speakers: 'Speakers',
  ownWords: 'The articles’ own words',
  quotation: 'A quotation',
  quotations: 'Quotations',
  count: (quotations: number): string => counted(quotations, 'quotation'),
  takeBack: 'Take everything back',
  fades: 'What fades',
  nothing: 'Nothing is set aside.',
  noneRests: (quotations: number): string =>
    `You set ${counted(quotations, 'quotation')} aside. No answer rests on ${quotations === 1 ? 'it' : 'them'}.`,
  allKeep: (quotations: number): string =>
    `You set ${counted(quotations, 'quotation')} aside. Every answer keeps something it rests on.`,
  lose: (quotations: number, answers: number): string =>
    `You set ${counted(quotations, 'quotation')} aside. ${counted(answers, 'answer')} ${answers === 1 ? 'loses all that it rests' : 'lose all that they rest'} on.`,
  bare: 'Left without a source',
  /** Between the label as it was and the label as it is. */
  becomes: 'becomes',
  weakened: (answers: number): string => `${counted(answers, 'answer')} with less to rest on`,
  /** Before the ids of quotations. */
  without: 'without',
  freed: (answers: number): string => `${counted(answers, 'answer')} that nothing speaks against any more`,
  /** Before the ids of quotations. */
  spokenAgainst: 'spoken against by',
  shaken: (answers: number): string =>
    `${counted(answers, 'answer')} that this map closes because of what you set aside`,
  shakenMeans:
    'The map goes on closing them where it did: what closes what is its structure. Each reason is now one that you set aside.',
  findings: (findings: number): string =>
    `${counted(findings, 'finding')} about this map that ${findings === 1 ? 'cites' : 'cite'} what you set aside`,
  takes: 'What each ending takes now',
  takesLead: (fromStart: boolean): string =>
    `The best documented way to each ending that is open ${fromStart ? 'from the start' : 'from where your story stands'}, and how many of its answers no source documents.`,
  ending: 'Ending',
  was: 'As it was',
  now: 'Now',
  back: 'Back to the story',
  sources: 'All sources',
};
export type DoubtWords = typeof doubtWords;
