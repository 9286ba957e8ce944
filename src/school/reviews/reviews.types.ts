import type { SchoolDay, TimeOfDay } from '../moment.ts';
import type { Review } from './review.record.ts';

/** How a placement's review of one half term stands: never by colour alone. */
export type CellState = 'held' | 'booked' | 'due' | 'missed' | 'coming' | 'none';

/** One half term of one placement. */
export interface ReviewCell {
  readonly halfTerm: string;
  readonly state: CellState;
  /** "held Thu 8 Oct", "due by Fri 18 Dec, 19 school days left". */
  readonly says: string;
  /** The review held or booked. */
  readonly review?: string;
  readonly day?: SchoolDay;
}

/** One placement with its half terms. */
export interface ReviewRow {
  readonly placement: string;
  readonly pupil: string;
  readonly initials: string;
  /** Only for roles that may read it. */
  readonly name?: string;
  readonly year: string;
  readonly providerName: string;
  /** An off-site direction: parents, and the authority of an EHCP, may ask for a review in writing. */
  readonly direction: boolean;
  readonly cells: readonly ReviewCell[];
}

/** A review that stands in the calendar. */
export interface BookedReview {
  readonly review: string;
  readonly placement: string;
  readonly initials: string;
  readonly name?: string;
  readonly year: string;
  readonly kind: Review['kind'];
  /** "Half-termly". */
  readonly kindSays: string;
  readonly day: SchoolDay;
  /** "Thu 10 Dec". */
  readonly daySays: string;
  readonly start?: TimeOfDay;
  readonly end?: TimeOfDay;
  readonly place?: string;
  readonly online: boolean;
  /** The staff who are asked, as a week shows them. */
  readonly staff: readonly { readonly initials: string; readonly name: string }[];
  /** Minutes on the road before and after it, for staff who are at school; 0 where nobody travels. */
  readonly travelMinutes: number;
  /** Whom no invitation reaches and nobody has asked yet: to ring, write to or tell (8.2); empty for who may not note it. */
  readonly toAsk: readonly { readonly who: string; readonly name: string; readonly why: string }[];
  /** Its meeting stands in the organiser's calendar, and everybody is invited. */
  readonly inOutlook: boolean;
  /** Agreed without the app: no meeting of ours stands for it, and nobody is told of a change. */
  readonly byHand: boolean;
  /** Its day is over and nobody has said what came of it. */
  readonly toWriteUp: boolean;
  readonly seen: string;
}

/** The school year's reviews, as far as the reader may read them. */
export interface Reviews {
  readonly today: SchoolDay;
  /** "14 reviews to be booked by Fri 18 Dec." */
  readonly says: string;
  /** Why nothing can be said, such as term dates that are not loaded. */
  readonly trouble?: string;
  readonly halfTerms: readonly { readonly key: string; readonly name: string; readonly now: boolean }[];
  readonly rows: readonly ReviewRow[];
  /** Booked reviews, those to be written up first, then by day. */
  readonly booked: readonly BookedReview[];
  readonly counts: Readonly<Record<Exclude<CellState, 'none'>, number>>;
  readonly may: {
    readonly book: boolean;
    /** Note a request in writing for a review of a direction. */
    readonly noteRequest: boolean;
    /** Call an emergency review after a safeguarding concern. */
    readonly callEmergency: boolean;
  };
}
