/** Writes a table as comma-separated values (RFC 4180) for spreadsheets. */

/** First characters of a formula (OWASP, *CSV Injection*), with their full-width forms. */
const FORMULA = /[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/;
/** Separators of cells and rows. A spreadsheet may be set to another separator than the comma. */
const SEPARATOR = /[,;|\t\r\n\u0085\u2028\u2029]/;
/**
 * Characters that a spreadsheet skips or removes before a formula: spaces, invisible characters and quotation marks.
 */
const BEFORE = /[\s\p{C}"]/u;

/**
 * `rows` as the text of a file, with CR LF line ends and a byte order mark, which tells spreadsheets that it is
 * UTF-8. Text that could act as a formula gets an apostrophe before it. Numbers are written as they are, with their
 * sign.
 */
export function csv(rows: readonly (readonly (string | number)[])[]): string {
  return `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

function cell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const harmless = guarded(value);
  return /[",;|\r\n\t\u0085\u2028\u2029]|^\s|\s$/u.test(harmless)
    ? `"${harmless.replaceAll('"', '""')}"`
    : harmless;
}

/**
 * `text` with an apostrophe before every part that would be a formula in a cell of its own: at the beginning, and
 * after each separator and line end.
 */
function guarded(text: string): string {
  let written = /^[\t\r\n]/.test(text) ? "'" : '';
  let done = 0;
  let begins = true;
  for (let at = 0; at < text.length; at++) {
    const sign = text.charAt(at);
    if (begins && FORMULA.test(sign)) {
      written += `${text.slice(done, at)}'`;
      done = at;
    }
    begins = SEPARATOR.test(sign) || (begins && BEFORE.test(sign));
  }
  return written + text.slice(done);
}
