import type { SchoolDay } from '../moment.ts';
import type { CalendarEntry, CalendarKind } from './calendar-entry.record.ts';

/** An entry of the calendar as a screen shows and corrects it. */
export interface EntryLine {
  readonly entry: string;
  readonly seen: string;
  readonly kind: CalendarKind;
  readonly name: string;
  readonly firstDay: SchoolDay;
  readonly lastDay: SchoolDay;
  readonly sessions: CalendarEntry['sessions'];
  readonly provider?: string;
  readonly providerName?: string;
  readonly weekLetter?: CalendarEntry['weekLetter'];
  readonly registerCode?: CalendarEntry['registerCode'];
  /** "INSET · Mon 4 Jan", "Hill Farm closed · Snow · Tue 12 May, morning". */
  readonly says: string;
  /** Who changed it last and when: "Sam Example, 24 Nov 09:30". */
  readonly changed?: string;
  /** Of one that was taken away: why. */
  readonly why?: string;
}

/** One weekday in the picture of a half term. */
export interface CalendarDay {
  readonly date: SchoolDay;
  /** Day of the month. */
  readonly number: number;
  readonly state: 'open' | 'part' | 'closed' | 'outside';
  /** A mark short enough for a square: IN (INSET), BH (bank holiday), CL (closure), AM or PM (closed then), p (a provider is closed). */
  readonly mark?: 'IN' | 'BH' | 'CL' | 'AM' | 'PM' | 'p';
  /** "Mon 4 Jan: INSET"; for screen readers and on touch. */
  readonly says: string;
  readonly today: boolean;
}

/** A week of a half term, Monday to Friday. */
export interface CalendarWeek {
  readonly monday: SchoolDay;
  readonly letter?: 'A' | 'B';
  readonly days: readonly CalendarDay[];
}

/** A half term with its weeks and what stands in them. */
export interface HalfTermBlock {
  readonly line: EntryLine;
  /** "Mon 2 Nov to Fri 18 Dec · 35 school days". */
  readonly says: string;
  readonly days: number;
  readonly weeks: readonly CalendarWeek[];
  /** INSET days, bank holidays, closures and week letters that begin in it, the earliest first. */
  readonly entries: readonly EntryLine[];
}

/** A school year (1 September to 31 August) as loaded. */
export interface CalendarYear {
  /** The first of its two calendar years, such as 2026. */
  readonly year: number;
  /** "2026/27". */
  readonly label: string;
  readonly years: readonly { readonly year: number; readonly label: string }[];
  /** "2026/27 is loaded: 191 school days in 6 half terms". */
  readonly says: string;
  /** Today. */
  readonly day: SchoolDay;
  /** Today in words, and the next day that is closed. */
  readonly today: string;
  readonly next?: string;
  /** What is to be loaded or put right, in sentences; empty: the year is complete. */
  readonly missing: readonly string[];
  readonly schoolDays: number;
  readonly halfTerms: readonly HalfTermBlock[];
  /** Entries of the year that lie in no half term, such as bank holidays in the holidays. */
  readonly outside: readonly EntryLine[];
  /** Entries that were taken away or moved, with who and why. */
  readonly withdrawn: readonly EntryLine[];
  /** For a provider closure; the names of all providers. */
  readonly providers: readonly { readonly provider: string; readonly name: string }[];
  readonly may: { readonly write: boolean; readonly close: boolean };
}
