/**
 * Tests that the counts of a class equal those of a plain definition, and that everything not counted has a reason.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  lessonsIn,
  player,
  sortOut,
  type Batch,
  type Counted,
  type Submission,
  type Pasted,
} from '../../src/lesson/class.ts';
import {
  ALL,
  answersGiven,
  endingsReached,
  entropy,
  filtered,
  foretold,
  labelled,
  OPEN,
  partings,
  repliesTo,
  supportChosen,
  takers,
} from '../../src/lesson/counts.ts';
import { EMPTY, type Lesson } from '../../src/lesson/lesson.ts';
import { NOTHING } from '../../src/lesson/work.ts';
import { compile } from '../../src/machine/compile.ts';
import { replay } from '../../src/machine/replay.ts';
import type { Story } from '../../src/scenario/scenario.ts';
import { answer, real, walk } from '../support/real.ts';
import { realGraph, storyOf } from './random.ts';

const machine = compile(real);
const play = player(machine, realGraph);

const handed = (story: Story, more: Partial<Submission> = {}): Submission => ({
  scenario: real.id,
  edition: real.edition,
  story,
  label: '',
  replies: new Map(),
  lesson: null,
  print: '',
  worked: true,
  ...more,
});
const pasted = (
  value: Submission,
  text = JSON.stringify([value.story, value.label, [...value.replies]]),
): Pasted => ({
  from: 'a test',
  line: 1,
  around: '',
  text,
  group: null,
  read: { ok: true, value },
});
const batch = (all: readonly Pasted[], group: 0 | 1 = 0): Batch => ({
  from: '',
  text: '',
  group,
  pasted: all,
});
const none = { lesson: '', removed: new Set<number>(), again: new Set<number>() };
const sorted = (all: readonly Pasted[], sorting = none) => sortOut(real, play, [batch(all)], sorting);
/** Each story of a student of their own. */
const classOf = (stories: readonly Story[]): readonly Counted[] =>
  sorted(stories.map((story, at) => pasted(handed(story, { label: `Student ${at}` })))).counted;

const picks = fc.array(fc.nat(30), { maxLength: 24 });
const classes = fc.array(picks, { maxLength: 12 }).map((all) => all.map((one) => storyOf(one).story));

describe('the counts of a class', () => {
  it('contain each answer and ending as often as the stories do', () => {
    fc.assert(
      fc.property(classes, (stories) => {
        const counted = classOf(stories);
        expect(counted.length).toBe(stories.length);
        for (const { question, met, answers } of answersGiven(real, counted)) {
          const come = stories.filter((story) => story.some((code) => answer(code).question === question.id));
          expect(met).toBe(come.length);
          for (const { answer: one, links } of answers)
            expect(links.length).toBe(stories.filter((story) => story.includes(one.code)).length);
        }
        const { endings, open } = endingsReached(real, counted);
        expect(endings.reduce((sum, { links }) => sum + links.length, open.length)).toBe(stories.length);
        const steps = stories.reduce((sum, story) => sum + story.length, 0);
        expect([...takers(counted).values()].reduce((a, b) => a + b, 0)).toBe(steps);
      }),
      { seed: 11, numRuns: 150 },
    );
  });

  it('play each story as the machine does, as far as it is valid', () => {
    fc.assert(
      fc.property(picks, fc.nat(20), (one, at) => {
        const { story } = storyOf(one);
        const broken = [...story.slice(0, at), 'zz', ...story.slice(at)];
        for (const each of [story, broken]) {
          const told = play(each);
          const replayed = replay(machine, each);
          expect(told.answers).toEqual(replayed.steps.map(({ answer }) => answer));
          expect(told.ending).toBe(replayed.now.ending);
          expect(told.refused).toBe(replayed.refused.length);
        }
      }),
      { seed: 12, numRuns: 6 },
    );
    expect(player(machine, null)(walk('W1'))).toEqual(play(walk('W1')));
  });

  it('measure division by entropy, or by differing pairs below thirty links', () => {
    expect(entropy([5, 5])).toBe(1);
    expect(entropy([7, 0, 0])).toBe(0);
    expect(entropy([2, 2, 2, 2])).toBe(2);
    expect(entropy([])).toBe(0);
    fc.assert(
      fc.property(fc.array(fc.nat(20), { minLength: 1, maxLength: 6 }), (counts) => {
        const bits = entropy(counts);
        expect(bits).toBeGreaterThanOrEqual(0);
        expect(bits).toBeLessThanOrEqual(Math.log2(counts.length) + 1e-9);
        expect(entropy(counts.toReversed())).toBeCloseTo(bits, 9);
      }),
      { seed: 13 },
    );
    fc.assert(
      fc.property(classes, (stories) => {
        const ranked = partings(answersGiven(real, classOf(stories)));
        for (const [at, { parted, answers }] of ranked.entries()) {
          expect(answers.filter(({ links }) => links.length > 0).length).toBeGreaterThan(1);
          if (at > 0) expect(parted).toBeLessThanOrEqual((ranked[at - 1] as { parted: number }).parted);
        }
      }),
      { seed: 14, numRuns: 40 },
    );
  });

  it('compare labels, predictions and quotations with those of the map', () => {
    const story = walk('W3');
    const [first = '', second = ''] = story;
    const lesson: Lesson = {
      ...EMPTY,
      tasks: [
        { kind: 'basis', at: answer(second).question, prompt: '' },
        { kind: 'support', at: answer(first).question, prompt: '' },
        { kind: 'predict', at: 'start', prompt: '' },
      ],
    };
    const quotation = answer(first).evidence[0] ?? '';
    const reply = (basis: string, support: string, ending: string) =>
      handed(story, {
        replies: new Map([
          [0, basis],
          [1, support],
          [2, ending],
        ]),
        label: basis + support,
      });
    const ending = play(story).ending?.id ?? '';
    const { counted } = sorted([
      pasted(reply('stated', quotation, ending)),
      pasted(reply('assumption', NOTHING, 'no-such-ending')),
      pasted(reply('stated', 'no-such-quotation', real.endings[0]?.id ?? '')),
    ]);
    const basis = labelled(real, repliesTo(lesson.tasks[0], 0, counted), ['stated', 'assumption']);
    const is = answer(second).inferred ? 'inferred' : answer(second).basis;
    expect(basis).toEqual([
      {
        answer: answer(second),
        pairs: [
          { said: 'stated', is, links: 2 },
          { said: 'assumption', is, links: 1 },
        ],
      },
    ]);
    expect(supportChosen(real, repliesTo(lesson.tasks[1], 1, counted))).toEqual([
      {
        answer: answer(first),
        chosen: [
          { id: quotation, links: 1 },
          { id: NOTHING, links: 1 },
        ],
      },
    ]);
    const predicted = foretold(real, repliesTo(lesson.tasks[2], 2, counted));
    expect(predicted.reduce((sum, { links }) => sum + links, 0)).toBe(2);
    expect(predicted).toContainEqual({ said: ending, is: ending, links: 1 });
  });

  it('can be limited by step, ending and label', () => {
    const counted = classOf([walk('W1'), walk('W3'), walk('W3').slice(0, 4)]);
    const [first] = walk('W1');
    expect(filtered(counted, ALL)).toEqual(counted);
    expect(filtered(counted, { ...ALL, ending: OPEN }).length).toBe(1);
    expect(filtered(counted, { ...ALL, ending: counted[0]?.told.ending?.id ?? '' }).length).toBeGreaterThan(
      0,
    );
    expect(filtered(counted, { ...ALL, label: ' student 2 ' }).map(({ number }) => number)).toEqual([3]);
    for (const { key } of [answer(first ?? '')])
      expect(
        filtered(counted, { ...ALL, step: key }).every(({ told }) =>
          told.answers.some((one) => one.key === key),
        ),
      ).toBe(true);
  });
});

describe('work that does not count', () => {
  const story = walk('W1');
  it('is a repeated link or repeated work, unless the teacher assigns it to another student', () => {
    const all = [pasted(handed(story), 'a'), pasted(handed(story), 'a'), pasted(handed(story), 'b')];
    const standings = sorted(all).entries.map(({ standing }) => standing);
    expect(standings).toEqual([
      { kind: 'counted' },
      { kind: 'same', as: 1, by: 'link' },
      { kind: 'same', as: 1, by: 'work' },
    ]);
    expect(sorted(all, { ...none, again: new Set([3]) }).counted.map(({ number }) => number)).toEqual([1, 3]);
    // Once the first is taken out, the next stands for it.
    expect(sorted(all, { ...none, removed: new Set([1]) }).counted.map(({ number }) => number)).toEqual([2]);
  });

  it('includes repeated work with the name in another Unicode normal form', () => {
    const all = ['Zo\u00eb', 'Zoe\u0308'].map((label) => pasted(handed(story, { label }), label));
    expect(sorted(all).entries.map(({ standing }) => standing)).toEqual([
      { kind: 'counted' },
      { kind: 'same', as: 1, by: 'work' },
    ]);
  });

  it('is repeated work without the name, in either order', () => {
    const replies = new Map([[0, 'The article says so.']]);
    const owl = pasted(handed(story, { label: 'Owl', replies }), 'a');
    const unnamed = pasted(handed(story, { replies }), 'b');
    const same = (as: number) => ({ kind: 'same', as, by: 'unnamed' });
    const standings = (all: readonly Pasted[], sorting = none) =>
      sorted(all, sorting).entries.map(({ standing }) => standing);
    expect(standings([owl, unnamed, unnamed])).toEqual([{ kind: 'counted' }, same(1), same(1)]);
    expect(standings([unnamed, owl])).toEqual([same(2), { kind: 'counted' }]);
    // The teacher can decide otherwise; and where the named one is removed, the other counts in its place.
    expect(standings([unnamed, owl], { ...none, again: new Set([1]) })).toEqual([
      { kind: 'counted' },
      { kind: 'counted' },
    ]);
    expect(standings([owl, unnamed], { ...none, removed: new Set([1]) })).toEqual([
      { kind: 'removed' },
      { kind: 'counted' },
    ]);
    // Other replies, another name or another group are other work.
    const others = [pasted(handed(story), 'c'), pasted(handed(story, { label: 'Fox', replies }), 'd')];
    expect(standings([owl, ...others]).map(({ kind }) => kind)).toEqual(['counted', 'counted', 'counted']);
    expect(sortOut(real, play, [batch([owl]), batch([unnamed], 1)], none).counted.length).toBe(2);
  });

  it('is not counted for its own lesson either, whichever lesson is selected', () => {
    const other = handed(story, { print: 'otherone' });
    const all = [
      pasted(handed(story), 'a'),
      pasted(other, 'b'),
      pasted(other, 'b'),
      pasted(handed(['zz']), 'c'),
    ];
    for (const lesson of ['', 'otherone'])
      expect([...sorted(all, { ...none, lesson }).counts].sort()).toEqual([
        ['', 1],
        ['otherone', 1],
      ]);
  });

  it('is damaged, of another scenario or lesson, the lesson itself, or not playable', () => {
    const unread: Pasted = { ...pasted(handed([])), read: { ok: false, why: 'damaged' } };
    const { entries, counted } = sorted([
      unread,
      pasted(handed(story, { scenario: 'elsewhere' }), '1'),
      pasted(handed(story, { print: 'otherone' }), '2'),
      pasted(handed([], { worked: false, lesson: EMPTY }), '3'),
      pasted(handed(['zz']), '4'),
      pasted(handed([...story.slice(0, 2), 'zz'], { edition: 7 }), '5'),
    ]);
    expect(entries.map(({ standing }) => standing.kind)).toEqual([
      'unread',
      'other-scenario',
      'other-lesson',
      'lesson',
      'unplayable',
      'counted',
    ]);
    expect(counted.map(({ told }) => [told.answers.length, told.refused])).toEqual([[2, 1]]);
  });

  it('is determined by the lesson with the most work, read from any link that contains it', () => {
    const one = handed(story, { print: 'aaaaaaaa' });
    const found = lessonsIn(real, [
      batch([
        pasted(handed([], { print: 'bbbbbbbb' })),
        pasted(one),
        pasted({ ...one, story: [] }),
        pasted(handed([], { print: 'aaaaaaaa', worked: false, lesson: EMPTY })),
      ]),
    ]);
    expect(found).toEqual([
      { print: 'aaaaaaaa', lesson: EMPTY, links: 2 },
      { print: 'bbbbbbbb', lesson: null, links: 1 },
    ]);
  });

  it('is determined within each group, so that the same work counts once in each', () => {
    const all = [batch([pasted(handed(story), 'a')]), batch([pasted(handed(story), 'a')], 1)];
    expect(sortOut(real, play, all, none).counted.map(({ group }) => group)).toEqual([0, 1]);
  });
});
