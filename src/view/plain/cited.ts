/**
 * Finds the passages that a page quotes at each step of a story: in full at the first step that cites them, and as a
 * reference later.
 */
import type { Replay } from '../../machine/replay.ts';
import { support } from '../../machine/support.ts';
import { quotationsWith } from '../../scenario/lookups.ts';
import type { Evidence, Scenario } from '../../scenario/scenario.ts';
import { plainWords } from '../../words/beyond/plain.ts';

/** The passages that speak for an answer, against it, or leave it open. */
export interface Side {
  readonly title: string;
  /** The reasons why some of them speak against it in this story. */
  readonly why: readonly string[];
  readonly quoted: readonly Evidence[];
  /** Passages that an earlier step quotes, with the number of that step, from 1. */
  readonly again: readonly { readonly item: Evidence; readonly at: number }[];
  /** The ids of all these passages, where they speak against the answer; otherwise empty. */
  readonly against: readonly string[];
}

export interface Cited {
  /** For each step, its sides with at least one passage. */
  readonly steps: readonly (readonly Side[])[];
  /** The passages of the ending. */
  readonly ending: readonly Side[];
}

/** The passages of a played story of `scenario`. */
export function citedBy(scenario: Scenario, replay: Replay): Cited {
  const places = new Map<string, number>();

  function side(title: string, ids: readonly string[], at: number, why: readonly string[] = []): Side[] {
    const again = quotationsWith(scenario, ids).flatMap((item) => {
      const place = places.get(item.id);
      return place === undefined ? [] : [{ item, at: place }];
    });
    const quoted = quotationsWith(
      scenario,
      ids.filter((id) => !places.has(id)),
    );
    for (const { id } of quoted) places.set(id, at);
    return quoted.length + again.length > 0
      ? [{ title, why, quoted, again, against: title === plainWords.against ? ids : [] }]
      : [];
  }

  const steps = replay.steps.map(({ answer, before }, nth) => {
    const found = support(answer, before.states);
    const why = found.because.map((clause) => clause.why);
    return [
      ...side(answer.basis === 'assumption' ? plainWords.related : plainWords.restsOn, found.for, nth + 1),
      ...side(plainWords.against, found.against, nth + 1, why),
      ...side(plainWords.leavesOpen, found.doubt, nth + 1),
    ];
  });
  const ending = side(plainWords.restsOn, replay.now.ending?.evidence ?? [], replay.steps.length + 1);
  return { steps, ending };
}
