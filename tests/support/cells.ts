/** Parses a table as spreadsheets do, with any of the separators that can be set. */

export const SEPARATORS: readonly string[] = [',', ';', '\t', '|'];
const FORMULA = /^[\s\p{C}"]*[=+\-@＝＋－＠]/u;

/** The cells of a table as programs read it: some heed a quotation mark at the beginning of a cell only, some anywhere, some nowhere. */
const READERS: Readonly<Record<string, (table: string, separator: string) => readonly string[]>> = {
  'with quotation marks where a cell begins': (table, separator) => {
    const cells = [''];
    let within = false;
    let begins = true;
    for (const [at, sign] of [...table].entries()) {
      // Two within quotation marks stand for one; what follows the last goes on the cell.
      if (sign === '"' && (begins || within)) within = !within;
      else if (!within && (sign === separator || sign === '\r' || sign === '\n')) cells.push('');
      else cells.push((cells.pop() ?? '') + sign);
      begins = cells.at(-1) === '' && !within && table[at] !== '"';
    }
    return cells;
  },
  'with quotation marks anywhere': (table, separator) => {
    const cells = [''];
    let within = false;
    for (const sign of table) {
      if (sign === '"') within = !within;
      else if (!within && (sign === separator || sign === '\r' || sign === '\n')) cells.push('');
      else cells.push((cells.pop() ?? '') + sign);
    }
    return cells;
  },
  'without quotation marks': (table, separator) =>
    table.split(/[\r\n]/).flatMap((line) => line.split(separator)),
};

/** The cells of `table` that a spreadsheet could take for a formula, with any separator. */
export const formulasIn = (table: string): string[] =>
  Object.entries(READERS).flatMap(([reader, read]) =>
    SEPARATORS.flatMap((separator) =>
      read(table, separator)
        .filter((cell) => FORMULA.test(cell))
        .map((cell) => `${reader}, with “${separator}”: ${cell}`),
    ),
  );
