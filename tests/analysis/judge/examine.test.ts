/** Tests that `examine` reports its stages in order, and ends with the same futures as the build. */
import { describe, expect, it } from 'vitest';
import { examine, type ExaminationStage } from '../../../src/analysis/judge/examine.ts';
import { explore } from '../../../src/analysis/graph/explore.ts';
import { futuresOf } from '../../../src/analysis/graph/futures.ts';
import { validateStories } from '../../../src/analysis/judge/validate.ts';
import { compileRules } from '../../../src/analysis/graph/rules.ts';
import { serialise } from '../../../src/scenario/complete.ts';
import { parse } from '../../../src/scenario/parse/parse.ts';
import type { ScenarioFile } from '../../../src/scenario/format.ts';
import type { Scenario } from '../../../src/scenario/scenario.ts';
import { lattice } from '../../bench/lattice.ts';
import { baseWith, bytes, lawful, LAWFUL, REAL } from '../../scenario/files.ts';

function told(file: Uint8Array | string): ExaminationStage[] {
  const all: ExaminationStage[] = [];
  examine(typeof file === 'string' ? new TextEncoder().encode(file) : file, (news) => all.push(news));
  return all;
}

function last(file: Uint8Array | string) {
  const end = told(file).at(-1);
  if (end?.stage !== 'examined' && end?.stage !== 'refused') throw new Error(`it ends with ${end?.stage}`);
  return end;
}

const text = (scenario: Scenario) => JSON.stringify(serialise(scenario));

describe('a lawful file', () => {
  it.each([...LAWFUL, REAL])('gives, for %s, the possible futures and the warnings of the prover', (path) => {
    const scenario = lawful(bytes(path));
    const rules = compileRules(scenario);
    expect(last(bytes(path))).toEqual({
      stage: 'examined',
      scenario,
      futures: futuresOf(rules, explore(rules)),
      problems: [...parse(bytes(path)).problems, ...validateStories(scenario)],
    });
  });

  it('passes the stages in order: read, explored, judged', () => {
    const stages = told(text(lattice(15)));
    expect(stages.map(({ stage }) => stage)).toEqual(['read', 'looking', 'looking', 'judging', 'examined']);
    const counts = stages.flatMap((news) => ('situations' in news ? [news.situations] : []));
    expect(counts).toEqual([0, 32_768, 65_536]);
  });

  it('survives structured cloning between threads', () => {
    for (const news of told(bytes(REAL))) expect(structuredClone(news)).toEqual(news);
  });
});

describe('a faulty file', () => {
  it('with a static fault is refused before exploration', () => {
    expect(told('{').map(({ stage }) => stage)).toEqual(['refused']);
  });

  it('with a fault that only exploration shows is refused after reading', () => {
    const stages = told(bytes('tests/examples/broken/loop.scenario.json'));
    expect(stages[0]?.stage).toBe('read');
    expect(last(bytes('tests/examples/broken/loop.scenario.json'))).toMatchObject({
      stage: 'refused',
      problems: [{ code: 'loop' }],
    });
  });

  it('with a false finding is opened without that finding', () => {
    const counts = (equals: number) => ({ kind: 'count' as const, of: 'questions' as const, equals });
    const file = baseWith((file: ScenarioFile) => {
      file.findings = [
        { id: 'right', text: 'Right.', claim: counts(file.questions.length) },
        { id: 'wrong', text: 'Wrong.', claim: counts(99) },
      ];
    });
    expect(last(file)).toMatchObject({
      stage: 'examined',
      scenario: { findings: [{ id: 'right' }] },
      problems: [{ code: 'false-finding', where: 'findings[1]', value: 'wrong', level: 'warning' }],
    });
  });
});

describe('a file that is too large for its futures to be computed', () => {
  const claiming = (scenario: Scenario): Scenario => ({
    ...scenario,
    findings: [
      { id: 'one', note: '', text: 'One ending.', claim: { kind: 'count', of: 'endings', equals: 1 } },
    ],
  });

  it('by its number of situations is read and can be played, without findings', () => {
    expect(last(text(claiming(lattice(19))))).toMatchObject({
      stage: 'examined',
      scenario: { id: 'lattice-19', findings: [] },
      futures: null,
      problems: [{ code: 'too-many-situations', value: 'more than 1,000,000' }],
    });
  });

  it('by its number of different futures can also be played', () => {
    expect(last(text(claiming(lattice(15))))).toMatchObject({
      futures: null,
      scenario: { findings: [] },
      problems: [{ code: 'too-many-futures', where: '', value: 'more than 20,000' }],
    });
    expect(last(text(lattice(14)))).toMatchObject({ problems: [] });
  });

  it('is refused where it has a fault', () => {
    const scenario = lattice(19);
    const never = {
      ...scenario,
      endings: scenario.endings.map((ending) => ({ ...ending, when: { any: [] } })),
    };
    expect(last(text(never)).problems.map(({ code }) => code)).toContain('no-ending');
  });
});
