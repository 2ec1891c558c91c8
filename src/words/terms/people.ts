/** Names of the actors asked, of speakers, and their manner of speaking. */
import type { Evidence, Question, Scenario } from '../../scenario/scenario.ts';
import { capital, list } from './text.ts';

const KINDS: Readonly<Record<Evidence['kind'], string>> = {
  direct: 'in the speaker’s own words',
  mixed: 'partly in the speaker’s own words',
  reported: 'reported speech',
  statement: 'the article’s own statement',
  judgement: 'the article’s judgement',
  heading: 'a heading in the article',
};

export const kindWords = (kind: Evidence['kind']): string => KINDS[kind];

/** Who speaks in a quotation, and in what way, as the line below it begins. */
export function speakerWords(item: Evidence): { readonly who: string; readonly how: string } {
  const who = /^(Article|$)/.test(item.speaker) ? 'The article' : item.speaker;
  // A quoted phrase without a named speaker has no speaker whose own words it could be.
  const named = !/^(Article|Un)/.test(item.speaker);
  return {
    who,
    how: item.kind === 'mixed' && !named ? 'its words, with a quoted phrase' : kindWords(item.kind),
  };
}

/** The name of an actor for a sentence: without the explanation in brackets. */
export function actorName(scenario: Scenario, id: string): string {
  const name = scenario.actors.find((actor) => actor.id === id)?.name ?? id;
  const explained = name.endsWith(')') ? name.indexOf(' (') : -1;
  return explained < 0 ? name : name.slice(0, explained);
}

/** The sides that are not asked here, with the reason in the file. */
export const unaskedWords = ({ actors }: Pick<Scenario, 'actors'>): string =>
  actors.flatMap(({ unasked }) => unasked || []).join(' ');

/** The actors who answer `question`, in a few words. */
export const answeredBy = (scenario: Scenario, { actors }: Question): string =>
  actors.length === 0 ? 'You, the reader' : capital(list(actors.map((id) => actorName(scenario, id))));

/** The actors asked, as a line above the question. */
export function askedOf(scenario: Scenario, question: Question): string {
  if (question.actors.length === 0)
    return question.answers.every((answer) => answer.basis === 'reading')
      ? 'The sources differ: you choose a sentence'
      : 'Set by you';
  const names = question.actors.map((id) => actorName(scenario, id));
  return names.length === 1 ? `Asked of ${names[0]}` : `Asked of ${list(names)} together`;
}
