import { buildCalendar } from '../school/calendar/build-calendar.ts';
import type { CalendarEntry } from '../school/calendar/calendar-entry.record.ts';
import type { SchoolCalendar } from '../school/calendar/school-calendar.ts';
import type { SchoolDay } from '../school/moment.ts';
import type { SchoolSettings } from '../school/office/policy-edition.ts';
import { policyOn, settingsOn } from '../school/office/settings-on.ts';
import type { Facts } from '../school/rule.ts';
import type { School } from './ports.ts';

const calendars = new WeakMap<readonly CalendarEntry[], SchoolCalendar>();

/** What rules, actions and views look at on a day, from memory: the settings are those that count on it. The calendar is built once for each state of its list. */
export function factsOf(school: School, day: SchoolDay): Facts & { readonly settings: SchoolSettings } {
  const records = school.store.known();
  const entries = records.calendarEntry.all();
  const calendar = calendars.get(entries) ?? buildCalendar(entries);
  calendars.set(entries, calendar);
  return {
    records,
    calendar,
    policy: policyOn(records.setting, day),
    settings: settingsOn(records.setting, day),
  };
}
