import type { z } from 'zod';
import { type Problem, parse } from '../schema/parse.ts';
import type { Change, ChangeResult } from './change.ts';
import type { Finding } from './finding.ts';
import type { Moment } from './moment.ts';
import type { SchoolSettings } from './office/policy-edition.ts';
import type { Role } from './office/role-assignment.record.ts';
import type { RecordName } from './records.ts';
import type { TakenElsewhere } from './reviews/elsewhere.ts';
import type { Person } from './roles.ts';
import type { Facts } from './rule.ts';

/** A person of the tenant, as Microsoft 365 has them. */
export interface TenantPerson {
  /** Entra object id. */
  readonly id: string;
  readonly displayName: string;
  readonly mail?: string;
}

/** A meeting in the calendar of the mailbox that organises reviews. Times are the school's wall clock, `2026-12-03T14:00`. */
export interface CalendarMeeting {
  /** Immutable id. */
  readonly id: string;
  readonly start: string;
  readonly end: string;
  /** True where it carries a link to join online. */
  readonly online: boolean;
  /** True of a meeting that repeats, and of one that is part of it. */
  readonly series: boolean;
  /** Addresses of everybody in it, in lower case. */
  readonly mails: readonly string[];
}

/** All that a decision may know. */
export interface Known extends Facts {
  readonly settings: SchoolSettings;
  readonly now: Moment;
  readonly by: Person;
  /** How it was asked for. */
  readonly via: 'Card' | 'Tab' | 'Round' | 'Import' | 'Scenario';
  /** People of the tenant that the action asked to be looked up, by what it asked with; absent where nobody is looked up. */
  readonly found?: ReadonlyMap<string, TenantPerson>;
  /** Meetings in the organiser's calendar that the action asked for, by the id it asked with; absent where they are not there. */
  readonly meetings?: ReadonlyMap<string, CalendarMeeting>;
  /** When other schools of the trust take people, where the action asked for it. */
  readonly elsewhere?: readonly TakenElsewhere[];
  /** A fresh opaque id (lower-case base32) each call, for new records. */
  readonly freshId: (prefix: string) => string;
}

/** Do this, because; or no, for these reasons; or the input does not fit what is known. */
export type Decision =
  | {
      readonly changes: readonly Change[];
      readonly because: string;
      readonly about?: string;
      /** What was asked and stands already: reported as `unchanged`, written nowhere. */
      readonly unchanged?: readonly ChangeResult[];
      /** Seconds (machine's clock) for which it waits in the journal, and can be undone, before anything is carried out. */
      readonly holdSeconds?: number;
      /** What the person ought to know though it is done, in sentences. */
      readonly says?: readonly string[];
    }
  | { readonly refused: readonly Finding[] }
  | { readonly problems: readonly Problem[] };

/** Something a person (or the clock) does. Its name is its file, API path, card verb, journal entry and test. */
export interface Action<I = unknown> {
  readonly name: string;
  readonly says: string;
  readonly input: z.ZodType<I>;
  /** Who may; `clock` for the app's own rounds. */
  readonly roles: readonly (Role | 'clock')[];
  /** Lists that are synced before deciding. */
  readonly needs: readonly RecordName[];
  /** People to be looked up in Microsoft 365 before deciding: Entra object ids or the addresses they sign in with. */
  readonly people?: (input: I) => readonly string[];
  /** Meetings in the organiser's calendar to be looked up before deciding, by their ids in Outlook. */
  readonly meetings?: (input: I) => readonly string[];
  /** True where it matters when people are taken at other schools of the trust. */
  readonly elsewhere?: true;
  decide(known: Known, input: I): Decision;
}

/** An action as the app holds all of them together: the input is checked on the way in. */
export interface AnyAction extends Omit<Action, 'decide' | 'people' | 'meetings'> {
  /** Whom to look up before deciding; nobody where the input does not fit. */
  readonly peopleIn: (raw: unknown) => readonly string[];
  /** Which meetings to look up before deciding; none where the input does not fit. */
  readonly meetingsIn: (raw: unknown) => readonly string[];
  /** Checks the input and decides; problems by field when it does not fit. */
  readonly attempt: (known: Known, raw: unknown) => Decision;
}

/** Declares an action; keeps the input's type for `decide`. */
export function action<I>(declaration: Action<I>): Action<I> & AnyAction {
  return {
    ...declaration,
    peopleIn(raw) {
      const parsed = parse(declaration.input, raw);
      return parsed.ok ? (declaration.people?.(parsed.value) ?? []) : [];
    },
    meetingsIn(raw) {
      const parsed = parse(declaration.input, raw);
      return parsed.ok ? (declaration.meetings?.(parsed.value) ?? []) : [];
    },
    attempt(known, raw) {
      const parsed = parse(declaration.input, raw);
      return parsed.ok ? declaration.decide(known, parsed.value) : { problems: parsed.problems };
    },
  };
}
