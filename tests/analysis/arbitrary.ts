/** Random scenarios for fast-check: small, but with everything that makes the analysis hard. */
import fc from 'fast-check';
import type { Condition } from '../../src/scenario/condition.ts';
import type { ScenarioFile } from '../../src/scenario/format.ts';

type FileQuestion = ScenarioFile['questions'][number];
type FileAnswer = FileQuestion['answers'][number];

const BASES = ['stated', 'reported', 'urged', 'suggested', 'assumption'] as const;

const biased = fc.gen().map((draw): ScenarioFile => {
  const upTo = (most: number) => draw(fc.integer, { min: 0, max: most });
  const between = (least: number, most: number) => least + upTo(most - least);
  const oneOf = <T>(items: readonly T[]): T => items[upTo(items.length - 1)] as T;
  const some = <T>(items: readonly T[]): T[] => items.filter(() => upTo(1) === 1);
  const list = <T>(length: number, make: (at: number) => T): T[] =>
    Array.from({ length }, (_, at) => make(at));

  const issues = list(between(2, 4), (issue) => ({
    id: `i${issue}`,
    states: list(between(2, 3), (state) => ({ id: `s${state}` })),
  }));
  const actors = list(between(1, 3), (at) => ({ id: `a${at}`, name: `Actor ${at}` }));
  const names = actors.map(({ id }) => id);

  const test = (): Condition => {
    const issue = oneOf(issues);
    return { issue: issue.id, in: some(issue.states).map(({ id }) => id) };
  };
  const condition = (depth: number): Condition => {
    const form = depth === 0 ? 0 : upTo(5);
    if (form <= 2) return test();
    if (form === 3) return { not: condition(depth - 1) };
    const parts = list(upTo(2), () => condition(depth - 1));
    return form === 4 ? { all: parts } : { any: parts };
  };
  const group = (): string[] => {
    const members = some(names);
    return members.length > 0 ? members : [oneOf(names)];
  };

  let codes = 0;
  const answer = (at: number, byReader: boolean): FileAnswer => {
    const moved = some(issues).slice(0, 2);
    const basis = byReader ? ('reading' as const) : oneOf(BASES);
    return {
      id: `to${at}`,
      code: `c${codes++}`,
      label: `Answer ${at}`,
      sets: Object.fromEntries(moved.map(({ id, states }) => [id, oneOf(states).id])),
      basis,
      ...(upTo(1) > 0 && { short: `To ${at}` }),
      ...((basis === 'urged' || basis === 'suggested') && { by: 'Somebody' }),
      evidence: ['E-1'],
      inferred: upTo(3) === 0,
      against: upTo(3) === 0 ? ['E-1'] : [],
      againstWhen: list(upTo(1), () => ({ when: condition(1), evidence: ['E-1'] })),
      // The first answer is always available.
      requires: at === 0 ? [] : list(upTo(1), () => ({ when: condition(2), kind: 'structure' as const })),
      ...(!byReader && upTo(2) > 0 && { consent: list(between(1, 2), () => (upTo(4) === 0 ? [] : group())) }),
    };
  };

  const question = (at: number): FileQuestion => {
    const byReader = upTo(5) === 0;
    const asked = byReader ? [] : group();
    const answers = list(between(1, 3), (number) => answer(number, byReader));
    const free = answers.filter(({ requires }) => requires?.length === 0);
    for (const actor of asked) {
      const way = oneOf(free);
      // Without `consent` all of the actors together make it happen.
      way.consent = [...(way.consent ?? [asked]), upTo(4) === 0 ? [] : [actor]];
    }
    return {
      id: `q${at}`,
      actor: byReader ? 'reader' : asked,
      text: `Question ${at}?`,
      ...(upTo(1) > 0 && { short: `Question ${at}` }),
      when: at === 0 ? { all: [] } : condition(2),
      answers,
      ...(upTo(3) === 0 && { leave: { code: `c${codes++}`, short: 'Nothing' } }),
    };
  };
  const questions = list(between(2, 6), question);

  const [first, second] = [oneOf(issues), oneOf(issues)];
  const cells = first.states.flatMap((one) =>
    first === second
      ? [{ all: [{ issue: first.id, in: [one.id] }] }]
      : second.states.map((two) => ({
          all: [
            { issue: first.id, in: [one.id] },
            { issue: second.id, in: [two.id] },
          ],
        })),
  );
  // Some cells share an ending.
  const shared = between(2, cells.length);
  const endings = list(shared, (at) => ({
    id: `e${at}`,
    when: { any: cells.filter((_, cell) => cell % shared === at) },
    ...(upTo(1) > 0 && { short: ['Ending', String(at)] }),
  }));
  const aims = list(upTo(2), (at) => ({
    id: `aim${at}`,
    actor: oneOf(names),
    label: `Aim ${at}`,
    ...(upTo(1) > 0 && { arises: condition(1) }),
    met: condition(1),
    ...(upTo(1) > 0 && { arguable: condition(1) }),
  }));
  const reference = { title: 'Elsewhere', ...(upTo(1) > 0 && { date: '2026', url: 'https://example.org/' }) };

  return {
    format: 1 as const,
    id: 'random',
    edition: 1,
    title: 'Random',
    notice: 'A test file, not a forecast.',
    sources: [{ id: 'E', title: 'Made up', characters: 12, paragraphs: 1 }],
    evidence: [
      { id: 'E-1', source: 'E', paragraph: 1, start: 0, end: 12, quote: 'It was said.', kind: 'statement' },
    ],
    actors,
    issues,
    questions,
    endings,
    aims,
    unreported: list(upTo(1), () => ({ actor: oneOf(names), label: 'Unknown' })),
    glossary: list(upTo(2), (at) => ({ term: `Word ${at}`, meaning: 'So.' })),
    changes: list(upTo(2), () => ({
      edition: 1,
      date: '2026-11-26',
      kind: oneOf(['correction', 'clarification', 'update', 'source'] as const),
      text: 'Mended.',
      ids: some(['q0', 'c0', 'E-1']),
    })),
    background: {
      sentences: list(upTo(1), () => ({ text: 'It rained.', source: reference })),
      corrections: list(upTo(1), () => ({ evidence: 'E-1', text: 'It did not.', source: reference })),
    },
    ...(upTo(1) > 0 && { provenance: 'Made up.' }),
  };
});

/**
 * A scenario file whose questions are asked once, so that its stories are finite; with an answer that is always
 * available, and for each of those asked one that they, or nobody, can make happen alone: no dead end, no standstill.
 * Its endings divide the situations by the states of one or two issues. So it is lawful as it is made.
 * Without fast-check’s leaning towards the least of everything, which here gives stories that cannot part.
 */
export const scenarioFile: fc.Arbitrary<ScenarioFile> = fc.noBias(biased);
