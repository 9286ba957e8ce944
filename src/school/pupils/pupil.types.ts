import type { Form } from '../../schema/form.ts';
import type { CodeClass } from '../attendance/codes.ts';
import type { Share } from '../attendance/percentages.ts';
import type { TermChoice } from '../calendar/terms.ts';
import type { Instant, SchoolDay, TimeOfDay } from '../moment.ts';
import type { Session } from '../placements/schedule-slot.record.ts';

/** One line of the list of pupils. */
export interface PupilLine {
  readonly pupil: string;
  readonly initials: string;
  /** Only for roles that may read it. */
  readonly name?: string;
  /** The legal name where the pupil is called otherwise: it is searched, too. */
  readonly legalName?: string;
  readonly year: string;
  readonly tutorGroup?: string;
  /** "Hill Farm", or "in school" when no placement is active. */
  readonly placementNow: string;
  /** The DSL must be told of any unexplained absence; never why. */
  readonly flagged: boolean;
  /** Last day on roll, once the pupil has left. */
  readonly left?: SchoolDay;
}

/** The pupils this person may see; searching happens in the browser. */
export interface Pupils {
  readonly pupils: readonly PupilLine[];
  readonly may: { readonly add: boolean };
  /** For a pupil who is not in the list yet; only for who may add one. */
  readonly newPupil?: Form;
}

/** One session of the term, for the picture. */
export interface SessionSquare {
  readonly date: SchoolDay;
  readonly session: Session;
  readonly code?: string;
  /** Statistical class of the code (domain.md 3.2). */
  readonly class?: CodeClass;
  /** "On time", "Absent, no word". */
  readonly status: string;
  readonly shape: 'here' | 'late' | 'absent' | 'missing' | 'closed' | 'unknown';
  readonly says: string;
  /** Who reported or settled it last, and when. */
  readonly changed?: { readonly by: string; readonly at: Instant };
  /** What stood here before, oldest first, one line each. */
  readonly before: readonly string[];
  readonly amendReason?: string;
}

/** Attendance of one half term. */
export interface HalfTermShare {
  readonly name: string;
  /** Attended out of the AP sessions expected (silence counts as not attended). */
  readonly ap: Share;
  /** As the school's register counts it. */
  readonly register: Share;
}

/** AP sessions of one week. */
export interface WeekShare {
  /** Monday of the week. */
  readonly monday: SchoolDay;
  readonly ap: Share;
}

/** One thing that happened, newest first. */
export interface Happening {
  readonly at: Instant | SchoolDay;
  readonly says: string;
  readonly by?: string;
  readonly clause?: string;
}

/** A person around the pupil as this reader may see them. */
export interface PupilContact {
  readonly contact: string;
  readonly who: string;
  /** Empty for roles that do not ring. */
  readonly phones: readonly string[];
  /** "Barred: ask the DSL", "Not to be contacted". */
  readonly caution?: string;
  readonly barred: boolean;
  /** Version of the contact, for corrections. */
  readonly seen: string;
  /** For who may correct it; a barred contact is the DSL's. */
  readonly form?: Form;
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
  /** Version of the pupil's record, for corrections. */
  readonly seen: string;
  /** Last day on roll, once the pupil has left. */
  readonly left?: SchoolDay;
  /** What core facts say: SEND, healthcare plan, on roll since. */
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  /** When the next half-termly review is due (8.3; D7, D8); only for roles that may read reviews. */
  readonly nextReview?: { readonly due: SchoolDay; readonly says: string };
  /** Whom to tell of an unexplained absence; only for roles that may read flags. */
  readonly mustTell: readonly string[];
  /** The DSL must be told of any unexplained absence. */
  readonly flagged: boolean;
  /** "The DSL must be told of any unexplained absence."; absent where the reader may not even see that. */
  readonly flagSays?: string;
  /** The flags themselves, in words; only for roles that may read them. */
  readonly flags?: readonly string[];
  readonly placements: readonly {
    readonly placement: string;
    readonly providerName: string;
    readonly stage: string;
    /** Why the pupil is there; not for the attendance officer, who reads the timetable only. */
    readonly legalBasis?: string;
    readonly primaryReason?: string;
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
  /** The reviews of this pupil, the latest first; only for roles that may read reviews. */
  readonly reviews: readonly {
    readonly review: string;
    /** "Half-termly review, Hill Farm". */
    readonly says: string;
    /** "Held on Tue 13 Oct", "Booked for Tue 24 Nov, 10:00 to 10:45". */
    readonly when: string;
    readonly decision?: string;
  }[];
  /** The terms whose attendance is at hand, the latest first, and the one that the picture shows. */
  readonly terms: readonly TermChoice[];
  readonly term?: string;
  readonly squares: readonly SessionSquare[];
  readonly weeks: readonly WeekShare[];
  /** Attended out of the AP sessions expected this half term, whole per cent; absent when none was. */
  readonly apPercent?: number;
  /** The half term that runs (or ran last), and the one before it. */
  readonly shares: { readonly now?: HalfTermShare; readonly before?: HalfTermShare };
  readonly timeline: readonly Happening[];
  /** What is missing in it, as a sentence, while Microsoft 365 does not answer. */
  readonly timelineSays?: string;
  /** Only for roles that may read the pupil's core facts. */
  readonly contacts?: readonly PupilContact[];
  /** What this reader may do here. */
  readonly may: {
    readonly correct: boolean;
    readonly flags: boolean;
    readonly contacts: boolean;
    readonly placements: boolean;
    /** Bar a contact, or let them again. */
    readonly bar: boolean;
  };
  /** The forms this reader may fill in, with what stands in them now. */
  readonly forms: { readonly core?: Form; readonly flags?: Form; readonly newContact?: Form };
}
