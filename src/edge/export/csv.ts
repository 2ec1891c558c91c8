/** A table as comma-separated values (RFC 4180), which spreadsheets open. */

/** A text that a spreadsheet would work out as a formula begins with one of these, spaces before it or not. */
const FORMULA = /^[\s\uFEFF]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/u;

/**
 * `rows` as a file: lines end with CR LF, and a byte order mark tells spreadsheets that it is UTF-8. A cell that could
 * act as a formula gets an apostrophe before it (OWASP, *CSV Injection*), so it is shown as it is.
 */
export function csv(rows: readonly (readonly (string | number)[])[]): string {
  return `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

function cell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const harmless = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]|^\s|\s$/u.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
