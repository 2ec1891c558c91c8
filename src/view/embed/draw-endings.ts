/** Draws the line of what is still open, and the list of endings with their states. */
import type { Ending } from '../../scenario/scenario.ts';
import { embedWords } from '../../words/beyond/embed.ts';
import { ENDING_STATES } from '../../words/terms/endings.ts';
import { ENDING_MARKS, type EndingState } from '../evidence/marks.ts';
import { mark, more } from './draw-evidence.ts';
import type { EmbedState } from './state.ts';
import { h, type Tree } from './tree.ts';

/**
 * The line is the summary of the disclosure with the list, where the embed shows endings. `open` are the endings that
 * can still be reached.
 */
export function drawEndings({ replay, settings, embedded }: EmbedState, open: ReadonlySet<Ending>): Tree {
  const { grid, endings } = embedded.scenario;
  const over = replay.now.ending;
  if (settings.endings === 'hide') return null;
  const stateOf = (ending: Ending): EndingState =>
    over === ending ? 'reached' : open.has(ending) ? 'open' : 'closed';
  const rows = grid.rows.length > 0 ? grid.rows : [{ id: '', label: '' }];
  return more(
    over ? embedWords.allEndings(endings.length) : embedWords.open(open.size, endings.length),
    h(
      'div',
      { class: 'rows' },
      rows.map((row) =>
        h(
          'div',
          {},
          h('p', { class: 'over' }, row.label),
          h(
            'ul',
            {},
            endings
              .filter((ending) => ending.row === row.id)
              .map((ending) => {
                const state = stateOf(ending);
                return h(
                  'li',
                  { 'data-ending': ending.id, 'data-state': state },
                  mark(ENDING_MARKS[state], 20, 18),
                  h('span', {}, ending.title, h('span', { class: 'unseen' }, `: ${ENDING_STATES[state]}`)),
                );
              }),
          ),
        ),
      ),
    ),
    { open: settings.endings === 'open' },
  );
}
