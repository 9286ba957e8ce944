import { buildCalendar } from '../school/calendar/build-calendar.ts';
import type { CalendarEntry } from '../school/calendar/calendar-entry.record.ts';
import type { SchoolCalendar } from '../school/calendar/school-calendar.ts';
import { policyFrom, type SchoolSettings, settingsFrom } from '../school/office/policy-edition.ts';
import type { Facts } from '../school/rule.ts';
import type { School } from './ports.ts';

const calendars = new WeakMap<readonly CalendarEntry[], SchoolCalendar>();

/** What rules, actions and views look at, from memory. The calendar is built once for each state of its list. */
export function factsOf(school: School): Facts & { readonly settings: SchoolSettings } {
  const records = school.store.known();
  const entries = records.calendarEntry.all();
  const calendar = calendars.get(entries) ?? buildCalendar(entries);
  calendars.set(entries, calendar);
  return {
    records,
    calendar,
    policy: policyFrom(records.setting.get('policy')?.value),
    settings: settingsFrom(records.setting.get('school')?.value),
  };
}
