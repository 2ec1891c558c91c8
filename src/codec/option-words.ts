/** The documentation of an embed’s options, written from their schema. The README holds the table; a test compares. */
import { allowed, OPTIONS, type OptionName } from './options.ts';

const SAYS: Readonly<Record<OptionName, string>> = {
  p: 'The story the embed opens with, as the map’s own links write it after `#`. What stands after `#` comes first.',
  lock: 'How many steps at the beginning of that story the reader cannot change.',
  evidence:
    'Whether the quotations behind the latest step are laid open or one press away. They cannot be left out.',
  map: 'Whether the map in small stands above the question.',
  endings: 'Whether the endings still open are one press away, laid open, or left out.',
  theme: 'Light or dark; `auto` follows the page around the embed, or the reader’s system.',
  lang: 'The language of the embed’s own words. English is the only one so far.',
  height:
    '`auto` tells the page around it how tall the embed is; `fixed` keeps silent, and the embed scrolls.',
  id: 'The name under which the height is told to Datawrapper’s listeners, where the page looks for one.',
  secret: 'WordPress’s secret, written after `#?` by WordPress itself.',
};

/** The options as a table in Markdown: those for whoever embeds the page. */
export function optionsTable(): string {
  const names = (Object.keys(OPTIONS) as OptionName[]).filter((name) => OPTIONS[name].public);
  const rows = names.map((name) => {
    const option = OPTIONS[name];
    const values =
      option.kind === 'choice'
        ? option.values.map((value) => `\`${value}\``).join(', ')
        : allowed(option).slice(6);
    const unsaid =
      option.kind === 'choice' ? `\`${option.values[0]}\`` : option.kind === 'count' ? '`0`' : 'empty';
    return [`\`${name}\``, values, unsaid, SAYS[name]];
  });
  const table = [['option', 'may be', 'unless said', 'what it does'], ...rows];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...table.map((row) => (row[column] ?? '').length)));
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const [head = [], ...body] = table;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...body.map(line)].join('\n');
}
