/** Tests of the short labels that are derived: whole clauses or words, short enough, and distinct. */
import { describe, expect, it } from 'vitest';
import { SHORT, shortAnswer, shortEnding, shortQuestion } from '../../src/scenario/short.ts';
import { real } from '../support/real.ts';

const [asked] = real.questions;
const [given] = asked?.answers ?? [];
const [reached] = real.endings;
if (!asked || !given || !reached) throw new Error('Edition 1 has no questions or endings.');
const question = (text: string) => ({ ...asked, short: '', text });
const answers = (...labels: string[]) => labels.map((label) => ({ ...given, short: '', label }));
const ending = (title: string) => ({ ...reached, short: [], title });

describe('a question without a short label', () => {
  it('is named by the words before its colon, or by what it asks', () => {
    expect(shortQuestion(question('Before any ceasefire: do both sides put forward peacekeepers?'))).toBe(
      'Before any ceasefire',
    );
    expect(shortQuestion(question('Two sentences about the objection of Russia. How wide is it?'))).toBe(
      'How wide is it?',
    );
  });

  it('is cut after a word that can end a label', () => {
    expect(shortQuestion(question('Do countries commit to the force of the coalition?'))).toBe(
      'Do countries commit…',
    );
  });
});

describe('an answer without a short label', () => {
  it('is cut after a word, or at a hyphen', () => {
    const [one] = answers('US intelligence-sharing and military aid have resumed');
    expect(one && shortAnswer(one)).toBe('US intelligence…');
  });

  it('is named by the words that the other answers do not have', () => {
    const all = answers(
      'The troops may go in once a ceasefire holds',
      'The troops may go in once a deal is signed',
    );
    expect(all.map((one) => shortAnswer(one, all))).toEqual(['ceasefire holds', 'deal is signed']);
  });
});

it('an ending without short lines: is named by the beginning and the end of its title', () => {
  expect(shortEnding(ending('A pause guarded by troops that Russia has come to accept'))).toEqual([
    'A pause guarded',
    '…come to accept',
  ]);
});

it('every short label of edition 1: fits the map, and is not cut within a word', () => {
  const derived = [
    ...real.questions.map((one) => ({ long: one.text, short: [shortQuestion(one)], most: SHORT.question })),
    ...real.questions.flatMap(({ answers }) =>
      answers.map((one) => ({ long: one.label, short: [shortAnswer(one, answers)], most: SHORT.answer })),
    ),
    ...real.endings.map((one) => ({ long: one.title, short: [...shortEnding(one)], most: SHORT.line })),
  ];
  for (const { long, short, most } of derived)
    for (const text of short) {
      expect([...text].length, text).toBeLessThanOrEqual(most);
      const words = text.replaceAll('…', '').toLowerCase().split(/\s+/);
      expect(long.toLowerCase().split(/[\s-]+|(?<=[^\s])[.,;:](?=\s|$)/), text).toEqual(
        expect.arrayContaining(
          words.flatMap((word) => word.split('-')).map((word) => word.replace(/[.,;:]$/, '')),
        ),
      );
    }
});
