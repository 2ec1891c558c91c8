/** Tests that exported pictures contain every word, highlight what was taken, and are valid XML for any scenario. */
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
import { saying, STRANGE } from '../export/account.ts';
import { mapWords } from '../../src/words/views/map.ts';
import { compiled } from '../support/laws.ts';
import { newest, real } from '../support/real.ts';
import { ZOO } from '../zoo/zoo.ts';

const CAPTION = { title: 'The title', under: ['A notice.'], below: ['A source.', 'https://example.org/#1'] };

function drawn(scenario: Scenario, ...stories: Story[]): string {
  const { machine, openings } = compiled(scenario);
  const answers = stories.map((story) => replay(machine, story).steps.map(({ answer }) => answer));
  return mapFile(scenario, answers, openings, CAPTION, { notAsked: 'not asked', legend: mapWords.legend });
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
          ...question.answers.map((answer) => shortAnswer(answer, question.answers)),
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
      for (const leg of ['solid', 'dashed', 'dotted'] as const)
        expect(wordsOf(svg)).toContain(close(mapWords.legend[leg]));
      // The way in, a leg to each answer, one to the ending, and three that say what they mean.
      expect(svg.match(/<path [^>]*stroke-width="3"/g)?.length).toBe(story.length + 2 + 3);
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
    ...drawnStory(newest, replay(machine, codes), openings, BASIS_MARKS, { link: LINK, made: '2025-04-09' }),
    ...more,
  });
  const shapes = ['wide', 'square'] as const;
  const LINK = 'https://example.org/map/#p2.ca';
  /** Every line of text as the room it takes, by the widest that the usual fonts make it. */
  function linesOf(svg: string) {
    const lines: { words: string; left: number; right: number; top: number; bottom: number }[] = [];
    const moves: { x: number; y: number; scale: number }[] = [];
    let [size, bold, ends] = [0, false, false];
    for (const [tag, words = ''] of svg.matchAll(/<[^>]*>([^<]*)/g)) {
      const number = (pattern: RegExp, instead = 0) => Number(pattern.exec(tag)?.[1] ?? instead);
      if (tag.startsWith('<g'))
        moves.push({
          x: number(/translate\(([\d.-]+)/),
          y: number(/translate\([\d.-]+ ([\d.-]+)/),
          scale: number(/scale\(([\d.]+)/, 1),
        });
      if (tag.startsWith('</g')) moves.pop();
      if (tag.startsWith('<text')) {
        size = number(/font-size="([\d.]+)/);
        [bold, ends] = [tag.includes('font-weight'), tag.includes('text-anchor="end"')];
      }
      if (!tag.startsWith('<tspan')) continue;
      const plain = words
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&quot;', '"')
        .replaceAll('&amp;', '&');
      const wide = widest(plain, size, bold);
      const [x, y] = [number(/ x="([\d.-]+)/), number(/ y="([\d.-]+)/)];
      const left = ends ? x - wide : x;
      const box = { left, right: left + wide, top: y - size * 0.72, bottom: y + size * 0.1 };
      const [move = { x: 0, y: 0, scale: 1 }] = moves;
      lines.push({
        words: plain,
        left: move.x + box.left * move.scale,
        right: move.x + box.right * move.scale,
        top: move.y + box.top * move.scale,
        bottom: move.y + box.bottom * move.scale,
      });
    }
    return lines;
  }
  /** That no line leaves the picture or lies on another. */
  function checkRoom(svg: string): void {
    const [, width = 0, height = 0] = (/ width="(\d+)" height="(\d+)"/.exec(svg) ?? []).map(Number);
    const lines = linesOf(svg);
    const outside = lines.filter(
      ({ left, right, top, bottom }) => left < 40 || right > width - 40 || top < 20 || bottom > height - 10,
    );
    const covered = lines.flatMap((one, at) =>
      lines
        .slice(at + 1)
        .filter(
          (other) =>
            one.left < other.right &&
            other.left < one.right &&
            one.top < other.bottom &&
            other.top < one.bottom,
        )
        .map((other) => [one.words, other.words]),
    );
    expect({ outside, covered }).toEqual({ outside: [], covered: [] });
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
          for (const said of ['March 2025', '9 April 2025', LINK])
            expect(wordsOf(svg)).toContain(close(said));
          for (const { label } of [...newest.grid.rows, ...newest.grid.columns])
            expect(said).toContain(close(label));
          if (length > 0)
            for (const leg of ['solid', 'dashed', 'dotted'] as const)
              expect(said).toContain(close(mapWords.legend[leg]));
          if (length < codes.length) continue;
          expect(said).toContain(close(newest.endings.find(({ id }) => id === ends)?.title ?? 'none'));
          // The ending is the one tile that is filled, but for that which says so.
          expect(svg.match(/<rect [^>]*fill="#632a53"/g)).toHaveLength(2);
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

  it('draws the line in the pattern of each answer, after a piece that is reported and before what they mean', () => {
    for (const { story: codes } of newest.walks)
      for (const shape of shapes) {
        const drawn = story(codes);
        const pieces = [...shareFile(drawn, shape).matchAll(/<path [^>]*stroke-width="4.5"[^>]*>/g)].map(
          ([piece]) =>
            piece.includes('"12 9"') ? 'dashed' : piece.includes('"0.1 11"') ? 'dotted' : 'solid',
        );
        expect(pieces).toEqual(['solid', ...drawn.steps.map(({ leg }) => leg), 'solid', 'dashed', 'dotted']);
      }
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
