/**
 * Tests that every ready lesson can be given as it is: sound on its map, short enough for a link, and complete for a
 * teacher.
 */
import { describe, expect, it } from 'vitest';
import { encodeLesson } from '../../src/codec/lesson.ts';
import { EMPTY_LINK, encodeLink } from '../../src/codec/link.ts';
import { readyLessons } from '../../src/entry/page/lesson-tools.ts';
import { lessonBook } from '../../src/entry/page/take-along.ts';
import { EMPTY, END, letter, passages, START, TASK_KINDS, type Lesson } from '../../src/lesson/lesson.ts';
import { unsound } from '../../src/lesson/sound.ts';
import { due, reached } from '../../src/lesson/work.ts';
import { replay } from '../../src/machine/replay.ts';
import { citedIn } from '../../src/scenario/evidence.ts';
import { byId } from '../../src/scenario/lookups.ts';
import { compiled } from '../support/laws.ts';
import { newest, real, walk } from '../support/real.ts';

const { machine, openings, futures } = compiled(newest);
const ready = await readyLessons(newest.edition);
const quoted = (id: string) => byId(newest.evidence, id)?.quote ?? '';
/** Loaded words of the articles that a teacher reads there: their sentences do not come with the map. */
const IN_THE_ARTICLES = ['revealed', 'Russian aggression'];

/** A story from the beginning of `lesson` to its question `id`, or to the ending `id`; undefined where none leads there. */
function wayTo(lesson: Lesson, id: string): readonly string[] | undefined {
  const ending = byId(newest.endings, id);
  const point = openings.find(lesson.story);
  if (ending) {
    const way = openings.wayTo(point, ending);
    return way ? [...lesson.story, ...way.map(({ code }) => code)] : undefined;
  }
  let story: readonly string[] | undefined = lesson.story;
  while (story) {
    const told: readonly string[] = story;
    const { question } = replay(machine, told).now;
    if (!question || question.id === id) return story;
    story = question.answers
      .map(({ code }) => [...told, code])
      .find((longer) => {
        const { now, refused } = replay(machine, longer);
        if (refused.length > 0) return false;
        return (
          now.question?.id === id ||
          [...openings.from(openings.find(longer)).questions].some((one) => one.id === id)
        );
      });
  }
  return undefined;
}

/** The first answer that can be given after `story`. */
const firstOpen = (story: readonly string[]): readonly string[] =>
  (replay(machine, story).now.question?.answers ?? [])
    .map(({ code }) => code)
    .filter((code) => replay(machine, [...story, code]).refused.length === 0)
    .slice(0, 1);

describe.each(ready.lessons)('the ready lesson “$title”', (one) => {
  const { lesson } = one;
  const letters = [...passages(lesson), ...(one.board ?? [])];
  const texts = [one.title, one.aim, one.back, lesson.intro, ...one.steps, ...one.discussion];
  const prompts = lesson.tasks.map(({ prompt }) => prompt);

  it('starts with a story that plays, its goals and tasks ahead of it', () => {
    expect(unsound(machine, openings, lesson)).toEqual([]);
  });

  it('has every task on a possible story', () => {
    for (const [number, { at, kind }] of lesson.tasks.entries()) {
      const told = lesson.story.some((code) => machine.byCode.get(code)?.question === at);
      const end = lesson.goals[0] ?? newest.endings.find(({ id }) => wayTo(lesson, id))?.id ?? '';
      const to = at === START || told ? lesson.story : wayTo(lesson, at === END ? end : at);
      // What is asked of an answer comes up once the answer is given.
      const after = kind === 'basis' || kind === 'support';
      const { now } = replay(machine, to ?? []);
      const answered = after && !told && now.question ? [...(to ?? []), ...firstOpen(to ?? [])] : (to ?? []);
      const played = replay(machine, answered);
      expect(due(lesson, played.steps, played.now).map((one) => one.number)).toContain(number);
    }
  });

  it('can reach every ending that it asks for', () => {
    for (const goal of lesson.goals) {
      const { now } = replay(machine, wayTo(lesson, goal) ?? []);
      expect([now.ending?.id, reached(lesson, now)]).toEqual([goal, true]);
    }
  });

  it('fits well within a link', () => {
    const link = encodeLink({
      ...EMPTY_LINK,
      edition: newest.edition,
      story: lesson.story,
      lesson: encodeLesson(lesson),
    });
    expect(link.length).toBeLessThan(1_500);
  });

  it('has a complete page, without words for likelihood or winning', () => {
    for (const text of [...texts, one.minutes]) expect(text.trim()).not.toBe('');
    expect(one.steps.length).toBeGreaterThan(1);
    expect(one.discussion.length).toBeGreaterThan(1);
    expect(lesson.tasks.length).toBeGreaterThan(1);
    expect(JSON.stringify(one)).not.toMatch(/\b(win|winn|probab|chance)/i);
  });

  it('shows only existing quotations, and names none by its id', () => {
    expect(letters.filter((id) => quoted(id) === '')).toEqual([]);
    expect(citedIn(newest, [...texts, ...prompts])).toEqual([]);
    const called = [...texts, ...prompts].flatMap((text) =>
      [...text.matchAll(/[Pp]assages? ([A-Z])\b/g)].map(([, name]) => name),
    );
    const known = letters.map((_, at) => letter(at));
    expect(called.filter((name) => !known.includes(name ?? ''))).toEqual([]);
  });

  it('has only text of an article in quotation marks', () => {
    const sources = newest.evidence.map(({ quote }) => quote);
    for (const text of [...texts, ...prompts])
      for (const [, words = ''] of text.matchAll(/“([^”]+)”/g))
        expect(
          IN_THE_ARTICLES.includes(words) || sources.some((quote) => quote.includes(words)) || words,
        ).toBe(true);
  });
});

describe('the ready lessons', () => {
  it('are the eight activities and the eight media-literacy tasks, each once', () => {
    expect(ready.lessons.filter(({ kind }) => kind === 'activity')).toHaveLength(8);
    expect(ready.lessons.filter(({ kind }) => kind === 'media')).toHaveLength(8);
    expect(new Set(ready.lessons.map(({ id }) => id)).size).toBe(16);
  });

  it('suit paper only where their tasks are possible on paper', () => {
    const sheets = ready.lessons.filter(({ paper }) => paper === 'sheet');
    const books = ready.lessons.filter(({ paper }) => paper === 'book');
    expect([sheets.length, books.length]).toEqual([7, 1]);
    for (const { kind, lesson } of sheets) {
      expect(kind).toBe('media');
      // All there is to read is printed with it.
      expect(passages(lesson)).not.toEqual([]);
    }
    for (const { lesson } of books)
      expect(lessonBook(newest, futures, lesson, '').sections).toBeLessThanOrEqual(150);
    for (const { paper, lesson } of ready.lessons)
      if (/side by side|look again|twice|Sources/.test(lesson.intro)) expect(paper).toBe(undefined);
  });

  it('together have every kind of task', () => {
    const kinds = new Set(ready.lessons.flatMap(({ lesson }) => lesson.tasks.map(({ kind }) => kind)));
    expect([...kinds].sort()).toEqual([...TASK_KINDS].sort());
  });

  it('on the articles alone ask only for words at the start', () => {
    for (const { kind, lesson } of ready.lessons)
      if (kind === 'media')
        expect(lesson.tasks.every((task) => task.kind === 'text' && task.at === START)).toBe(true);
  });

  it('sort the twelve passages by the speakers that the map names', () => {
    const lesson = byId(ready.lessons, 'who-says');
    const ids = passages(lesson?.lesson ?? EMPTY);
    const of = (name: RegExp) =>
      ids.flatMap((id, at) => (name.test(byId(newest.evidence, id)?.speaker ?? '') ? [letter(at)] : []));
    expect(ids).toHaveLength(12);
    expect(of(/^(Article|Unnamed)/)).toEqual(['A', 'C', 'F', 'H', 'J']);
    expect(of(/Starmer/)).toEqual(['B', 'E', 'I']);
    expect([of(/Lavrov/), of(/Kasyanov/), of(/Zelensky/), of(/Leyen/)]).toEqual([['G'], ['D'], ['K'], ['L']]);
  });

  it('count the voices in the articles as the map does', () => {
    const speakers = newest.evidence.map(({ speaker }) => speaker);
    const count = (name: string) => speakers.filter((speaker) => speaker === name).length;
    expect(ready.angle[0]).toContain(`In ${count('Article')} of the ${speakers.length} passages`);
    expect([count('Sir Keir Starmer'), count('Liberal Democrats')]).toEqual([4, 1]);
    for (const one of ['Sergei Lavrov', 'Volodymyr Zelensky', 'Ursula von der Leyen', 'Mikhail Kasyanov'])
      expect(count(one)).toBe(1);
  });

  it('have a card for Ukraine in every role-play, and on each card only reports about an asked party', () => {
    for (const { cards } of ready.lessons) if (cards) expect(cards).toContain('ukraine');
    expect(ready.lessons.filter(({ cards }) => cards)).toHaveLength(5);
    for (const { id, reported, unreported, duty } of ready.cards) {
      expect(newest.questions.filter(({ actors }) => actors.includes(id))).not.toEqual([]);
      for (const { text, quote } of reported) {
        expect(quoted(quote)).not.toBe('');
        for (const [, words = ''] of text.matchAll(/“([^”]+)”/g)) expect(quoted(quote)).toContain(words);
      }
      expect([unreported, duty].every((text) => text !== '')).toBe(true);
      // The same duty for all.
      expect(duty).toMatch(
        /^Before each answer, say one thing that people who live in .+ might want said, and mark it as yours, not the articles’\.$/,
      );
    }
  });
});

describe('the lessons of an earlier edition', () => {
  it('are kept as they were, and can be done on the map they were made for', async () => {
    const before = compiled(real);
    const { lessons } = await readyLessons(real.edition);
    expect(lessons.map(({ id }) => id).sort()).toEqual(ready.lessons.map(({ id }) => id).sort());
    for (const { lesson } of lessons) expect(unsound(before.machine, before.openings, lesson)).toEqual([]);
  });
});

describe('a lesson that cannot be done', () => {
  const { machine, openings } = compiled(real);
  const wrong = (part: Partial<Lesson>) => unsound(machine, openings, { ...EMPTY, ...part });
  const task = (kind: Lesson['tasks'][number]['kind'], at: string) => ({ kind, at, prompt: '' });

  it('is reported with the unreachable goal, and the task that comes too late or never', () => {
    expect(wrong({ story: walk('W1'), goals: ['pause-neutral'] })).toEqual([
      'From where the lesson starts, this ending cannot be reached: A pause guarded by neutral nations.',
    ]);
    expect(wrong({ story: walk('W1'), tasks: [task('predict', 'ceasefire-first')] })[0]).toContain(
      'nothing left to predict',
    );
    expect(wrong({ tasks: [task('predict', END)] })[0]).toContain('nothing left to predict');
    expect(wrong({ story: walk('W1'), tasks: [task('text', 'peace-after')] })[0]).toContain(
      'does not come up any more',
    );
    expect(wrong({ story: ['s0', 'gx'] })[0]).toContain('cannot be taken');
    expect(wrong({ tasks: [{ ...task('text', START), quotes: ['M-99'] }] })[0]).toContain('not on this map');
  });

  it('does not include one without tasks, or with a task at a step already taken', () => {
    expect(wrong({})).toEqual([]);
    expect(wrong({ story: walk('W1'), tasks: [task('support', 'demands'), task('text', END)] })).toEqual([]);
  });
});
