/**
 * What a story cites, for texts and for programs that manage literature: formatted, and as BibTeX, RIS and CSL-JSON.
 *
 * The sources are those that the story quotes, and the notes of each are the quotations used, with their paragraphs.
 * None names an author. When a source was read is not known here, so no date of access is given.
 */
import type { Account } from '../analysis/questions/account.ts';
import { byId } from '../scenario/lookups.ts';
import type { Evidence, Source } from '../scenario/scenario.ts';
import { sourceDate } from '../words/terms/dates.ts';
import { exportWords } from '../words/beyond/exports.ts';
import { linkWords } from '../words/terms/links.ts';
import { oneLine, inQuotationMarks } from './quoted.ts';
import { quotationShown } from '../words/terms/quotation.ts';

/** The quotations of a source, in the order of their notes. */
const quotationsOf = ({ quotations }: Account, { id }: Source): Evidence[] =>
  quotations.filter(({ source }) => source === id);

/** What a program is told of a quotation: its place, its words, and whose they are. */
const noteOf = (account: Account, item: Evidence): string => {
  const { paragraph, text, who, how } = quotationShown(account, item);
  return exportWords.note(paragraph, inQuotationMarks(text), who, how);
};

/** A key for a source: letters, digits and hyphens. */
const keyOf = ({ scenario }: Account, source: Source): string => `${scenario.id}-${source.id}`;

const yearOf = ({ published }: Source): string => /^\d{4}/.exec(published)?.[0] ?? '';
const monthOf = ({ published }: Source): number => Number(/^\d{4}-(\d{2})/.exec(published)?.[1] ?? 0);

/** Author and date: the quotations as a text cites them, then the list of references. A publisher stands for an author. */
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

/** A note for each quotation, numbered as on the page; the full reference where a source comes first. */
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

/** BibTeX in UTF-8. A title keeps its capitals; quotations are annotations. */
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

/** The macros that every style of BibTeX defines. */
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const LATEX: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  // A brace with a backslash before it counts as a brace all the same: one alone would end the field, or never end it.
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '`': '\\textasciigrave{}',
};

/** `text` for LaTeX: its own signs escaped, all others as they are. */
const latex = (text: string): string =>
  oneLine(text).replace(/[\\{}~^`#$%&_]/g, (sign) => LATEX[sign] ?? `\\${sign}`);

/** An address stands as it is, in braces; what would unbalance them is written as a percent code. */
const verbatim = (url: string): string => url.replace(/[\\{}\s\p{Cc}]/gu, (sign) => encodeURIComponent(sign));

/** RIS in UTF-8: a newspaper article for each source, a note for each quotation. */
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

/** CSL-JSON (citationstyles.org), which Zotero, Pandoc and others read. */
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
