/** Tests of the analysis on examples small enough to be checked by hand. */
import { describe, expect, it } from 'vitest';
import { explore, topologicalOrder, shortestPath } from '../../src/analysis/graph/explore.ts';
import { futuresOf } from '../../src/analysis/graph/futures.ts';
import { validateStories } from '../../src/analysis/judge/validate.ts';
import { compileRules, run } from '../../src/analysis/graph/rules.ts';
import { weakestLinks } from '../../src/analysis/questions/weakest.ts';
import { holds, type Condition } from '../../src/scenario/condition.ts';
import { replay } from '../../src/machine/replay.ts';
import { compiled } from '../support/laws.ts';
import { real, walk } from '../support/real.ts';
import { again, closed, diamond, fork, many, memory } from '../zoo/zoo.ts';

describe('conditions compiled to programs', () => {
  const conditions: readonly Condition[] = [
    { all: [] },
    { any: [] },
    { not: { all: [] } },
    { issue: 'wide', in: [] },
    { issue: 'wide', in: ['s0', 's39'] },
    { not: { issue: 'flag', in: ['yes'] } },
    {
      any: [
        { issue: 'wide', in: ['s31', 's32'] },
        {
          all: [
            { issue: 'flag', in: ['no'] },
            { issue: 'wide', in: ['s0'] },
          ],
        },
      ],
    },
    { not: { any: [{ not: { issue: 'wide', in: ['s0'] } }, { issue: 'flag', in: ['yes'] }] } },
  ];

  it('hold in exactly the situations where the conditions hold', () => {
    const { rules, exploration } = compiled(many);
    for (const condition of conditions) {
      const program = rules.condition(condition);
      for (let number = 0; number < exploration.count; number++) {
        const offset = number * rules.words;
        const states = new Map(
          many.issues.map((issue, at) => [
            issue.id,
            issue.states[rules.stateOf(at, exploration.states, offset)]?.id ?? '',
          ]),
        );
        expect(run(program, exploration.states, offset) === 1).toBe(holds(condition, states));
      }
    }
  });
});

describe('exploring', () => {
  it('finds the number of situations counted by hand', () => {
    expect(explore(compileRules(fork)).count).toBe(3);
    expect(explore(compileRules(diamond)).count).toBe(7);
    expect(explore(compileRules(again)).count).toBe(4);
  });

  it('stops at its limit and reports that', () => {
    const exploration = explore(compileRules(diamond), 3);
    expect(exploration).toMatchObject({ count: 3, complete: false });
    expect(() => futuresOf(compileRules(diamond), exploration)).toThrow('Not every situation was visited');
    expect(validateStories(diamond, 3).map((problem) => problem.code)).toContain('too-many-situations');
  });

  it('gives a shortest way to each situation', () => {
    const { exploration, rules, machine } = compiled(closed);
    for (let number = 0; number < exploration.count; number++) {
      const codes = shortestPath(exploration, number).map((answer) => rules.answers[answer]?.code ?? '');
      expect(replay(machine, codes).refused).toEqual([]);
    }
  });

  it('puts every situation after those that lead to it', () => {
    const { exploration } = compiled(memory);
    const sorted = topologicalOrder(exploration);
    if ('cycle' in sorted) throw new Error('a loop');
    const place = new Map([...sorted.order].map((number, at) => [number, at]));
    for (let number = 0; number < exploration.count; number++)
      for (
        let edge = exploration.firstEdge[number] ?? 0;
        edge < (exploration.firstEdge[number + 1] ?? 0);
        edge++
      )
        if (!((place.get(exploration.edgeTarget[edge] ?? 0) ?? 0) > (place.get(number) ?? 0)))
          expect.fail(`situation ${number} stands after one that it leads to`);
  });
});

describe('the weakest links of a story', () => {
  const { machine } = compiled(real);
  const told = (id: string) => replay(machine, walk(id)).steps;

  it('begin with the step that has the least support', () => {
    // Inferences only; both cite something, neither is contradicted: the earlier.
    expect(weakestLinks(told('W1'))[0]?.code).toBe('ds');
    // Assumptions come before calls by others.
    expect(weakestLinks(told('W3'))[0]?.answer.basis).toBe('assumption');
    // Of assumptions, the one a party’s words speak against.
    expect(weakestLinks(told('W6'))[0]?.code).toBe('db');
    expect(weakestLinks([])).toEqual([]);
  });
});
