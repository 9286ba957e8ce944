import type { Instant, SchoolDay, TimeOfDay } from '../moment.ts';
import type { Session } from '../placements/schedule-slot.record.ts';
import type { ProviderStatus } from './attendance.record.ts';

/** One of the last five sessions of a placement, oldest first. */
export interface Dot {
  readonly date: SchoolDay;
  readonly session: Session;
  readonly shape: 'here' | 'late' | 'absent' | 'missing' | 'closed' | 'unknown';
  /** In words, such as "Mon 23 Nov AM: on time"; for screen readers and hover. */
  readonly says: string;
}

/** Where a follow-up stands. */
export interface FollowUpState {
  readonly key: string;
  readonly state: 'Open' | 'Located' | 'Closed';
  readonly openedAt: Instant;
  readonly dslInformedAt?: Instant;
  /** When the DSL is told without fail (the session's start + 60 minutes). */
  readonly dslAt?: TimeOfDay;
  readonly located?: string;
  /** In words, such as "not located since 09:15 · DSL told 09:18". */
  readonly says: string;
}

/** One pupil expected (or known not to be expected) in one session. */
export interface TodayRow {
  readonly placement: string;
  readonly pupil: string;
  readonly date: SchoolDay;
  readonly session: Session;
  /** Version of the mark as shown; `null` when there is none yet. Send it back as `seen`. */
  readonly seen: string | null;
  readonly initials: string;
  /** The name, only for roles that may read it; never in a channel. */
  readonly name?: string;
  readonly year: string;
  readonly start: TimeOfDay;
  readonly end: TimeOfDay;
  /** When the provider's word is due: start + 30 minutes. */
  readonly dueBy: TimeOfDay;
  readonly expected: boolean;
  /** Why not expected: provider closed, paused, not this week. */
  readonly notExpectedBecause?: string;
  readonly status: ProviderStatus;
  readonly time?: TimeOfDay;
  readonly reason?: string;
  readonly note?: string;
  readonly code?: string;
  readonly suggestedCode?: string;
  /** Why this code, or what the officer must decide. */
  readonly codeSays?: string;
  readonly nDeadline?: SchoolDay;
  readonly dots: readonly Dot[];
  /** The DSL must be told of any unexplained absence; never why. */
  readonly flagged: boolean;
  readonly followUp?: FollowUpState;
  readonly changed?: { readonly by: string; readonly at: Instant };
  /** `noted`: in school after all, its code not chosen yet; `settled`: it has the code of a pupil in school. */
  readonly inSchool?: 'noted' | 'settled';
  /** Provider says present while the register says in school, and the like. */
  readonly conflict?: string;
  /** Online lessons at home and the like: present marks are never a B. */
  readonly codeIsOfficers: boolean;
  readonly registerCopied: boolean;
}

/** One provider's pupils in a session. */
export interface TodayProvider {
  readonly provider: string;
  readonly name: string;
  readonly attendanceContact?: string;
  readonly attendancePhone?: string;
  readonly firstStart: TimeOfDay;
  readonly rows: readonly TodayRow[];
  /** Expected rows that nobody has reported yet. */
  readonly notReported: number;
  readonly reportedAt?: Instant;
}

/** One session of the day. */
export interface TodaySession {
  readonly session: Session;
  readonly state: 'before' | 'open' | 'over';
  /** Why the school is closed for this session (providers may still expect pupils). */
  readonly schoolClosed?: string;
  readonly counts: {
    readonly expected: number;
    readonly here: number;
    readonly late: number;
    readonly absent: number;
    readonly missing: number;
    readonly notReported: number;
    readonly notExpected: number;
  };
  readonly providers: readonly TodayProvider[];
  /** Pupils not where they should be: missing first, then those past due with no answer; same rows as above. */
  readonly notLocated: readonly TodayRow[];
}

/** The day as the attendance officer needs it. */
export interface Today {
  readonly day: SchoolDay;
  /** "Tue 24 Nov, week A, Autumn 2, day 17 of 35", or why there is no school. */
  readonly says: string;
  readonly time: TimeOfDay;
  /** Sentences about what stops the day: calendar not loaded, a role nobody holds. */
  readonly troubles: readonly string[];
  readonly sessions: readonly TodaySession[];
  /** What this person may press here. */
  readonly may: { readonly record: boolean; readonly seeNumbers: boolean };
}
