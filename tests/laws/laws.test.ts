/** Tests the laws on every scenario of the zoo, the example files, and both editions of the real scenario. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { countStories } from '../support/stories.ts';
import { validateStories } from '../../src/analysis/judge/validate.ts';
import { complete, serialise } from '../../src/scenario/complete.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import {
  checkChanges,
  checkCounts,
  checkEverySituation,
  checkFutures,
  checkStory,
  compiled,
  randomStory,
  seeded,
} from '../support/laws.ts';
import { newest, real } from '../support/real.ts';
import { ZOO } from '../zoo/zoo.ts';

const read = (file: string): Scenario => complete(JSON.parse(readFileSync(file, 'utf8')));
const folder = join(import.meta.dirname, '../examples/lawful');
const examples = readdirSync(folder)
  .filter((name) => name.endsWith('.scenario.json'))
  .map((name) => read(join(folder, name)));

describe.each([...ZOO, ...examples].map((scenario) => ({ name: scenario.id, scenario })))(
  '$name',
  ({ scenario }) => {
    const all = compiled(scenario);
    const feasible = (countStories(all.exploration)[0] as bigint) < 2_000n;

    it('has the same situations, answers and successors in XState and in the explorer', () => {
      checkEverySituation(all);
    });

    it('replays random stories as the laws say', () => {
      const random = seeded(1);
      for (let round = 0; round < 10; round++) {
        const story = randomStory(all, random);
        checkStory(all, story);
        checkChanges(all, story);
      }
    });

    it('counts its stories as they can be listed, and knows what is open', ({ skip }) => {
      skip(!feasible, 'its stories are too many to be listed');
      checkCounts(all);
    });

    it('keeps every situation’s future in the smallest graph', () => {
      checkFutures(all);
    });

    it('is proven without a fault', () => {
      expect(validateStories(scenario).filter((problem) => problem.level === 'error')).toEqual([]);
    });

    it('is the same after it was written and read', () => {
      expect(complete(serialise(scenario))).toEqual(scenario);
    });
  },
);

describe.each([
  { scenario: real, situations: 511_586, over: 273_380, successors: 511_825, stories: 818_740n, rounds: 3 },
  { scenario: newest, situations: 10_178, over: 6_285, successors: 10_177, stories: 6_285n, rounds: 60 },
])(
  'ukraine-2025, edition $scenario.edition',
  ({ scenario, situations, over, successors, stories, rounds }) => {
    const all = compiled(scenario);

    it('has the figures that three independent programs give', () => {
      const { count, edgeAnswer, question } = all.exploration;
      expect(count).toBe(situations);
      expect(question.filter((asked) => asked === all.rules.questions).length).toBe(over);
      expect(edgeAnswer.length).toBe(successors);
      expect(countStories(all.exploration)[0]).toBe(stories);
    });

    it('is proven: no loop, dead end or standstill; every state, question, answer, ending and fact value is reached', () => {
      expect(validateStories(scenario)).toEqual([]);
    });

    it('keeps every situation’s future in the smallest graph', () => {
      checkFutures(all);
      expect(all.futures.length).toBeLessThan(1_000);
    });

    it.each(scenario.walks.map((walk) => ({ ...walk })))('walks $id to $ends', ({ story, ends }) => {
      checkStory(all, story);
      checkChanges(all, story);
      expect(all.machine.byCode.size).toBe(all.rules.answers.length);
      expect(compiledEnding(story)).toBe(ends);
    });

    const compiledEnding = (story: readonly string[]) => {
      let situation = all.machine.start;
      for (const code of story) {
        const answer = all.machine.byCode.get(code);
        if (!answer) throw new Error(`no answer ${code}`);
        situation = all.machine.choose(situation, answer);
      }
      return situation.ending?.id;
    };

    it('replays random stories as the laws say', () => {
      const random = seeded(2025);
      for (let round = 0; round < 60; round++) checkStory(all, randomStory(all, random));
    });

    it('keeps what it can when a step of a random story is changed', () => {
      const random = seeded(7);
      for (let round = 0; round < rounds; round++) checkChanges(all, randomStory(all, random));
    });

    it(
      'has the same situations, answers and successors in XState and in the explorer',
      { timeout: 600_000 },
      () => {
        checkEverySituation(all);
      },
    );

    it('is the same after it was written and read', () => {
      expect(complete(serialise(scenario))).toEqual(scenario);
    });
  },
);
