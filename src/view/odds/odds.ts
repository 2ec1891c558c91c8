/** The reader’s weights: which of them count, and the words for weights and chances. */
import { fraction, toNumber, same, type Fraction } from '../../analysis/questions/fraction.ts';
import type { Range, Weights } from '../../analysis/questions/odds.ts';
import type { Answer, Question } from '../../scenario/scenario.ts';
import type { Session } from '../../session/session.svelte.ts';
import { oddsWords } from '../../words/views/odds.ts';

/** The reader’s own weights, from 0 to 9, by code of the answer. */
export type Chosen = ReadonlyMap<string, number>;

/** The weight of each word, relative to the other answers of the question. */
export const WORDS: readonly { readonly weight: number; readonly word: string }[] = [
  { weight: 0, word: oddsWords.words.never },
  { weight: 1, word: oddsWords.words.unlikely },
  { weight: 2, word: oddsWords.words.even },
  { weight: 6, word: oddsWords.words.likely },
  { weight: 9, word: oddsWords.words.very },
];

/** The word for a weight from 0 to 9; where it lies between two words, both. */
export function weightWords(weight: number): string {
  const after = WORDS.findIndex((word) => word.weight >= weight);
  const [below, at] = [WORDS[after - 1]?.word ?? '', WORDS[after]];
  return !at ? '' : at.weight === weight ? at.word : oddsWords.between(below, at.word);
}

/** The answers of a question that may still be given. */
export const openAnswers = (session: Session, question: Question): readonly Answer[] =>
  question.answers.filter((answer) => session.open.answers.has(answer));

export const isWeighted = (question: Question, chosen: Chosen): boolean =>
  question.answers.some(({ code }) => chosen.has(code));

/** Whether the weights of `question` count: answers have no default weight, so every open answer needs one. */
export const isSaid = (session: Session, question: Question, chosen: Chosen): boolean =>
  openAnswers(session, question).every(({ code }) => chosen.has(code));

/** Whether `answer` is certain: all other answers of its question have the weight 0. */
export const isAlways = (question: Question, answer: Answer, chosen: Chosen): boolean =>
  question.answers.every(({ code }) =>
    code === answer.code ? (chosen.get(code) ?? 0) > 0 : chosen.get(code) === 0,
  );

/** The questions that may still come up and have more than one answer. */
export const openQuestions = (session: Session): readonly Question[] =>
  session.scenario.questions.filter(
    (question) => session.open.questions.has(question) && openAnswers(session, question).length > 1,
  );

/** The weights that count from the present point of the story. */
export function weightsThatCount(session: Session, chosen: Chosen): Weights {
  const counting = openQuestions(session).filter(
    (question) => isWeighted(question, chosen) && isSaid(session, question, chosen),
  );
  return new Map(
    counting
      .flatMap(({ answers }) => answers)
      .map(({ code, key }) => [key, fraction(BigInt(chosen.get(code) ?? 0), 1n)]),
  );
}

/** A chance in whole percent; 0 and 100 only where they are exact. */
function figure(chance: Fraction): string {
  const part = toNumber(chance) * 100;
  if (isCertain(chance)) return String(part);
  return part < 1 ? '< 1' : part > 99 ? '> 99' : String(Math.round(part));
}

function percent(chance: Fraction): string {
  const said = figure(chance).replace('<', oddsWords.under).replace('>', oddsWords.over);
  return isCertain(chance) || /^\D/.test(said) ? `${said} %` : oddsWords.about(said);
}

const isCertain = ({ over, under }: Fraction): boolean => over === 0n || over === under;

/** Whether a range is the whole range from 0 to 1. */
export const isWide = ({ low, high }: Range): boolean => low.over === 0n && high.over === high.under;

/** A range in words: `about 12 %`, `0 % to about 40 %`. */
export const rangeWords = ({ low, high }: Range): string =>
  same(low, high) || percent(low) === percent(high)
    ? percent(low)
    : oddsWords.rangeOf(percent(low), percent(high));

/** A range in short form: `12 %`, `0–40 %`. */
export const rangeFigures = ({ low, high }: Range): string =>
  same(low, high) || figure(low) === figure(high) ? `${figure(low)} %` : `${figure(low)}–${figure(high)} %`;
