/** Tests of the sentence on a finished story, and of the table of what each side gave and got. */
import { describe, expect, it } from 'vitest';
import { replay } from '../../src/machine/replay.ts';
import { undocumented } from '../../src/scenario/scenario.ts';
import { endingShown, sidesOf, storySentence } from '../../src/words/terms/ending.ts';
import { compiled } from '../support/laws.ts';
import { newest } from '../support/newest.ts';
import { spelled } from '../../src/words/terms/text.ts';

const { machine } = compiled(newest);
const replayOf = (codes: string) => replay(machine, codes.split(' '));
const sentence = (codes: string) => storySentence(newest, replayOf(codes).steps);

describe('the sentence on a story', () => {
  it.each([
    [
      'ca kt tc li vk wc gx zt',
      'It took eight answers, seven of which no source reports, beginning with the first: Russia agrees to the ceasefire as it stands.',
    ],
    [
      'ch ds fr kx ux ex ax',
      'It took seven answers, two of which no source reports, beginning with the second: Ukraine stays with the proposal: a ceasefire without conditions.',
    ],
    [
      'cs ys kt ur er as zt',
      'It took seven answers, none of which a source reports, beginning with the first: Russia agrees to stop attacks in the sky and at sea, not on land.',
    ],
  ])('of %s counts what no source reports, and names the first of it', (codes, words) => {
    expect(sentence(codes)).toBe(words);
  });

  it('never says that a story of reports, readings and what is left open leaves the articles', () => {
    const { steps } = replayOf('ca kt tc li vk wc gx ux zt');
    const kept = [...replayOf('ch ds fr kx ux ex ax').steps, ...steps].filter(
      ({ answer }) => !undocumented(answer),
    );
    expect(storySentence(newest, kept)).toMatch(
      /^It took .+ answers: .+ reported by a source, .+ your choice where the articles differ and .+ left as it was when the articles were written\.$/,
    );
    expect(storySentence(newest, kept.slice(0, 1))).toBe('It took one answer: reported by a source.');
  });

  it('says who answers where the answer does not, and one answer as one', () => {
    const one = replayOf('ca kx an na').steps.slice(2, 3);
    expect(storySentence(newest, one)).toBe(
      'It took one answer, which no source reports: Yes, from neutral nations, if Russia accepts them (Ukraine).',
    );
  });

  it('counts right for every ready story', () => {
    for (const { story } of newest.walks) {
      const { steps } = replay(machine, story);
      const bare = steps.filter(({ answer }) => undocumented(answer)).length;
      const words = storySentence(newest, steps);
      expect(words).toContain(`It took ${spelled(steps.length)} answers`);
      expect(words).toContain(bare === steps.length ? 'none of which' : `${spelled(bare)} of which`);
    }
  });
});

/** The rows that both sides share, before their reported wishes. */
const FACTS = ['What each side gave up', 'What each side dropped', 'Where each side stopped attacks'];

describe('an ending as plain data', () => {
  it('is nothing while the story goes on', () => {
    expect(endingShown(newest, replayOf('ca kt'))).toBeNull();
  });

  it('credits both sides with a ceasefire in the sky and at sea, and says what each dropped of what it asked for', () => {
    const rows = endingShown(newest, replayOf('cs ys kx ur ex ax zi'))?.rows ?? [];
    expect(rows.slice(0, FACTS.length).map(({ cells }) => cells.map(({ texts }) => texts[0]))).toEqual([
      ['Nothing of its own', 'Nothing of its own'],
      ['Its demands, for this ceasefire', 'A ceasefire on land'],
      ['Sky and sea', 'Sky and sea'],
    ]);
  });

  it('has the same rows for both sides, and accounts for every aim and every view that is not reported', () => {
    const sides = sidesOf(newest);
    expect(sides).toEqual(['russia', 'ukraine']);
    for (const { story } of newest.walks) {
      const shown = endingShown(newest, replay(machine, story));
      const rows = shown?.rows ?? [];
      expect(rows.slice(0, FACTS.length).map(({ what }) => what)).toEqual(FACTS);
      for (const { cells } of rows) {
        expect(cells.length).toBe(2);
        for (const { texts } of cells) expect(texts.every((text) => text !== '')).toBe(true);
      }
      for (const [at, side] of sides.entries()) {
        const texts = rows
          .slice(FACTS.length)
          .flatMap(({ cells }) => (cells[at]?.nothing ? [] : (cells[at]?.texts ?? [])));
        const own = [...newest.aims, ...newest.unreported].filter(({ actor }) => actor === side);
        expect([...texts].sort()).toEqual(own.map(({ label }) => label).sort());
      }
    }
  });
});
