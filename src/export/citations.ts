/**
 * The sources and quotations of a story as formatted citations, BibTeX, RIS and CSL-JSON.
 *
 * Each source that the story quotes is an entry, with the quotations used and their paragraphs as its notes. The
 * sources have no authors, and the program does not know when a source was read, so no date of access is given.
 */
import type { Account } from '../analysis/questions/account.ts';
import { byId } from '../scenario/lookups.ts';
import type { Evidence, Source } from '../scenario/scenario.ts';
import { sourceDate } from '../words/terms/dates.ts';
import { exportWords } from '../words/beyond/exports.ts';
import { linkWords } from '../words/terms/links.ts';
import { oneLine, inQuotationMarks } from './quoted.ts';
import { quotationShown } from '../words/terms/quotation.ts';

/** The quotations of a source in the story, in the order of their notes. */
const quotationsOf = ({ quotations }: Account, { id }: Source): Evidence[] =>
  quotations.filter(({ source }) => source === id);

/** The note of a quotation: paragraph, words, speaker, and whether they are direct or reported. */
const noteOf = (account: Account, item: Evidence): string => {
  const { paragraph, text, who, how } = quotationShown(account, item);
  return exportWords.note(paragraph, inQuotationMarks(text), who, how);
};

/** The citation key of a source: letters, digits and hyphens. */
const keyOf = ({ scenario }: Account, source: Source): string => `${scenario.id}-${source.id}`;

const yearOf = ({ published }: Source): string => /^\d{4}/.exec(published)?.[0] ?? '';
const monthOf = ({ published }: Source): number => Number(/^\d{4}-(\d{2})/.exec(published)?.[1] ?? 0);

/**
 * The citations in author-date style: the quotations, each with its reference in brackets, then the list of
 * references. The publisher takes the place of the author. `link` is the address of the story.
 */
export function authorDate(account: Account, link: string): string {
  const author = (source: Source) => source.publisher || source.title;
  const lines = account.sources.flatMap((source) =>
    quotationsOf(account, source).map(
      (item) =>
        `${inQuotationMarks(quotationShown(account, item).text)} (${[author(source), yearOf(source) || exportWords.noDate].join(' ')}, ${exportWords.para(item.paragraph)})`,
    ),
  );
  const references = account.sources.map((source) =>
    [
      `${author(source)}. ${yearOf(source) || exportWords.noDate}.`,
      source.publisher ? `${source.title}.` : '',
      source.published ? `${sourceDate(source)}.` : '',
      source.url ? source.url : '',
    ]
      .filter(Boolean)
      .join(' '),
  );
  return sections([
    [exportWords.quotations, lines],
    [exportWords.references, references],
    [exportWords.story, [storyLine(account, linkWords(link))]],
  ]);
}

/**
 * The citations as numbered notes, one for each quotation, in the numbering of the page. The first note of a source
 * has the full reference. `link` is the address of the story.
 */
export function noteForm(account: Account, link: string): string {
  const met = new Set<string>();
  const notes = account.quotations.map((item, at) => {
    const source = byId(account.sources, item.source);
    const { text, who, how } = quotationShown(account, item);
    const first = source !== undefined && !met.has(source.id);
    if (source) met.add(source.id);
    const parts = source
      ? first
        ? [source.publisher, source.title, sourceDate(source), exportWords.para(item.paragraph), source.url]
        : [source.publisher || source.title, exportWords.para(item.paragraph)]
      : [];
    return `${at + 1}. ${parts.filter(Boolean).join(', ')}: ${inQuotationMarks(text)} (${who}, ${how})`;
  });
  return sections([
    [exportWords.notes, notes],
    [exportWords.story, [storyLine(account, linkWords(link))]],
  ]);
}

const storyLine = ({ scenario, steps, ending }: Account, link: string): string =>
  `${exportWords.citation(scenario.title, scenario.edition, steps.length, ending?.title ?? '')} ${scenario.notice} ${link}`;

const sections = (parts: readonly (readonly [string, readonly string[]])[]): string =>
  `${parts
    .filter(([, lines]) => lines.length > 0)
    .map(([title, lines]) => `${title}\n\n${lines.join('\n')}`)
    .join('\n\n')}\n`;

/** The sources as BibTeX in UTF-8. Titles are in braces, which keep their capitals; quotations are annotations. */
export function bibtex(account: Account): string {
  return account.sources
    .map((source) => {
      const month = monthOf(source);
      const fields: [string, string][] = [
        ['title', `{${latex(source.title)}}`],
        ['journal', latex(source.publisher)],
        ['year', yearOf(source)],
        ['month', month ? (MONTHS[month - 1] ?? '') : ''],
        ['url', verbatim(source.url)],
        ['note', source.dateBasis === 'inferred' ? latex(exportWords.monthInferred) : ''],
        [
          'annote',
          quotationsOf(account, source)
            .map((item) => latex(noteOf(account, item)))
            .join('\n    '),
        ],
      ];
      const written = fields
        .filter(([, value]) => value !== '' && value !== '{}')
        .map(([name, value]) => `  ${name} = ${name === 'month' ? value : `{${value}}`}`);
      return `@article{${keyOf(account, source)},\n${written.join(',\n')}\n}\n`;
    })
    .join('\n');
}

/** Month macros, which every BibTeX style defines. */
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const LATEX: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  // BibTeX counts a brace after a backslash too, so `\{` alone would unbalance the field.
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '`': '\\textasciigrave{}',
};

/** `text` on one line, with the special characters of LaTeX escaped. */
const latex = (text: string): string =>
  oneLine(text).replace(/[\\{}~^`#$%&_]/g, (sign) => LATEX[sign] ?? `\\${sign}`);

/** A URL for a field in braces: characters that would unbalance the braces are percent-encoded. */
const verbatim = (url: string): string => url.replace(/[\\{}\s\p{Cc}]/gu, (sign) => encodeURIComponent(sign));

/** The sources as RIS in UTF-8: a newspaper article for each source, with a note for each quotation. */
export function ris(account: Account): string {
  return account.sources
    .map((source) => {
      const month = monthOf(source);
      const fields: [string, string][] = [
        ['TY', 'NEWS'],
        ['ID', keyOf(account, source)],
        ['TI', source.title],
        ['JF', source.publisher],
        ['PY', yearOf(source)],
        ['DA', month ? `${yearOf(source)}/${String(month).padStart(2, '0')}//` : ''],
        ['UR', source.url],
        ['N1', source.dateBasis === 'inferred' ? exportWords.monthInferred : ''],
        ...quotationsOf(account, source).map((item): [string, string] => ['N1', noteOf(account, item)]),
        ['LA', account.scenario.language],
      ];
      const written = fields
        .filter(([, value]) => value !== '')
        .map(([tag, value]) => `${tag}  - ${oneLine(value)}`);
      return [...written, 'ER  - ', ''].join('\r\n');
    })
    .join('\r\n');
}

/** The sources as CSL-JSON (citationstyles.org), which Zotero, Pandoc and others read. */
export function cslJson(account: Account): string {
  const items = account.sources.map((source) => {
    const [year, month] = [yearOf(source), monthOf(source)];
    return {
      id: keyOf(account, source),
      type: 'article-newspaper',
      title: source.title,
      ...(source.publisher && { 'container-title': source.publisher }),
      ...(year && { issued: { 'date-parts': [month ? [Number(year), month] : [Number(year)]] } }),
      ...(source.url && { URL: source.url }),
      language: account.scenario.language,
      note: [
        ...(source.dateBasis === 'inferred' ? [exportWords.monthInferred] : []),
        ...quotationsOf(account, source).map((item) => noteOf(account, item)),
      ].join('\n'),
    };
  });
  return `${JSON.stringify(items, null, 2)}\n`;
}
