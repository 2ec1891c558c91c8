/** What of a place can be opened in the scenario as it is: a place may be of another edition, or name what is not there. */
import { currentCodes } from '../machine/receipt.ts';
import type { Machine } from '../machine/situation.ts';
import type { Aside } from '../analysis/questions/knockout.ts';
import { replay } from '../machine/replay.ts';
import type { Way } from '../scenario/way.ts';
import type { Place, View } from './place.ts';

/** The weights of `place` for answers that there are, by the codes they have today. */
export function weightsIn({ weights }: Place, { scenario, byCode }: Machine): ReadonlyMap<string, number> {
  const codes = currentCodes(scenario, [...weights.keys()]);
  const weighted = [...weights.values()].map((weight, at) => [codes[at] ?? '', weight] as const);
  return new Map(weighted.filter(([code]) => byCode.has(code)));
}

/** Whether both set the same aside. */
export const sameAside = (a: readonly Aside[], b: readonly Aside[]): boolean => key(a) === key(b);

const key = (aside: readonly Aside[]): string => aside.map(({ kind, id }) => `${kind} ${id}`).join();

/** The view that stands for `view`: how an ending could happen is told on the page of the endings. */
export const currentView = (view: View): View => (view === 'how' ? 'endings' : view);

/** `way` in today’s codes; null where it cannot be played to an ending, or names what the scenario does not have. */
export function wayIn(way: Way, machine: Machine): Way | null {
  const { scenario } = machine;
  const story = currentCodes(scenario, way.story);
  const known = (ids: readonly string[], items: readonly { readonly id: string }[]) =>
    ids.every((id) => items.some((item) => item.id === id));
  const found = known([way.ending], scenario.endings) && known(way.actors, scenario.actors);
  return found && replay(machine, story).now.ending ? { ...way, story } : null;
}
