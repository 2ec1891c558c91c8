/** Tests what changes in a scenario, and what does not, when a source, a speaker or a quotation is set aside. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compare } from '../../../src/analysis/questions/compare.ts';
import { graphOf } from '../../../src/analysis/graph/graph.ts';
import {
  losses,
  excludedQuotations,
  withoutQuotations,
  type Aside,
} from '../../../src/analysis/questions/knockout.ts';
import { extremes } from '../../../src/analysis/questions/ways.ts';
import { compile } from '../../../src/machine/compile.ts';
import { change, replay } from '../../../src/machine/replay.ts';
import { contradicted } from '../../../src/machine/support.ts';
import { undocumented } from '../../../src/scenario/scenario.ts';
import { compiled, randomStory, seeded } from '../../support/laws.ts';
import { answer, real, walk } from '../../support/real.ts';
import { ZOO } from '../../zoo/zoo.ts';

const all = compiled(real);
const gone = (...aside: Aside[]) => excludedQuotations(real, aside);

describe('the evidence that is set aside', () => {
  it('is every quotation of a source, every one of a speaker, or a single one', () => {
    const ids = (keep: (item: (typeof real.evidence)[number]) => boolean) =>
      new Set(real.evidence.filter(keep).map(({ id }) => id));
    expect(gone({ kind: 'source', id: 'L' })).toEqual(ids(({ source }) => source === 'L'));
    const lavrov = real.evidence.find(({ speaker }) => speaker === 'Sergei Lavrov');
    expect(gone({ kind: 'speaker', id: lavrov?.id ?? '' })).toEqual(
      ids(({ speaker }) => speaker === 'Sergei Lavrov'),
    );
    expect(gone({ kind: 'quotation', id: 'M-29' })).toEqual(new Set(['M-29']));
    expect(gone({ kind: 'quotation', id: 'no-such' }, { kind: 'source', id: 'X' }).size).toBe(0);
  });

  it('makes an assumption of an answer without other evidence, and of no other answer', () => {
    const ids = gone({ kind: 'source', id: 'L' });
    const left = new Map(
      withoutQuotations(real, ids)
        .questions.flatMap(({ answers }) => answers)
        .map((a) => [a.key, a]),
    );
    const bare = new Set(
      losses(real, ids)
        .filter(({ unsupported }) => unsupported)
        .map(({ answer }) => answer.key),
    );
    expect(bare.size).toBeGreaterThan(0);
    for (const { key, basis, evidence } of real.questions.flatMap(({ answers }) => answers)) {
      const now = left.get(key);
      expect(now?.evidence).toEqual(evidence.filter((id) => !id.startsWith('L-')));
      expect(now?.basis !== basis, key).toBe(bare.has(key));
      if (bare.has(key))
        expect([now?.basis, now?.inferred, now?.evidence]).toEqual(['assumption', false, []]);
    }
  });

  it('leaves the scenario unchanged if it is empty', () => {
    expect(withoutQuotations(real, gone())).toBe(real);
    expect(losses(real, gone())).toEqual([]);
  });
});

describe('a scenario with something set aside', () => {
  const evidence = fc.subarray(real.evidence.map(({ id }) => id));

  it('plays the same: questions, answers and endings are unchanged (all scenarios)', () => {
    for (const scenario of [...ZOO, real]) {
      const told = compiled(scenario);
      const less = compile(withoutQuotations(scenario, new Set(scenario.evidence.map(({ id }) => id))));
      const random = seeded(7);
      for (let run = 0; run < 50; run++) {
        const story = randomStory(told, random);
        const [was, is] = [replay(told.machine, story), replay(less, story)];
        expect(is.refused, scenario.id).toEqual([]);
        expect(is.now.ending?.id, scenario.id).toBe(was.now.ending?.id);
      }
    }
  });

  it('has the same counts of documented and contradicted answers on the graph and the machine', () => {
    fc.assert(
      fc.property(evidence, fc.constantFrom(...real.walks), (ids, { story }) => {
        const less = withoutQuotations(real, new Set(ids));
        const graph = graphOf(less, all.futures);
        const { steps } = replay(compile(less), story);
        let at = graph.nodes.length - 1;
        for (const { answer, before } of steps) {
          const edge = graph.nodes[at]?.edges.find((edge) => graph.answers[edge.answer]?.key === answer.key);
          if (!edge) throw new Error(answer.key);
          const holding = answer.againstWhen.some((_, bit) => (edge.clauses >> bit) & 1);
          expect(answer.against.length > 0 || holding).toBe(contradicted(answer, before.states));
          at = edge.to;
        }
      }),
      { seed: 11, numRuns: 40 },
    );
  });

  it('never has a better documented way to an ending than with less set aside', () => {
    fc.assert(
      fc.property(evidence, (ids) => {
        for (const [ending] of real.endings.entries()) {
          const least = (set: readonly string[]) => {
            const graph = graphOf(withoutQuotations(real, new Set(set)), all.futures);
            return extremes(graph, 'undocumented', ending)[graph.nodes.length - 1] ?? NaN;
          };
          const half = ids.slice(0, Math.ceil(ids.length / 2));
          expect(least(ids)).toBeGreaterThanOrEqual(least(half));
        }
      }),
      { seed: 12, numRuns: 25 },
    );
  });
});

describe('the comparison of two stories', () => {
  const [w2, w8] = [walk('W2'), walk('W8')];
  const found = compare(all.machine, w2, w8);

  it('has its fork where the codes differ', () => {
    const parting = w2.findIndex((code, at) => code !== w8[at]);
    expect(found.common).toBe(parting);
    expect(compare(all.machine, w2, w2).common).toBe(w2.length);
    expect(compare(all.machine, w2, w2.slice(0, 3)).common).toBe(3);
  });

  it('has every step of both stories once, in rows in the order of the file', () => {
    const places = found.rows.map(({ question }) => real.questions.indexOf(question));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    for (const [story, side] of [
      [w2, 'a'],
      [w8, 'b'],
    ] as const) {
      const codes = found.rows.flatMap((row) => row[side]?.code ?? []);
      expect([...codes].sort()).toEqual([...story].sort());
    }
  });

  it('counts undocumented answers as each story does', () => {
    for (const [story, told] of [
      [w2, found.a],
      [w8, found.b],
    ] as const)
      expect(told.undocumented).toBe(story.filter((code) => undocumented(answer(code))).length);
  });

  it('is empty for equal stories, and otherwise lists the quotations that only one uses', () => {
    const same = compare(all.machine, w8, w8);
    expect([same.facts, same.aims, same.onlyA, same.onlyB]).toEqual([[], [], [], []]);
    expect(found.onlyA.some((id) => found.b.restsOn.includes(id))).toBe(false);
  });

  it('keeps every possible answer when the story is retold with the other sentence', () => {
    const other = change(all.machine, w2, w2.indexOf('tc'), 'td').story;
    const { a, b, common } = compare(all.machine, w2, other);
    expect(common).toBe(w2.indexOf('tc'));
    expect(b.steps[common]?.code).toBe('td');
    expect(a.ending).not.toBeNull();
  });
});
