import type { Role } from '../../school/office/role-assignment.record.ts';
import { roleWords } from '../../school/office/role-words.ts';

/** A person's roles as staff say them; a role held as cover says whom for. */
export function rolesInWords(
  roles: readonly Role[],
  covers: readonly { readonly role: Role; readonly for: string }[],
): string {
  if (roles.length === 0) return 'No role at this school';
  return roles
    .map((role) => {
      const cover = covers.find((one) => one.role === role);
      return cover ? `${roleWords[role]} (cover for ${cover.for})` : roleWords[role];
    })
    .join(' · ');
}

/** One role as staff say it. */
export function roleInWords(role: Role): string {
  return roleWords[role];
}
