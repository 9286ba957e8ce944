import type { ExportTable } from './csv.ts';
import type { RegisterSheet, SheetSession } from './register-sheet.types.ts';

/** The sheet as a table: one line a pupil, the two codes with their notes; an unsettled session says so in the note. */
export function sheetTable(sheet: RegisterSheet): ExportTable {
  return {
    name: `AP register ${sheet.date}`,
    columns: ['UPN', 'Id', 'Name', 'Year', 'Tutor group', 'Date', 'AM', 'AM note', 'PM', 'PM note'],
    rows: sheet.rows.map((row) => [
      row.upn,
      row.misId,
      row.name,
      row.year,
      row.tutorGroup,
      sheet.date,
      ...cells(row.am),
      ...cells(row.pm),
    ]),
  };
}

function cells(session: SheetSession | undefined): readonly string[] {
  if (!session) return ['', ''];
  const { code, note, status, provider, because } = session;
  if (because) return [code, `Not expected at ${provider}. ${because}`];
  return [code, [note, code === '' ? `${status} at ${provider}: not settled` : ''].filter(Boolean).join('; ')];
}
