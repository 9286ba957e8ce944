import { z } from 'zod';
import { action } from '../action.ts';
import { dayInput, keyInput } from '../attendance/marks.ts';
import { addDays, dateNear, shortDate } from '../calendar/dates.ts';
import { holdersOf, neededRoles } from '../roles.ts';
import { roleWords } from './role-words.ts';

const input = z.strictObject({ assignment: keyInput, lastDay: dayInput, seen: z.string() });

/** A role ends with its last day. The last AP leader, DSL or attendance officer is not taken away before another is named. */
export const endRole = action<z.infer<typeof input>>({
  name: 'end-role',
  says: 'End a role with its last day; the last holder of a needed role stays until another is named.',
  input,
  roles: ['ap-leader', 'head'],
  needs: ['roleAssignment'],
  decide(known, { assignment, lastDay, seen }) {
    const stands = known.records.roleAssignment.get(assignment);
    if (!stands) return { problems: [{ field: 'assignment', says: 'Nobody holds this role so.' }] };
    if (stands.to === lastDay) {
      const unchanged = [{ about: stands.key, outcome: 'unchanged' as const, version: stands.version }];
      return { changes: [], unchanged, because: 'Ends then already.', about: stands.person };
    }
    const next = addDays(lastDay, 1);
    const others = holdersOf(known.records.roleAssignment, stands.role, next).filter((held) => held.key !== stands.key);
    const counts = stands.state === 'Active';
    if (counts && neededRoles.some((role) => role === stands.role) && others.length === 0) {
      const says = `Nobody else holds this role on ${shortDate(next)}, and no round starts without it. Name somebody first.`;
      return { problems: [{ field: 'lastDay', says }] };
    }
    const state = lastDay < stands.from ? ('Ended' as const) : stands.state;
    const declined = stands.state === 'WaitsForHead' && state === 'Ended';
    return {
      changes: [{ kind: 'save', record: 'roleAssignment', key: stands.key, seen, values: { to: lastDay, state } }],
      because: declined
        ? `Role declined or taken back: ${roleWords[stands.role]}`
        : `Role ends on ${dateNear(lastDay, known.now.today)}: ${roleWords[stands.role]}`,
      about: stands.person,
    };
  },
});
