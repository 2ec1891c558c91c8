/** Does a teacher’s key say of each task what the map has there, and only what holds from the lesson’s start? */
import { describe, expect, it } from 'vitest';
import { keyOf } from '../../src/lesson/key.ts';
import { EMPTY, type Lesson } from '../../src/lesson/lesson.ts';
import { real, walk } from '../real.ts';
import { compiled, randomStoryFrom, seeded } from '../laws.ts';

const all = compiled(real);
const key = (lesson: Partial<Lesson>) => keyOf(real, all.machine, all.openings, { ...EMPTY, ...lesson });
const at = 'ceasefire-first';
const question = real.questions.find(({ id }) => id === at);

describe('a teacher’s key', () => {
  it('stands in the order of the story, what is asked before choosing first', () => {
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

  it('has the scenario’s own prompts for words of one’s own', () => {
    const asked = real.questions.find(({ prompts }) => prompts.length > 0);
    const found = key({ tasks: [{ kind: 'text', at: asked?.id ?? '', prompt: '' }] });
    expect(found?.tasks[0]?.prompts.map(({ text }) => text)).toEqual(asked?.prompts);
  });

  it('calls shut what no story from the lesson’s start gives, and told what it starts with', () => {
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

  it('is none where the lesson’s first steps cannot be taken', () => {
    expect(key({ story: [walk('W3').at(-1) ?? ''] })).toBe(null);
  });
});
