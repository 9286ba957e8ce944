import { describe, expect, it } from 'vitest';
import { readTable } from '../../../src/school/imports/read-table.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const table = (bytes: Uint8Array) => {
  const read = readTable(bytes);
  if ('trouble' in read) throw new Error(read.trouble);
  return read.table;
};
const trouble = (bytes: Uint8Array) => {
  const read = readTable(bytes);
  return 'trouble' in read ? read.trouble : 'it could be read';
};

describe('a file is read', () => {
  it('in UTF-8 with a byte order mark, the mark no part of the first heading', () => {
    expect(table(utf8('\uFEFFUPN,Name\r\nA1,Zoë Ó Briain\r\n'))).toEqual({
      headings: ['UPN', 'Name'],
      rows: [{ line: 2, cells: ['A1', 'Zoë Ó Briain'] }],
    });
  });

  it('in Windows-1252, as older systems write it', () => {
    const bytes = new Uint8Array([...utf8('Name\n'), 0x5a, 0x6f, 0xeb, 0x20, 0x92, 0x0a]);
    expect(table(bytes).rows[0]?.cells).toEqual(['Zoë ’']);
  });

  it('in UTF-16 as Excel saves "Unicode text", with tabs', () => {
    const text = '\uFEFFUPN\tName\r\nA1\tJuno\r\n';
    const bytes = new Uint8Array([...text].flatMap((sign) => [sign.charCodeAt(0) & 255, sign.charCodeAt(0) >> 8]));
    expect(table(bytes)).toEqual({ headings: ['UPN', 'Name'], rows: [{ line: 2, cells: ['A1', 'Juno'] }] });
  });

  it('with quoted line breaks, counting lines as an editor does', () => {
    const read = table(utf8('Name,Address\n"Hill Farm","1 Lane\nHilltop"\nRiverside,2 Road\n'));
    expect(read.rows.map(({ line }) => line)).toEqual([2, 4]);
    expect(read.rows[0]?.cells[1]).toBe('1 Lane\nHilltop');
  });

  it('with semicolons, and empty lines left out', () => {
    expect(table(utf8('UPN;Name\n\nA1;Juno\n;\n')).rows).toEqual([{ line: 3, cells: ['A1', 'Juno'] }]);
  });
});

describe('a file is refused', () => {
  it.each([
    ['empty', new Uint8Array(), 'The file is empty (0 bytes). Export it again, then choose it here.'],
    [
      'far too large',
      new Uint8Array(5_000_001),
      'The file is larger than 5 MB. Export only the pupils in question, or split it.',
    ],
    [
      'a workbook',
      new Uint8Array([0x50, 0x4b, 3, 4]),
      'This is an Excel workbook. In Excel choose Save as, CSV UTF-8, then choose that file.',
    ],
    ['binary', utf8('a\u0000b'), 'This is not a text file. Export the list as CSV, then choose it here.'],
    [
      'JSON that breaks off',
      utf8('{"england-and-wales": {"events": [{"title": "Boxing Day"'),
      'This looks like JSON and cannot be read as such: it may be cut short. Save gov.uk/bank-holidays.json again, or export the list as CSV.',
    ],
    [
      'JSON of something else, after a byte order mark',
      utf8('\uFEFF[{"upn": "A1"}, {"upn": "A2"}]\n'),
      'This is JSON, but not the bank holidays of GOV.UK (gov.uk/bank-holidays.json). Export the list as CSV, then choose that file.',
    ],
    [
      'the page of the bank holidays',
      utf8('<!DOCTYPE html>\n<html lang="en"><title>UK bank holidays</title></html>\n'),
      'This is a web page, not a table. Export the list as CSV; of the bank holidays save gov.uk/bank-holidays.json.',
    ],
    [
      'a sentence',
      utf8('See the office for the list.\n'),
      'This is one line of text, not a table. Export the list as CSV with a heading for each column.',
    ],
    ['headings alone', utf8('UPN,Name\n'), 'The file has headings but no rows. There is nothing to import.'],
    [
      'one heading twice',
      utf8('UPN,UPN\n1,2\n'),
      'The heading "UPN" stands twice. Rename or remove one of the columns.',
    ],
    [
      'an open quotation mark',
      utf8('Name,Year\n"Juno,10\nRiver,9\n'),
      'A quotation mark near row 2 is not closed. Export the file again.',
    ],
  ])('when it is %s', (_, bytes, says) => {
    expect(trouble(bytes)).toBe(says);
  });

  it('beyond 20,000 rows, and not at 20,000', () => {
    expect(table(utf8(`Name\n${'x\n'.repeat(20_000)}`)).rows.length).toBe(20_000);
    expect(trouble(utf8(`Name\n${'x\n'.repeat(20_001)}`))).toContain('20,001 rows; at most 20,000');
  });
});
