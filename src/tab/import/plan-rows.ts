import type { ImportDesk } from '../../school/imports/import-desk.view.ts';
import type { ImportRow, PlannedRow } from '../../school/imports/plan.types.ts';
import { planImport } from '../../school/imports/plan-import.ts';

/** What would become of rows beside what stands in the school. Ids are the server's business: here they only have to differ. */
export function planRows(desk: ImportDesk, rows: readonly ImportRow[]): readonly PlannedRow[] {
  let made = 0;
  const freshId = (prefix: string): string => {
    made += 1;
    return `${prefix}-new-${made}`;
  };
  const standing = {
    pupils: [...desk.standing.pupils],
    contacts: [...desk.standing.contacts],
    providers: [...desk.standing.providers],
    sites: [...desk.standing.sites],
    placements: [...desk.standing.placements],
    slots: [...desk.standing.slots],
    calendar: [...desk.standing.calendar],
  };
  return planImport({ standing, today: desk.today, freshId, mayWriteFlags: desk.mayWriteFlags }, desk.kind, rows);
}
