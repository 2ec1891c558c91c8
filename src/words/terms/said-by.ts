/** Phrases for who says an answer, shown below its label: names, never numbers of quotations. */
import { byId } from '../../scenario/lookups.ts';
import type { Answer, Scenario } from '../../scenario/scenario.ts';
import { list } from './text.ts';

/**
 * Who says `answer`: “The British Eye reports it”, “Asked for by Sir Keir Starmer”, “Neither article says this”. `against` are the
 * ids of the quotations that speak against it where it is chosen: their speakers are named too.
 */
export function saidBy(scenario: Scenario, answer: Answer, against: readonly string[] = []): string {
  const speaks = list(speakers(scenario, against));
  return speaks === '' ? supporter(scenario, answer) : `${supporter(scenario, answer)}; ${speaks} against it`;
}

function supporter(scenario: Scenario, answer: Answer): string {
  if (answer.inferred) return 'We worked it out from what the articles say';
  const by = answer.by || 'someone else';
  switch (answer.basis) {
    case 'stated':
      return told(scenario, answer, 'reports that this side says so', 'report that this side says so');
    case 'reported':
      return told(scenario, answer, 'reports it', 'report it');
    case 'urged':
      return `Asked for by ${by}`;
    case 'suggested':
      return `Suggested by ${by}`;
    case 'reading':
      return told(scenario, answer, 'says so', 'say so');
    case 'leave':
      return 'Stays as it was reported';
    case 'assumption':
      return unsaid(scenario);
  }
}

/** The phrase for an answer that no source mentions. */
export const unsaid = ({ sources }: Pick<Scenario, 'sources'>): string =>
  ['No source says this', 'The article does not say this', 'Neither article says this'][sources.length] ??
  'No source says this';

/** The publishers of what `answer` rests on, with what they do. */
function told(scenario: Scenario, answer: Answer, one: string, several: string): string {
  const names = publishers(scenario, answer.evidence);
  return names.length === 0 ? 'It is reported' : `${list(names)} ${names.length === 1 ? one : several}`;
}

const publishers = (scenario: Scenario, ids: readonly string[]): string[] => [
  ...new Set(
    ids.flatMap((id) => {
      const source = byId(scenario.sources, byId(scenario.evidence, id)?.source ?? '');
      return source ? [source.publisher || source.title] : [];
    }),
  ),
];

/** The speakers of the quotations with these ids, each with its verb; the publisher where no speaker is named. */
function speakers(scenario: Scenario, ids: readonly string[]): string[] {
  const names = new Set(
    ids.flatMap((id) => {
      const item = byId(scenario.evidence, id);
      if (!item) return [];
      return item.speaker === '' || /^(Article|Un)/.test(item.speaker)
        ? publishers(scenario, [id])
        : [item.speaker];
    }),
  );
  const all = [...names];
  return all.map((name, at) =>
    at === all.length - 1 ? `${name} ${all.length === 1 ? 'speaks' : 'speak'}` : name,
  );
}
