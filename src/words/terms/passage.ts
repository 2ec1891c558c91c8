/** The place of a quotation without its speaker, for tasks that ask for the speaker, and for lists. */
import { byId } from '../../scenario/lookups.ts';
import type { Evidence, Scenario } from '../../scenario/scenario.ts';
import { quotationWords } from './quotations.ts';

/** “The British Eye, paragraph 6”. */
export function placeOfPassage({ sources }: Pick<Scenario, 'sources'>, item: Evidence): string {
  const source = byId(sources, item.source);
  return `${source?.publisher || source?.title || item.source}${quotationWords.paragraph(item.paragraph)}`;
}

/** What the scenario corrects in the quotations with these ids, each with its own source. */
export const correctionsOf = ({ background }: Scenario, ids: readonly string[]) =>
  background.corrections.filter(({ evidence }) => ids.includes(evidence));
