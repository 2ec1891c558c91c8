/** Tests that look-ups by id return the contents of the given scenario and nothing else. */
import { describe, expect, it } from 'vitest';
import { excludedQuotations, withoutQuotations } from '../../src/analysis/questions/knockout.ts';
import { complete, serialise } from '../../src/scenario/complete.ts';
import { answersByCode, answersOf, byId, indexById, quotationsWith } from '../../src/scenario/lookups.ts';
import { EXAMPLES } from '../support/examples.ts';
import { real } from '../support/real.ts';
import { ZOO } from '../zoo/zoo.ts';

describe.each([...ZOO, ...EXAMPLES, real].map((scenario) => ({ name: scenario.id, scenario })))(
  'the look-ups in $name',
  ({ scenario }) => {
    it('find every item by its id, with its index', () => {
      const { sources, evidence, actors, issues, acts, questions, endings, facts, aims, walks } = scenario;
      for (const list of [sources, evidence, actors, issues, acts, questions, endings, facts, aims, walks])
        for (const [at, item] of list.entries()) {
          expect(byId<{ readonly id: string }>(list, item.id)).toBe(item);
          expect(indexById(list, item.id)).toBe(at);
        }
    });

    it('find every answer by its code, and list all in the order of the file', () => {
      const answers = scenario.questions.flatMap((question) => question.answers);
      expect(answersOf(scenario)).toEqual(answers);
      expect([...answersByCode(scenario)]).toEqual(answers.map((answer) => [answer.code, answer]));
    });
  },
);

describe('a look-up', () => {
  it('finds nothing for an id that no item has, a name that every object inherits, or no id', () => {
    for (const id of ['no-such-id', '', 'constructor', '__proto__', 'toString', undefined]) {
      expect(byId(real.evidence, id)).toBeUndefined();
      expect(indexById(real.evidence, id)).toBe(-1);
    }
    expect(answersByCode(real).get('constructor')).toBeUndefined();
  });

  it('finds the first of several items with the same id', () => {
    const items = [{ id: 'a' }, { id: 'b' }, { id: 'a' }];
    expect(byId(items, 'a')).toBe(items[0]);
  });

  it('finds answers without a set-aside quotation in the reduced scenario, and with it in the whole one', () => {
    const cited = answersOf(real).find(({ evidence }) => evidence.length > 0);
    const [id] = cited?.evidence ?? [];
    if (!cited || id === undefined) throw new Error('No answer of the scenario cites a quotation.');
    const less = withoutQuotations(real, excludedQuotations(real, [{ kind: 'quotation', id }]));
    expect(answersByCode(less).get(cited.code)?.evidence).not.toContain(id);
    expect(answersByCode(real).get(cited.code)?.evidence).toContain(id);
  });

  it('finds the items of a copy in that copy', () => {
    const copy = { ...real, endings: real.endings.slice(1) };
    expect(byId(copy.endings, real.endings[0]?.id)).toBeUndefined();
    expect(complete(serialise(real))).toEqual(real);
  });

  it('gives quotations in the order in which they are named, and skips unknown ids', () => {
    const [a, b] = real.evidence;
    if (!a || !b) throw new Error('The scenario has fewer than two quotations.');
    expect(quotationsWith(real, [b.id, 'no-such-id', a.id])).toEqual([b, a]);
  });
});
