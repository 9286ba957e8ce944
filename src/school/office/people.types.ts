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
  /** True where the bot can put a card into this person's chat. */
  readonly reached: boolean;
  readonly may: { readonly end: boolean; readonly agree: boolean };
}

/** Who holds which role, who is missing, and whom a card can reach. */
export interface People {
  readonly roles: readonly RoleLine[];
  /** Needed roles that nobody holds today, as staff say them. */
  readonly missing: readonly string[];
  /** True once the app has been added to the attendance channel. */
  readonly channelReached: boolean;
  /** For giving a role; only for who may. */
  readonly newRole?: Form;
}
