import type { SchoolCalendar } from '../calendar/school-calendar.ts';
import type { SchoolDay } from '../moment.ts';
import { policyOn } from '../office/settings-on.ts';
import type { Facts } from '../rule.ts';

/**
 * The last day in time to settle code N: the fifth school day after the session (D1; reg 10(7)–(9) of the 2024
 * Regulations). `undefined` past the last loaded term: nothing is guessed.
 */
export function nDeadline(calendar: SchoolCalendar, date: SchoolDay, schoolDays = 5): SchoolDay | undefined {
  const answer = calendar.after(date, schoolDays);
  return 'day' in answer ? answer.day : undefined;
}

/** School days within which an N of this date is settled: by the edition that counted on that day, not by a later one. */
export function settleDaysOn({ records }: Pick<Facts, 'records'>, date: SchoolDay): number {
  return policyOn(records.setting, date).settleSchoolDays;
}
