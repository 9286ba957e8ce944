import type { SchoolDay, TimeOfDay } from '../moment.ts';

/** One session of a pupil on the sheet. */
export interface SheetSession {
  readonly provider: string;
  readonly start: TimeOfDay;
  readonly status: string;
  /** Why the pupil is not expected there though the timetable has the session, as a sentence. */
  readonly because?: string;
  /** Register code, empty while it is not settled. */
  readonly code: string;
  readonly note: string;
}

/** One pupil on the day's register sheet. */
export interface SheetRow {
  readonly pupil: string;
  readonly upn: string;
  readonly misId: string;
  readonly name: string;
  readonly initials: string;
  readonly year: string;
  readonly tutorGroup: string;
  readonly am?: SheetSession;
  readonly pm?: SheetSession;
}

/** The day's register for the school's information system, and for the wall when Microsoft 365 is down. */
export interface RegisterSheet {
  readonly date: SchoolDay;
  /** "Tue 24 Nov". */
  readonly day: string;
  /** Why nobody is expected, in words; absent on a day with sessions. */
  readonly closed?: string;
  readonly rows: readonly SheetRow[];
  /** Sessions whose code is not settled yet: the sheet is not whole while there are some. */
  readonly open: number;
}
