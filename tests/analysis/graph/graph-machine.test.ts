/** Tests that the machine on the graph, which embeds use, plays every scenario exactly as the XState machine does. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { graphOf } from '../../../src/analysis/graph/graph.ts';
import { graphMachine } from '../../../src/analysis/graph/graph-machine.ts';
import { available, closing, type Machine } from '../../../src/machine/situation.ts';
import { change, replay, type Replay } from '../../../src/machine/replay.ts';
import { support } from '../../../src/machine/support.ts';
import type { Story } from '../../../src/scenario/scenario.ts';
import { EXAMPLES } from '../../support/examples.ts';
import { compiled, randomStory, seen, seeded } from '../../support/laws.ts';
import { real } from '../../support/real.ts';
import { ZOO } from '../../zoo/zoo.ts';

/** All that a reader is shown of a replay: at every step the question, what is open, why not, and what supports it. */
function shown(machine: Machine, replay: Replay) {
  const situations = [...replay.steps.map(({ before }) => before), replay.now];
  return {
    story: replay.steps.map(({ code }) => code),
    refused: replay.refused,
    steps: situations.map((situation) => ({
      ...seen(situation),
      answers: situation.question?.answers.map((answer) => ({
        code: answer.code,
        open: available(answer, situation.states),
        // What the tables themselves allow, not only what the conditions say.
        plays: plays(machine, situation, answer),
        closed: closing(answer, situation.states).map(({ why }) => why),
        support: support(answer, situation.states),
      })),
    })),
  };
}

function plays(machine: Machine, ...step: Parameters<Machine['choose']>): boolean {
  try {
    machine.choose(...step);
    return true;
  } catch {
    return false;
  }
}

const all = [...ZOO, ...EXAMPLES, real].map((scenario) => ({ name: scenario.id, scenario }));

describe.each(all)('$name', ({ scenario }) => {
  const made = compiled(scenario);
  const tables = graphMachine(made.graph);
  const same = (story: Story): void => {
    expect(shown(tables, replay(tables, story))).toEqual(shown(made.machine, replay(made.machine, story)));
  };

  it('plays every walk as the XState machine does', () => {
    for (const { story } of scenario.walks) same(story);
    same([]);
  });

  it('plays random stories to their endings as the XState machine does', () => {
    const random = seeded(7);
    for (let round = 0; round < 30; round++) {
      const story = randomStory(made, random);
      same(story);
      expect(replay(tables, story).now.ending).not.toBeNull();
    }
  });

  it('refuses the same codes as the XState machine, with the same reasons', () => {
    const codes = scenario.questions.flatMap((question) => question.answers.map((answer) => answer.code));
    const damaged = fc.tuple(fc.integer(), fc.nat(12), fc.constantFrom(...codes, 'zz9'));
    fc.assert(
      fc.property(damaged, ([seed, at, code]) => {
        const story = randomStory(made, seeded(seed));
        same([...story.slice(0, at), code, ...story.slice(at + 1)]);
      }),
      { numRuns: 60, seed: 3 },
    );
  });

  it('changes a step as the XState machine does', () => {
    const random = seeded(11);
    const story = randomStory(made, random);
    replay(made.machine, story).steps.forEach((step, at) => {
      for (const answer of step.question.answers)
        if (available(answer, step.before.states))
          expect(change(tables, story, at, answer.code)).toEqual(
            change(made.machine, story, at, answer.code),
          );
    });
  });
});

it('the machine on the graph: refuses the futures of another scenario', () => {
  expect(() => graphMachine(graphOf(real, []))).toThrow('There is no point -1');
});
