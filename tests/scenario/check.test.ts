/** Tests each static rule: one change to a lawful file, and the one problem that it causes. */
import { describe, expect, it } from 'vitest';
import type { ScenarioFile } from '../../src/scenario/format.ts';
import { parse } from '../../src/scenario/parse/parse.ts';
import { PROBLEMS, type ProblemCode } from '../../src/scenario/problems.ts';
import { baseWith } from './files.ts';

/** Puts `value` at `path` of the base file, or takes away what is there. */
const at = (path: string, value?: unknown) => (file: ScenarioFile) => {
  const steps = path.split(/[.[\]]+/).filter(Boolean);
  const last = steps.pop() ?? '';
  let part = file as unknown as Record<string, unknown>;
  for (const step of steps) part = part[step] as Record<string, unknown>;
  if (value === undefined) Reflect.deleteProperty(part, last);
  else Object.defineProperty(part, last, { value, enumerable: true, configurable: true, writable: true });
};

const answer = 'questions[0].answers[0]';
const finding = (claim: object) => at('findings', [{ id: 'F', text: 'It is so.', claim }]);
const claim = 'findings[0].claim';
const always = { all: [] };
const aims = [
  { id: 'one', actor: 'a', label: 'One', met: always },
  { id: 'two', actor: 'b', label: 'Two', met: always },
];

type Row = [code: ProblemCode, where: string, change: (file: ScenarioFile) => unknown];

function meets(rows: Row[]): void {
  it.each(rows.map(([code, where, change]) => ({ code, where, change })))(
    '$code at $where',
    ({ code, where, change }) => {
      const { problems } = parse(baseWith(change));
      expect(problems.map((problem) => `${problem.code} ${problem.where}`)).toEqual([`${code} ${where}`]);
    },
  );
}

describe('the shape of a file', () => {
  meets([
    ['bad-shape', 'notice', at('notice')],
    ['bad-shape', `${answer}.basis`, at(`${answer}.basis`, 'rumoured')],
    ['bad-shape', `${answer}.sets`, at(`${answer}.sets`, ['door', 'open'])],
    ['bad-shape', `${answer}.sets`, at(`${answer}.sets`, { door: 1 })],
    ['bad-shape', 'questions[2].actor', at('questions[2].actor', 7)],
    ['bad-shape', 'questions[1].when.in', at('questions[1].when.in', 'open')],
    ['bad-shape', 'edition', at('edition', 1.5)],
    ['bad-shape', 'edition', at('edition', 0)],
    ['bad-shape', 'sources[0].sha256', at('sources[0].sha256', 'D253')],
    ['bad-shape', `${claim}.kind`, finding({ kind: 'likely' })],
    ['bad-shape', `${claim}.of[0].of`, finding({ kind: 'all', of: [{ kind: 'all' }] })],
    ['unknown-field', 'questions[0].likelihood', at('questions[0].likelihood', 0.5)],
    ['unknown-field', 'questions[0].constructor', at('questions[0].constructor', 1)],
    ['unknown-field', `${answer}.__proto__`, at(`${answer}.__proto__`, {})],
    ['bad-condition', 'endings[0].when', at('endings[0].when', {})],
    ['bad-condition', 'endings[0].when', at('endings[0].when', 'always')],
    ['bad-condition', 'endings[0].when.not.all[0]', at('endings[0].when', { not: { all: [{ none: [] }] } })],
  ]);

  it('is checked with a problem that names the expected kind', () => {
    const [problem] = parse(baseWith(at('title', 7))).problems;
    expect(problem?.message).toBe('Here belongs a text; there is 7.');
  });
});

describe('ids and codes', () => {
  meets([
    ['bad-id', 'id', at('id', 'Base')],
    ['bad-id', 'id', at('id', 'a--b')],
    ['reserved-id', 'id', at('id', 'ending')],
    ['bad-id', 'endings[0].id', at('endings[0].id', '1st')],
    ['bad-id', 'endings[0].id', at('endings[0].id', 'é')],
    ['bad-id', 'endings[0].id', at('endings[0].id', 'a'.repeat(65))],
    ['bad-id', 'endings[0].id', at('endings[0].id', 'a_b')],
    ['reserved-id', 'endings[0].id', at('endings[0].id', 'reader')],
    ['duplicate-id', 'endings[1].id', (file) => at('endings[1].id', file.endings[0]?.id)(file)],
    [
      'duplicate-id',
      'grid.columns[1].id',
      at('grid', {
        rows: [],
        columns: [
          { id: 'x', label: '' },
          { id: 'x', label: '' },
        ],
      }),
    ],
    ['duplicate-code', 'questions[1].leave.code', at('questions[1].leave', { code: 'd1' })],
    ['bad-code', 'questions[1].leave.code', at('questions[1].leave', { code: 'é' })],
  ]);

  it('may differ only in case', () => {
    expect(parse(baseWith(at(`${answer}.code`, 'D2'))).ok).toBe(true);
  });
});

describe('a reference to an item', () => {
  meets([
    ['unknown-source', 'evidence[0].source', at('evidence[0].source', 'T')],
    ['unknown-evidence', 'issues[0].states[0].evidence[0]', at('issues[0].states[0].evidence', ['S-9'])],
    [
      'unknown-evidence',
      'questions[1].leave.evidence[0]',
      at('questions[1].leave', { code: 'x', evidence: ['S-9'] }),
    ],
    ['unknown-evidence', `${answer}.doubt[0]`, at(`${answer}.doubt`, ['S-9'])],
    [
      'unknown-evidence',
      `${answer}.againstWhen[0].evidence[0]`,
      at(`${answer}.againstWhen`, [{ when: always, evidence: ['S-9'] }]),
    ],
    [
      'unknown-state',
      `${answer}.requires[0].when.in[1]`,
      at(`${answer}.requires`, [{ when: { issue: 'door', in: ['shut', 'ajar'] }, kind: 'source' }]),
    ],
    ['unknown-evidence', 'timeline[0].evidence[0]', at('timeline', [{ label: '', evidence: ['S-9'] }])],
    [
      'unknown-evidence',
      'tensions[0].b[0]',
      at('tensions', [{ id: 'X', title: '', a: ['S-1'], b: ['S-9'] }]),
    ],
    [
      'unknown-question',
      'tensions[0].question',
      at('tensions', [{ id: 'X', title: '', a: [], b: [], question: 'roof' }]),
    ],
    ['unknown-issue', `${answer}.sets.window`, at(`${answer}.sets`, { window: 'open' })],
    ['unknown-issue', `${answer}.sets.constructor`, at(`${answer}.sets`, { constructor: 'open' })],
    [
      'unknown-issue',
      `${answer}.sets.__proto__`,
      (file) => (at(`${answer}.sets`, {})(file), at(`${answer}.sets.__proto__`, 'open')(file)),
    ],
    ['unknown-actor', 'questions[0].actor', at('questions[0].actor', 'toString')],
    ['unknown-actor', 'aims[1].actor', at('aims', [aims[0], { ...aims[1], actor: 'c' }])],
    ['unknown-act', 'questions[0].act', at('questions[0].act', '')],
    ['unknown-row', 'endings[0].row', at('endings[0].row', 'war')],
    ['unknown-column', 'endings[0].column', at('endings[0].column', 'none')],
    ['unknown-ending', 'walks[0].ends', at('walks', [{ id: 'W', title: '', story: ['d1'], ends: 'bright' }])],
    [
      'broken-walk',
      'walks[0].story[1]',
      at('walks', [{ id: 'W', title: '', story: ['d1', 'zz'], ends: 'locked' }]),
    ],
  ]);

  it('to a missing item gets a problem that suggests a similar id', () => {
    const [problem] = parse(baseWith(at('questions[1].when.issue', 'doors'))).problems;
    expect(problem?.tryThis).toContain('Did you mean “door”?');
  });
});

describe('actors, consent and bases', () => {
  meets([
    ['bad-actor', 'questions[0].actor', at('questions[0].actor', [])],
    ['bad-actor', 'questions[0].actor', at('questions[0].actor', ['a', 'a'])],
    ['bad-actor', 'questions[0].actor', at('questions[0].actor', ['a', 'reader'])],
    ['bad-consent', `${answer}.consent[0]`, at(`${answer}.consent`, [['a', 'a']])],
    ['bad-consent', `${answer}.consent[1]`, at(`${answer}.consent`, [[], ['reader']])],
    ['reading-basis', `${answer}.basis`, at(`${answer}.basis`, 'reading')],
    ['no-states', 'issues[2].states', (file) => file.issues.push({ id: 'roof', states: [] })],
  ]);

  it('may each be absent', () => {
    expect(parse(baseWith(at(`${answer}.consent`, [[]])))).toMatchObject({ ok: true, problems: [] });
  });

  it('get a warning where the reader is asked', () => {
    const asked = (change: (file: ScenarioFile) => unknown) =>
      parse(baseWith((file) => (at('questions[0].actor', 'reader')(file), change(file))));
    expect(asked(at(`${answer}.consent`, [['nobody']]))).toMatchObject({
      ok: true,
      problems: [{ code: 'reader-consent' }],
    });
    expect(asked(at(`${answer}.basis`, 'reading'))).toMatchObject({
      ok: true,
      problems: [{ code: 'reading-mixed' }],
    });
  });
});

describe('quotations and addresses, without the text', () => {
  const url = (address: string): Row => ['unsafe-url', 'sources[0].url', at('sources[0].url', address)];
  meets([
    ['quote-mismatch', 'evidence[0]', at('evidence[0].end', 59)],
    ['quote-mismatch', 'evidence[0]', at('evidence[0].paragraph', 3)],
    [
      'quote-mismatch',
      'evidence[0]',
      at('evidence[0]', {
        id: 'S-1',
        source: 'S',
        paragraph: 1,
        start: 18,
        end: 23,
        quote: 'cafe\u0301',
        kind: 'statement',
      }),
    ],
    [
      'quote-mismatch',
      'evidence[0]',
      at('evidence[0]', {
        id: 'S-1',
        source: 'S',
        paragraph: 2,
        start: 40,
        end: 65,
        quote: 'The second line says yes.',
        kind: 'statement',
      }),
    ],
    ...[
      '',
      'https://',
      'https:example.org',
      'https://a b',
      ' https://example.org',
      'data:text/html,x',
      '//example.org',
    ].map(url),
  ]);
});

describe('claims', () => {
  const endings = ['locked'];
  meets([
    ['unknown-answer', `${claim}.given[0]`, finding({ kind: 'endings', given: ['door.slams'], count: 1 })],
    [
      'unknown-answer',
      `${claim}.without[0]`,
      finding({ kind: 'endings', without: ['door.leave'], count: 1 }),
    ],
    ['unknown-ending', `${claim}.are[0]`, finding({ kind: 'endings', are: ['toString'] })],
    [
      'unknown-ending',
      `${claim}.of[0].endings[1]`,
      finding({
        kind: 'all',
        of: [{ kind: 'min', measure: 'length', endings: ['locked', 'bright'], atMost: 3 }],
      }),
    ],
    [
      'unknown-actor',
      `${claim}.actors[0]`,
      finding({ kind: 'power', actors: ['c'], can: 'block', endings, holds: true }),
    ],
    [
      'unknown-evidence',
      `${claim}.evidence[0]`,
      finding({ kind: 'against', answers: ['door.opens'], evidence: ['S-9'], always: true }),
    ],
    [
      'unknown-aim',
      `${claim}.pairs[0][1]`,
      (file) => (
        at('aims', aims)(file),
        finding({ kind: 'aimsNeverTogether', pairs: [['one', 'three']] })(file)
      ),
    ],
    ['unknown-fact', `${claim}.fact`, finding({ kind: 'fact', fact: 'lit', value: 0, endings })],
    [
      'unknown-fact',
      `${claim}.value`,
      (file) => (
        at('facts', [{ id: 'lit', label: '', values: [{ label: '', when: always }] }])(file),
        finding({ kind: 'fact', fact: 'lit', value: 1, endings })(file)
      ),
    ],
    ['bad-claim', claim, finding({ kind: 'all', of: [] })],
    ['bad-claim', claim, finding({ kind: 'endings' })],
    ['bad-claim', claim, finding({ kind: 'endings', given: ['door.opens', 'door.locks'], count: 1 })],
    ['bad-claim', claim, finding({ kind: 'count', of: 'hopes', equals: 3 })],
    ['bad-claim', claim, finding({ kind: 'count', of: 'endings' })],
    ['bad-claim', claim, finding({ kind: 'against', answers: ['door.opens'], evidence: ['S-1'] })],
    [
      'bad-claim',
      claim,
      finding({ kind: 'against', answers: ['door.opens'], evidence: ['S-1'], always: true, never: true }),
    ],
    ['bad-claim', claim, finding({ kind: 'power', actors: ['a', 'a'], can: 'block', endings, holds: true })],
    ['bad-claim', claim, finding({ kind: 'everyStory', endings: [], hasOneOf: ['door.opens'] })],
  ]);
});

describe('the catalogue', () => {
  it.each(Object.entries(PROBLEMS))('describes %s in whole sentences', (_, { says, tryThis }) => {
    expect(says).toMatch(/^[“A-Z{].*\.$/u);
    expect(tryThis).toMatch(/^[A-Z].*\.$/u);
  });
});
