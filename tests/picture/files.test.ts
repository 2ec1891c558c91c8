/** Do pictures that leave the page say every word, light what was taken, and stay XML whatever a scenario says? */
import { describe, expect, it } from 'vitest';
import { widest } from '../../src/picture/measure.ts';
import { mapFile } from '../../src/picture/map-file.ts';
import { storyFile } from '../../src/picture/story-file.ts';
import { replay } from '../../src/machine/replay.ts';
import { shortAnswer, shortQuestion } from '../../src/scenario/short.ts';
import type { Scenario, Story } from '../../src/scenario/scenario.ts';
import { saying, STRANGE } from '../export/retold.ts';
import { compiled } from '../support/laws.ts';
import { real } from '../support/real.ts';
import { ZOO } from '../zoo/zoo.ts';

const CAPTION = { title: 'The title', under: ['A notice.'], below: ['A source.', 'https://example.org/#1'] };

function drawn(scenario: Scenario, ...stories: Story[]): string {
  const { machine, openings } = compiled(scenario);
  const answers = stories.map((story) => replay(machine, story).steps.map(({ answer }) => answer));
  return mapFile(scenario, answers, openings, CAPTION, { notAsked: 'not asked' });
}

const close = (text: string): string => text.replace(/\s+/g, '');
const wordsOf = (svg: string): string =>
  close(
    [...svg.matchAll(/<tspan[^>]*>([^<]*)</g)]
      .map(([, text = '']) => text)
      .join('')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&amp;', '&'),
  );

/** That every element is closed, in order, and no text holds a sign of XML: enough for what the drawings are made of. */
function checkWellFormed(svg: string): void {
  const open: string[] = [];
  const [, body = ''] = svg.split('?>\n');
  for (const [tag, end, name = '', alone] of body.matchAll(/<(\/?)(\w+)(?: [\w-]+="[^"<]*")*(\/?)>/g)) {
    if (end) expect(open.pop(), tag).toBe(name);
    else if (!alone) open.push(name);
  }
  expect(open).toEqual([]);
  const text = body.replace(/<\/?\w+(?: [\w-]+="[^"<]*")*\/?>/g, '');
  expect(text).not.toMatch(/[<>]|&(?!(?:amp|lt|gt|quot);)/);
}

describe('the map as a file', () => {
  it.each([...ZOO, real].map((scenario) => ({ name: scenario.id, scenario })))(
    'names every question and answer of $name, and says what stands round it',
    ({ scenario }) => {
      const svg = drawn(scenario);
      checkWellFormed(svg);
      const said = wordsOf(svg);
      for (const text of [
        ...scenario.questions.flatMap((question) => [
          shortQuestion(question),
          ...question.answers.map((answer) => shortAnswer(answer)),
        ]),
        CAPTION.title,
        ...CAPTION.under,
        ...CAPTION.below,
      ])
        expect(said).toContain(close(text));
    },
  );

  it('marks each answer of a walk, and says where it ends', () => {
    for (const { story, ends } of real.walks) {
      const svg = drawn(real, story);
      expect(svg.match(/<circle [^>]*fill="#\w+"/g)?.length).toBe(story.length);
      expect(wordsOf(svg)).toContain(close(real.endings.find(({ id }) => id === ends)?.title ?? ''));
      // The way in, a leg to each answer, and one to the ending.
      expect(svg.match(/<path [^>]*stroke-width="3"/g)?.length).toBe(story.length + 2);
    }
  });

  it('says how many of several stories took an answer and came to an ending', () => {
    const [walk] = real.walks;
    const story = walk?.story ?? [];
    const svg = drawn(real, story, story);
    expect(svg.match(/>2<\/tspan>/g)?.length).toBe(story.length);
    expect(wordsOf(svg)).toContain(close(`2 · ${real.endings.find(({ id }) => id === walk?.ends)?.title}`));
  });

  it('leaves nothing outside', () => {
    for (const scenario of [...ZOO, real]) {
      const svg = drawn(scenario, scenario.walks[0]?.story ?? []);
      const [width, height] = ['width', 'height'].map((name) =>
        Number(new RegExp(`<svg [^>]* ${name}="([\\d.]+)"`).exec(svg)?.[1]),
      ) as [number, number];
      const lines = [...svg.matchAll(/<text [^>]*>(?:<tspan x="([\d.]+)" y="([\d.]+)">([^<]*)<\/tspan>)+/g)];
      expect(lines.length).toBeGreaterThan(0);
      for (const [, x, y, text = ''] of lines) {
        expect(Number(x) + widest(text, 12)).toBeLessThanOrEqual(width);
        expect(Number(y)).toBeLessThan(height);
      }
    }
  });

  it('is not broken by what a scenario says', () => checkWellFormed(drawn(saying(STRANGE), ['p'])));
});

describe('a story as a file', () => {
  const step = { asked: STRANGE, question: STRANGE, answer: STRANGE, basis: STRANGE };

  it('says every step and where it stands, however strange its texts', () => {
    for (const over of [false, true]) {
      const svg = storyFile(
        [step, step],
        { over, lead: 'Here', words: STRANGE },
        { ...CAPTION, title: STRANGE },
      );
      checkWellFormed(svg);
      expect(wordsOf(svg).split(close(STRANGE)).length - 1).toBe(4 * 2 + 2);
    }
  });

  it('grows with its steps, and leaves nothing outside', () => {
    const height = (svg: string) => Number(/ height="([\d.]+)"/.exec(svg)?.[1]);
    const tall = (count: number) =>
      storyFile(Array(count).fill(step), { over: true, lead: '', words: 'End' }, CAPTION);
    expect(height(tall(5))).toBeGreaterThan(height(tall(4)));
    for (const [, y] of tall(5).matchAll(/<tspan x="[\d.]+" y="([\d.]+)"/g))
      expect(Number(y)).toBeLessThan(height(tall(5)));
  });
});
