import { csvOf, type ExportTable, neutral } from '../../school/exports/csv.ts';
import { giveFile } from '../../ui/api/give-file.ts';

/** Gives the person a CSV file with the table. */
export function downloadCsv(table: ExportTable): void {
  giveFile(new Blob([csvOf(table)], { type: 'text/csv;charset=utf-8' }), `${table.name}.csv`);
}

/** Gives the person an Excel workbook with a sheet for each table (its writer is loaded when first needed). */
export async function downloadWorkbook(name: string, tables: readonly ExportTable[]): Promise<void> {
  const { default: write } = await import(/* webpackChunkName: "excel" */ 'write-excel-file/universal');
  const sheets = tables.map(({ name: own, sheet = own, columns, rows }) => ({
    // Excel takes 31 characters for the name of a sheet.
    sheet: sheet.slice(0, 31),
    data: [
      columns.map((value) => ({ value, fontWeight: 'bold' as const })),
      ...rows.map((row) => row.map((value) => ({ value: neutral(value) }))),
    ],
    stickyRowsCount: 1,
  }));
  giveFile(await write(sheets).toBlob(), `${name}.xlsx`);
}
