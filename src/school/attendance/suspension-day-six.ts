import { addDays } from '../calendar/dates.ts';
import type { DayAnswer, SchoolCalendar } from '../calendar/school-calendar.ts';
import type { SchoolDay } from '../moment.ts';

/** A suspension: first and last day, both included. */
export interface Suspension {
  readonly firstDay: SchoolDay;
  readonly lastDay: SchoolDay;
}

/**
 * D19: the sixth consecutive school day suspended, from which the school must have arranged provision; over one suspension
 * or several without a school day between. `undefined` where no run reaches six; refused outside the loaded terms.
 */
export function suspensionDaySix(calendar: SchoolCalendar, suspensions: readonly Suspension[]): DayAnswer | undefined {
  const days = new Set<SchoolDay>();
  for (const { firstDay, lastDay } of suspensions) {
    const counted = calendar.schoolDaysBetween(firstDay, lastDay);
    if (typeof counted !== 'number') return counted;
    for (let day = firstDay; day <= lastDay; day = addDays(day, 1)) if (calendar.isSchoolDay(day)) days.add(day);
  }
  let run = 0;
  let previous: SchoolDay | undefined;
  for (const day of [...days].sort()) {
    const between = previous === undefined ? 1 : calendar.schoolDaysBetween(previous, day);
    if (typeof between !== 'number') return between;
    run = between === 1 ? run + 1 : 1;
    if (run === 6) return { day };
    previous = day;
  }
  return undefined;
}
