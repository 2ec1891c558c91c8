/** Names of ways: by their rank among the ways to an ending, or by the power they show. */
import type { Scenario } from '../../scenario/scenario.ts';
import type { Way, WayKind } from '../../scenario/way.ts';
import { actorName } from './people.ts';
import { list } from './text.ts';

/** In what respect a way is the best of all ways to an ending. */
export const WAY_WORDS: Readonly<Partial<Record<WayKind, string>>> = {
  short: 'shortest',
  reported: 'fewest answers that no source reports',
  unopposed: 'least said against it',
};

/** The name of `way` in a banner. */
export function wayName(scenario: Scenario, { kinds, ending, actors }: Way): string {
  const title = scenario.endings.find(({ id }) => id === ending)?.title ?? ending;
  const who = list(actors.map((id) => actorName(scenario, id)));
  switch (kinds[0]) {
    case 'short':
      return `The shortest way to: ${title}`;
    case 'reported':
      return `The way with the fewest answers that no source reports, to: ${title}`;
    case 'unopposed':
      return `The way with the least said against it, to: ${title}`;
    case 'bring':
      return `How ${who} could make sure of: ${title}`;
    case 'prevent':
      return `How ${who} could prevent: ${title}`;
    case 'keep':
      return `How others’ answers could stop ${who} from making sure of: ${title}`;
    case 'spite':
      return `How this could still happen, whatever ${who} ${actors.length === 1 ? 'does' : 'do'}: ${title}`;
    case 'finding':
      return `A story that shows what the map says, to: ${title}`;
    default:
      return `A way to: ${title}`;
  }
}

export const wayWords = {
  at: (step: number, steps: number): string => ` · answer ${step} of ${steps}`,
  before: ' · before it begins',
  done: ' · this is where it leads',
  left: ' · you have left it',
  again: 'Start it again',
  leave: 'Leave',
};
