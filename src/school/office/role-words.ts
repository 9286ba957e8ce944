import type { Role } from './role-assignment.record.ts';

/** Each role as staff say it. */
export const roleWords: Readonly<Record<Role, string>> = {
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
