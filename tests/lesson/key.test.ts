/**
 * Tests that a teacher’s key states what the map contains for each task, and only what holds from the start of the
 * lesson.
 */
import { describe, expect, it } from 'vitest';
import { keyOf } from '../../src/lesson/key.ts';
import { EMPTY, type Lesson } from '../../src/lesson/lesson.ts';
import { real, walk } from '../support/real.ts';
import { compiled, randomStoryFrom, seeded } from '../support/laws.ts';

const all = compiled(real);
const key = (lesson: Partial<Lesson>) => keyOf(real, all.machine, all.openings, { ...EMPTY, ...lesson });
const at = 'ceasefire-first';
const question = real.questions.find(({ id }) => id === at);

describe('a teacher’s key', () => {
  it('has the order of the story, with tasks before choosing first', () => {
    const tasks = [
      { kind: 'text', at: 'end', prompt: '' },
      { kind: 'basis', at, prompt: '' },
      { kind: 'predict', at, prompt: '' },
      { kind: 'text', at: 'start', prompt: 'What do you expect?' },
    ] as const;
    const found = key({ tasks });
    expect(found?.tasks.map(({ number }) => number)).toEqual([3, 2, 1, 0]);
    expect(found?.tasks[2]?.answers.map(({ answer }) => answer)).toEqual(question?.answers);
    expect(found?.cited).toEqual([]);
  });

  it('names every quotation that bears on an answer of a task on support, once', () => {
    const found = key({ tasks: [{ kind: 'support', at, prompt: '' }] });
    const rests = new Set(
      question?.answers.flatMap(({ evidence, against, againstWhen, doubt }) => [
        ...evidence,
        ...against,
        ...doubt,
        ...againstWhen.flatMap((clause) => clause.evidence),
      ]),
    );
    expect(rests.size).toBeGreaterThan(0);
    expect([...(found?.cited ?? [])].sort()).toEqual([...rests].sort());
  });

  it('has the scenario’s own prompts for tasks that ask for words', () => {
    const asked = real.questions.find(({ prompts }) => prompts.length > 0);
    const found = key({ tasks: [{ kind: 'text', at: asked?.id ?? '', prompt: '' }] });
    expect(found?.tasks[0]?.prompts.map(({ text }) => text)).toEqual(asked?.prompts);
  });

  it('names the quotations that the words of the lesson and its tasks name', () => {
    const found = key({
      intro: 'Read L-02, then A-99.',
      tasks: [
        { kind: 'text', at: 'start', prompt: 'What does M-03 say?' },
        { kind: 'predict', at, prompt: 'L-07 or M-03?' },
      ],
    });
    expect(found?.tasks.map(({ named }) => named)).toEqual([['M-03'], ['M-03', 'L-07']]);
    expect(found?.cited).toEqual(['M-03', 'L-02', 'L-07']);
  });

  it('has the answer for the goal once; without a goal it says that this depends on the ending', () => {
    const text = { kind: 'text', at: 'end', prompt: '' } as const;
    const goal = real.endings.find(({ prompts }) => prompts.length > 0);
    if (!goal) throw new Error('No ending of the real scenario asks anything.');
    const asked = goal.prompts.map((text) => ({ ending: goal, text }));
    const towards = key({ goals: [goal.id], tasks: [text, text] });
    expect(towards?.tasks.map(({ prompts }) => prompts)).toEqual([asked, []]);
    expect(towards?.tasks.map(({ depends }) => depends)).toEqual([false, false]);
    const anywhere = key({ tasks: [text] });
    expect(anywhere?.tasks[0]).toMatchObject({ prompts: [], depends: true });
    // A whole story has one ending.
    const last = real.endings.find(
      ({ id }) =>
        id ===
        all.openings
          .from(all.openings.find(walk('W3')))
          .endings.values()
          .next().value?.id,
    );
    const told = key({ story: walk('W3'), tasks: [text] });
    expect(told?.tasks[0]).toMatchObject({
      prompts: last?.prompts.map((text) => ({ ending: last, text })),
      depends: false,
    });
  });

  it('marks answers as closed that no story from the lesson’s start gives, and its first steps as given', () => {
    const story = walk('W3').slice(0, 6);
    const tasks = real.questions.map(({ id }) => ({ kind: 'basis' as const, at: id, prompt: '' }));
    const found = key({ story, tasks });
    const standings = new Map(
      found?.tasks.flatMap(({ answers }) => answers.map(({ answer, standing }) => [answer.code, standing])),
    );
    expect(new Set(standings.values())).toEqual(new Set(['told', 'open', 'shut']));
    for (const code of story) expect(standings.get(code)).not.toBe('shut');
    const random = seeded(5);
    for (let round = 0; round < 20; round++) {
      const told = randomStoryFrom(all, random, story);
      for (const code of told.slice(story.length)) expect(standings.get(code)).toBe('open');
      const last = all.openings.from(all.openings.find(told)).endings;
      for (const ending of last) expect(found?.endings.map(({ id }) => id)).toContain(ending.id);
    }
  });

  it('is empty where the lesson’s first steps cannot be played', () => {
    expect(key({ story: [walk('W3').at(-1) ?? ''] })).toBe(null);
  });
});
