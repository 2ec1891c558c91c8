/** Tests that `walk` plays a story on the graph as the machine does, and reports where and why it stops. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lastOpen } from '../../../src/analysis/questions/decisive.ts';
import { cost, endingAt, questionAt } from '../../../src/analysis/graph/graph.ts';
import { walk } from '../../../src/analysis/graph/walk.ts';
import { contradicted } from '../../../src/machine/support.ts';
import { replay } from '../../../src/machine/replay.ts';
import { EXAMPLES } from '../../support/examples.ts';
import { compiled, randomStory, seeded } from '../../support/laws.ts';
import { real } from '../../support/real.ts';
import { ZOO } from '../../zoo/zoo.ts';

const everything = [...ZOO, ...EXAMPLES, real].map((scenario) => ({
  name: scenario.id,
  all: compiled(scenario),
}));

describe.each(everything)('a walk on the graph of $name', ({ all }) => {
  const { scenario, graph, machine, openings } = all;
  const codes = [...machine.byCode.keys(), 'zz9'];

  it('plays and refuses the same answers as the machine, for the same reasons', () => {
    const damaged = fc.tuple(fc.integer(), fc.nat(12), fc.constantFrom(...codes));
    fc.assert(
      fc.property(damaged, ([seed, at, code]) => {
        const story = randomStory(all, seeded(seed));
        if (story.length > 0) story.splice(at % story.length, 1, code);
        const { steps, at: node, refused } = walk(graph, story);
        const played = replay(machine, story);
        expect(steps.map(({ code, question, answer }) => ({ code, question, answer }))).toEqual(
          played.steps.map(({ code, question, answer }) => ({ code, question, answer })),
        );
        for (const [at, { edge, answer }] of steps.entries()) {
          expect(graph.answers[edge.answer]).toBe(answer);
          expect(cost(graph, 'against', edge) > 0).toBe(
            contradicted(answer, played.steps[at]?.before.states ?? new Map()),
          );
        }
        const [first] = played.refused;
        expect(refused).toEqual(first ? { code: first.code, why: first.why } : null);
        expect(questionAt(graph, node)).toBe(played.now.question);
        expect(endingAt(graph, node)).toBe(played.now.ending);
      }),
      { numRuns: 60, seed: 3 },
    );
  });

  it('continues an earlier walk', () => {
    const story = randomStory(all, seeded(9));
    for (let length = 0; length <= story.length; length++) {
      const first = walk(graph, story.slice(0, length));
      const rest = walk(graph, story.slice(length), first.at);
      expect([...first.steps, ...rest.steps]).toEqual(walk(graph, story).steps);
    }
  });

  it('gives the open endings after each step, and the last step at which each is open', () => {
    const story = randomStory(all, seeded(4));
    const open = [...story.keys(), story.length].map(
      (length) => openings.from(openings.find(story.slice(0, length))).endings,
    );
    expect(openings.along(story).map((point) => openings.from(point).endings)).toEqual(open);
    for (const ending of scenario.endings)
      expect(lastOpen(openings, story, ending)).toBe(open.findLastIndex((endings) => endings.has(ending)));
  });
});
