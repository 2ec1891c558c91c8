/** Do pictures that leave the page say every word, light what was taken, and stay XML whatever a scenario says? */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawnStory } from '../../src/export/drawn-story.ts';
import { mapFile } from '../../src/picture/map-file.ts';
import { fitted, widest } from '../../src/picture/measure.ts';
import { shareFile, type DrawnStory } from '../../src/picture/story-file.ts';
import { replay } from '../../src/machine/replay.ts';
import { shortAnswer, shortQuestion } from '../../src/scenario/short.ts';
import type { Scenario, Story } from '../../src/scenario/scenario.ts';
import { BASIS_MARKS } from '../../src/view/evidence/marks.ts';
import { shapeOf } from '../../src/words/terms/labels.ts';
import { saying, STRANGE } from '../export/account.ts';
import { compiled } from '../support/laws.ts';
import { newest, real } from '../support/real.ts';
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

describe('a story as a picture to share', () => {
  const { machine, openings } = compiled(newest);
  const story = (codes: Story, more: Partial<DrawnStory> = {}): DrawnStory => ({
    ...drawnStory(newest, replay(machine, codes), openings, (answer) => BASIS_MARKS[shapeOf(answer)]),
    ...more,
  });
  const shapes = ['wide', 'square'] as const;
  /** Every line of text, with its place and its size. */
  const linesOf = (svg: string) =>
    [...svg.matchAll(/<text [^>]*font-size="([\d.]+)"([^>]*)>(.*?)<\/text>/g)].flatMap(
      ([, size, how = '', inside = '']) =>
        [...inside.matchAll(/<tspan x="([\d.]+)" y="([\d.]+)">([^<]*)</g)].map(([, x, y, words = '']) => ({
          x: Number(x),
          y: Number(y),
          size: Number(size),
          bold: how.includes('font-weight'),
          words: words
            .replaceAll('&lt;', '<')
            .replaceAll('&gt;', '>')
            .replaceAll('&quot;', '"')
            .replaceAll('&amp;', '&'),
        })),
    );
  /** That no line leaves the picture or lies on another, by the widest that the usual fonts make it. */
  function checkRoom(svg: string): void {
    const [, width, height] = (/ width="(\d+)" height="(\d+)"/.exec(svg) ?? []).map(Number);
    const lines = linesOf(svg);
    for (const { x, y, size, bold, words } of lines) {
      expect(x + widest(words, size, bold), words).toBeLessThanOrEqual((width ?? 0) - 40);
      expect(y, words).toBeLessThanOrEqual((height ?? 0) - 10);
    }
    for (const one of lines)
      for (const other of lines)
        if (one !== other && one.x === other.x)
          expect(Math.abs(one.y - other.y)).toBeGreaterThan(one.size * 0.9);
  }

  it.each(newest.walks)(
    'says where $title ends, the notice and the sources, and cuts no word',
    ({ story: codes, ends }) => {
      for (const shape of shapes)
        for (let length = 0; length <= codes.length; length++) {
          const svg = shareFile(story(codes.slice(0, length)), shape);
          checkWellFormed(svg);
          checkRoom(svg);
          const said = wordsOf(svg);
          expect(said).toContain(close(newest.notice));
          for (const { publisher } of newest.sources) expect(said).toContain(close(publisher));
          if (length < codes.length) continue;
          expect(said).toContain(close(newest.endings.find(({ id }) => id === ends)?.title ?? 'none'));
          // The ending is the one tile that is filled.
          expect(svg.match(/<rect [^>]*fill="#632a53"/g)).toHaveLength(1);
        }
    },
  );

  it('fits a title of 200 characters, and breaks a word that is wider than the picture', () => {
    const long = 'Who would have to agree before anybody could say that the fighting has come to an end in '
      .repeat(3)
      .slice(0, 200);
    for (const title of [long, 'x'.repeat(120)])
      for (const shape of shapes) {
        const svg = shareFile(story(['ca', 'kt'], { title }), shape);
        checkRoom(svg);
        expect(wordsOf(svg)).toContain(close(title));
      }
  });

  it('is not broken by what a scenario says', () => {
    for (const shape of shapes)
      checkWellFormed(
        shareFile(
          story(['ca'], { title: STRANGE, kicker: STRANGE, sentence: STRANGE, foot: [STRANGE] }),
          shape,
        ),
      );
  });

  it('draws a piece of line and a mark for each answer', () => {
    const codes = newest.walks[0]?.story ?? [];
    for (const shape of shapes)
      expect(shareFile(story(codes), shape).match(/stroke-width="4.5"/g)).toHaveLength(codes.length);
  });
});

describe('lines that fit', () => {
  const words = fc.array(fc.stringMatching(/^[a-zA-Z]{1,30}$/), { minLength: 1, maxLength: 20 });
  it('hold all of the text, and none is wider than asked for', () => {
    fc.assert(
      fc.property(words, fc.integer({ min: 60, max: 600 }), (text, width) => {
        const lines = fitted(text.join(' '), width, 20);
        expect(close(lines.join(''))).toBe(close(text.join('')));
        for (const line of lines) expect(widest(line, 20)).toBeLessThanOrEqual(width);
      }),
    );
  });
});
