/** Tests which parts of a session are the reader’s own work, and where another piece of work begins. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EMPTY } from '../../src/lesson/lesson.ts';
import { available } from '../../src/machine/situation.ts';
import { continues, furthest, hasOwnWork } from '../../src/session/own.ts';
import { START } from '../../src/session/place.ts';
import { compile } from '../../src/machine/compile.ts';
import { Session } from '../../src/session/session.svelte.ts';
import { real, walk } from '../support/real.ts';

const at = (...story: string[]) => ({ ...START, story });
const lesson = { ...EMPTY, title: 'One' };

describe('a piece of work', () => {
  it('continues through steps, undone steps and changed steps', () => {
    const walks = fc.constantFrom(...real.walks.map(({ story }) => story));
    fc.assert(
      fc.property(walks, fc.nat(), fc.nat(), fc.nat(), (story, length, step, which) => {
        const session = new Session(real, null, compile);
        const told = story.slice(0, 1 + (length % story.length));
        session.openPlace({ ...START, story: told }, real.edition);
        const before = session.place;
        session.back();
        if (told.length > 1) expect(continues(before, session.place)).toBe(true);
        expect(continues(session.place, before)).toBe(true);
        session.forward();
        const taken = session.replay.steps[step % told.length];
        const others =
          taken?.question.answers.filter(
            (answer) => answer.code !== taken.code && available(answer, taken.before.states),
          ) ?? [];
        const other = others[which % others.length];
        if (!other) return;
        session.change(step % told.length, other);
        if (session.story.length > 0) expect(continues(before, session.place)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('ends when the story is begun again, a walk is followed, or another story is opened', () => {
    expect(continues(at('a', 'b'), at())).toBe(false);
    expect(continues(at('a'), at())).toBe(true);
    expect(continues(at(...walk('W2')), at(...walk('W8')))).toBe(false);
  });

  it('is the whole lesson, and no other', () => {
    const worked = { ...at('a', 'b'), lesson };
    expect(continues(worked, { ...worked, story: [] })).toBe(true);
    expect(continues(worked, { ...worked, lesson: { ...lesson } })).toBe(true);
    expect(continues(worked, { ...worked, lesson: null })).toBe(false);
    expect(continues(worked, { ...worked, lesson: { ...lesson, title: 'Two' } })).toBe(false);
  });
});

describe('the reader’s own work', () => {
  it('includes steps and replies, but not viewing, going back, weighing or setting aside', () => {
    const opened = { ...at('a', 'b'), lesson };
    expect(hasOwnWork(opened, { ...opened, story: ['a', 'b', 'c'] })).toBe(true);
    expect(hasOwnWork(opened, { ...opened, story: ['a', 'c'] })).toBe(true);
    expect(hasOwnWork(opened, { ...opened, replies: new Map([[0, 'yes']]) })).toBe(true);
    expect(hasOwnWork(opened, { ...opened, label: 'K' })).toBe(true);
    expect(hasOwnWork(opened, { ...opened, story: ['a'] })).toBe(false);
    expect(hasOwnWork(opened, { ...opened, view: 'map', weights: new Map([['c', 3]]) })).toBe(false);
    expect(hasOwnWork(opened, { ...opened, aside: [{ kind: 'source', id: 'L' }] })).toBe(false);
  });
});

it('undone steps: are kept until the story continues differently', () => {
  expect(furthest(['a', 'b', 'c'], ['a'])).toEqual(['a', 'b', 'c']);
  expect(furthest(['a', 'b'], ['a', 'b', 'c'])).toEqual(['a', 'b', 'c']);
  expect(furthest(['a', 'b', 'c'], ['a', 'd'])).toEqual(['a', 'd']);
});
