import { choice, longText, schoolDay, text } from '../../schema/fields.ts';
import { type RecordOf, record } from '../../schema/record.ts';
import { roleWords } from './role-words.ts';

/** Every role in the policy and the app (domain.md 10.2 and 12). */
export const roles = [
  'head',
  'ap-leader',
  'dsl',
  'deputy-dsl',
  'attendance-officer',
  'senco',
  'designated-teacher',
  'tutor',
  'visitor',
  'governor',
  'trustee',
  'trust-safeguarding',
  'trust-send',
  'data-protection',
] as const;

/** A role in the policy. */
export type Role = (typeof roles)[number];

/** One person in one role, for good or as cover between two dates. */
export const roleAssignment = record({
  name: 'roleAssignment',
  list: 'AP Roles',
  label: 'Role',
  says: 'A person in a role, by Entra object id; cover counts within its dates, as the covered role.',
  keyOf: 'person|role|from',
  retention: 'app',
  area: 'config',
  mirror: 'whole',
  fields: {
    person: text('Person', { required: true, indexed: true, hint: 'Entra object id' }),
    personName: text('Name', { required: true }),
    mail: text('E-mail', {}),
    role: choice('Role', roles, { required: true, words: roleWords }),
    from: schoolDay('From', { required: true }),
    to: schoolDay('To', { hint: 'Last day; empty: until changed' }),
    coverFor: text('Covers for', { hint: 'Entra object id of the person covered' }),
    pupils: longText('Own pupils', { hint: 'For a tutor or visitor: RecordKeys joined by ; ' }),
    state: choice('State', ['Active', 'WaitsForHead', 'Ended'], { required: true }),
  },
});

/** A role assignment as kept. */
export type RoleAssignment = RecordOf<typeof roleAssignment>;
