/** The ending that a story comes to: its name, what it is, and one sentence on the story. */
import type { Ending } from '../../scenario/scenario.ts';
import { undocumented } from '../../scenario/scenario.ts';
import { embedWords } from '../../words/beyond/embed.ts';
import { itTook } from '../../words/terms/took.ts';
import { more, quotations } from './draw-evidence.ts';
import type { EmbedState } from './state.ts';
import { h, type Tree } from './tree.ts';

export function drawEnding({ told, embedded: { scenario } }: EmbedState, ending: Ending): Tree {
  const { steps } = told;
  return h(
    'section',
    { class: 'ending', 'aria-labelledby': 'ending' },
    h('p', { class: 'over' }, embedWords.endsHere),
    h('h2', { id: 'ending', tabindex: -1, 'aria-describedby': 'closed' }, ending.title),
    h('p', { class: 'prose' }, ending.text),
    h('p', {}, itTook(steps.length, steps.filter(({ answer }) => undocumented(answer)).length)),
    ending.evidence.length > 0 &&
      more(embedWords.behindEnding, h('div', { class: 'closer' }, quotations(scenario, ending.evidence, ''))),
  );
}
