// A table as a Dutch spreadsheet opens it: a semicolon between cells, CRLF between rows, and a mark that says UTF-8.

const BYTE_ORDER_MARK = '\ufeff';

/** A cell that begins like a formula would be run by a spreadsheet (OWASP, CSV injection); an apostrophe makes it text. */
function cellOf(value: string): string {
  const harmless = /^[\s]*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/.test(value) ? `'${value}` : value;
  return /[";\r\n,\t']/.test(harmless) || harmless !== harmless.trim()
    ? `"${harmless.replaceAll('"', '""')}"`
    : harmless;
}

export const csvOf = (rows: readonly (readonly string[])[]): string =>
  BYTE_ORDER_MARK + rows.map((row) => `${row.map(cellOf).join(';')}\r\n`).join('');
