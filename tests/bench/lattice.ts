/** A parallel scenario of any size, for the benchmarks: every order in which issues can be raised. */
import { complete } from '../../src/scenario/complete.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';

/** Issues that can be raised in any order, until somebody stops: 2 × 2ⁿ situations. */
export function lattice(issues: number): Scenario {
  const names = Array.from({ length: issues }, (_, at) => `i${at}`);
  return complete({
    format: 1,
    id: `lattice-${issues}`,
    edition: 1,
    title: 'Lattice',
    notice: 'A test file, not a forecast.',
    actors: [{ id: 'a', name: 'A' }],
    issues: [
      { id: 'talks', states: [{ id: 'on' }, { id: 'over' }] },
      ...names.map((id) => ({ id, states: [{ id: 'low' }, { id: 'high' }] })),
    ],
    questions: [
      {
        id: 'next',
        actor: 'a',
        text: 'What next?',
        when: { issue: 'talks', in: ['on'] },
        again: true,
        answers: [
          ...names.map((id) => ({
            id: `raise-${id}`,
            code: id,
            label: `Raise ${id}`,
            sets: { [id]: 'high' },
            basis: 'assumption' as const,
            requires: [{ when: { issue: id, in: ['low'] }, kind: 'structure' as const }],
          })),
          { id: 'stop', code: 's', label: 'Stop', sets: { talks: 'over' }, basis: 'assumption' as const },
        ],
      },
    ],
    endings: [{ id: 'end', when: { all: [] } }],
  });
}
