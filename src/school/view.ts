import type { z } from 'zod';
import { type Parsed, parse } from '../schema/parse.ts';
import type { Moment, SchoolDay, TimeOfDay } from './moment.ts';
import type { JournalEntry } from './office/journal-entry.record.ts';
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

/** Journal entries that are done, which memory does not keep: those about one record, and those with these keys. */
export interface PastWanted {
  readonly about: string;
  readonly entries: readonly string[];
}

/** All that a view may know. */
export interface Seen extends Facts {
  readonly settings: SchoolSettings;
  readonly now: Moment;
  readonly by: Person;
  /** Busy times by mailbox (lower case) that the view asked for; a mailbox is missing where its calendar cannot be read. */
  readonly busy?: ReadonlyMap<string, readonly BusyTime[]>;
  /** The journal that the view asked for; absent where it asked for none, or Microsoft 365 did not answer. */
  readonly past?: readonly JournalEntry[];
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
  /** What was done before, to be looked up before it is shown; nothing where none is asked for. */
  readonly past?: (seen: Seen, params: P) => PastWanted | undefined;
  show(seen: Seen, params: P): D;
}

/** A view as the app holds all of them together: the parameters are checked on the way in. */
export interface AnyView extends Omit<View, 'show' | 'calendars' | 'past'> {
  /** The calendars that the answer needs; none where the parameters do not fit. */
  readonly calendarsFor: (seen: Seen, raw: unknown) => CalendarsWanted | undefined;
  /** The journal that the answer needs; none where the parameters do not fit. */
  readonly pastFor: (seen: Seen, raw: unknown) => PastWanted | undefined;
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
    pastFor(seen, raw) {
      const parsed = parse(declaration.params, raw);
      return parsed.ok ? declaration.past?.(seen, parsed.value) : undefined;
    },
    answer(seen, raw) {
      const parsed = parse(declaration.params, raw);
      return parsed.ok ? { ok: true, value: declaration.show(seen, parsed.value) } : parsed;
    },
  };
}
