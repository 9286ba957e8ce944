import { buildCalendar } from '../school/calendar/build-calendar.ts';
import type { CalendarEntry } from '../school/calendar/calendar-entry.record.ts';
import type { SchoolCalendar } from '../school/calendar/school-calendar.ts';
import { momentOf } from '../school/moment.ts';
import { policyFrom, type SchoolSettings, settingsFrom } from '../school/office/policy-edition.ts';
import { type Person, personOn, theClock } from '../school/roles.ts';
import type { Seen } from '../school/view.ts';
import type { School, World } from './ports.ts';

const calendars = new WeakMap<readonly CalendarEntry[], SchoolCalendar>();

/** The school's calendar; built once for each state of its entries. */
function calendarOf(entries: readonly CalendarEntry[]): SchoolCalendar {
  const known = calendars.get(entries);
  if (known) return known;
  const built = buildCalendar(entries);
  calendars.set(entries, built);
  return built;
}

/** All that is known of a school now, for one person. */
export function seenBy(world: World, school: School, by: string, name?: string): Seen {
  const records = school.store.known();
  const now = momentOf(world.clock.now());
  return {
    records,
    calendar: calendarOf(records.calendarEntry.all()),
    policy: policyFrom(records.setting.get('policy')?.value),
    settings: settingsOf(school),
    now,
    by: by === theClock.id ? theClock : personOn(records.roleAssignment, by, now.today, name),
  };
}

/** The school's own settings. */
export function settingsOf(school: School): SchoolSettings {
  return settingsFrom(school.store.known().setting.get('school')?.value);
}

/** A school that was found for somebody, or the sentence why not. */
export type SchoolFor = { readonly school: School } | { readonly kind: 'forbidden' | 'unknown'; readonly says: string };

/** The school somebody means: the one named, or the only one in which they hold a role (data never crosses schools). */
export function schoolFor(world: World, key: string | undefined, by: string): SchoolFor {
  const schools = world.schools();
  if (schools.length === 0) return { kind: 'unknown', says: 'No school is set up yet. Run provision first.' };
  if (key !== undefined) {
    const school = schools.find((one) => one.key === key);
    return school ? { school } : { kind: 'unknown', says: 'There is no such school here.' };
  }
  const theirs = schools.filter((school) => rolesIn(world, school, by).roles.length > 0);
  const [first, second] = theirs;
  if (first && !second) return { school: first };
  if (first) return { kind: 'unknown', says: 'You work in several schools. Choose one.' };
  const [only, another] = schools;
  if (only && !another) return { school: only };
  return { kind: 'forbidden', says: 'You have no role in any school here. Ask your AP leader.' };
}

function rolesIn(world: World, school: School, by: string): Person {
  return personOn(school.store.known().roleAssignment, by, momentOf(world.clock.now()).today);
}
