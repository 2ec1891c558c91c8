/**
 * Tests of the analysis at its limits: scenarios that are too large and parties that are too many. A result on a part
 * is never reported as one on the whole.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { smallestCoalitions } from '../../src/analysis/questions/coalitions.ts';
import { examine, type ExaminationStage } from '../../src/analysis/judge/examine.ts';
import { explore } from '../../src/analysis/graph/explore.ts';
import { outcomesOf, outcomesWithin } from '../../src/analysis/judge/facts.ts';
import { holdsClaim } from '../../src/analysis/judge/findings.ts';
import { futuresOf } from '../../src/analysis/graph/futures.ts';
import { endingsOf, graphOf, storiesWith, type Graph } from '../../src/analysis/graph/graph.ts';
import { blocks, bringsAbout, powerOver } from '../../src/analysis/questions/power.ts';
import { validateStories } from '../../src/analysis/judge/validate.ts';
import { compileRules } from '../../src/analysis/graph/rules.ts';
import { complete } from '../../src/scenario/complete.ts';
import { LIMITS } from '../../src/scenario/limits.ts';
import type { ScenarioFile } from '../../src/scenario/format.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { powers } from '../../src/view/structure/power.ts';
import { lattice } from '../bench/lattice.ts';
import { bytes, lawful, LAWFUL } from '../scenario/files.ts';
import { real } from '../support/real.ts';

const graphFor = (scenario: Scenario): Graph => {
  const rules = compileRules(scenario);
  return graphOf(scenario, futuresOf(rules, explore(rules)));
};
const times = <T>(count: number, make: (at: number) => T): T[] =>
  Array.from({ length: count }, (_, at) => make(at));
const always = { all: [] };
const assumed = { basis: 'assumption' as const };

/** A scenario of one vote: each party can refuse alone, and all must agree. */
function vote(parties: number): Scenario {
  const ids = times(parties, (at) => `p${at}`);
  return complete({
    format: 1,
    id: 'vote',
    edition: 1,
    title: 'Vote',
    notice: 'A test file, not a forecast.',
    actors: ids.map((id) => ({ id, name: id })),
    issues: [{ id: 'deal', states: [{ id: 'open' }, { id: 'made' }, { id: 'refused' }] }],
    questions: [
      {
        id: 'vote',
        actor: ids,
        text: 'Do all agree?',
        when: { issue: 'deal', in: ['open'] },
        answers: [
          { id: 'yes', code: 'y', label: 'Yes', sets: { deal: 'made' }, ...assumed },
          {
            id: 'no',
            code: 'n',
            label: 'No',
            sets: { deal: 'refused' },
            consent: ids.map((id) => [id]),
            ...assumed,
          },
        ],
      },
    ],
    endings: [
      { id: 'deal', when: { issue: 'deal', in: ['made'] } },
      { id: 'none', when: { not: { issue: 'deal', in: ['made'] } } },
    ],
  });
}

/** Steps of a counter of `bits` bits: one story, 2ⁿ answers long. */
function counter(bits: number): Scenario {
  const low = (below: number) => times(below, (at) => ({ issue: `b${at}`, in: ['one'] }));
  return complete({
    format: 1,
    id: 'counter',
    edition: 1,
    title: 'Counter',
    notice: 'A test file, not a forecast.',
    issues: times(bits, (at) => ({ id: `b${at}`, states: [{ id: 'zero' }, { id: 'one' }] })),
    questions: [
      {
        id: 'count',
        actor: 'reader',
        text: 'Next?',
        again: true,
        when: { any: times(bits, (at) => ({ issue: `b${at}`, in: ['zero'] })) },
        answers: times(bits, (bit) => ({
          id: `to${bit}`,
          code: `c${bit}`,
          label: `Bit ${bit}`,
          sets: Object.fromEntries(times(bit + 1, (at) => [`b${at}`, at === bit ? 'one' : 'zero'])),
          requires: [
            { when: { all: [...low(bit), { issue: `b${bit}`, in: ['zero'] }] }, kind: 'structure' as const },
          ],
          ...assumed,
        })),
      },
    ],
    endings: [{ id: 'end', when: always }],
  });
}

describe('a search that stops at its limit', () => {
  it.each(LAWFUL)('finds no fault in %s, wherever it stops', (path) => {
    const scenario = lawful(bytes(path));
    const { count } = explore(compileRules(scenario));
    for (let limit = 1; limit < Math.min(count, 200); limit++) {
      const problems = validateStories(scenario, limit);
      expect(problems.map(({ code }) => code)).toEqual(['too-many-situations']);
    }
  });

  it('reports a standstill that it reached', () => {
    const scenario = lawful(bytes('tests/examples/broken/standstill.scenario.json'));
    const { count } = explore(compileRules(scenario));
    const codes = validateStories(scenario, count - 1).map(({ code }) => code);
    expect(codes).toContain('standstill');
    expect(codes).toContain('too-many-situations');
  });

  it('reports a dead end that it reached', () => {
    const scenario = vote(2);
    const [asked] = scenario.questions;
    const [yes] = asked?.answers ?? [];
    if (!asked || !yes) throw new Error('The vote has a question with answers.');
    const never = { when: { any: [] }, kind: 'structure' as const, why: '', evidence: [] };
    const at = (id: string, state: string, requires: readonly (typeof never)[]) => ({
      ...asked,
      id,
      actors: [],
      when: { issue: 'deal', in: [state] },
      answers: [
        { ...yes, key: `${id}.on`, question: id, id: 'on', code: id, sets: {}, requires, consent: [[]] },
      ],
    });
    const dead = {
      ...scenario,
      questions: [asked, at('d', 'made', [never]), at('e', 'refused', []), at('f', 'refused', [])],
    };
    for (const limit of [3, 4])
      expect(validateStories(dead, limit).map(({ code }) => code)).toEqual([
        'dead-end',
        'too-many-situations',
      ]);
    // Nothing is reported before the search has reached it.
    expect(validateStories(dead, 1).map(({ code }) => code)).toEqual(['too-many-situations']);
  });

  it('marks the situations whose steps are complete', () => {
    const rules = compileRules(real);
    const all = explore(rules);
    for (const limit of [1, 2, 50, 3_000]) {
      const part = explore(rules, limit);
      expect(part.complete).toBe(false);
      expect(part.whole).toBeLessThan(part.count);
      expect([...part.firstEdge.slice(0, part.whole + 1)]).toEqual([
        ...all.firstEdge.slice(0, part.whole + 1),
      ]);
    }
    expect(all.whole).toBe(all.count);
  });

  it('gives no facts', () => {
    expect(outcomesWithin(lattice(6), 100)).toBeNull();
    expect(outcomesWithin(lattice(5), 100)?.nodes.length).toBeGreaterThan(0);
  });

  it('limits its memory where a situation is very large', () => {
    const file = lattice(19);
    const wide = {
      id: 'wide',
      label: 'Wide',
      states: times(20_000, (at) => ({ id: `s${at}`, label: '', evidence: [] })),
    };
    const rules = compileRules({ ...file, issues: [...file.issues, wide] });
    const { count, complete } = explore(rules);
    expect(complete).toBe(false);
    expect(count * rules.words * 4).toBeLessThanOrEqual(256_000_000);
  }, 60_000);
});

describe('the smallest coalitions', () => {
  it('are found completely up to the maximum number of parties', () => {
    const graph = graphFor(vote(10));
    const found = smallestCoalitions(graph, (who) => bringsAbout(graph, who, new Set([0])));
    expect(found).toEqual({ sets: [vote(10).actors.map(({ id }) => id)], upTo: null });
    const any = smallestCoalitions(graph, (who) => blocks(graph, who, new Set([0])));
    expect(any).toEqual({ sets: times(10, (at) => [`p${at}`]), upTo: null });
  });

  it('are found quickly among 64 parties, up to a reported size', () => {
    const graph = graphFor(vote(64));
    const started = performance.now();
    const bringing = smallestCoalitions(graph, (who) => bringsAbout(graph, who, new Set([0])));
    const blocking = smallestCoalitions(graph, (who) => blocks(graph, who, new Set([0])));
    expect(performance.now() - started).toBeLessThan(5_000);
    expect(bringing.sets).toEqual([]);
    expect(bringing.upTo).toBeGreaterThan(0);
    expect(blocking.sets).toHaveLength(64);
    expect(blocking.upTo).toBeGreaterThan(0);
  });

  it('are empty where all parties together cannot', () => {
    const graph = graphFor(vote(64));
    expect(smallestCoalitions(graph, () => false)).toEqual({ sets: [], upTo: null });
  });
});

describe('power over all endings, computed at once,', () => {
  const agree = (graph: Graph, coalition: ReadonlySet<string>) => {
    const { brings, blocks: prevents } = powerOver(graph, coalition);
    graph.scenario.endings.forEach((_, ending) => {
      for (const from of [graph.nodes.length - 1, graph.nodes.length >> 1, 0]) {
        expect(brings(from, ending)).toBe(bringsAbout(graph, coalition, new Set([ending]), from));
        expect(prevents(from, ending)).toBe(blocks(graph, coalition, new Set([ending]), from));
      }
    });
  };

  it.each(LAWFUL)('equals the power over each ending in %s', (path) => {
    const graph = graphFor(lawful(bytes(path)));
    const actors = graph.scenario.actors.map(({ id }) => id);
    fc.assert(
      fc.property(fc.subarray(actors), (who) => agree(graph, new Set(who))),
      { numRuns: 10, seed: 1 },
    );
  });

  it('equals the power over each of more endings than a number has bits', () => {
    const scenario = vote(3);
    const never = times(70, (at) => ({ ...scenario.endings[1], id: `e${at}`, when: { any: [] } }));
    const [deal, none] = scenario.endings;
    if (!deal || !none) throw new Error('The vote has two endings.');
    const graph = graphFor({
      ...scenario,
      endings: [deal, ...never.map((ending) => ({ ...none, ...ending })), none],
    });
    for (const who of [[], ['p0'], ['p0', 'p1', 'p2']]) agree(graph, new Set(who));
  });

  it('is computed quickly for 64 parties and 200 endings', () => {
    const scenario = vote(64);
    const graph = graphFor(scenario);
    const [first] = scenario.endings;
    const endings = times(LIMITS.endings, (at) => ({
      ...(first as (typeof scenario.endings)[number]),
      id: `e${at}`,
    }));
    const started = performance.now();
    const found = powers(
      { ...graph, scenario: { ...scenario, endings } },
      scenario.actors.map(({ id }) => [id]),
      graph.nodes.length - 1,
    );
    expect(found).toHaveLength(64);
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});

describe('clauses and given answers', () => {
  it('are distinguished up to 32 clauses of an answer, in futures that are plain numbers', () => {
    const scenario = vote(2);
    const file = {
      ...scenario,
      questions: scenario.questions.map((question) => ({
        ...question,
        answers: question.answers.map((answer) => ({
          ...answer,
          againstWhen: times(LIMITS.clauses, (at) => ({
            when: at === 31 ? always : { any: [] },
            evidence: [`E-${at}`],
            why: '',
          })),
        })),
      })),
    };
    const rules = compileRules(file);
    const made = futuresOf(rules, explore(rules));
    expect(made.flat().every((entry) => entry >= 0)).toBe(true);
    const against = (id: string) =>
      holdsClaim(outcomesOf(file), { kind: 'against', answers: ['vote.yes'], evidence: [id], always: true });
    expect(against('E-31')).toBe(true);
    expect(against('E-0')).toBe(false);
    expect(against('E-30')).toBe(false);
  });

  /** So many questions, one after the other, each with two answers that nothing later asks about. */
  const chain = (length: number): Scenario =>
    complete({
      format: 1,
      id: 'chain',
      edition: 1,
      title: 'Chain',
      notice: 'A test file, not a forecast.',
      issues: [{ id: 'i', states: [{ id: 's' }] }],
      questions: times(length, (at) => ({
        id: `q${at}`,
        actor: 'reader',
        text: 'Which?',
        when: always,
        answers: ['a', 'b'].map((id) => ({ id, code: `${id}${at}`, label: id, ...assumed })),
      })),
      endings: [{ id: 'end', when: always }],
    });

  it('cost, for 16 or 30 given answers, no more than the stories that still contain them', () => {
    const graph = graphFor(chain(18));
    const given = (count: number) => times(count, (at) => `q${at}.a`);
    expect(storiesWith(graph, given(16)).nodes).toHaveLength(19);
    const long = {
      ...graph,
      nodes: times(32, (at) =>
        at === 0 ? { end: 0, edges: [] } : { end: -1, edges: [{ answer: 0, to: at - 1, clauses: 0 }] },
      ),
    };
    expect(() => storiesWith(long, given(31))).toThrow(RangeError);
    expect(endingsOf(storiesWith(graph, given(16), ['q17.a', 'q17.b']))).toEqual([]);
  });

  it('are found in stories longer than the call stack of the engine', () => {
    const scenario = counter(14);
    const graph = outcomesOf(scenario);
    expect(graph.nodes.length).toBeGreaterThan(16_000);
    expect(endingsOf(storiesWith(graph, ['count.to13']))).toEqual([0]);
    expect(holdsClaim(graph, { kind: 'endings', given: ['count.to13'], are: ['end'] })).toBe(true);
    expect(
      holdsClaim(graph, { kind: 'against', answers: ['count.to0'], evidence: ['E-1'], never: true }),
    ).toBe(true);
  });
});

describe('a file that the page opens', () => {
  it('with 64 parties is examined quickly', () => {
    const stage: ExaminationStage[] = [];
    const { id, title, notice, ...rest } = vote(64);
    const file: ScenarioFile = {
      format: 1,
      id,
      title,
      notice,
      edition: 1,
      actors: rest.actors.map(({ id, name }) => ({ id, name })),
      issues: [{ id: 'i', states: [{ id: 's' }] }],
      questions: [
        {
          id: 'q',
          actor: 'p0',
          text: 'Q',
          when: always,
          answers: [{ id: 'a', code: 'a', label: 'A', ...assumed }],
        },
      ],
      endings: [{ id: 'e', when: always }],
    };
    examine(new TextEncoder().encode(JSON.stringify(file)), (news) => stage.push(news));
    expect(stage.at(-1)?.stage).toBe('examined');
  });
});
