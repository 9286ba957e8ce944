import type { Role } from '../../school/office/role-assignment.record.ts';

const words: Readonly<Record<Role, string>> = {
  head: 'Headteacher',
  'ap-leader': 'AP leader',
  dsl: 'DSL',
  'deputy-dsl': 'Deputy DSL',
  'attendance-officer': 'Attendance officer',
  senco: 'SENCO',
  'designated-teacher': 'Designated teacher',
  tutor: 'Tutor',
  visitor: 'Visitor to providers',
  governor: 'Governor',
  trustee: 'Trustee',
  'trust-safeguarding': 'Trust safeguarding',
  'trust-send': 'Trust SEND',
  'data-protection': 'Data protection',
};

/** A person's roles as staff say them; a role held as cover says whom for. */
export function rolesInWords(
  roles: readonly Role[],
  covers: readonly { readonly role: Role; readonly for: string }[],
): string {
  if (roles.length === 0) return 'No role at this school';
  return roles
    .map((role) => {
      const cover = covers.find((one) => one.role === role);
      return cover ? `${words[role]} (cover for ${cover.for})` : words[role];
    })
    .join(' · ');
}

/** One role as staff say it. */
export function roleInWords(role: Role): string {
  return words[role];
}
