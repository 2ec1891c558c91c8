/** Do pictures that leave the page say every word, light what was taken, and stay XML whatever a scenario says? */
import { describe, expect, it } from 'vitest';
import { layMap } from '../../src/picture/map.ts';
import { mapFile } from '../../src/picture/map-file.ts';
import { storyFile } from '../../src/picture/story-file.ts';
import { replay } from '../../src/machine/replay.ts';
import type { Scenario, Story } from '../../src/scenario/scenario.ts';
import { saying, STRANGE } from '../export/retold.ts';
import { compiled } from '../support/laws.ts';
import { real } from '../support/real.ts';
import { ZOO } from '../zoo/zoo.ts';

const CAPTION = { title: 'The title', under: ['A notice.'], below: ['A source.', 'https://example.org/#1'] };

function drawn(scenario: Scenario, story: Story): string {
  const { machine, openings } = compiled(scenario);
  return mapFile(layMap(scenario, openings.after), replay(machine, story).steps, CAPTION);
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
    'says every word of $name, and what stands round it',
    ({ scenario }) => {
      const svg = drawn(scenario, []);
      checkWellFormed(svg);
      const said = wordsOf(svg);
      for (const text of [
        ...scenario.questions.flatMap(({ text, answers }) => [text, ...answers.map(({ label }) => label)]),
        ...scenario.endings.map(({ title }) => title),
        CAPTION.title,
        ...CAPTION.under,
        ...CAPTION.below,
      ])
        expect(said).toContain(close(text));
    },
  );

  it('lights each step of a walk, each link between, and its ending', () => {
    for (const { story } of real.walks) {
      const svg = drawn(real, story);
      expect(svg.match(/<path [^>]*stroke-width="3"/g)?.length).toBe(story.length);
      // A filled row for each answer, and the ending.
      expect(svg.match(/<rect [^>]*fill="#1c5a72"/g)?.length).toBe(story.length + 1);
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
