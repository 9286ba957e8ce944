import { type HeadingMap, recogniseHeadings } from '../../../src/school/imports/headings.ts';
import type { ImportKind } from '../../../src/school/imports/import-kinds.ts';
import { mappedRows } from '../../../src/school/imports/mapped-rows.ts';
import type { PlanContext, PlannedRow, Standing } from '../../../src/school/imports/plan.types.ts';
import { planImport } from '../../../src/school/imports/plan-import.ts';
import { readTable } from '../../../src/school/imports/read-table.ts';

/** A school with nothing in it. */
export const nobody: Standing = {
  pupils: [],
  contacts: [],
  providers: [],
  sites: [],
  placements: [],
  slots: [],
  calendar: [],
};

/** Plans a file as the screen would: read, recognise the headings, plan. Ids are counted: pu-1, pu-2, … */
export function planFile(
  kind: ImportKind,
  text: string,
  more: { standing?: Partial<Standing>; flags?: boolean; remembered?: HeadingMap } = {},
): readonly PlannedRow[] {
  const read = readTable(new TextEncoder().encode(text));
  if ('trouble' in read) throw new Error(read.trouble);
  const { headings } = read.table;
  const map = recogniseHeadings(kind, headings, more.remembered ?? {}, more.flags === true);
  let made = 0;
  const standing = structuredClone({ ...nobody, ...more.standing });
  const context: PlanContext = {
    standing,
    today: '2026-11-24',
    freshId: (prefix) => {
      made += 1;
      return `${prefix}-${made}`;
    },
    mayWriteFlags: more.flags === true,
  };
  return planImport(context, kind, mappedRows(read.table, map));
}

/** The reasons of a refused row, by line. */
export function refusals(rows: readonly PlannedRow[]): Readonly<Record<number, readonly string[]>> {
  return Object.fromEntries(rows.flatMap((row) => (row.outcome === 'refused' ? [[row.line, row.says]] : [])));
}

/** The values that a row would save, record by record. */
export function saved(row: PlannedRow | undefined): readonly (readonly [string, object])[] {
  return row && 'saves' in row ? row.saves.map(({ record, values }) => [record, values] as const) : [];
}
