/** The drawing of every path: it holds what the futures hold, lights the story, and paints only what is in view. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findable, inView, placeAt, tiled } from '../../src/picture/canvas.ts';
import { curve } from '../../src/picture/curve.ts';
import { layPaths, lighting, type Drawing } from '../../src/picture/paths.ts';
import { layLayers } from '../../src/picture/layers.ts';
import { layeredGraph } from '../support/layered.ts';
import { compiled, randomStory, seeded, type Compiled } from '../support/laws.ts';
import { real } from '../support/real.ts';
import { ZOO } from '../zoo/zoo.ts';

/** The points that a story passes, from the start to where it stands. */
const pointsOf = ({ openings }: Compiled, story: readonly string[]) =>
  [...story.keys(), story.length].map((length) => openings.find(story.slice(0, length)));

describe.each([...ZOO, real].map((scenario) => ({ name: scenario.id, scenario })))(
  'every path of $name',
  ({ scenario }) => {
    const all = compiled(scenario);
    const { futures, graph, openings } = all;
    const picture = layPaths(graph);

    it('is what the futures hold: a place for each point, a line for where its answers lead', () => {
      expect(picture.places.map(({ point }) => point)).toEqual(futures.map((_, point) => point));
      const answers = scenario.questions.flatMap((question) => question.answers);
      futures.forEach((entry, point) => {
        const drawn = (picture.after[point] ?? []).flatMap(({ to, answers }) =>
          answers.map((answer) => `${answer.key} ${to}`),
        );
        const held =
          typeof entry === 'number'
            ? []
            : entry.flatMap((number, at) =>
                at % 3 === 0 ? [`${answers[number]?.key} ${entry[at + 1]}`] : [],
              );
        expect(drawn.toSorted()).toEqual(held.toSorted());
        if (typeof entry === 'number') expect(picture.places[point]?.ending).toBe(scenario.endings[entry]);
      });
    });

    it('has the start at the top, the endings at the bottom, and a name for each place', () => {
      expect(picture.rows[0]).toEqual([futures.length - 1]);
      expect(picture.rows.at(-1)?.every((place) => picture.places[place]?.ending)).toBe(true);
      for (const row of picture.rows.slice(0, -1))
        for (const place of row) expect(picture.places[place]?.ending).toBeNull();
      expect(new Set(picture.places.map(({ name }) => name)).size).toBe(picture.places.length);
    });

    it('lays no box over another, and leads every line down', () => {
      for (const row of picture.rows) {
        const boxes = row.map((place) => picture.places[place]);
        for (const [at, box] of boxes.entries())
          expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThan(boxes[at + 1]?.x ?? Infinity);
      }
      for (const { points } of picture.steps) {
        for (const [at, [, y]] of points.entries()) expect(y).toBeLessThan(points[at + 1]?.[1] ?? Infinity);
        expect(curve(points)).toMatch(/^M[\d.,MCLZ-]+$/);
      }
    });

    it('lights the story, and closes what is closed', () => {
      const random = seeded(5);
      for (let round = 0; round < 10; round++) {
        const story = randomStory(all, random);
        const told = pointsOf(all, story.slice(0, Math.floor(random() * (story.length + 1))));
        for (const ending of [null, ...scenario.endings]) {
          const light = lighting(picture, told, ending);
          const now = told.at(-1) ?? -1;
          const ahead = new Set(layPaths(graph, now).places.map(({ point }) => point));
          expect(light.here).toBe(now);
          picture.places.forEach(({ point }, place) => {
            const toEnding = ending !== null && openings.from(point).endings.has(ending);
            expect(light.places[place]).toBe(
              told.includes(point) ? 'lit' : !ahead.has(point) ? 'closed' : toEnding ? 'way' : 'plain',
            );
          });
          expect(light.steps.filter((step) => step === 'lit')).toHaveLength(told.length - 1);
        }
      }
    });

    it('from where a story stands holds only what is ahead', () => {
      const story = randomStory(all, seeded(6));
      for (const point of pointsOf(all, story)) {
        const part = layPaths(graph, point);
        expect(part.rows[0]).toEqual([part.placeOf.get(point)]);
        const endings = part.places.flatMap(({ ending }) => ending ?? []);
        expect(new Set(endings)).toEqual(openings.from(point).endings);
      }
    });
  },
);

describe('a drawing on a canvas', () => {
  const { nodes, edges, width, height } = layLayers(layeredGraph(1500, 3, true), {
    ...{ widths: 40, gap: 10, lane: 6, step: 70 },
  });
  const drawing: Drawing = {
    ...{ width, height, letters: 11, leading: 14, steps: edges },
    places: nodes.map(({ x, y }) => ({ x: x - 20, y: y - 10, width: 40, height: 20, lines: [] })),
  };
  const tiles = tiled(drawing);

  it('paints all that is in view, each once, and not much else', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (x, y) => {
          const part = { left: x * width, top: y * height, right: x * width + 900, bottom: y * height + 500 };
          const seen = inView(tiles, part);
          expect(new Set(seen.places).size).toBe(seen.places.length);
          expect(new Set(seen.steps).size).toBe(seen.steps.length);
          const places = new Set(seen.places);
          drawing.places.forEach((box, place) => {
            const away = Math.max(
              part.left - box.x - box.width,
              box.x - part.right,
              part.top - box.y - box.height,
              box.y - part.bottom,
            );
            if (away <= 0) expect(places.has(place)).toBe(true);
            if (away > 400) expect(places.has(place)).toBe(false);
          });
          const steps = new Set(seen.steps);
          drawing.steps.forEach(({ points }, step) => {
            const passes = points.some(
              ([x, y]) => x >= part.left && x <= part.right && y >= part.top && y <= part.bottom,
            );
            if (passes) expect(steps.has(step)).toBe(true);
          });
        },
      ),
      { numRuns: 20 },
    );
  });

  it('is all in view where it is looked at as a whole', () => {
    const seen = inView(tiles, { left: -10, top: -10, right: width + 10, bottom: height + 10 });
    expect(seen.places).toHaveLength(drawing.places.length);
    expect(seen.steps).toHaveLength(drawing.steps.length);
  });

  it('finds the place under a pointer, or near it', () => {
    const tree = findable(drawing.places);
    drawing.places.forEach(({ x, y }, place) => {
      expect(placeAt(tree, drawing.places, x + 1, y + 1, 0)).toBe(place);
      expect(placeAt(tree, drawing.places, x + 20, y - 3, 4)).toBe(place);
    });
    expect(placeAt(tree, drawing.places, -500, -500, 10)).toBe(-1);
  });
});
