/** What a condition is, and whether it holds. Conditions are data, never code. */

/** Exactly one of four forms. `{ all: [] }` always holds, `{ any: [] }` never does. */
export type Condition =
  | { readonly issue: string; readonly in: readonly string[] }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition };

/** The state of every issue: issue id → state id. */
export type States = ReadonlyMap<string, string>;

/** Whether `condition` holds where the issues are in `states`, of which only the look-up is needed. */
export function holds(condition: Condition, states: Pick<States, 'get'>): boolean {
  if ('issue' in condition) return condition.in.includes(states.get(condition.issue) ?? '');
  if ('all' in condition) return condition.all.every((part) => holds(part, states));
  if ('any' in condition) return condition.any.some((part) => holds(part, states));
  return !holds(condition.not, states);
}

/** Every test of one issue in `condition`, in reading order. */
export function* issueTests(condition: Condition): Generator<{ issue: string; in: readonly string[] }> {
  if ('issue' in condition) yield condition;
  else if ('not' in condition) yield* issueTests(condition.not);
  else for (const part of 'all' in condition ? condition.all : condition.any) yield* issueTests(part);
}
