import type { Role } from '../office/role-assignment.record.ts';
import type { Person } from '../roles.ts';
import type { AgreedAction } from './agreed-action.record.ts';

/** The roles that may own an action: those that work with pupils in provision. */
export const ownerRoles = [
  'ap-leader',
  'attendance-officer',
  'dsl',
  'deputy-dsl',
  'head',
  'senco',
  'designated-teacher',
  'tutor',
  'visitor',
] as const satisfies readonly Role[];

/** True where the action is the person's: by name, or by a role they hold today; a tutor's and visitor's for own pupils only. */
export function isOwnedBy({ owner, pupil }: AgreedAction, by: Person): boolean {
  if (owner === by.id) return true;
  const role = by.roles.find((each) => each === owner);
  if (role === undefined) return false;
  const ownOnly = role === 'tutor' || role === 'visitor';
  return !ownOnly || pupil === undefined || by.ownPupils.includes(pupil);
}
