import { describe, expect, it } from 'vitest';
import { csvOf, neutral } from '../../../src/school/exports/csv.ts';

describe('a table for a spreadsheet', () => {
  it.each(['=HYPERLINK("http://x")', '+1+1', '-2+3', '@SUM(A1)', '\t=1', '\r=1', '\n=1'])('makes %j text', (cell) => {
    expect(neutral(cell)).toBe(`'${cell}`);
  });

  it('leaves names, numbers, codes and dates as they are', () => {
    for (const cell of ["Zoë O'Quill", '/', '\\', '#', '2026-11-24', 12, '']) expect(neutral(cell)).toBe(cell);
  });

  it('is opened by Excel in one piece: byte order mark, CRLF, quotation marks doubled', () => {
    const csv = csvOf({
      name: 'x',
      columns: ['Name', 'Note'],
      rows: [
        ['Zoë "Zo" Quill', 'late, bus\nbroke down'],
        ['=1+1', 3],
      ],
    });
    expect(csv).toBe('\uFEFFName,Note\r\n"Zoë ""Zo"" Quill","late, bus\nbroke down"\r\n\'=1+1,3\r\n');
  });
});
