/** The zoo: tiny scenarios, each for one possible error of the program. */
import type { Condition } from '../../src/scenario/condition.ts';
import { complete } from '../../src/scenario/complete.ts';
import type { ScenarioFile } from '../../src/scenario/format.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';

type FileQuestion = ScenarioFile['questions'][number];
type FileAnswer = FileQuestion['answers'][number];

const always: Condition = { all: [] };
const is = (issue: string, ...states: string[]): Condition => ({ issue, in: states });

const answer = (code: string, sets: Record<string, string>, more: Partial<FileAnswer> = {}): FileAnswer => ({
  id: `to-${code}`,
  code,
  label: `Answer ${code}`,
  sets,
  basis: 'assumption',
  ...more,
});

const question = (
  id: string,
  when: Condition,
  answers: FileAnswer[],
  more: Partial<FileQuestion> = {},
): FileQuestion => ({ id, actor: 'a', text: `${id}?`, when, answers, ...more });

/** A scenario with actors a and b, whose issues are given as `{ name: 'first second third' }`. */
function tiny(
  id: string,
  issues: Record<string, string>,
  questions: FileQuestion[],
  endings: Record<string, Condition>,
  more: Partial<ScenarioFile> = {},
): Scenario {
  return complete({
    format: 1,
    id,
    edition: 1,
    title: id,
    notice: 'A test file, not a forecast.',
    actors: [
      { id: 'a', name: 'A' },
      { id: 'b', name: 'B' },
    ],
    issues: Object.entries(issues).map(([issue, states]) => ({
      id: issue,
      states: states.split(' ').map((state) => ({ id: state })),
    })),
    questions,
    endings: Object.entries(endings).map(([ending, when]) => ({ id: ending, when })),
    ...more,
  });
}

/**
 *   start ──p──▶ left          One question, two answers, two endings.
 *         └─q──▶ right
 */
export const fork = tiny(
  'fork',
  { way: 'none left right' },
  [question('which', always, [answer('p', { way: 'left' }), answer('q', { way: 'right' })])],
  { left: is('way', 'left'), right: is('way', 'right') },
);

/**
 *   two questions in either order of the file, both always open: four ways through a square;
 *   the endings meet again (a diamond), so stories outnumber situations at the end.
 */
export const diamond = tiny(
  'diamond',
  { one: 'off on', two: 'off on' },
  [
    question('first', always, [answer('a1', { one: 'on' })], { leave: { code: 'a0' } }),
    question('second', always, [answer('b1', { two: 'on' })], { leave: { code: 'b0' } }),
  ],
  {
    none: { all: [is('one', 'off'), is('two', 'off')] },
    some: { any: [is('one', 'on'), is('two', 'on')] },
  },
);

/**
 *   A question that stands last in the file but must be answered before the others open:
 *   the order of the file breaks ties and nothing else.
 */
export const backwards = tiny(
  'backwards',
  { step: 'zero one two three' },
  [
    question('third', is('step', 'two'), [answer('c', { step: 'three' })]),
    question('second', is('step', 'one'), [answer('b', { step: 'two' }), answer('bb', { step: 'three' })]),
    question('first', is('step', 'zero'), [answer('a', { step: 'one' })]),
  ],
  { end: always },
);

/** An `again` question that counts up: asked three times, never twice in the same situation. */
export const again = tiny(
  'again',
  { count: 'zero one two three' },
  [
    question(
      'more',
      is('count', 'zero', 'one', 'two'),
      [
        answer('i1', { count: 'one' }, { requires: [{ when: is('count', 'zero'), kind: 'structure' }] }),
        answer('i2', { count: 'two' }, { requires: [{ when: is('count', 'one'), kind: 'structure' }] }),
        answer('i3', { count: 'three' }, { requires: [{ when: is('count', 'two'), kind: 'structure' }] }),
      ],
      { again: true },
    ),
  ],
  { done: always },
);

/** A question whose `when` stays true after it was asked: without its memory it would come back for ever. */
export const memory = tiny(
  'memory',
  { mood: 'calm cross', last: 'no yes' },
  [
    question('ask', always, [answer('m', { mood: 'cross' })], { leave: { code: 'm0' } }),
    question('close', is('last', 'no'), [answer('z', { last: 'yes' })]),
  ],
  { calm: is('mood', 'calm'), cross: is('mood', 'cross') },
);

/** Answers closed by a source, by structure, and by both; and one closed for good. */
export const closed = tiny(
  'closed',
  { key: 'none made', door: 'shut open' },
  [
    question('make', always, [answer('k', { key: 'made' })], { leave: { code: 'k0' } }),
    question('enter', is('door', 'shut'), [
      answer(
        'o',
        { door: 'open' },
        { requires: [{ when: is('key', 'made'), kind: 'source', why: 'There is no key.' }] },
      ),
      answer('h', {}, { requires: [{ when: { not: is('key', 'made') }, kind: 'structure' }] }),
      answer('w', {}),
    ]),
  ],
  { inside: is('door', 'open'), outside: is('door', 'shut') },
);

/** Names that collide with the machine’s own regions and states, and with what every object inherits. */
export const names = tiny(
  'names',
  { table: 'next over', asked: 'open asked', constructor: 'undecided toString' },
  [
    question('next', is('table', 'next'), [answer('n', { table: 'over', constructor: 'toString' })]),
    question('over', is('asked', 'open'), [answer('o', { asked: 'asked' })], { leave: { code: 'o0' } }),
  ],
  { undecided: is('asked', 'open'), valueOf: is('asked', 'asked') },
);

/** Two answers that set the same issue differently at once with others, and one that sets it to where it is. */
export const together = tiny(
  'together',
  { x: 'one two', y: 'one two', z: 'one two' },
  [
    question('swap', always, [answer('s', { x: 'two', y: 'two' }), answer('t', { x: 'one', z: 'two' })]),
    question('then', is('x', 'two'), [
      answer('u', { x: 'two', y: 'one' }),
      answer(
        'v',
        { z: 'two' },
        { requires: [{ when: is('y', 'two'), kind: 'inference', why: 'y is two.' }] },
      ),
    ]),
  ],
  { z: is('z', 'two'), rest: is('z', 'one') },
);

/** More states than one word of 32 bits holds, in one issue and over several. */
export const many = tiny(
  'many',
  { wide: Array.from({ length: 40 }, (_, at) => `s${at}`).join(' '), flag: 'no yes' },
  [
    question('pick', is('wide', 's0'), [
      answer('f', { wide: 's39' }),
      answer('g', { wide: 's31', flag: 'yes' }),
      answer('h', { wide: 's32' }),
    ]),
    question('late', is('wide', 's31', 's32', 's39'), [answer('y', { flag: 'yes' })], {
      leave: { code: 'n' },
    }),
  ],
  { yes: is('flag', 'yes'), no: { not: is('flag', 'yes') } },
);

/** No question at all: the story is over before it begins. */
export const empty = tiny('empty', { only: 'state' }, [], { end: always });

/**
 *   knock ──▶ let in        With all that an author can add to the story, and an aim that only arises at one ending.
 *     └───────▶ left out
 */
export const annotated = tiny(
  'annotated',
  { door: 'shut open' },
  [
    question(
      'knock',
      always,
      [
        answer('k1', { door: 'open' }, { short: 'Lets in', basis: 'urged', by: 'B', evidence: ['N-1'] }),
        answer('k2', {}),
      ],
      { short: 'A: the door?', leave: { code: 'k0', short: 'Waits' } },
    ),
  ],
  { in: is('door', 'open'), out: is('door', 'shut') },
  {
    edition: 2,
    sources: [
      {
        id: 'N',
        title: 'A note',
        archived: { url: 'https://archive.example/note', date: '2026-11' },
      },
    ],
    evidence: [
      { id: 'N-1', source: 'N', paragraph: 1, start: 0, end: 11, quote: 'Let me in, ', kind: 'direct' },
    ],
    aims: [
      { id: 'warm', actor: 'b', label: 'To be warm', arises: is('door', 'open'), met: always },
      { id: 'quiet', actor: 'a', label: 'Quiet', met: is('door', 'shut') },
    ],
    findings: [
      {
        id: 'F1',
        text: 'Both aims are never met together.',
        note: 'It is a small door.',
        claim: { kind: 'aimsNeverTogether', pairs: [['warm', 'quiet']] },
      },
    ],
    unreported: [{ actor: 'a', label: 'The cold' }],
    glossary: [{ term: 'door', meaning: 'It opens.' }],
    provenance: 'Found on the mat.',
    background: {
      label: 'From outside',
      sentences: [{ text: 'It was cold.', source: { title: 'The weather', date: '2026-11-26' } }],
      corrections: [
        { evidence: 'N-1', text: 'It says out.', source: { title: 'N', url: 'https://example.org/n' } },
      ],
    },
    renamed: [{ from: 'k9', to: 'k2' }],
    changes: [{ edition: 2, date: '2026-11-26', kind: 'clarification', text: 'Mended.', ids: ['k1', 'k9'] }],
  },
);

export const ZOO: readonly Scenario[] = [
  fork,
  diamond,
  backwards,
  again,
  memory,
  closed,
  names,
  together,
  many,
  empty,
  annotated,
];
