import type { z } from 'zod';
import { type Parsed, parse } from '../schema/parse.ts';
import type { Moment, SchoolDay, TimeOfDay } from './moment.ts';
import type { SchoolSettings } from './office/policy-edition.ts';
import type { Role } from './office/role-assignment.record.ts';
import type { RecordName } from './records.ts';
import type { Person } from './roles.ts';
import type { Facts } from './rule.ts';

/** Whose calendars a view needs to know: mailboxes, from a day to a day (both included). */
export interface CalendarsWanted {
  readonly mailboxes: readonly string[];
  readonly from: SchoolDay;
  readonly to: SchoolDay;
}

/** When somebody is not free, in the school's wall-clock time; `end` is not part of it. */
export interface BusyTime {
  readonly day: SchoolDay;
  readonly start: TimeOfDay;
  readonly end: TimeOfDay;
}

/** All that a view may know. */
export interface Seen extends Facts {
  readonly settings: SchoolSettings;
  readonly now: Moment;
  readonly by: Person;
  /** Busy times by mailbox (lower case) that the view asked for; a mailbox is missing where its calendar cannot be read. */
  readonly busy?: ReadonlyMap<string, readonly BusyTime[]>;
}

/** Something a person sees: plain data, already cut to what this role may see. */
export interface View<P = unknown, D = unknown> {
  readonly name: string;
  readonly says: string;
  /** Opaque ids and dates only: parameters stand in URLs. */
  readonly params: z.ZodType<P>;
  readonly roles: readonly Role[] | 'anyone';
  readonly needs: readonly RecordName[];
  /** Calendars to be looked up before it is shown; none where nothing is asked. */
  readonly calendars?: (seen: Seen, params: P) => CalendarsWanted | undefined;
  show(seen: Seen, params: P): D;
}

/** A view as the app holds all of them together: the parameters are checked on the way in. */
export interface AnyView extends Omit<View, 'show' | 'calendars'> {
  /** The calendars that the answer needs; none where the parameters do not fit. */
  readonly calendarsFor: (seen: Seen, raw: unknown) => CalendarsWanted | undefined;
  readonly answer: (seen: Seen, raw: unknown) => Parsed<unknown>;
}

/** Declares a view; keeps the types of its parameters and data. */
export function view<P, D>(declaration: View<P, D>): View<P, D> & AnyView {
  return {
    ...declaration,
    calendarsFor(seen, raw) {
      const parsed = parse(declaration.params, raw);
      return parsed.ok ? declaration.calendars?.(seen, parsed.value) : undefined;
    },
    answer(seen, raw) {
      const parsed = parse(declaration.params, raw);
      return parsed.ok ? { ok: true, value: declaration.show(seen, parsed.value) } : parsed;
    },
  };
}
