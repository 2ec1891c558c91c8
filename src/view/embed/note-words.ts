/** What an embed says of a link that could not be opened, or not to its end. */
import type { Refusal } from '../../machine/replay.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { BAD_LINK } from '../../words/links.ts';
import { refusalWords } from '../../words/refusals.ts';
import { counted } from '../../words/text.ts';
import type { EmbedState } from './state.ts';

export const badLinkWords = (problem: string): string => BAD_LINK[problem] ?? BAD_LINK.damaged ?? '';

/** `played` steps of a story made for edition `edition` could be taken; these could not. */
export function refusedWords(
  { edition: here }: Scenario,
  edition: number,
  played: number,
  refused: readonly Refusal[],
): EmbedState['notes'][number] {
  const editions =
    edition === here ? '' : ` It was made for edition ${edition} of the map; here is edition ${here}.`;
  const taken = played > 0 ? `the first ${counted(played, 'step')} of this story` : 'no step of this story';
  return { text: `Here ${taken} could be taken.${editions}`, details: refused.map(refusalWords) };
}

/** What is said for as long as quotations are set aside. */
export const asideWords = (gone: number): string =>
  `Whoever made this story set ${counted(gone, 'quotation')} aside: nothing here rests on ${gone === 1 ? 'it' : 'them'}. The full map shows ${gone === 1 ? 'it' : 'them'}.`;

export const LESSON = 'This link holds a lesson. Open the full map to work on it.';
