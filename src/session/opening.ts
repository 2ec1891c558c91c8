/** What of a place can be opened in the scenario as it is: a place may be of another edition, or name what is not there. */
import { today } from '../machine/receipt.ts';
import type { Machine } from '../machine/situation.ts';
import type { Aside } from '../analysis/questions/knockout.ts';
import type { Place } from './place.ts';

/** The weights of `place` for answers that there are, by the codes they have today. */
export function weightsIn({ weights }: Place, { scenario, byCode }: Machine): ReadonlyMap<string, number> {
  const codes = today(scenario, [...weights.keys()]);
  const weighted = [...weights.values()].map((weight, at) => [codes[at] ?? '', weight] as const);
  return new Map(weighted.filter(([code]) => byCode.has(code)));
}

/** Whether both set the same aside. */
export const sameAside = (a: readonly Aside[], b: readonly Aside[]): boolean => key(a) === key(b);

const key = (aside: readonly Aside[]): string => aside.map(({ kind, id }) => `${kind} ${id}`).join();
