import { z } from 'zod';
import { type Form, type FormOption, filledForm } from '../../schema/form.ts';
import { nameFor } from '../attendance/pupil-session.ts';
import { initialsOf } from '../pupils/initials-of.ts';
import { readersOf } from '../rights.ts';
import { missingRoles } from '../roles.ts';
import { type Seen, view } from '../view.ts';
import { roleFields } from './give-role.action.ts';
import type { People, RoleLine } from './people.types.ts';
import { type RoleAssignment, roleAssignment, roles } from './role-assignment.record.ts';
import { roleWords } from './role-words.ts';

/** People and their roles, cover included, and whether a card reaches them (domain.md 10.2: configuration and roles). */
export const peopleView = view({
  name: 'people',
  says: 'Who holds which role, who is missing, and whom a card can reach.',
  params: z.strictObject({}),
  roles: readersOf('config'),
  needs: ['roleAssignment', 'setting', 'conversation', 'message', 'pupil'],
  show(seen): People {
    const today = seen.now.today;
    const held = seen.records.roleAssignment
      .all()
      .filter(({ state, to }) => state !== 'Ended' && (to === undefined || to >= today))
      .map((each) => lineOf(seen, each))
      .toSorted(
        (a, b) =>
          Number(b.state === 'WaitsForHead') - Number(a.state === 'WaitsForHead') ||
          roles.indexOf(a.role) - roles.indexOf(b.role) ||
          a.name.localeCompare(b.name),
      );
    return {
      roles: held,
      missing: missingRoles(seen.records.roleAssignment, today).map((role) => roleWords[role]),
      channelChosen: seen.settings.attendanceChannel !== '',
      newRole: gives(seen) ? newForm(seen) : undefined,
    };
  },
});

function gives(seen: Seen): boolean {
  return seen.by.roles.some((role) => role === 'ap-leader' || role === 'head');
}

function lineOf(seen: Seen, each: RoleAssignment): RoleLine {
  const covered = each.coverFor === undefined ? undefined : nameOf(seen, each.coverFor);
  return {
    assignment: each.key,
    seen: each.version,
    person: each.person,
    name: each.personName,
    role: each.role,
    roleSays: covered === undefined ? roleWords[each.role] : `${roleWords[each.role]}, cover for ${covered}`,
    from: each.from,
    to: each.to,
    state: each.state,
    reach: reachOf(seen, each.person),
    may: { end: gives(seen), agree: each.state === 'WaitsForHead' && seen.by.roles.includes('head') },
  };
}

/** A person who wrote to the bot, or got a card, is reached; the last card decides. */
function reachOf(seen: Seen, person: string): RoleLine['reach'] {
  const last = seen.records.message
    .all()
    .filter(
      (sent) => sent.by === 'Chat' && sent.to === person && (sent.sentAt !== undefined || sent.state === 'Failed'),
    )
    .toSorted((a, b) => b.date.localeCompare(a.date) || (b.sentAt ?? '').localeCompare(a.sentAt ?? ''))[0];
  if (last) return last.state === 'Failed' ? 'refused' : 'reached';
  return seen.records.conversation.get(person) ? 'reached' : 'untried';
}

function nameOf(seen: Seen, person: string): string {
  return seen.records.roleAssignment.by('person', person)[0]?.personName ?? 'somebody';
}

function newForm(seen: Seen): Form {
  const holders = new Map(seen.records.roleAssignment.all().map(({ person, personName }) => [person, personName]));
  const covered: readonly FormOption[] = [...holders].map(([value, says]) => ({ value, says }));
  const pupils = seen.records.pupil
    .all()
    .filter((pupil) => !pupil.onRollTo || pupil.onRollTo >= seen.now.today)
    .map((pupil) => ({
      value: pupil.key,
      says: `${nameFor(seen, pupil) ?? initialsOf(seen.records.pupil, pupil)} Y${pupil.year}`,
    }));
  const filled = filledForm(roleAssignment, roleFields, { from: seen.now.today });
  return {
    inputs: [
      {
        name: 'person',
        kind: 'text',
        label: 'Work address',
        required: true,
        hint: 'The address the person signs in with',
        maxLength: 255,
      },
      ...filled.inputs.map((each) =>
        each.name === 'coverFor' ? { ...each, hint: 'Only for cover between two days', options: covered } : each,
      ),
      {
        name: 'pupils',
        kind: 'choices',
        label: 'Own pupils',
        required: false,
        rare: true,
        hint: 'For a tutor or a visitor',
        options: pupils.toSorted((a, b) => a.says.localeCompare(b.says)),
      },
    ],
    values: filled.values,
  };
}
