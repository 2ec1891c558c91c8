/** Makes the table of embed options from their schema. The README contains the table; a test compares both. */
import { OPTIONS, type Option, type OptionName } from '../../src/codec/options.ts';

const words = {
  /** The heads of the columns. */
  option: 'option',
  values: 'may be',
  unless: 'unless said',
  does: 'what it does',
  empty: 'empty',
  count: (most: number): string => `a whole number from 0 to ${most}`,
  word: (longest: number): string => `at most ${longest} letters, digits and the signs . - _ ~`,
  /** What each option does, by its name. */
  says: {
    p: 'The story the embed opens with, as the map’s own links write it after `#`. What stands after `#` comes first.',
    lock: 'How many of the first answers of that story readers cannot change.',
    evidence:
      'Whether the quotations behind the last answer are open or one press away. They cannot be left out.',
    map: 'Whether the line of the story stands above the question.',
    endings: 'Whether the list of endings is one press away, open, or left out.',
    theme: 'Light or dark; `auto` follows the page around the embed, or the reader’s device.',
    lang: 'The language of the embed’s own words. English is the only one so far.',
    height:
      '`auto` tells the page around the embed how tall it is; with `fixed` it does not, and the embed scrolls.',
    id: 'The name under which the height is told to Datawrapper’s listeners, where the page looks for one.',
    secret: 'WordPress’s secret, written after `#?` by WordPress itself.',
  },
};

const SAYS: Readonly<Record<OptionName, string>> = words.says;

/** What an option may be. */
function values(option: Option): string {
  if (option.kind === 'choice') return option.values.map((value) => `\`${value}\``).join(', ');
  return option.kind === 'count' ? words.count(option.most) : words.word(option.longest);
}

/** The options for authors of host pages, as a Markdown table. */
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
