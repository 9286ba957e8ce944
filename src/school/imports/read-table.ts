import Papa from 'papaparse';
import { bankHolidaysIn } from './bank-holidays.ts';

/** A file as rows of text: its headings in order, and each row with the line on which it begins (headings are line 1). */
export interface ImportTable {
  readonly headings: readonly string[];
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[];
}

/** The file could be read, or one sentence says why not and what to do. */
export type TableRead = { readonly table: ImportTable } | { readonly trouble: string };

const largest = { bytes: 5_000_000, rows: 20_000 };

/**
 * Reads a CSV file as school systems export it: UTF-8 with or without BOM, UTF-16 with BOM, or Windows-1252; comma, semicolon
 * or tab; quoted line breaks; or the bank holidays as GOV.UK publishes them. Refuses an empty,
 * far too large or binary file, other JSON, a web page, and a table whose headings are missing or repeated.
 */
export function readTable(bytes: Uint8Array): TableRead {
  if (bytes.length === 0) return { trouble: 'The file is empty (0 bytes). Export it again, then choose it here.' };
  if (bytes.length > largest.bytes) {
    return { trouble: 'The file is larger than 5 MB. Export only the pupils in question, or split it.' };
  }
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
    return { trouble: 'This is an Excel workbook. In Excel choose Save as, CSV UTF-8, then choose that file.' };
  }
  const text = decode(bytes);
  if (text.includes('\u0000'))
    return { trouble: 'This is not a text file. Export the list as CSV, then choose it here.' };
  const holidays = bankHolidaysIn(text);
  if (holidays) return { table: holidays };
  const other = noTable(text);
  if (other) return { trouble: other };
  const parsed = Papa.parse<string[]>(text, { skipEmptyLines: false, delimiter: delimiterOf(text) });
  const broken = parsed.errors.find(({ type }) => type === 'Quotes');
  if (broken) {
    return { trouble: `A quotation mark near row ${(broken.row ?? 0) + 1} is not closed. Export the file again.` };
  }
  return tableOf(parsed.data, text);
}

/** What a text is that is no table, and what to do; `undefined` where it may be one. */
function noTable(text: string): string | undefined {
  const bare = text.trim();
  if (bare.startsWith('{') || bare.startsWith('[')) {
    return isJson(bare)
      ? 'This is JSON, but not the bank holidays of GOV.UK (gov.uk/bank-holidays.json). Export the list as CSV, then choose that file.'
      : 'This looks like JSON and cannot be read as such: it may be cut short. Save gov.uk/bank-holidays.json again, or export the list as CSV.';
  }
  if (bare.startsWith('<')) {
    return 'This is a web page, not a table. Export the list as CSV; of the bank holidays save gov.uk/bank-holidays.json.';
  }
  const oneLine = bare !== '' && !/[,;\t\r\n]/.test(bare);
  return oneLine
    ? 'This is one line of text, not a table. Export the list as CSV with a heading for each column.'
    : undefined;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function tableOf(lines: readonly string[][], text: string): TableRead {
  const headings = (lines[0] ?? []).map((heading) => heading.trim());
  while (headings.at(-1) === '') headings.pop();
  if (headings.length === 0) return { trouble: 'The first line has no headings. Export the file with headings.' };
  const twice = headings.find((heading, at) => heading !== '' && headings.indexOf(heading) !== at);
  if (twice !== undefined)
    return { trouble: `The heading "${twice}" stands twice. Rename or remove one of the columns.` };
  const starts = lineStarts(lines, text);
  const rows = lines
    .slice(1)
    .map((cells, at) => ({ line: starts[at + 1] ?? at + 2, cells: cells.map((cell) => cell.trim()) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
  if (rows.length === 0) return { trouble: 'The file has headings but no rows. There is nothing to import.' };
  if (rows.length > largest.rows) {
    return {
      trouble: `The file has ${rows.length.toLocaleString('en-GB')} rows; at most 20,000 can be imported at once. Split it.`,
    };
  }
  return { table: { headings, rows } };
}

/** The headings say what parts the columns: the sign among comma, semicolon and tab that stands in them most. */
function delimiterOf(text: string): string {
  const [headings = ''] = text.replace(/"[^"]*"/g, '').split(/\r?\n|\r/);
  const [most = ','] = [',', ';', '\t'].toSorted((a, b) => headings.split(b).length - headings.split(a).length);
  return most;
}

/** The line of the file on which each row begins: a quoted cell may hold line breaks. */
function lineStarts(lines: readonly string[][], text: string): readonly number[] {
  const breakOf = text.includes('\r\n') ? '\r\n' : text.includes('\n') ? '\n' : '\r';
  let line = 1;
  return lines.map((cells) => {
    const start = line;
    line += 1 + cells.reduce((sum, cell) => sum + cell.split(breakOf).length - 1, 0);
    return start;
  });
}

function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return windows1252(bytes);
  }
}

// The signs of Windows-1252 from 0x80 to 0x9f, which Node's own decoder takes for controls.
const between = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

function windows1252(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (const byte of bytes) {
    pieces.push(byte >= 0x80 && byte <= 0x9f ? (between[byte - 0x80] ?? '') : String.fromCharCode(byte));
  }
  return pieces.join('');
}
