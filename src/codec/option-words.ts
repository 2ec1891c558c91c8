/** The documentation of an embed’s options, written from their schema. The README holds the table; a test compares. */
import { optionTableWords } from '../words/beyond/option-table.ts';
import { OPTIONS, type Option, type OptionName } from './options.ts';

const words = optionTableWords;
const SAYS: Readonly<Record<OptionName, string>> = words.says;

/** What an option may be. */
function values(option: Option): string {
  if (option.kind === 'choice') return option.values.map((value) => `\`${value}\``).join(', ');
  return option.kind === 'count' ? words.count(option.most) : words.word(option.longest);
}

/** The options as a table in Markdown: those for whoever embeds the page. */
export function optionsTable(): string {
  const names = (Object.keys(OPTIONS) as OptionName[]).filter((name) => OPTIONS[name].public);
  const rows = names.map((name) => {
    const option = OPTIONS[name];
    const unsaid =
      option.kind === 'choice' ? `\`${option.values[0]}\`` : option.kind === 'count' ? '`0`' : words.empty;
    return [`\`${name}\``, values(option), unsaid, SAYS[name]];
  });
  const table = [[words.option, words.values, words.unless, words.does], ...rows];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...table.map((row) => (row[column] ?? '').length)));
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const [head = [], ...body] = table;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...body.map(line)].join('\n');
}
