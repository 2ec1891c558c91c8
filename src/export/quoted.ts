/** How quotations and other texts of a scenario are written in an export. */
import type { Evidence } from '../scenario/scenario.ts';

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
