/** Tests the rules for editorial parts: one change to a lawful file, and the one problem that it causes. */
import { describe, expect, it } from 'vitest';
import { complete, serialise } from '../../src/scenario/complete.ts';
import type { ScenarioFile } from '../../src/scenario/format.ts';
import { parse } from '../../src/scenario/parse/parse.ts';
import { shortAnswer, shortEnding, shortQuestion } from '../../src/scenario/short.ts';
import { BASE, baseWith, lawful, text } from './files.ts';

/** The problems of the base file with `more` in it. */
const met = (more: object) =>
  parse(baseWith((file) => Object.assign(file, more))).problems.map(
    ({ code, level, where }) => `${level} ${code} ${where}`,
  );
const base = () => JSON.parse(text(BASE)) as ScenarioFile;
/** The problems of the base file whose first question, its first answer and its first ending have `more`. */
const question = (more: object) =>
  met({ questions: base().questions.map((one, at) => (at === 0 ? { ...one, ...more } : one)) });
const answer = (more: object) =>
  question({
    answers: base().questions[0]?.answers.map((one, at) => (at === 0 ? { ...one, ...more } : one)),
  });
const ending = (more: object) =>
  met({ endings: base().endings.map((one, at) => (at === 0 ? { ...one, ...more } : one)) });
const source = (more: object) =>
  met({ sources: base().sources?.map((one, at) => (at === 0 ? { ...one, ...more } : one)) });

describe('a short label', () => {
  it('has at most 22 characters at a question and 18 at an answer, counted as graphemes', () => {
    expect(question({ short: 'q'.repeat(22) })).toEqual([]);
    expect(question({ short: 'q'.repeat(23) })).toEqual(['error long-label questions[0].short']);
    expect(answer({ short: '🕊'.repeat(18) })).toEqual([]);
    expect(answer({ short: '🕊'.repeat(19) })).toEqual(['error long-label questions[0].answers[0].short']);
    expect(question({ leave: { code: 'zz', short: 'l'.repeat(19) } })).toEqual([
      'error long-label questions[0].leave.short',
    ]);
  });

  it('of an ending has at most two lines of at most 18 characters', () => {
    expect(ending({ short: ['e'.repeat(18), 'f'.repeat(18)] })).toEqual([]);
    expect(ending({ short: ['e', 'f'.repeat(19)] })).toEqual(['error long-label endings[0].short[1]']);
    expect(ending({ short: ['e', 'f', 'g'] })).toEqual(['error too-many endings[0].short']);
  });

  it('is derived where a file has none, and is never longer than the limit', () => {
    const scenario = lawful(text('tests/examples/lawful/consent.scenario.json'));
    for (const one of scenario.questions) {
      expect([...shortQuestion(one)].length).toBeLessThanOrEqual(22);
      for (const answer of one.answers) expect([...shortAnswer(answer)].length).toBeLessThanOrEqual(18);
    }
    for (const one of scenario.endings) {
      const lines = shortEnding(one);
      expect(lines.length).toBeLessThanOrEqual(2);
      for (const line of lines) expect([...line].length).toBeLessThanOrEqual(18);
    }
  });
});

describe('the field `by` of an answer', () => {
  it('is allowed only where the answer is urged or suggested', () => {
    for (const basis of ['urged', 'suggested']) expect(answer({ by: 'The neighbour', basis })).toEqual([]);
    for (const basis of ['stated', 'reported', 'assumption'])
      expect(answer({ by: 'The neighbour', basis })).toEqual([
        'error needless-by questions[0].answers[0].by',
      ]);
  });
});

describe('an aim', () => {
  const aim = { id: 'x', actor: 'a', label: 'X', met: { all: [] } };
  it('may have a condition for when it arises, which is checked like any other', () => {
    expect(met({ aims: [{ ...aim, arises: { issue: 'door', in: ['open'] } }] })).toEqual([]);
    expect(met({ aims: [{ ...aim, arises: { issue: 'window', in: ['open'] } }] })).toEqual([
      'error unknown-issue aims[0].arises.issue',
    ]);
    expect(met({ aims: [{ ...aim, arises: true }] })).toEqual(['error bad-condition aims[0].arises']);
  });
});

describe('a stated view that is not reported', () => {
  it('belongs to an actor', () => {
    expect(met({ unreported: [{ actor: 'a', label: 'Doors' }] })).toEqual([]);
    expect(met({ unreported: [{ actor: 'c', label: 'Doors' }] })).toEqual([
      'error unknown-actor unreported[0].actor',
    ]);
  });
});

describe('a change', () => {
  const change = (more: object) =>
    met({
      edition: 2,
      renamed: [{ from: 'old', to: base().questions[0]?.answers[0]?.code }],
      changes: [{ edition: 2, date: '2026-11-26', kind: 'update', text: 'Mended.', ...more }],
    });

  it('names an existing item, or a retired one', () => {
    const ids = ['S-1', base().questions[0]?.id, base().endings[0]?.id, 'old'];
    expect(change({ ids })).toEqual([]);
    expect(change({ ids: ['S-9'] })).toEqual(['error unknown-id changes[0].ids[0]']);
    expect(change({ ids: ['constructor'] })).toEqual(['error unknown-id changes[0].ids[0]']);
    expect(change({ ids: ['S-1', 'S-1'] })).toEqual(['warning named-twice changes[0].ids[1]']);
  });

  it('has a calendar day, a kind, and a published edition', () => {
    for (const date of ['2026-02-30', '2026-11', '2026', '26.11.2026', '2026-11-26T00:00', ''])
      expect(change({ date }), date).toEqual(['error bad-date changes[0].date']);
    expect(change({ kind: 'improvement' })).toEqual(['error bad-shape changes[0].kind']);
    expect(change({ edition: 1 })).toEqual([]);
    expect(change({ edition: 3 })).toEqual(['error later-change changes[0].edition']);
  });
});

describe('a fact from outside the sources', () => {
  const said = (more: object) => ({ text: 'It rained.', source: { title: 'The weather', ...more } });

  it('has a source with a safe address and a date, down to the year', () => {
    const sentences = (more: object) => met({ background: { sentences: [said(more)] } });
    for (const date of ['2024', '2024-02', '2024-02-29'])
      expect(sentences({ date, url: 'https://example.org/rain' })).toEqual([]);
    for (const date of ['2023-02-29', '2024-13', 'spring'])
      expect(sentences({ date }), date).toEqual(['error bad-date background.sentences[0].source.date']);
    for (const url of ['http://example.org', 'javascript:alert(1)', 'https://'])
      expect(sentences({ url }), url).toEqual(['error unsafe-url background.sentences[0].source.url']);
  });

  it('can only correct an existing quotation', () => {
    const corrections = (evidence: string) =>
      met({ background: { corrections: [{ evidence, ...said({}) }] } });
    expect(corrections('S-1')).toEqual([]);
    expect(corrections('S-9')).toEqual(['error unknown-evidence background.corrections[0].evidence']);
  });

  it('may link to a copy in an archive', () => {
    expect(source({ archived: { url: 'https://archive.example/1', date: '2026-11-26' } })).toEqual([]);
    expect(source({ archived: { url: 'ftp://archive.example/1', date: '2026-11-31' } })).toEqual([
      'error unsafe-url sources[0].archived.url',
      'error bad-date sources[0].archived.date',
    ]);
  });
});

describe('the glossary', () => {
  it('explains a word once, in any spelling', () => {
    const [one, two] = [
      { term: 'Door', meaning: 'It opens.' },
      { term: 'door', meaning: 'It shuts.' },
    ];
    expect(met({ glossary: [one] })).toEqual([]);
    expect(met({ glossary: [one, two] })).toEqual(['warning named-twice glossary[1].term']);
  });
});

describe('every editorial text', () => {
  it.each<[where: string, more: object]>([
    ['provenance', { provenance: 'a\u202eb' }],
    ['glossary[0].meaning', { glossary: [{ term: 'a', meaning: 'a\u200bb' }] }],
    ['changes[0].text', { changes: [{ edition: 1, date: '2026-01-01', kind: 'source', text: 'a\u0007b' }] }],
    ['unreported[0].label', { unreported: [{ actor: 'a', label: 'a\u00adb' }] }],
    ['background.label', { background: { label: 'a\u2066b' } }],
  ])('has no invisible character: %s', (where, more) => {
    expect(met(more)).toEqual([`error control-characters ${where}`]);
  });
});

it('editorial parts: are unchanged after a round trip', () => {
  const file: ScenarioFile = {
    ...base(),
    edition: 2,
    changes: [{ edition: 2, date: '2026-11-26', kind: 'correction', text: 'Mended.', ids: ['S-1'] }],
    background: {
      label: 'From outside',
      sentences: [{ text: 'It rained.', source: { title: 'The weather' } }],
      corrections: [
        { evidence: 'S-1', text: 'It did not.', source: { title: 'T', url: 'https://example.org/t' } },
      ],
    },
    provenance: 'We are sure.',
    glossary: [{ term: 'door', meaning: 'It opens.' }],
    unreported: [{ actor: 'a', label: 'Doors' }],
  };
  const scenario = complete(file);
  expect(lawful(JSON.stringify(serialise(scenario)))).toEqual(scenario);
  expect(scenario.background.sentences[0]?.source).toEqual({
    title: 'The weather',
    publisher: '',
    date: '',
    url: '',
  });
});
