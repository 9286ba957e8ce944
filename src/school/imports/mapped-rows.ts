import type { HeadingMap } from './headings.ts';
import type { ImportRow } from './plan.types.ts';
import type { ImportTable } from './read-table.ts';

/** The rows of a file with their cells under the names of what the headings mean; columns that mean nothing are left out. */
export function mappedRows(table: ImportTable, map: HeadingMap): readonly ImportRow[] {
  return table.rows.map(({ line, cells }) => ({
    line,
    cells: Object.fromEntries(
      table.headings.flatMap((heading, at) => (map[heading] ? [[map[heading], cells[at] ?? '']] : [])),
    ),
  }));
}
