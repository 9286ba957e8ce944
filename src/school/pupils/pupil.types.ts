import type { Instant, SchoolDay, TimeOfDay } from '../moment.ts';
import type { Session } from '../placements/schedule-slot.record.ts';

/** One line of the list of pupils. */
export interface PupilLine {
  readonly pupil: string;
  readonly initials: string;
  /** Only for roles that may read it. */
  readonly name?: string;
  readonly year: string;
  /** "Hill Farm", or "in school" when no placement is active. */
  readonly placementNow: string;
}

/** The pupils this person may see; searching happens in the browser. */
export interface Pupils {
  readonly pupils: readonly PupilLine[];
}

/** One session of the half term, for the picture. */
export interface SessionSquare {
  readonly date: SchoolDay;
  readonly session: Session;
  readonly code?: string;
  readonly shape: 'here' | 'late' | 'absent' | 'missing' | 'closed' | 'unknown';
  readonly says: string;
}

/** One thing that happened, newest first. */
export interface Happening {
  readonly at: Instant | SchoolDay;
  readonly says: string;
  readonly by?: string;
}

/** A pupil as this reader may see them. */
export interface PupilPage {
  readonly pupil: string;
  readonly initials: string;
  readonly name?: string;
  readonly year: string;
  readonly tutorGroup?: string;
  /** "Hill Farm, 09:15 to 12:15, on time". */
  readonly whereNow: readonly string[];
  /** Whom to tell of an unexplained absence; only for roles that may read flags. */
  readonly mustTell: readonly string[];
  /** The DSL must be told of any unexplained absence. */
  readonly flagged: boolean;
  readonly placements: readonly {
    readonly placement: string;
    readonly providerName: string;
    readonly stage: string;
    readonly from: SchoolDay;
    readonly to?: SchoolDay;
    readonly week: readonly {
      readonly day: string;
      readonly session: Session;
      readonly start: TimeOfDay;
      readonly end: TimeOfDay;
      readonly weeks: string;
    }[];
  }[];
  readonly squares: readonly SessionSquare[];
  /** Attended of the AP sessions reported, whole per cent; absent when none is. */
  readonly apPercent?: number;
  readonly timeline: readonly Happening[];
  /** Numbers, for those who ring. */
  readonly contacts?: readonly { readonly contact: string; readonly who: string; readonly phones: readonly string[] }[];
}
