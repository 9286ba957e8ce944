import { z } from 'zod';
import { joinKey } from '../../schema/record.ts';
import { action, type Decision, type Known } from '../action.ts';
import { dayInput, keyInput, lineInput } from '../attendance/marks.ts';
import { type roleAssignment, roles } from './role-assignment.record.ts';

/** What stands in the form for a role, beside the person and the pupils. */
export const roleFields = [
  'role',
  'from',
  'to',
  'coverFor',
] as const satisfies readonly (keyof typeof roleAssignment.fields)[];

const input = z.strictObject({
  /** Entra object id, or the address the person signs in with. */
  person: keyInput,
  /** As Microsoft 365 has it; only needed where nobody can be looked up. */
  personName: lineInput.min(1, 'Give the name as Microsoft 365 has it.').optional(),
  mail: lineInput.optional(),
  role: z.enum(roles, { error: () => `The role is one of: ${roles.join(', ')}.` }),
  from: dayInput,
  /** Last day; needed for cover. */
  to: dayInput.optional(),
  /** Entra object id of the person covered. */
  coverFor: keyInput.optional(),
  /** RecordKeys of own pupils, for a tutor or visitor. */
  pupils: z.array(keyInput).max(200, 'Name at most 200 pupils.').optional(),
});

type Wish = z.infer<typeof input>;

/** Somebody gets a role, for good or as cover between two days. The head's own word counts at once; the AP leader's waits for the head. */
export const giveRole = action<Wish>({
  name: 'give-role',
  says: 'Give somebody a role, for good or as cover between two days; the head agrees.',
  input,
  roles: ['ap-leader', 'head'],
  needs: ['roleAssignment', 'pupil'],
  people: ({ person }) => [person],
  decide,
});

function decide(known: Known, asked: Wish): Decision {
  const who = known.found?.get(asked.person);
  const personName = asked.personName ?? who?.displayName;
  if (personName === undefined || (who === undefined && asked.person.includes('@'))) {
    return { problems: [{ field: 'person', says: 'Nobody in Microsoft 365 signs in with this address.' }] };
  }
  const wish = { ...asked, person: who?.id ?? asked.person, personName, mail: asked.mail ?? who?.mail };
  const problem = problemOf(known, wish);
  if (problem) return { problems: [problem] };
  const key = joinKey(wish.person, wish.role, wish.from);
  const state = known.by.roles.includes('head') ? 'Active' : 'WaitsForHead';
  const stands = known.records.roleAssignment.get(key);
  if (stands && stands.state !== 'Ended' && (stands.state === 'Active' || state === 'WaitsForHead')) {
    const unchanged = [{ about: key, outcome: 'unchanged' as const, version: stands.version }];
    return { changes: [], unchanged, because: 'Given already.', about: wish.person };
  }
  const { pupils, ...values } = wish;
  return {
    changes: [
      {
        kind: 'save',
        record: 'roleAssignment',
        key,
        seen: stands?.version ?? null,
        // Whom somebody was asked for with stays when the head agrees without naming them again.
        values: { ...values, ...(pupils ? { pupils: pupils.join('; ') } : {}), state },
      },
    ],
    because: state === 'Active' ? `Role given: ${wish.role}` : `Role asked for: ${wish.role}`,
    about: wish.person,
  };
}

function problemOf(known: Known, { from, to, coverFor, person, role, pupils }: Wish) {
  if (to !== undefined && to < from) return { field: 'to', says: 'The last day is before the first.' };
  if (coverFor !== undefined && to === undefined) return { field: 'to', says: 'Cover ends: give its last day.' };
  if (coverFor === person) return { field: 'coverFor', says: 'Nobody covers for themselves.' };
  if (
    coverFor !== undefined &&
    !known.records.roleAssignment.by('person', coverFor).some((held) => held.role === role)
  ) {
    return { field: 'coverFor', says: 'The person covered does not hold this role.' };
  }
  const strange = pupils?.find((key) => !known.records.pupil.get(key));
  return strange === undefined ? undefined : { field: 'pupils', says: 'One of these pupils is not in the list.' };
}
