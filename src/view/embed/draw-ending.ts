/** Draws the ending of a story: its title, its text, and a sentence on the story. */
import type { Ending } from '../../scenario/scenario.ts';
import { embedWords } from '../../words/beyond/embed.ts';
import { storySentence } from '../../words/terms/ending.ts';
import { more, quotations } from './draw-evidence.ts';
import type { EmbedState } from './state.ts';
import { h, type Tree } from './tree.ts';

/** `described` is the id of the element that describes the heading, or false. */
export function drawEnding(
  { replay, embedded: { scenario } }: EmbedState,
  ending: Ending,
  described: string | false,
): Tree {
  return h(
    'section',
    { class: 'ending', 'aria-labelledby': 'ending' },
    h('p', { class: 'over' }, embedWords.endsHere),
    h('h2', { id: 'ending', tabindex: -1, 'aria-describedby': described }, ending.title),
    h('p', { class: 'prose' }, ending.text),
    h('p', {}, storySentence(scenario, replay.steps)),
    ending.evidence.length > 0 &&
      more(embedWords.behindEnding, h('div', { class: 'closer' }, quotations(scenario, ending.evidence, ''))),
  );
}
