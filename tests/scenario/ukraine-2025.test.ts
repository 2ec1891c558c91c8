/** Tests that edition 2 of the first scenario has the figures that its study found with separate programs. */
import { describe, expect, it } from 'vitest';
import { facts, outcomesWithin } from '../../src/analysis/judge/facts.ts';
import { validateStories } from '../../src/analysis/judge/validate.ts';
import { answersOf, byId } from '../../src/scenario/lookups.ts';
import { undocumented } from '../../src/scenario/scenario.ts';
import { compiled } from '../support/laws.ts';
import { newest, real } from '../support/real.ts';

const graph = outcomesWithin(newest);
if (!graph) throw new Error('Edition 2 is small enough to be known whole.');
const known = facts(graph, { story: [], coalitions: [] });

/** Ending → shortest story, fewest undocumented answers, and whom it needs. */
const ENDINGS: Readonly<Record<string, readonly [number, number, string]>> = {
  'fights-on': [7, 2, 'russia coalition us eu uk'],
  'fights-on-more-help': [7, 3, 'russia'],
  'sky-sea-kept': [7, 3, 'russia ukraine'],
  'ceasefire-no-troops': [6, 3, 'russia ukraine'],
  'ceasefire-neutral': [7, 6, 'russia ukraine neutral'],
  'ceasefire-agrees': [7, 6, 'russia ukraine coalition'],
  'ceasefire-objects': [8, 7, 'russia ukraine coalition'],
  'peace-no-troops': [6, 3, 'russia ukraine'],
  'peace-neutral': [7, 6, 'russia ukraine neutral'],
  'peace-agrees': [7, 6, 'russia ukraine coalition'],
  'peace-objects': [8, 7, 'russia ukraine coalition'],
  'again-no-troops': [6, 3, 'russia'],
  'again-neutral': [7, 6, 'russia ukraine neutral'],
  'again-agrees': [7, 6, 'russia ukraine coalition'],
  'again-objects': [8, 7, 'russia ukraine coalition'],
  'ended-over-troops': [5, 4, 'russia ukraine coalition'],
};

describe('edition 2 of the first scenario', () => {
  it('passes the prover without a warning', () => {
    expect(validateStories(newest)).toEqual([]);
  });

  it('has 6,285 stories of 5 to 11 answers in 10,178 situations', () => {
    expect(known).toMatchObject({ stories: '6285', shortest: 5, longest: 11 });
    expect(compiled(newest).exploration.count).toBe(10_178);
  });

  it('has the known shortest story, fewest undocumented answers and needed actors for each ending', () => {
    const found = Object.entries(known.endings).map(([id, ending]) => {
      if (!('shortest' in ending)) throw new Error(`no story comes to ${id}`);
      return [id, [ending.shortest, ending.undocumented, ending.needs.join(' ')]];
    });
    expect(Object.fromEntries(found)).toEqual(ENDINGS);
  });

  it('has 48 answers of parties, 39 of them what-ifs', () => {
    const given = newest.questions
      .filter(({ actors }) => actors.length > 0)
      .flatMap(({ answers }) => answers.filter(({ basis }) => basis !== 'leave'));
    const of = (basis: string) => given.filter((answer) => answer.basis === basis).length;
    expect(given).toHaveLength(48);
    expect([of('assumption'), of('urged'), of('reported'), of('suggested'), of('stated')]).toEqual([
      39, 5, 3, 1, 0,
    ]);
    expect(given.filter(undocumented)).toHaveLength(47);
  });

  it('has “reported” only on answers that an article reports; a side keeping its position is an inference', () => {
    const of = (inferred: boolean) =>
      answersOf(newest).filter((answer) => answer.basis === 'reported' && answer.inferred === inferred);
    expect(of(false).map(({ code }) => code)).toEqual(['ch']);
    expect(of(true).map(({ code }) => code)).toEqual(['ds', 'wc']);
  });

  it('describes no side’s demand as giving up its own land; only Ukraine is asked for land of its own', () => {
    const values = (id: string) => byId(newest.facts, id)?.values.map(({ label }) => label) ?? [];
    expect(values('russia-gave').every((label) => /^Nothing\b/.test(label))).toBe(true);
    expect(values('ukraine-gave').join(' ')).toMatch(/NATO ambitions and some territory/);
    expect(values('ukraine-gave').join(' ')).not.toMatch(/insist|demand/);
  });

  it('has both sides stop wherever one does, and each side’s yes to both demands paired with the other’s', () => {
    const stops = ['ukraine-stops', 'russia-stops'].map((id) => byId(newest.facts, id)?.values);
    expect(stops[0]?.length).toBeGreaterThan(1);
    expect(stops[0]).toEqual(stops[1]);
    const doors = newest.walks.slice(0, 4).map(({ story }) => story);
    const at = (code: string) => newest.walks.findIndex(({ story }) => story.includes(code));
    expect(doors.flat()).not.toContain('db');
    expect(at('fn')).toBe(at('fm') + 1);
    // A side that says no at one question says yes at another.
    expect(doors.map(([first]) => first)).toEqual(['ca', 'ch', 'ca', 'ch']);
    expect(doors.filter((story) => story.includes('fr')).length).toBe(1);
    expect(doors.filter((story) => story.includes('fp')).length).toBe(1);
  });

  it('quotes 60.1 % of the later article and 62.9 % of the earlier one', () => {
    const quoted = newest.sources.map(({ id, characters }) => {
      const places = newest.evidence
        .filter(({ source }) => source === id)
        .flatMap(({ start, end }) => Array.from({ length: end - start }, (_, at) => start + at));
      return [id, `${((new Set(places).size / characters) * 100).toFixed(1)} %`];
    });
    expect(Object.fromEntries(quoted)).toEqual({ M: '60.1 %', L: '62.9 %' });
  });

  it('has only findings that hold', () => {
    expect(known.findings.map(({ holds }) => holds)).toEqual(newest.findings.map(() => true));
  });

  it('has a short label of its own for every question, answer and ending, and no two equal ones at a question', () => {
    for (const { short, answers } of newest.questions) {
      expect(short).not.toBe('');
      const labels = answers.map((answer) => answer.short);
      expect(labels).not.toContain('');
      expect(new Set(labels).size).toBe(labels.length);
    }
    const endings = newest.endings.map(({ short }) => short.join(' '));
    expect(new Set(endings).size).toBe(newest.endings.length);
  });

  it('names who asks for or suggests an answer, wherever an actor does', () => {
    for (const { code, basis, by } of answersOf(newest))
      expect([code, by !== '']).toEqual([code, basis === 'urged' || basis === 'suggested']);
  });

  it('uses no code of edition 1 for an answer to another question about something else', () => {
    const before = new Map(answersOf(real).map((answer) => [answer.code, answer]));
    const kept = answersOf(newest).filter(({ code }) => before.has(code));
    expect(kept.map(({ code }) => code).sort()).toEqual(
      'ca ch db dl dn ds dt fd fm fn fp fr gm gu gx ks kt kx li na nd tc td va vd vr wc zx'.split(' ').sort(),
    );
    for (const { from } of newest.renamed) expect(before.has(from)).toBe(true);
  });

  it('lists its changes, dated with the day of publication', () => {
    expect(new Set(newest.changes.map(({ edition, date }) => `${edition} ${date}`))).toEqual(
      new Set(['2 2026-11-26']),
    );
    expect(new Set(newest.changes.map(({ kind }) => kind))).toEqual(
      new Set(['correction', 'source', 'clarification', 'update']),
    );
  });
});
