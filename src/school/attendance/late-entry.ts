import type { Problem } from '../../schema/parse.ts';
import type { Known } from '../action.ts';
import { shortDate } from '../calendar/dates.ts';
import type { SchoolDay } from '../moment.ts';

/** Refuses a day that has not come. */
export function tooEarly(known: Known, date: SchoolDay): Problem | undefined {
  if (date <= known.now.today) return undefined;
  return { field: 'date', says: `${shortDate(date)} is in the future. Attendance is recorded on the day or after it.` };
}

/**
 * Entry after the day needs a reason; more than five school days after, only the AP leader may (domain.md 14.9).
 * Past the loaded terms nothing can be counted: says so.
 */
export function lateEntryTrouble(
  known: Known,
  date: SchoolDay,
  marks: readonly { readonly note?: string; readonly amend?: string; readonly reason?: string }[],
): Problem | undefined {
  if (date === known.now.today) return undefined;
  const days = known.calendar.schoolDaysBetween(date, known.now.today);
  if (typeof days !== 'number') return { field: 'date', says: days.says };
  const limit = known.policy.lateEntrySchoolDays;
  if (days > limit && !known.by.roles.includes('ap-leader')) {
    return {
      field: 'date',
      says: `More than ${limit} school days have passed since ${shortDate(date)}: ask the AP leader to enter it.`,
    };
  }
  const index = marks.findIndex((mark) => !(mark.amend?.trim() || mark.note?.trim()));
  if (index < 0) return undefined;
  return { field: `marks.${index}.amend`, says: `${shortDate(date)} is past: say why this is entered late.` };
}
