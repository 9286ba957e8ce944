import { buildCalendar } from '../../src/school/calendar/build-calendar.ts';
import type { CalendarEntry } from '../../src/school/calendar/calendar-entry.record.ts';
import type { Moment } from '../../src/school/moment.ts';
import { policyFrom, settingsFrom } from '../../src/school/office/policy-edition.ts';
import type { Role } from '../../src/school/office/role-assignment.record.ts';
import { type RecordName, records, type SchoolRecords, tableOf } from '../../src/school/records.ts';
import type { Seen } from '../../src/school/view.ts';
import { derbyshire } from './derbyshire.ts';

/** Rows of a trial school, by record; only the fields that the test is about. */
export type Rows = Partial<Record<RecordName, readonly Readonly<Record<string, unknown>>[]>>;

/** Half past nine on Tuesday 12 May 2026, a school day of the Derbyshire calendar. */
export const tuesday: Moment = { today: '2026-05-12', time: '09:30', instant: '2026-05-12T08:30:00Z' };

/** What a reader in these roles sees in a school that holds these rows. */
export function seenBy(
  roles: readonly Role[],
  rows: Rows,
  now: Moment = tuesday,
  calendar: readonly CalendarEntry[] = derbyshire,
): Seen {
  const tables = Object.fromEntries(
    Object.keys(records).map((name) => [
      name,
      tableOf((rows[name as RecordName] ?? []).map((row) => ({ version: '1', key: '', ...row }))),
    ]),
  );
  return {
    records: tables as unknown as SchoolRecords,
    calendar: buildCalendar(calendar),
    policy: policyFrom({}),
    settings: settingsFrom({}),
    now,
    by: { id: 'person-1', name: 'Robin Example', roles, ownPupils: [], covers: [] },
  };
}

/** A pupil of the trial school. */
export const pupil = {
  key: 'pu-1',
  legalName: 'Juno Sparrow',
  initials: 'J.S.',
  year: '10',
  riskFlags: [],
  youthJustice: false,
  onRollFrom: '2024-09-01',
};

/** The three roles without which no round starts, held all year. */
export const staff = (['ap-leader', 'dsl', 'attendance-officer'] as const).map((role) => ({
  key: `p-${role}|${role}|2025-09-01`,
  person: `p-${role}`,
  personName: role,
  role,
  from: '2025-09-01',
  state: 'Active',
}));

/** A mark of the trial pupil. */
export function mark(date: string, session: 'AM' | 'PM', more: Readonly<Record<string, unknown>> = {}) {
  return {
    key: `pl-1|${date}|${session.toLowerCase()}`,
    placement: 'pl-1',
    pupil: 'pu-1',
    date,
    month: date.slice(0, 7),
    session,
    providerStatus: 'AbsentNoReason',
    ...more,
  };
}
