import { academicYearOf } from '../calendar/dates.ts';
import type { SchoolCalendar } from '../calendar/school-calendar.ts';
import { halfTermsAround, termOf } from '../calendar/terms.ts';
import type { SchoolDay } from '../moment.ts';
import type { AttendanceExport } from './attendance-export.types.ts';

/** The spans up to today that people ask attendance for; fewer where less of the calendar is loaded. */
export function spansOf(calendar: SchoolCalendar, today: SchoolDay): AttendanceExport['spans'] {
  const { now, before } = halfTermsAround(calendar, today);
  if (!now) return [];
  const until = (day: SchoolDay) => (day < today ? day : today);
  const year = calendar.halfTerms.filter((half) => academicYearOf(half.lastDay) === academicYearOf(now.lastDay));
  const term = termOf(calendar, now);
  return [
    { label: now.name, from: now.firstDay, to: until(now.lastDay) },
    ...(before ? [{ label: before.name, from: before.firstDay, to: before.lastDay }] : []),
    { label: `${now.name.split(' ')[0]} term`, from: term[0]?.firstDay ?? now.firstDay, to: until(now.lastDay) },
    { label: 'School year so far', from: year[0]?.firstDay ?? now.firstDay, to: until(now.lastDay) },
  ];
}
