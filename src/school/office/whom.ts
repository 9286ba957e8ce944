import type { SchoolDay } from '../moment.ts';
import type { SchoolRecords } from '../records.ts';
import { assignmentsOn, holdersOf } from '../roles.ts';
import type { Role } from './role-assignment.record.ts';

type At = { readonly records: Pick<SchoolRecords, 'roleAssignment'>; readonly now: { readonly today: SchoolDay } };

/** The person (Entra object id) who answers for a role today: whoever covers it, else its holder; `undefined`: nobody. */
export function whoHolds({ records, now }: At, role: Role): string | undefined {
  return holdersOf(records.roleAssignment, role, now.today)[0]?.person;
}

/**
 * Who is to know today what a person was to know: that person; whoever stands in for them; where they hold no role here any
 * more, the AP leader.
 */
export function inPlaceOf(at: At, person: string): string | undefined {
  const held = assignmentsOn(at.records.roleAssignment, at.now.today);
  const cover = held.find(({ coverFor }) => coverFor === person);
  if (cover) return cover.person;
  return held.some((one) => one.person === person) ? person : whoHolds(at, 'ap-leader');
}
