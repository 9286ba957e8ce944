import { csvOf, type ExportTable, neutral } from '../../school/exports/csv.ts';

/** Gives the person a file with the table, as CSV or as an Excel workbook (its writer is loaded when first needed). */
export async function download(table: ExportTable, kind: 'csv' | 'xlsx'): Promise<void> {
  const file = kind === 'csv' ? new Blob([csvOf(table)], { type: 'text/csv;charset=utf-8' }) : await workbook(table);
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = `${table.name}.${kind}`;
  link.click();
  URL.revokeObjectURL(link.href);
}

async function workbook({ name, columns, rows }: ExportTable): Promise<Blob> {
  const { default: write } = await import(/* webpackChunkName: "excel" */ 'write-excel-file/universal');
  const head = columns.map((value) => ({ value, fontWeight: 'bold' as const }));
  const cells = rows.map((row) => row.map((value) => ({ value: neutral(value) })));
  return await write([head, ...cells], { sheet: name.slice(0, 31) }).toBlob();
}
