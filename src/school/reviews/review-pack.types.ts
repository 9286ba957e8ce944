import type { Form, FormOption } from '../../schema/form.ts';
import type { Share } from '../attendance/percentages.ts';
import type { Standing } from '../finding.ts';
import type { SchoolDay } from '../moment.ts';
import type { WeeklySession } from '../placements/placements.types.ts';
import type { SessionSquare, WeekShare } from '../pupils/pupil.types.ts';
import type { Invitee } from './invitee.record.ts';
import type { Progress } from './progress.record.ts';
import type { Review } from './review.record.ts';

/** The parts of the agenda of a review, in order (domain.md 10.4). */
export const agendaParts = [
  'safe',
  'there',
  'learning',
  'pupil',
  'parents',
  'provider',
  'belonging',
  'place',
  'services',
  'arrangements',
  'decision',
  'statutory',
] as const;

/** One part of the agenda with what is known beside it. */
export interface AgendaPart {
  readonly part: (typeof agendaParts)[number];
  /** "Safe?" */
  readonly title: string;
  readonly says: readonly string[];
}

/** Attendance since the last review, as a snapshot; only for roles that may read attendance. */
export interface AttendanceSnapshot {
  /** "since Tue 13 Oct, to today". */
  readonly says: string;
  readonly ap: Share;
  readonly register: Share;
  readonly late: number;
  readonly unexplained: number;
  readonly weeks: readonly WeekShare[];
  readonly squares: readonly SessionSquare[];
}

/** An objective with its last progress and what this review says. */
export interface PackObjective {
  readonly objective: string;
  /** Version of the objective, for corrections. */
  readonly seen: string;
  readonly text: string;
  readonly baseline: string;
  readonly target: string;
  readonly date: SchoolDay;
  /** "Partly, on Tue 13 Oct: arrives, does not stay". */
  readonly last?: string;
  readonly now?: { readonly progress: Progress['progress']; readonly note?: string };
}

/** An agreed action as a line. */
export interface AgreedLine {
  readonly action: string;
  readonly seen: string;
  readonly text: string;
  readonly owner: string;
  readonly ownerName: string;
  readonly due: SchoolDay;
  readonly status: 'Open' | 'Done';
  /** "Done on Mon 2 Nov: register", "Due Fri 4 Dec", "Was due Fri 13 Nov". */
  readonly says: string;
  readonly overdue: boolean;
}

/** Somebody asked to the review, or who may be. */
export interface PackPerson {
  readonly who: string;
  readonly part: Invitee['part'];
  readonly says: string;
  /** "Asked by letter on Mon 16 Nov, accepted". */
  readonly asked?: string;
  readonly askedOn?: SchoolDay;
  readonly askedBy?: Invitee['askedBy'];
  readonly came?: boolean;
  readonly note?: string;
}

/** A finding about the placement, in a line. */
export interface PackFinding {
  readonly says: string;
  readonly clause: string;
  readonly standing: Standing;
}

/** One review with all that is known beside it, cut to what this reader may see; and what is written of it so far. */
export interface ReviewPack {
  readonly review: string;
  /** Version of the review, for the next save. */
  readonly seen: string;
  readonly placement: string;
  readonly pupil: string;
  /** Name, or initials where the reader may not read names. */
  readonly who: string;
  /** "J.S. Y10": as documents and files may carry it. */
  readonly initials: string;
  readonly year: string;
  readonly providerName: string;
  readonly kindSays: string;
  readonly stage: Review['stage'];
  /** "Held on Tue 24 Nov", "Booked for Tue 24 Nov, 10:00 to 10:45". */
  readonly when: string;
  /** What is due, with its clause. */
  readonly due?: string;
  readonly direction: boolean;
  readonly agenda: readonly AgendaPart[];
  readonly attendance?: AttendanceSnapshot;
  readonly objectives: readonly PackObjective[];
  /** Where there is none and the review is still to be written up: that it is so, and where they are set. */
  readonly noObjectives?: string;
  readonly lastActions: readonly AgreedLine[];
  readonly actions: readonly AgreedLine[];
  readonly findings: readonly PackFinding[];
  readonly people: readonly PackPerson[];
  /** The fields of the outcome with what stands in them. */
  readonly outcome: Form;
  /** The changed week that is written so far. */
  readonly week?: { readonly from: SchoolDay; readonly sessions: readonly WeeklySession[] };
  /** The weekly sessions that run. */
  readonly weekNow: readonly WeeklySession[];
  readonly sites: readonly FormOption[];
  readonly owners: readonly FormOption[];
  /** The last day for the next review and why. */
  readonly nextBy?: { readonly day: SchoolDay; readonly says: string };
  readonly completedOn?: SchoolDay;
  /** Where the minutes are filed in the school's library: folders and name; the server hands the document out. */
  readonly minutesDocument?: string;
  readonly changedBy?: string;
  readonly may: {
    readonly write: boolean;
    /** End the placement or change its sessions. */
    readonly changePlacement: boolean;
    readonly objectives: boolean;
  };
}
