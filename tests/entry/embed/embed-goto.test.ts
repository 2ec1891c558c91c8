/** Tests that a host page can take an embed only to stories that can be played. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EMPTY_LINK, encodeLink } from '../../../src/codec/link.ts';
import { embedded, forEmbed } from '../../../src/entry/embed/embed-data.ts';
import { storyTo } from '../../../src/entry/embed/embed-goto.ts';
import { replay } from '../../../src/machine/replay.ts';
import { serialise } from '../../../src/scenario/complete.ts';
import type { Story } from '../../../src/scenario/scenario.ts';
import { compiled, randomStory, seeded } from '../../support/laws.ts';
import { real, walk } from '../../support/real.ts';

const all = compiled(real);
const made = embedded({ file: forEmbed(serialise(real)), futures: all.futures });
const link = (story: Story, scenario = '') => encodeLink({ ...EMPTY_LINK, scenario, edition: 1, story });
const W1 = walk('W1');

describe('a host page can move an embed', () => {
  it('to the story of a link that can be played completely', () => {
    expect(storyTo(made, [], link(W1), 0)).toEqual(W1);
    expect(storyTo(made, W1, link([]), 0)).toEqual([]);
    expect(storyTo(made, [], link(['s0', 'nx', 'zz']), 0)).toBeNull();
    expect(storyTo(made, [], link(W1, 'elsewhere'), 0)).toBeNull();
    expect(storyTo(made, [], link(W1).slice(0, -1), 0)).toBeNull();
  });

  it('back to a step of the story, by its code or by a quotation it rests on', () => {
    const at = W1.indexOf('ch');
    expect(storyTo(made, W1, 'ch', 0)).toEqual(W1.slice(0, at + 1));
    const [quotation = ''] = all.machine.byCode.get('ch')?.evidence ?? [];
    const to = storyTo(made, W1, quotation, 0);
    expect(made.machine.byCode.get(to?.at(-1) ?? '')?.evidence).toContain(quotation);
  });

  it('on to an answer that is still open, by a shortest way; else from the start', () => {
    const on = storyTo(made, ['s0'], 'ca', 0);
    expect(on?.slice(0, 1)).toEqual(['s0']);
    expect(on?.at(-1)).toBe('ca');
    // Another answer of a question already answered: not open from here any more.
    expect(storyTo(made, ['s0', 'nx'], 'sr', 0)).toEqual(['sr']);
  });

  it('never past the locked first steps', () => {
    expect(storyTo(made, ['s0', 'nx'], 'sr', 1)).toBeNull();
    expect(storyTo(made, ['s0', 'nx'], link(['sr']), 1)).toBeNull();
    expect(storyTo(made, ['s0', 'nx'], 's0', 1)).toBeNull();
    expect(storyTo(made, ['s0', 'nx'], 'nx', 1)).toEqual(['s0', 'nx']);
  });

  it('only to a playable story that keeps the locked steps, by any request', () => {
    const codes = real.questions.flatMap(({ answers }) => answers.map(({ code }) => code));
    const asked = fc.oneof(
      fc.constantFrom(...codes, ...real.evidence.map(({ id }) => id)),
      fc.string(),
      fc.integer().map((seed) => link(randomStory(all, seeded(seed)))),
    );
    fc.assert(
      fc.property(fc.integer(), fc.nat(14), fc.nat(5), asked, (seed, length, lock, to) => {
        const story = randomStory(all, seeded(seed)).slice(0, length);
        const set = Math.min(lock, story.length);
        const gone = storyTo(made, story, to, set);
        if (!gone) return;
        expect(replay(made.machine, gone).refused).toEqual([]);
        expect(gone.slice(0, set)).toEqual(story.slice(0, set));
      }),
      { numRuns: 300 },
    );
  });
});
