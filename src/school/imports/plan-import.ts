import type { SchoolRecords } from '../records.ts';
import type { ImportKind } from './import-kinds.ts';
import type { ImportRow, PlanContext, PlannedRow, RowPlan, Standing } from './plan.types.ts';
import { planCalendar } from './plan-calendar.ts';
import { planContact } from './plan-contact.ts';
import { planPlacement } from './plan-placement.ts';
import { planProvider } from './plan-provider.ts';
import { planPupil } from './plan-pupil.ts';

const planners: Readonly<Record<ImportKind, (context: PlanContext, row: ImportRow) => RowPlan>> = {
  pupils: planPupil,
  contacts: planContact,
  providers: planProvider,
  placements: planPlacement,
  calendar: planCalendar,
};

/** A pupil, provider or placement may stand in one row of a file only; of a pupil's contacts each name once. */
const twice: Readonly<Record<ImportKind, string>> = {
  pupils: 'This pupil stands in the file already, on line',
  contacts: 'This contact of the pupil stands in the file already, on line',
  providers: 'This provider stands in the file already, on line',
  placements: 'This placement stands in the file already, on line',
  calendar: 'This day of this kind stands in the file already, on line',
};

/**
 * What an import would do, row by row, in the order of the file: add, change (with what), nothing, or refuse with reasons. Pure;
 * the preview in the browser and the save on the server ask the same function. Nothing but `standing` (a copy) is written to.
 */
export function planImport(context: PlanContext, kind: ImportKind, rows: readonly ImportRow[]): readonly PlannedRow[] {
  const lineOf = new Map<string, number>();
  return rows.map((row): PlannedRow => {
    const { line } = row;
    const plan = planners[kind](context, row);
    if ('refused' in plan) return { line, outcome: 'refused', says: plan.refused };
    const key = plan.saves[0]?.key;
    const earlier = key === undefined ? undefined : lineOf.get(key);
    if (earlier !== undefined) return { line, outcome: 'refused', says: [`${twice[kind]} ${earlier}.`] };
    if (key !== undefined) lineOf.set(key, line);
    if (plan.changes.length === 0) return { line, outcome: 'same' };
    return { line, outcome: plan.isNew ? 'add' : 'change', changes: plan.changes, saves: plan.saves };
  });
}

/** A copy of what stands, for one planning. */
export function standingOf(records: SchoolRecords): Standing {
  return {
    pupils: [...records.pupil.all()],
    contacts: [...records.contact.all()],
    providers: [...records.provider.all()],
    sites: [...records.site.all()],
    placements: [...records.placement.all()],
    slots: [...records.scheduleSlot.all()],
    calendar: [...records.calendarEntry.all()],
  };
}
