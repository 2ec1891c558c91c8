/** A quotation as plain data, which page, embed, paper, book, Markdown and references draw. */
import { besideQuote, fromMidSentence, markHedges, originalLink, type Run } from '../../scenario/evidence.ts';
import { byId } from '../../scenario/lookups.ts';
import type { Evidence, Scenario } from '../../scenario/scenario.ts';
import { speakerWords } from './people.ts';
import { quotationWords } from './quotations.ts';

export interface QuotationShown {
  readonly id: string;
  /** The words of the source, in pieces, so that hedging words can be marked. */
  readonly runs: readonly Run[];
  /** Whether they are taken from the middle of a sentence: an ellipsis stands before them, outside the words. */
  readonly within: boolean;
  /** The words with that ellipsis, for what has no markup. */
  readonly text: string;
  /** Who says it, and in what way. */
  readonly who: string;
  readonly how: string;
  /** Who published it; the title of the source, or its id, where that is not known. */
  readonly publisher: string;
  readonly paragraph: number;
  /** The address of the source, and that at which a browser shows the quotation; empty where it is none of the web. */
  readonly cite: string;
  readonly link: string;
  /** What holds the sentence back in the same paragraph, outside the words quoted. */
  readonly beside: readonly string[];
  readonly note: string;
}

/** Name of a quotation in a sentence: speaker and place, or only the place where no speaker is named. */
export function citedAs(scenario: Pick<Scenario, 'sources'>, item: Evidence): string {
  const { who, publisher, paragraph } = quotationShown(scenario, item);
  const place = `${publisher}${quotationWords.paragraph(paragraph)}`;
  return /^(Article|Un|$)/.test(item.speaker) ? place : `${who} in ${place}`;
}

/** How `item` is shown, which is one of the quotations of a scenario with these `sources`. */
export function quotationShown({ sources }: Pick<Scenario, 'sources'>, item: Evidence): QuotationShown {
  const source = byId(sources, item.source);
  const within = fromMidSentence(item.quote);
  const web = source && /^https?:\/\//i.test(source.url) ? source : undefined;
  return {
    id: item.id,
    runs: markHedges(item.quote, item.hedges),
    within,
    text: within ? `… ${item.quote}` : item.quote,
    ...speakerWords(item),
    publisher: source?.publisher || source?.title || item.source,
    paragraph: item.paragraph,
    cite: web?.url ?? '',
    link: web ? originalLink(web, item.quote) : '',
    beside: besideQuote(item),
    note: item.note,
  };
}
