import type { Form } from '../../schema/form.ts';
import type { SchoolDay } from '../moment.ts';
import type { Role, RoleAssignment } from './role-assignment.record.ts';

/** One person in one role. */
export interface RoleLine {
  readonly assignment: string;
  readonly seen: string;
  /** Entra object id. */
  readonly person: string;
  readonly name: string;
  readonly role: Role;
  /** "Attendance officer, cover for Ola Brightwater". */
  readonly roleSays: string;
  readonly from: SchoolDay;
  readonly to?: SchoolDay;
  readonly state: RoleAssignment['state'];
  /** Whether a card gets into this person's chat: it did, it was refused, or none was sent yet. */
  readonly reach: 'reached' | 'refused' | 'untried';
  readonly may: { readonly end: boolean; readonly agree: boolean };
}

/** Who holds which role, who is missing, and whom a card can reach. */
export interface People {
  readonly roles: readonly RoleLine[];
  /** Needed roles that nobody holds today, as staff say them. */
  readonly missing: readonly string[];
  /** True once somebody said which channel the register cards go to. */
  readonly channelChosen: boolean;
  /** For giving a role; only for who may. */
  readonly newRole?: Form;
}
