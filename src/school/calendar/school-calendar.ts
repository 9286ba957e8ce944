import type { SchoolDay } from '../moment.ts';
import type { Session } from '../placements/schedule-slot.record.ts';

/** A half term as loaded: first and last day in school time, both included. */
export interface HalfTerm {
  /** RecordKey of the calendar entry. */
  readonly key: string;
  /** Such as `Autumn 2`. */
  readonly name: string;
  readonly firstDay: SchoolDay;
  readonly lastDay: SchoolDay;
}

/** Why a session does not take place. */
export type Closed =
  | { readonly why: 'weekend' | 'holiday' | 'INSET' | 'bank-holiday' }
  | { readonly why: 'closure'; readonly name: string; readonly code: '#' | 'Y3' | 'Y4' };

/** Past the last loaded term, before the first, or across a gap: nothing is computed and the sentence says what to load. */
export interface NotLoaded {
  readonly notLoaded: true;
  readonly says: string;
}

/** A computed school day, or the reason why there is none. */
export type DayAnswer = { readonly day: SchoolDay } | NotLoaded;

/** The school's calendar: terms, days and sessions, and arithmetic on school days (domain.md 5 and 11). */
export interface SchoolCalendar {
  readonly halfTerms: readonly HalfTerm[];
  /** True where the half terms loaded reach the day (a holiday between two loaded half terms of one year counts). */
  loaded(day: SchoolDay): boolean;
  /** Why the school's session is closed, or `undefined` when it is open. */
  closed(day: SchoolDay, session: Session): Closed | undefined;
  /** A school day has at least one session open (domain.md 11.1). */
  isSchoolDay(day: SchoolDay): boolean;
  /** `sd+(day, n)`: the n-th school day after the day. */
  after(day: SchoolDay, n: number): DayAnswer;
  /** `sd-(day, n)`: the n-th school day before the day. */
  before(day: SchoolDay, n: number): DayAnswer;
  /** School days after `from` up to and including `to`; negative when `to` is earlier. */
  schoolDaysBetween(from: SchoolDay, to: SchoolDay): number | NotLoaded;
  halfTermOf(day: SchoolDay): HalfTerm | undefined;
  /** School days of a half term, in order. */
  daysOf(halfTerm: HalfTerm): readonly SchoolDay[];
  /** The week letter of the school week that holds the day. */
  weekLetter(day: SchoolDay): 'A' | 'B' | undefined;
  /** True when the provider is closed for the session. */
  providerClosed(provider: string, day: SchoolDay, session: Session): boolean;
  /** The next school day after the day, for "the next school morning". */
  nextSchoolDay(day: SchoolDay): DayAnswer;
  /** The last day of the last loaded half term. */
  readonly lastLoaded: SchoolDay | undefined;
}
