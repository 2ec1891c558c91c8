/** Each term of the glossary is explained where it first stands in a view: which text of a session has it. */
import type { Glossary } from '../../scenario/text/terms.ts';
import type { Session } from '../../session/session.svelte.ts';

const holders = new WeakMap<Session, Map<Glossary[number], object>>();

/** Whether `holder` explains `entry`: it does when nobody else does, from the first time it asks until `release`. */
export function explains(session: Session, entry: Glossary[number], holder: object): boolean {
  const held = holders.get(session) ?? new Map<Glossary[number], object>();
  holders.set(session, held);
  if (!held.has(entry)) held.set(entry, holder);
  return held.get(entry) === holder;
}

/** What `holder` explains is free again. */
export function release(session: Session, holder: object): void {
  for (const [entry, by] of holders.get(session) ?? [])
    if (by === holder) holders.get(session)?.delete(entry);
}
