import type { Area } from '../schema/record.ts';
import type { Role } from './office/role-assignment.record.ts';
import type { Person } from './roles.ts';

/** What a role may do in an area: read, write, read or write for own pupils only, or see that something is there (`flag`). */
export type Right = 'read' | 'write' | 'own' | 'flag';

/** The areas of the records × the roles (domain.md 10.2). What is not here is not allowed. Trust and governors see sums only. */
export const rights: Readonly<Record<Area, Readonly<Partial<Record<Role, Right>>>>> = {
  'pupil-core': row('write', 'read', 'read', 'read', 'read', 'own'),
  flags: { ...row('read', 'flag', 'write', 'read', 'read'), 'trust-safeguarding': 'read' },
  attendance: row('write', 'write', 'read', 'read', 'read', 'own'),
  'follow-up': row('read', 'write', 'write', 'read'),
  provider: {
    ...row('write', 'read', 'read', 'read', 'read', 'read'),
    'trust-safeguarding': 'read',
    'trust-send': 'read',
  },
  placement: row('write', 'read', 'read', 'read', 'own', 'own'),
  'off-site-direction': row('write', undefined, 'read', 'read'),
  review: row('write', 'read', 'read', 'read', 'own', 'own'),
  'part-time': row('write', 'read', 'read', 'read', 'own', 'own'),
  flexi: row('write', 'read', 'read', 'read'),
  incident: { ...row('write', 'write', 'write', 'read', 'read', 'own'), 'trust-safeguarding': 'read' },
  config: row('write', 'read', undefined, 'write'),
  export: row('read', undefined, 'read', 'write'),
};

function row(leader?: Right, officer?: Right, dsl?: Right, head?: Right, senco?: Right, tutor?: Right) {
  const all: readonly (readonly [Role, Right | undefined])[] = [
    ['ap-leader', leader],
    ['attendance-officer', officer],
    ['dsl', dsl],
    ['deputy-dsl', dsl],
    ['head', head],
    ['senco', senco],
    ['designated-teacher', senco],
    ['tutor', tutor],
    ['visitor', tutor],
  ];
  const held: Partial<Record<Role, Right>> = {};
  for (const [role, right] of all) if (right) held[role] = right;
  return held;
}

/** True when one of the person's roles reads the area (for this pupil, where it is about one). A flag alone is not reading. */
export function mayRead(by: Person, area: Area, pupil?: string): boolean {
  return by.roles.some((role) => {
    const right = rights[area][role];
    if (right === 'read' || right === 'write') return true;
    return right === 'own' && pupil !== undefined && by.ownPupils.includes(pupil);
  });
}

/** True when the person may know that a pupil's absence goes to the DSL, without the reason. */
export function maySeeFlag(by: Person, pupil: string): boolean {
  return mayRead(by, 'flags', pupil) || by.roles.some((role) => rights.flags[role] === 'flag');
}

/** The roles that stand in the table of an area with a right other than a mere flag. */
export function readersOf(area: Area): readonly Role[] {
  return Object.entries(rights[area]).flatMap(([role, right]) => (right === 'flag' ? [] : [role as Role]));
}
