import type { Share } from '../attendance/percentages.ts';
import type { SchoolDay } from '../moment.ts';
import type { Session } from '../placements/schedule-slot.record.ts';

/** How many AP sessions there were and what became of them; closed and not-expected ones are not counted as expected. */
export interface SessionCounts {
  readonly expected: number;
  readonly onTime: number;
  readonly late: number;
  readonly leftEarly: number;
  readonly sentHome: number;
  readonly absentReason: number;
  readonly absentNoReason: number;
  readonly elsewhere: number;
  readonly notReported: number;
  readonly providerClosed: number;
}

/** One pupil's attendance between two days. */
export interface PupilAttendance {
  readonly pupil: string;
  readonly upn: string;
  readonly name: string;
  readonly initials: string;
  readonly year: string;
  readonly tutorGroup: string;
  /** Names of the providers at which the pupil had sessions. */
  readonly providers: readonly string[];
  readonly counts: SessionCounts;
  /** AP sessions attended out of those expected. */
  readonly ap: Share;
  /** The same sessions as the school's register counts them. */
  readonly register: Share;
}

/** One provider's attendance between two days: all pupils together. */
export interface ProviderAttendance {
  readonly provider: string;
  readonly name: string;
  readonly pupils: number;
  readonly counts: SessionCounts;
  readonly ap: Share;
}

/** One mark as the file of every session has it. */
export interface SessionLine {
  readonly upn: string;
  readonly name: string;
  readonly provider: string;
  readonly date: SchoolDay;
  readonly session: Session;
  readonly status: string;
  readonly arrival: string;
  readonly left: string;
  readonly code: string;
  readonly note: string;
}

/** Attendance between two days, by pupil, by provider and session by session, the lowest attendance first. */
export interface AttendanceExport {
  readonly from: SchoolDay;
  readonly to: SchoolDay;
  /** "Thu 3 Sep to Tue 24 Nov". */
  readonly says: string;
  /** Why there is nothing, or not all, in words. */
  readonly trouble?: string;
  readonly pupils: readonly PupilAttendance[];
  readonly providers: readonly ProviderAttendance[];
  readonly lines: readonly SessionLine[];
  /** Spans that people ask for: the half term, the one before, the term, the school year so far. */
  readonly spans: readonly { readonly label: string; readonly from: SchoolDay; readonly to: SchoolDay }[];
}
