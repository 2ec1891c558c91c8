/** A link made for one edition says on another what stands, what was reworded and what cannot be taken any more. */
import { describe, expect, it } from 'vitest';
import { compile } from '../../src/machine/compile.ts';
import { receipt, today, type Receipt } from '../../src/machine/receipt.ts';
import { replay } from '../../src/machine/replay.ts';
import { referenceProblems } from '../../src/scenario/references.ts';
import { namesIn } from '../../src/scenario/names.ts';
import { serialise } from '../../src/scenario/complete.ts';
import type { Answer, Scenario, Story } from '../../src/scenario/scenario.ts';
import { real, walk } from '../support/real.ts';

/** The scenario’s next edition, in which some answers changed. */
function next(changes: Readonly<Record<string, Partial<Answer>>>, more: Partial<Scenario> = {}): Scenario {
  return {
    ...real,
    edition: real.edition + 1,
    questions: real.questions.map((question) => ({
      ...question,
      answers: question.answers.map((answer) => ({ ...answer, ...changes[answer.code] })),
    })),
    ...more,
  };
}

const W = walk('W3');
const at = (step: number) => W[step - 1] ?? '';
const told = (scenario: Scenario, story: Story) => replay(compile(scenario), today(scenario, story));

describe('a link of an earlier edition', () => {
  it('of which nothing changed is as it was, from the first step to the last', () => {
    expect(receipt(real, W, told(next({}), W))).toEqual([{ kind: 'same', first: 1, last: W.length }]);
  });

  it('says which step was reworded, and what it said then', () => {
    const now = next({ [at(5)]: { label: 'Other words' } });
    const lines = receipt(real, W, told(now, W));
    expect(lines.map(({ kind }) => kind)).toEqual(['same', 'changed', 'same']);
    expect(lines[1]).toMatchObject({ step: 5, now: { label: 'Other words' } });
    expect((lines[1] as Extract<Receipt, { kind: 'changed' }>).then.label).toBe(
      real.questions.flatMap(({ answers }) => answers).find(({ code }) => code === at(5))?.label,
    );
  });

  it('says which step rests on something else now', () => {
    const now = next({ [at(2)]: { basis: 'assumption', inferred: false } });
    const lines = receipt(real, W, told(now, W));
    expect(lines[1]).toMatchObject({ kind: 'changed', step: 2, now: { basis: 'assumption' } });
  });

  it('follows a code that was renamed', () => {
    const now = next({ [at(4)]: { code: 'zzz' } }, { renamed: [{ from: at(4), to: 'zzz' }] });
    expect(today(now, W)).toEqual(W.map((code) => (code === at(4) ? 'zzz' : code)));
    expect(told(now, W).refused).toEqual([]);
    expect(receipt(real, W, told(now, W))).toEqual([{ kind: 'same', first: 1, last: W.length }]);
  });

  it('says from which step on it cannot be taken, why, and what it said then', () => {
    const now = next({ [at(4)]: { code: 'zzz' } });
    const lines = receipt(real, W, told(now, W));
    expect(lines[0]).toEqual({ kind: 'same', first: 1, last: 3 });
    expect(lines[1]).toMatchObject({ kind: 'refused', step: 4, refusal: { why: 'unknown' } });
    expect(lines[1]).toHaveProperty('then.label');
    expect(lines.length).toBe(1 + W.length - 3);
  });

  it('whose edition is not kept here says what can be taken, and claims no more', () => {
    const lines = receipt(null, W, told(next({ [at(5)]: { label: 'Other words' } }), W));
    expect(lines).toEqual([{ kind: 'same', first: 1, last: W.length }]);
  });
});

describe('renamed codes', () => {
  const problems = (renamed: Scenario['renamed']) => {
    const file = serialise({ ...real, renamed });
    return [...referenceProblems(file, namesIn(file))].map(({ code, where }) => [code, where]);
  };
  it('stand for a code of today, and are none', () => {
    expect(problems([{ from: 'old', to: at(1) }])).toEqual([]);
    expect(problems([{ from: at(2), to: at(1) }])).toEqual([['renamed-in-use', 'renamed[0].from']]);
    expect(problems([{ from: 'old', to: '???' }])).toEqual([['unknown-code', 'renamed[0].to']]);
  });
});
