/** Tests that a story as text, table or JSON is complete and cannot be misread by other programs. */
import { csvParseRows } from 'd3';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csv } from '../../src/export/csv.ts';
import { markdown } from '../../src/export/markdown.ts';
import { stepsTable, storyJson } from '../../src/export/steps.ts';
import { formulasIn, SEPARATORS } from '../support/cells.ts';
import { real } from '../support/real.ts';
import { LINK, retold, saying, strange, STRANGE } from './account.ts';
import { quotationsWith } from '../../src/scenario/lookups.ts';
import { saidBy } from '../../src/words/terms/said-by.ts';
import { basisWords } from '../../src/words/terms/labels.ts';
import { answeredBy } from '../../src/words/terms/people.ts';

const WALKS = real.walks.map((walk) => ({ name: walk.id, story: walk.story }));
/** Markdown without its escapes. */
const read = (text: string): string => text.replace(/\\(.)/g, '$1');

describe('Markdown', () => {
  it.each(WALKS)('contains all of walk $name', ({ story }) => {
    const account = retold(real, story);
    const text = read(markdown(account, LINK));
    for (const { number, question, answer, support } of account.steps) {
      const [, step = ''] = text.split(`\n## ${number}. ${question.text}\n`);
      const [here = ''] = step.split('\n## ');
      expect(here).toContain(`**${answer.label}**`);
      expect(here).toContain(basisWords(answer).means);
      expect(here).toContain(answeredBy(real, question));
      expect(here).toContain(saidBy(real, answer, support.against));
      const quotes = quotationsWith(real, [...support.for, ...support.against, ...support.doubt]);
      for (const { quote } of quotes) expect(here).toContain(quote);
      for (const { why } of support.because) expect(here).toContain(why);
    }
    for (const { quote } of account.quotations) expect(text).toContain(quote);
    for (const { fact, value } of account.facts) expect(text).toContain(`**${fact.label}** ${value.label}`);
    for (const { aim, standing } of account.aims) expect(text).toContain(`${aim.label}: *${standing}*`);
    for (const said of [real.notice, account.ending?.title ?? '', account.ending?.text ?? '', `<${LINK}>`])
      expect(text).toContain(said);
    for (const { url } of real.sources) expect(text).toContain(`<${url}>`);
    expect(text).toContain('(month inferred)');
  });

  it('states the current place of an unfinished story', () => {
    const account = retold(real, ['s0', 'nx']);
    expect(read(markdown(account, LINK))).toContain(
      `## The next question\n\nRussia: ${account.question?.text ?? ''}`,
    );
  });

  it('contains the notes for the reader', () => {
    expect(markdown(retold(real, ['s0']), LINK, '3 quotations are set aside.')).toContain(
      '\n\n3 quotations are set aside.\n\n',
    );
  });

  it('escapes the syntax of Markdown', () => {
    const text = markdown(retold(strange, ['p']), LINK);
    expect(read(text)).toContain(`# ${STRANGE}\n`);
    expect(text).toContain('\\<h\\> \\[i\\](j) \\`k\\` \\* \\_l\\_');
    // Its own markup is all that is left.
    const own = text.replace(/\\./g, '').replace(/<https:[^>]*>/g, '');
    expect(own).not.toMatch(/[`<]/);
  });

  it('has no line break from a text, and links only to the web', () => {
    for (const end of ['\n', '\r', '\u0085', '\u2028', '\u2029', '\v', '\f', '\u001c']) {
      const lines = (text: string) =>
        markdown(retold(saying(text), ['p']), LINK).split(/(?!\t)\p{Cc}|\p{Zl}|\p{Zp}/u).length;
      expect(lines(`Peace${end}${end}# Forged${end}- [x](y)`)).toBe(lines('Peace'));
    }
    for (const url of ['javascript:alert(1)', 'data:text/html,x', 'JaVaScRiPt:x', 'vbscript:x']) {
      const [source] = strange.sources;
      if (!source) throw new Error('The example has no source.');
      const text = markdown(retold({ ...strange, sources: [{ ...source, url }] }, ['p']), LINK);
      expect(text.toLowerCase()).not.toContain(url.toLowerCase());
    }
  });

  it('keeps a line of text that begins like a list or a heading', () => {
    const scenario = { ...strange, notice: '1. not a list' };
    expect(markdown(retold(scenario, []), LINK)).toContain('\n1\\. not a list\n');
    expect(markdown(retold({ ...strange, notice: '- nor this' }, []), LINK)).toContain('\n\\- nor this\n');
  });
});

describe('the table of the steps', () => {
  it.each(WALKS)('has a row for each step of walk $name', ({ story }) => {
    const account = retold(real, story);
    const table = stepsTable(account);
    expect(table.startsWith('\uFEFFstep,act,')).toBe(true);
    expect(table.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    const [, ...rows] = csvParseRows(table.slice(1));
    const steps = rows
      .slice(0, -1)
      .map(([number, , , question, label, code]) => [number, question, label, code]);
    expect(steps).toEqual(
      account.steps.map(({ number, question, answer }) => [
        String(number),
        question.text,
        answer.label,
        answer.code,
      ]),
    );
    expect(rows.at(-1)?.[3]).toBe(account.ending?.title);
    expect(new Set(rows.map((row) => row.length)).size).toBe(1);
  });

  it('escapes cells that could act as a formula', () => {
    const [, row = []] = csvParseRows(stepsTable(retold(strange, ['p'])).slice(1));
    // It holds a bar and a semicolon, each with such a sign after it.
    const harmless = STRANGE.replace('| @', "| '@").replace('; =', "; '=");
    expect(row[3]).toBe(`'=${harmless}`);
    expect(row[4]).toBe(`'=${harmless}`);
    expect(row[12]).toBe(`'+${harmless}`);
  });

  it('reads back unchanged, except for the apostrophes', () => {
    const cells = fc.array(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 2, maxLength: 4 }), {
      minLength: 1,
    });
    const plain = (row: readonly string[]) => row.map((cell) => cell.replaceAll("'", ''));
    fc.assert(
      fc.property(cells, (rows) => {
        expect(csvParseRows(csv(rows).slice(1)).map(plain)).toEqual(rows.map(plain));
      }),
      { seed: 2025 },
    );
  });
});

describe('a table that is read with another separator', () => {
  /** Holds every cell of `rows`, read in every way, to be no formula. */
  function checkHarmless(rows: readonly (readonly string[])[]): void {
    expect(formulasIn(csv(rows).slice(1))).toEqual([]);
  }

  it.each([...SEPARATORS, '\r\n', '\n', '\r'])('has no formula after %j in a cell', (separator) => {
    for (const sign of '=+-@＝＋－＠')
      for (const before of ['', ' ', '"', '\u200b', separator])
        checkHarmless([
          ['Number', 'Name'],
          ['1', `Ann${separator}${before}${sign}1+2${separator}`],
          [`${separator}${before}${sign}1`, `"${separator}${sign}cmd"`],
        ]);
  });

  it('has no formula in any cell, for any text', () => {
    const sign = fc.constantFrom(...'=+-@,;|\t\r\n"\' a1＝\u00a0\u200b\ufeff');
    const cell = fc.string({ unit: sign, maxLength: 12 });
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 3 }), { minLength: 1 }), checkHarmless),
      {
        seed: 2026,
        numRuns: 400,
      },
    );
  });

  it('quotes a cell that contains a separator', () => {
    for (const separator of [...SEPARATORS, '\r', '\n', '"'])
      expect(csv([[`a${separator}b`, 'c']]).slice(1)).toMatch(/^"a[^]*b",c\r\n$/);
  });

  it('leaves numbers unchanged, with their sign', () => {
    expect(csv([['of', -5, 0.25, '-5', 'a-b', '3-4 = -1']])).toBe("\uFEFFof,-5,0.25,'-5,a-b,3-4 = -1\r\n");
  });
});

describe('the story as JSON', () => {
  it.each(WALKS)('can be played again, for walk $name', ({ story }) => {
    const account = retold(real, story);
    const json = JSON.parse(storyJson(account, LINK));
    expect(json).toMatchObject({
      scenario: real.id,
      edition: real.edition,
      story,
      link: LINK,
      ending: { id: account.ending?.id },
      onTheTable: null,
    });
    expect(json.quotations.map(({ id }: { id: string }) => id)).toEqual(
      account.quotations.map(({ id }) => id),
    );
    expect(json.steps.map(({ basis }: { basis: string }) => basis)).toEqual(
      account.steps.map(({ answer }) => answer.basis),
    );
  });
});
