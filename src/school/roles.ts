import type { SchoolDay } from './moment.ts';
import type { Role, RoleAssignment } from './office/role-assignment.record.ts';
import type { Table } from './records.ts';

/** Someone who asks or acts, with the roles they hold today. The clock is a person too: it acts in the app's rounds. */
export interface Person {
  /** Entra object id, or `clock`. */
  readonly id: string;
  readonly name: string;
  readonly roles: readonly Role[];
  /** RecordKeys of own pupils, for tutors and visitors. */
  readonly ownPupils: readonly string[];
  /** Roles held only as cover today, with who is covered. */
  readonly covers: readonly { readonly role: Role; readonly for: string }[];
}

/** The app acting unasked, in its rounds. */
export const theClock: Person = { id: 'clock', name: 'AP rounds', roles: [], ownPupils: [], covers: [] };

/** The assignments that count on a day: active, within their dates, both ends included. */
export function assignmentsOn(table: Table<RoleAssignment>, day: SchoolDay): readonly RoleAssignment[] {
  return table
    .all()
    .filter((held) => held.state === 'Active' && held.from <= day && (held.to === undefined || day <= held.to));
}

/** Who a person is today: roles come only from AP Roles, by Entra object id; cover counts as the covered role. */
export function personOn(table: Table<RoleAssignment>, id: string, day: SchoolDay, name = ''): Person {
  const held = assignmentsOn(table, day).filter((row) => row.person === id);
  const own = held.flatMap((row) => (row.pupils ?? '').split(/;\s*/)).filter(Boolean);
  return {
    id,
    name: held[0]?.personName ?? name,
    roles: [...new Set(held.map((row) => row.role))],
    ownPupils: [...new Set(own)],
    covers: held.flatMap((row) => (row.coverFor ? [{ role: row.role, for: row.coverFor }] : [])),
  };
}

/** Who holds a role on a day, cover first (they stand in for the holder). */
export function holdersOf(table: Table<RoleAssignment>, role: Role, day: SchoolDay): readonly RoleAssignment[] {
  const held = assignmentsOn(table, day).filter((row) => row.role === role);
  const covered = new Set(held.flatMap((row) => (row.coverFor ? [row.coverFor] : [])));
  return [...held.filter((row) => row.coverFor), ...held.filter((row) => !row.coverFor && !covered.has(row.person))];
}

/** Roles without which no round starts (design: Roles). */
export const neededRoles = ['dsl', 'ap-leader', 'attendance-officer'] as const satisfies readonly Role[];

/** The needed roles that nobody holds on a day. */
export function missingRoles(table: Table<RoleAssignment>, day: SchoolDay): readonly Role[] {
  return neededRoles.filter((role) => holdersOf(table, role, day).length === 0);
}
