import { z } from 'zod';
import { dayInWords } from '../calendar/in-words.ts';
import { missingRoles } from '../roles.ts';
import { view } from '../view.ts';
import type { Role } from './role-assignment.record.ts';

/** Who I am in this school today, and what the shell shows around every screen. */
export interface Me {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly covers: readonly { readonly role: Role; readonly for: string }[];
  readonly school: { readonly name: string; readonly shortName: string };
  /** "Tue 24 Nov, week A, Autumn 2, day 17 of 35". */
  readonly day: string;
  readonly time: string;
  /** Needed roles that nobody holds today. */
  readonly missingRoles: readonly Role[];
  /** Navigation entries that this person has. */
  readonly entries: readonly 'today'[];
}

/** The person, their role, the school and its day. */
export const me = view<Record<string, never>, Me>({
  name: 'me',
  says: "Who I am in this school today, and the school's day.",
  params: z.object({}) as z.ZodType<Record<string, never>>,
  roles: 'anyone',
  needs: ['roleAssignment', 'setting', 'calendarEntry'],
  show: (seen) => ({
    id: seen.by.id,
    name: seen.by.name,
    roles: seen.by.roles,
    covers: seen.by.covers,
    school: { name: seen.settings.name, shortName: seen.settings.shortName },
    day: dayInWords(seen.calendar, seen.now.today),
    time: seen.now.time,
    missingRoles: missingRoles(seen.records.roleAssignment, seen.now.today),
    entries: seen.by.roles.length > 0 ? ['today'] : [],
  }),
});
