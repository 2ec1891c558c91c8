/** Can every ready lesson be given as it is: sound on its map, short enough for a link, with all a teacher needs? */
import { describe, expect, it } from 'vitest';
import file from '../../seeds/ukraine-2025/lessons.json';
import { encodeLesson } from '../../src/codec/lesson.ts';
import { BARE, encodeLink } from '../../src/codec/link.ts';
import { lessonBook } from '../../src/entry/page/take-along.ts';
import { EMPTY, END, START, TASK_KINDS, type Lesson } from '../../src/lesson/lesson.ts';
import { completeReady, type ReadyFile } from '../../src/lesson/ready.ts';
import { unsound } from '../../src/lesson/sound.ts';
import { namedIn } from '../../src/scenario/evidence.ts';
import { compiled } from '../support/laws.ts';
import { real, walk } from '../support/real.ts';

const { machine, openings, futures } = compiled(real);
const ready = completeReady(file as unknown as ReadyFile);
const evidence = new Set(real.evidence.map(({ id }) => id));

describe.each(ready.lessons)('the ready lesson “$title”', (one) => {
  const { lesson } = one;

  it('starts with a story that plays, its goals and tasks ahead of it', () => {
    expect(unsound(machine, openings, lesson)).toEqual([]);
  });

  it('fits into a link with room to spare', () => {
    const link = encodeLink({
      ...BARE,
      edition: real.edition,
      story: lesson.story,
      lesson: encodeLesson(lesson),
    });
    expect(link.length).toBeLessThan(1_500);
  });

  it('has its page complete, and names only quotations that there are', () => {
    for (const text of [one.aim, one.minutes, one.back, lesson.intro, ...one.steps, ...one.discussion])
      expect(text.trim()).not.toBe('');
    expect(one.steps.length).toBeGreaterThan(1);
    expect(one.discussion.length).toBeGreaterThan(1);
    expect(lesson.tasks.length).toBeGreaterThan(1);
    const named = JSON.stringify(one).match(/\b[LM]-\d\d\b/g) ?? [];
    expect(named.filter((id) => !evidence.has(id))).toEqual([]);
    // Words between double quotation marks are the sources’ or the page’s: no likelihood, no winning.
    expect(JSON.stringify(one)).not.toMatch(/\b(win|winn|probab|chance)/i);
  });
});

describe('the ready lessons', () => {
  it('are the eight activities and the eight media-literacy tasks, each once', () => {
    expect(ready.lessons.filter(({ kind }) => kind === 'activity')).toHaveLength(8);
    expect(ready.lessons.filter(({ kind }) => kind === 'media')).toHaveLength(8);
    expect(new Set(ready.lessons.map(({ id }) => id)).size).toBe(16);
  });

  it('suit paper only where paper can do what they ask', () => {
    const sheets = ready.lessons.filter(({ paper }) => paper === 'sheet');
    const books = ready.lessons.filter(({ paper }) => paper === 'book');
    expect([sheets.length, books.length]).toEqual([7, 1]);
    for (const { kind, lesson } of sheets) {
      expect(kind).toBe('media');
      // All there is to read is printed with it.
      expect(namedIn(real, [lesson.intro, ...lesson.tasks.map(({ prompt }) => prompt)])).not.toEqual([]);
    }
    for (const { lesson } of books) {
      expect(lessonBook(real, futures, lesson, '').sections).toBeLessThanOrEqual(150);
      // Nothing to press is named.
      expect([lesson.intro, ...lesson.tasks.map(({ prompt }) => prompt)].join()).not.toContain('“');
    }
    for (const { paper, lesson } of ready.lessons)
      if (/side by side|otherwise|“Sources”/.test(lesson.intro)) expect(paper).toBe(undefined);
  });

  it('between them set every kind of task', () => {
    const kinds = new Set(ready.lessons.flatMap(({ lesson }) => lesson.tasks.map(({ kind }) => kind)));
    expect([...kinds].sort()).toEqual([...TASK_KINDS].sort());
  });

  it('on the articles alone ask for nothing but words at the start', () => {
    for (const { kind, lesson } of ready.lessons)
      if (kind === 'media')
        expect(lesson.tasks.every((task) => task.kind === 'text' && task.at === START)).toBe(true);
  });
});

describe('a lesson that cannot be done', () => {
  const wrong = (part: Partial<Lesson>) => unsound(machine, openings, { ...EMPTY, ...part });
  const task = (kind: Lesson['tasks'][number]['kind'], at: string) => ({ kind, at, prompt: '' });

  it('says which goal is out of reach, which task comes too late, and which never comes', () => {
    expect(wrong({ story: walk('W1'), goals: ['pause-neutral'] })).toEqual([
      'The ending “A pause guarded by neutral nations” cannot be reached from where the lesson starts.',
    ]);
    expect(wrong({ story: walk('W1'), tasks: [task('predict', 'ceasefire-first')] })[0]).toContain(
      'nothing left to predict',
    );
    expect(wrong({ tasks: [task('predict', END)] })[0]).toContain('nothing left to predict');
    expect(wrong({ story: walk('W1'), tasks: [task('text', 'peace-after')] })[0]).toContain(
      'does not come up any more',
    );
    expect(wrong({ story: ['s0', 'gx'] })[0]).toContain('cannot be taken');
  });

  it('is sound where nothing is asked, or where a task stands at a step already taken', () => {
    expect(wrong({})).toEqual([]);
    expect(wrong({ story: walk('W1'), tasks: [task('support', 'demands'), task('text', END)] })).toEqual([]);
  });
});
