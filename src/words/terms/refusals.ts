/** Reasons why an answer of a story could not be played. */
import type { Refusal } from '../../machine/replay.ts';

/** The reason why a code could not be played, as a sentence. */
export function refusalWords(refusal: Refusal): string {
  const label = 'answer' in refusal && refusal.answer ? `${refusal.answer.label}:` : `${refusal.code}:`;
  switch (refusal.why) {
    case 'unknown':
      return `${label} this map has no such answer.`;
    case 'closed':
      return `${label} not possible here. ${refusal.clauses.map((clause) => clause.why).join(' ')}`;
    case 'after':
      return `${label} it came after a step that could not be taken.`;
    case 'not-asked':
      return refusal.onTable === null
        ? `${label} the story is over before this is asked.`
        : `${label} this is not asked at this point of the story.`;
  }
}
