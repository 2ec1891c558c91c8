/** The words that an export shares with the page. */
import type { Answer, Evidence, Question, Scenario, Source } from '../scenario/scenario.ts';
import { monthWords, sourceDate } from '../words/dates.ts';
import { basisWords } from '../words/labels.ts';
import { linkWords } from '../words/links.ts';
import { actorName, askedOf, speakerWords } from '../words/people.ts';

export interface Words {
  /** The label of an answer’s basis, and the sentence that explains it. */
  readonly basisWords: (answer: Answer) => { readonly word: string; readonly means: string };
  /** Who is asked, as a line above the question. */
  readonly askedOf: (scenario: Scenario, question: Question) => string;
  readonly actorName: (scenario: Scenario, id: string) => string;
  readonly speakerWords: (item: Evidence) => { readonly who: string; readonly how: string };
  /** The month a source was published, and how sure it is. */
  readonly sourceDate: (source: Source) => string;
  /** `2025-03` as “March 2025”. */
  readonly monthWords: (date: string) => string;
  /** Where a story is opened: its address; where only the end of it is known, that and what to do with it. */
  readonly linkWords: (link: string) => string;
}

export const WORDS: Words = {
  basisWords,
  askedOf,
  actorName,
  speakerWords,
  sourceDate,
  monthWords,
  linkWords,
};

/** A quotation as it is shown: one taken from the middle of a sentence begins with an ellipsis. */
export const shownQuote = ({ quote }: Evidence): string => (/^\p{Ll}/u.test(quote) ? `… ${quote}` : quote);

/** The same between quotation marks: single ones where the words themselves hold double ones. */
export const quoted = (item: Evidence): string =>
  /[“”"]/.test(item.quote) ? `‘${shownQuote(item)}’` : `“${shownQuote(item)}”`;

/** The hedging words that stand in the quotation’s paragraph, but outside the words quoted. */
export const besides = ({ quote, hedges }: Evidence): string[] =>
  hedges.filter((hedge) => !quote.includes(hedge));

/** `text` without line breaks, of whatever kind: spaces and control characters that stand together are one space. */
export const oneLine = (text: string): string => text.replace(/[\s\p{Cc}]+/gu, ' ');

/** Whether `address` is one of the web: a link to anything else is not written. */
export const isWeb = (address: string): boolean => /^https?:\/\//i.test(address);
