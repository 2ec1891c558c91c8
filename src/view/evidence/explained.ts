/** Records which text of a session explains each term of the glossary: the first in a view. */
import type { Glossary } from '../../scenario/text/terms.ts';
import type { Session } from '../../session/session.svelte.ts';

const holders = new WeakMap<Session, Map<Glossary[number], object>>();

/** Whether `holder` explains `entry`. The first holder that asks explains it until `release`. */
export function explains(session: Session, entry: Glossary[number], holder: object): boolean {
  const held = holders.get(session) ?? new Map<Glossary[number], object>();
  holders.set(session, held);
  if (!held.has(entry)) held.set(entry, holder);
  return held.get(entry) === holder;
}

/** Frees the terms that `holder` explains. */
export function release(session: Session, holder: object): void {
  for (const [entry, by] of holders.get(session) ?? [])
    if (by === holder) holders.get(session)?.delete(entry);
}
