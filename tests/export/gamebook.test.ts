/** Tests that a story in the numbered book is the same as on the machine, and that the book is complete. */
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { graphOf } from '../../src/analysis/graph/graph.ts';
import {
  alongStories,
  gamebook,
  towardsEndings,
  type Gamebook,
  type AnswerFilter,
} from '../../src/export/gamebook.ts';
import { gamebookPage } from '../../src/export/gamebook-page.ts';
import { STYLE, STYLE_HASH } from '../../src/export/gamebook-style.ts';
import { lessonBook } from '../../src/entry/page/take-along.ts';
import { EMPTY, type Lesson } from '../../src/lesson/lesson.ts';
import { available } from '../../src/machine/situation.ts';
import { replay } from '../../src/machine/replay.ts';
import { support } from '../../src/machine/support.ts';
import type { Scenario, Story } from '../../src/scenario/scenario.ts';
import { EXAMPLES } from '../support/examples.ts';
import { compiled, randomStory, randomStoryFrom, seeded, type Compiled } from '../support/laws.ts';
import { real } from '../support/real.ts';
import { listStories } from '../support/stories.ts';
import { ZOO } from '../zoo/zoo.ts';
import { LINK, retold, saying, STRANGE } from './account.ts';
import { basisWords } from '../../src/words/terms/labels.ts';
import { answeredBy } from '../../src/words/terms/people.ts';

const all = compiled(real);
const graph = graphOf(real, all.futures);
const SURROUND = { before: [], bounds: '', remark: '', link: LINK };

const textOf = ({ content }: { readonly content: string | Blob }): string =>
  typeof content === 'string' ? content : expect.fail('The file is no text.');

/** The book as its reader has it: the text of each section, and under each answer the number to turn to. */
interface Read {
  readonly text: string;
  readonly turns: readonly { readonly text: string; readonly to: number }[];
}

const unescaped = (html: string): string =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ');

function read(page: string): ReadonlyMap<number, Read> {
  return new Map(
    [...page.matchAll(/<section id="s(\d+)"[^]*?<\/section>/g)].map(([html, number]) => [
      Number(number),
      {
        text: unescaped(html),
        turns: [...html.matchAll(/<li>([^]*?)<\/li>/g)].map(([, item = '']) => ({
          text: unescaped(item),
          to: Number(/href="#s(\d+)">Turn to \1</.exec(item)?.[1]),
        })),
      },
    ]),
  );
}

/** Follows `story` from where it has `begun` by the numbers of the page, and holds each section to the machine. */
function checkWalk(
  { machine, scenario }: Compiled,
  page: ReadonlyMap<number, Read>,
  story: Story,
  begun = 0,
) {
  const played = replay(machine, story);
  expect(played.refused).toEqual([]);
  let number = 1;
  for (const { question, answer, before } of played.steps.slice(begun)) {
    const section = page.get(number);
    expect(section?.text).toContain(question.text);
    expect(section?.text).toContain(answeredBy(scenario, question));
    const open = question.answers.filter((answer) => available(answer, before.states));
    expect(section?.turns.length).toBe(open.length);
    for (const [at, one] of open.entries()) {
      const { text = '' } = section?.turns[at] ?? {};
      const { against, because } = support(one, before.states);
      expect(text).toContain(`${one.label} ${basisWords(one).word} `);
      expect(text.includes('Against it')).toBe(against.length > 0);
      for (const { why } of one.againstWhen)
        if (why !== '') expect(text.includes(why)).toBe(because.some((clause) => clause.why === why));
    }
    const turn = section?.turns[open.indexOf(answer)];
    expect(turn?.to).toBeGreaterThan(number);
    number = turn?.to ?? 0;
  }
  expect(page.get(number)?.text).toContain('The story ends here');
  expect(page.get(number)?.text).toContain(played.now.ending?.title);
}

/** That sections are numbered in a row, none twice, none that no turn leads to, and notes are cited and there. */
function checkWhole({ sections, notes }: Gamebook, page: string): void {
  expect(sections.map(({ number }) => number)).toEqual(sections.map((_, at) => at + 1));
  const led = new Set(sections.flatMap(({ turns }) => turns.map(({ to }) => to)));
  expect([...led].sort((a, b) => a - b)).toEqual(sections.slice(1).map(({ number }) => number));
  const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const [, to] of page.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(to);
  const cited = new Set([...page.matchAll(/href="#n(\d+)"/g)].map(([, number]) => Number(number)));
  expect(cited.size).toBe(notes.length);
}

describe('a numbered book', () => {
  it.each([...ZOO, ...EXAMPLES].map((scenario) => ({ name: scenario.id, scenario })))(
    'of $name gives the stories of the machine',
    ({ scenario }) => {
      const all = compiled(scenario);
      const book = gamebook(graphOf(scenario, all.futures));
      const html = gamebookPage(book, SURROUND);
      checkWhole(book, html);
      const page = read(html);
      let tried = 0;
      for (const { answers } of listStories(all.exploration)) {
        checkWalk(
          all,
          page,
          answers.map((answer) => all.rules.answers[answer]?.code ?? ''),
        );
        if (++tried === 100) break;
      }
    },
  );

  it('of ukraine-2025 has a section for each node of the futures, and contains every walk and other stories', () => {
    const book = gamebook(graph);
    expect(book.sections.length).toBe(all.futures.length);
    const html = gamebookPage(book, SURROUND);
    checkWhole(book, html);
    const page = read(html);
    for (const { story } of real.walks) checkWalk(all, page, story);
    const random = seeded(2025);
    for (let round = 0; round < 200; round++) checkWalk(all, page, randomStory(all, random));
  });

  it('begins at the current place of a story, and lists the earlier steps', () => {
    const [walk] = real.walks;
    const story = walk?.story.slice(0, 4) ?? [];
    const book = gamebook(graph, all.openings.find(story));
    const before = retold(real, story).steps;
    const html = gamebookPage(book, { ...SURROUND, before });
    expect(book.sections.length).toBeLessThan(all.futures.length);
    checkWhole(book, html);
    for (const { answer } of before) expect(unescaped(html)).toContain(answer.label);
    checkWalk(all, read(html), walk?.story ?? [], story.length);
  });

  it('has a policy that allows its own style and nothing else', () => {
    expect(createHash('sha256').update(STYLE).digest('base64')).toBe(STYLE_HASH);
    const html = gamebookPage(gamebook(graph), SURROUND);
    expect(html).toMatch(/<head>\s*<meta http-equiv="Content-Security-Policy" content="default-src 'none'; /);
    expect(html).toContain(`<style>${STYLE}</style>`);
  });

  it('stays within its limits, and names the answers that it omits', () => {
    const keep: AnswerFilter = (_node, _edge, answer) => answer.basis !== 'assumption';
    const book = gamebook(graph, undefined, keep);
    const html = gamebookPage(book, { ...SURROUND, bounds: 'What-ifs are left out.' });
    checkWhole(book, html);
    expect(html).toContain('What-ifs are left out.');
    for (const { turns, outside, closed, question } of book.sections) {
      expect(turns.some(({ answer }) => answer.basis === 'assumption')).toBe(false);
      expect(turns.length + outside.length + closed.length).toBe(question?.answers.length ?? 0);
    }
    expect(html).toContain('Possible, and left out of this book');
  });

  it('of the walks contains every walk', () => {
    const book = gamebook(
      graph,
      undefined,
      alongStories(
        graph,
        real.walks.map(({ story }) => story),
      ),
    );
    checkWhole(book, gamebookPage(book, SURROUND));
    for (const { story, ends } of real.walks) {
      let at = 1;
      for (const code of story)
        at = book.sections[at - 1]?.turns.find(({ answer }) => answer.code === code)?.to ?? 0;
      expect(book.sections[at - 1]?.ending?.id).toBe(ends);
    }
  });

  it('is empty where no story within its limits leads to an ending', () => {
    const book = gamebook(graph, undefined, () => false);
    expect(book.sections).toEqual([]);
  });

  it('is not affected by syntax in the texts of a scenario', () => {
    const scenario: Scenario = saying(`${STRANGE} <script>alert(1)</script> "><img src=x>`);
    const { futures } = compiled(scenario);
    const html = gamebookPage(gamebook(graphOf(scenario, futures)), SURROUND);
    expect(html).not.toMatch(/<script|<img/);
    expect(unescaped(html)).toContain('<script>alert(1)</script>');
  });
});

describe('the numbered book of a lesson', () => {
  const walk = real.walks.find(({ id }) => id === 'W3');
  const story = walk?.story.slice(0, 3) ?? [];
  const from = all.openings.find(story);
  const goal = walk?.ends ?? '';

  /** The section that `codes` lead to from the first, or why they cannot be followed. */
  function follow({ sections }: Gamebook, codes: Story) {
    let at = sections[0];
    for (const code of codes) {
      const turn = at?.turns.find(({ answer }) => answer.code === code);
      if (!turn) return { left: at?.outside.some((answer) => answer.code === code) ?? false, at };
      at = sections[turn.to - 1];
    }
    return { left: false, at };
  }

  it('leads from every section to one of the goals, and to no other ending', () => {
    const book = gamebook(graph, from, towardsEndings(graph, [goal]));
    checkWhole(book, gamebookPage(book, SURROUND));
    expect(book.sections.length).toBeGreaterThan(1);
    for (const { turns, ending } of book.sections) {
      if (ending) expect(ending.id).toBe(goal);
      else expect(turns.length).toBeGreaterThan(0);
    }
    expect(book.sections.length).toBeLessThan(gamebook(graph, from).sections.length);
  });

  it('contains a story of the machine if and only if it ends in a goal', () => {
    const random = seeded(14);
    const told = [
      walk?.story ?? [],
      ...Array.from({ length: 12 }, () => randomStoryFrom(all, random, story)),
    ];
    for (const goals of [[], [goal], real.endings.slice(0, 4).map(({ id }) => id)]) {
      const book = gamebook(graph, from, towardsEndings(graph, goals));
      for (const one of told) {
        const ends = replay(all.machine, one).now.ending?.id ?? '';
        const { left, at } = follow(book, one.slice(story.length));
        if (goals.length === 0 || goals.includes(ends)) expect(at?.ending?.id).toBe(ends);
        // What leads away is named as left out at the very section where it parts.
        else expect(left).toBe(true);
      }
    }
  });

  it('prints its tasks at their questions, and hides what they ask for', () => {
    const at = 'ceasefire-first';
    const lesson: Lesson = {
      ...EMPTY,
      title: 'The <bind>',
      intro: 'Read M-03 first.',
      story,
      goals: [goal],
      tasks: [
        { kind: 'text', at: 'start', prompt: 'What do you expect?' },
        { kind: 'predict', at, prompt: '' },
        { kind: 'basis', at, prompt: '' },
        { kind: 'text', at: 'end', prompt: 'What surprised you?' },
      ],
    };
    const { sections, file } = lessonBook(real, all.futures, lesson, LINK);
    const html = textOf(file());
    const page = read(html);
    expect(page.size).toBe(sections);
    const question = real.questions.find(({ id }) => id === at);
    for (const { text, turns } of page.values()) {
      const here = text.includes(question?.text ?? at);
      expect(text.includes('Task 2')).toBe(here);
      expect(text.includes('Task 3')).toBe(here);
      expect(text.includes('Task 4 ')).toBe(text.includes('The story ends here'));
      for (const turn of turns) expect(turn.text.includes('yours to label')).toBe(here);
      if (here) expect(text).not.toMatch(/For it|Related|Against it/);
    }
    expect(unescaped(html)).toContain('The <bind>');
    expect(html).not.toContain('<bind>');
    expect(html.split('<main>')[0]).toContain('What do you expect?');
    expect(html.split('</main>')[1]).toContain('M-03');
  });

  it('prints no quotation beside the answers of a task on support', () => {
    const at = 'ceasefire-first';
    const lesson: Lesson = { ...EMPTY, story, tasks: [{ kind: 'support', at, prompt: '' }] };
    const page = read(textOf(lessonBook(real, all.futures, lesson, LINK).file()));
    const asked = [...page.values()].filter(({ text }) => text.includes('Task 1'));
    expect(asked.length).toBeGreaterThan(0);
    for (const { text } of asked) expect(text).not.toMatch(/: notes? \d/);
  });

  it('includes the quotations from which a student picks, also for a step before its start', () => {
    const told = walk?.story ?? [];
    const at = 'demands';
    const tasks = [{ kind: 'support', at, prompt: '' }] as const;
    const notes = (lesson: Lesson) =>
      textOf(lessonBook(real, all.futures, lesson, LINK).file()).split('</main>')[1] ?? '';
    const rests =
      real.questions.find(({ id }) => id === at)?.answers.flatMap(({ evidence }) => evidence) ?? [];
    expect(rests.length).toBeGreaterThan(0);
    const [without, having] = [notes({ ...EMPTY, story: told }), notes({ ...EMPTY, story: told, tasks })];
    for (const id of rests) expect(having).toContain(id);
    expect(rests.some((id) => !without.includes(id))).toBe(true);
  });
});
