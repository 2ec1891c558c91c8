/** Where everything stands on the map, for every scenario. */
import { describe, expect, it } from 'vitest';
import { layMap, linkId } from '../../src/picture/map.ts';
import { wrap } from '../../src/picture/wrap.ts';
import { compiled, randomStory, seeded } from '../support/laws.ts';
import { real } from '../support/real.ts';
import { ZOO } from '../zoo/zoo.ts';

interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly height: number;
}

const apart = (a: Rectangle, b: Rectangle, width: number) =>
  a.x + width <= b.x || b.x + width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;

describe.each([...ZOO, real].map((scenario) => ({ name: scenario.id, scenario })))(
  'the map of $name',
  ({ scenario }) => {
    const all = compiled(scenario);
    const picture = layMap(scenario, all.openings.after);

    it('has a place for every question, answer and ending', () => {
      expect(picture.boxes.map((box) => box.question)).toEqual(scenario.questions);
      expect(picture.boxes.flatMap((box) => box.rows.map((row) => row.answer))).toEqual(all.rules.answers);
      expect(picture.ends.map((end) => end.ending)).toEqual(scenario.endings);
    });

    it('lays nothing over anything else, and nothing outside', () => {
      const places = [...picture.boxes, ...picture.ends];
      places.forEach((a, at) => {
        expect(a.x + picture.column).toBeLessThanOrEqual(picture.width);
        expect(a.y + a.height).toBeLessThanOrEqual(picture.height);
        for (const b of places.slice(at + 1)) expect(apart(a, b, picture.column)).toBe(true);
      });
    });

    it('keeps each answer inside its question, one under another', () => {
      for (const box of picture.boxes) {
        let top = box.y;
        for (const row of box.rows) {
          expect(row.y).toBeGreaterThanOrEqual(top);
          top = row.y + row.height;
        }
        expect(top).toBeLessThanOrEqual(box.y + box.height);
      }
    });

    it('says every word of every text', () => {
      for (const box of picture.boxes) expect(box.text.lines.join(' ')).toBe(box.question.text);
      for (const end of picture.ends) expect(end.text.lines.join(' ')).toBe(end.ending.title);
    });

    it('has a drawn link for every step of any story', () => {
      const links = new Map(picture.links.map((link) => [link.id, link]));
      const random = seeded(4);
      for (let round = 0; round < 20; round++) {
        let { start: now } = all.machine;
        for (const code of randomStory(all, random)) {
          const answer = all.machine.byCode.get(code);
          if (!answer) throw new Error(`no answer ${code}`);
          now = all.machine.choose(now, answer);
          expect(links.get(linkId(answer, (now.question ?? now.ending)?.id ?? ''))?.path).toMatch(
            /^M[\d.,MCLZ-]+$/,
          );
        }
      }
    });
  },
);

describe('a text', () => {
  it('breaks at spaces, and inside a word only where it is longer than a line', () => {
    expect(wrap('one two three', 7)).toEqual(['one two', 'three']);
    expect(wrap('abcdefghij', 4)).toEqual(['abcd', 'efgh', 'ij']);
    expect(wrap('', 4)).toEqual(['']);
  });

  it('keeps every word and never passes the width', () => {
    for (const question of real.questions)
      for (const width of [8, 20, 30]) {
        const lines = wrap(question.text, width);
        expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(width);
        expect(lines.join('').replace(/ /g, '')).toBe(question.text.replace(/ /g, ''));
      }
  });
});
