/** A table as a file holds it: what a cell may be, and nothing that a spreadsheet would compute. */
export interface ExportTable {
  /** Name of the file, without its ending. */
  readonly name: string;
  /** Name of the sheet in a workbook; the file's own name where it is absent. */
  readonly sheet?: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

/**
 * Text that no spreadsheet takes for a formula: where it begins with `=`, `+`, `-`, `@`, a tab or a line break, an apostrophe
 * is put before it (domain.md 14.11). Numbers stay numbers; a register code such as `-`, alone, is harmless and stays too.
 */
export function neutral(cell: string | number): string | number {
  if (typeof cell === 'number' || cell.length < 2)
    return cell === '=' || cell === '@' || cell === '+' ? `'${cell}` : cell;
  return /^[=+\-@\t\r\n]/.test(cell) ? `'${cell}` : cell;
}

/** The table as CSV: UTF-8 with byte order mark and CRLF, as Excel in English opens it without a question. */
export function csvOf({ columns, rows }: ExportTable): string {
  const line = (cells: readonly (string | number)[]) => cells.map((cell) => quoted(String(neutral(cell)))).join(',');
  return `\uFEFF${[columns, ...rows].map(line).join('\r\n')}\r\n`;
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
