import type { Decision, Known } from '../../src/school/action.ts';
import type { CalendarEntry } from '../../src/school/calendar/calendar-entry.record.ts';
import type { Change, Save } from '../../src/school/change.ts';
import type { Moment } from '../../src/school/moment.ts';
import type { Role } from '../../src/school/office/role-assignment.record.ts';
import { derbyshire } from './derbyshire.ts';
import { type Rows, seenBy, tuesday } from './facts.ts';

/** What an action knows when somebody in these roles presses it in the tab. */
export function knownTo(
  roles: readonly Role[],
  rows: Rows,
  now: Moment = tuesday,
  calendar: readonly CalendarEntry[] = derbyshire,
): Known {
  let fresh = 0;
  return {
    ...seenBy(roles, rows, now, calendar),
    via: 'Tab',
    freshId: (prefix) => {
      fresh += 1;
      return `${prefix}-new${fresh}`;
    },
  };
}

/** The changes of a decision; throws what was said where there are none to make. */
export function changesOf(decision: Decision): readonly Change[] {
  if ('changes' in decision) return decision.changes;
  throw new Error(JSON.stringify(decision));
}

/** The saves of a decision, as record, key and values. */
export function savesOf(decision: Decision): readonly Save[] {
  return changesOf(decision).filter((change) => change.kind === 'save');
}

/** The sentences by field of a decision that found problems; empty where it found none. */
export function problemsOf(decision: Decision): readonly (readonly [string, string])[] {
  return 'problems' in decision ? decision.problems.map(({ field, says }) => [field, says] as const) : [];
}

/** A provider, its two sites, a pupil's active placement there and a session every Tuesday and Thursday morning. */
export const farm: Rows = {
  provider: [
    { key: 'pr-farm', name: 'Hill Farm', type: 'NonSchool', status: 'Approved', supervisedOnLine: false },
    { key: 'pr-online', name: 'Brightlane', type: 'Online', status: 'Approved', supervisedOnLine: false },
  ],
  site: [
    { key: 'si-farm', provider: 'pr-farm', name: 'The farm', kind: 'Main', inUse: true },
    { key: 'si-online', provider: 'pr-online', name: 'At home', kind: 'Online', inUse: true },
  ],
  placement: [placement('pl-1')],
  scheduleSlot: [slot('sl-1', 'pl-1', 'Tuesday', 'AM'), slot('sl-2', 'pl-1', 'Thursday', 'AM')],
};

/** An active placement of the trial pupil at the farm since January. */
export function placement(key: string, more: Readonly<Record<string, unknown>> = {}) {
  return {
    key,
    pupil: 'pu-1',
    provider: 'pr-farm',
    legalBasis: 'OSD_s29A',
    stage: 'Active',
    startDate: '2026-01-05',
    dualRegistered: false,
    natureOfActivity: 'Animal care',
    ...more,
  };
}

/** A weekly session at the farm, 09:15 to 12:15 (afternoons 13:00 to 15:00), since January. */
export function slot(
  key: string,
  of: string,
  day: string,
  session: 'AM' | 'PM',
  more: Readonly<Record<string, unknown>> = {},
) {
  const hours = session === 'AM' ? { start: '09:15', end: '12:15' } : { start: '13:00', end: '15:00' };
  const rest = { site: 'si-farm', weekPattern: 'Every', place: 'Site', validFrom: '2026-01-05' };
  return { key, placement: of, day, session, ...hours, ...rest, ...more };
}
