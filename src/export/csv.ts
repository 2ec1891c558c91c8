/** A table as comma-separated values (RFC 4180), which spreadsheets open. */

/** What a formula begins with (OWASP, *CSV Injection*), in its full-width forms too. */
const FORMULA = /[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/;
/** What may stand between two cells, or rows: a spreadsheet may be set to another separator than the comma. */
const SEPARATOR = /[,;|\t\r\n\u0085\u2028\u2029]/;
/** What may stand before a formula in its cell: spaces, what cannot be seen, and quotation marks, which are taken off. */
const BEFORE = /[\s\p{C}"]/u;

/**
 * `rows` as a file: lines end with CR LF, and a byte order mark tells spreadsheets that it is UTF-8. What could act as a
 * formula gets an apostrophe before it, so it is shown as it is. A number stays a number, with its sign.
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
 * `text` with an apostrophe before all that would be a formula in a cell of its own: at its beginning, and after each
 * separator and line end in it.
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
