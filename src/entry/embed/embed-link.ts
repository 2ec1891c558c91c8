/** Reads the link that an embed opens with, and writes notes where it cannot be opened completely. */
import { excludedQuotations } from '../../analysis/questions/knockout.ts';
import { EMPTY_LINK, decodeLink, encodeLink, type Link } from '../../codec/link.ts';
import { migrate, currentCodes } from '../../machine/receipt.ts';
import { replay } from '../../machine/replay.ts';
import type { Scenario, Story } from '../../scenario/scenario.ts';
import { embedWords } from '../../words/beyond/embed.ts';
import { editionWords } from '../../words/terms/editions.ts';
import { badLinkWords } from '../../words/terms/links.ts';
import { refusalWords } from '../../words/terms/refusals.ts';
import type { Embedded, EmbedState } from '../../view/embed/state.ts';

/** The link to the view “About this map” of `edition`. */
export const aboutLink = (edition: number): string => encodeLink({ ...EMPTY_LINK, edition, view: 'about' });

/**
 * Decodes the link in `text` for the scenario `id` in its edition `edition`. Where it cannot be read, the result is
 * an empty link with a note.
 */
export function readLink(
  text: string,
  { id, edition }: Pick<Scenario, 'id' | 'edition'>,
): { link: Link; notes: EmbedState['notes'] } {
  const bare = { ...EMPTY_LINK, edition };
  if (text === '') return { link: bare, notes: [] };
  const read = decodeLink(text);
  if (!read.ok) return { link: bare, notes: [{ text: badLinkWords(read.problem), details: [] }] };
  if (read.value.scenario && read.value.scenario !== id)
    return { link: bare, notes: [{ text: badLinkWords('other-scenario'), details: [] }] };
  return { link: { ...read.value, scenario: '', view: '', walk: '', ready: '', ending: '' }, notes: [] };
}

/**
 * The story of `link` as far as it can be played, with notes about the rest. `said` is the note that stays visible:
 * that quotations are set aside; empty where none are.
 */
export function openLink(
  { scenario, machine }: Embedded,
  link: Link,
): { story: Story; notes: EmbedState['notes']; said: string } {
  const played =
    link.edition < scenario.edition
      ? migrate(machine, link.story).replay
      : replay(machine, currentCodes(scenario, link.story));
  const { steps, refused } = played;
  const gone = excludedQuotations(scenario, link.aside).size;
  const said = gone > 0 ? embedWords.aside(gone) : '';
  return {
    story: steps.map(({ code }) => code),
    notes: [
      ...(steps.length + refused.length < link.story.length
        ? [
            {
              text: `${editionWords.then(link.edition)} ${editionWords.asks(scenario.edition)} ${editionWords.given(steps.length, link.story.length)}`,
              details: [],
            },
          ]
        : []),
      ...(refused.length > 0
        ? [
            {
              text: embedWords.refused(scenario.edition, link.edition, steps.length),
              details: refused.map(refusalWords),
            },
          ]
        : []),
      ...[said, link.lesson ? embedWords.lesson : ''].filter(Boolean).map((text) => ({ text, details: [] })),
    ],
    said,
  };
}
