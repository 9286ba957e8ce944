import type { SchoolDay } from '../moment.ts';

/** Somebody of the staff at a review. */
export interface PlannedStaff {
  /** Entra object id: the same in each school of a trust. */
  readonly id: string;
  /** "R.E.", for "Robin Example". */
  readonly initials: string;
  readonly name: string;
  /** False: it can be held without them. */
  readonly required: boolean;
}

/** A time at which a calendar says that somebody is not free. */
export interface StaffBusy {
  /** Entra object id. */
  readonly person: string;
  /** The school's wall clock, `2026-12-03T10:00`. */
  readonly start: string;
  readonly end: string;
}

/** A review with the time that is proposed for it. */
export interface PlannedRow {
  /** RecordKey that the review has, or will have: send it to `book-reviews`. */
  readonly review: string;
  readonly placement: string;
  readonly initials: string;
  /** Only for roles that may read it. */
  readonly name?: string;
  readonly year: string;
  readonly providerName: string;
  readonly kindSays: string;
  /** The school's wall clock, `2026-12-03T10:00`. */
  readonly start: string;
  readonly end: string;
  /** Mailbox of the room, or the provider's name when it is held there. */
  readonly place?: string;
  readonly online: boolean;
  /** "The day agreed on before.", or that not everybody can come then; absent where no day was agreed on. */
  readonly agreedSays?: string;
  /** "Thu 3 Dec, 10:00 to 10:45, at Hill Farm". */
  readonly says: string;
  readonly dueBy: SchoolDay;
  /** It may be set aside as not needed; never true of a half-termly one (8.3). */
  readonly maySetAside: boolean;
  /** The staff who come, as the week shows them. */
  readonly staff: readonly PlannedStaff[];
  /** Entra object ids of staff who need not come and cannot: they are not asked. */
  readonly without: readonly string[];
  /** Minutes on the road before and after it, for staff who are at school; 0 where nobody travels. */
  readonly travelMinutes: number;
  /** Names of staff, provider, professionals and parents who get an invitation. */
  readonly invited: readonly string[];
  /** Whom to ring, write to or tell, and why no invitation reaches them. */
  readonly toAsk: readonly string[];
  /** Who is not asked, and why: barred, or not to attend. */
  readonly notAsked: readonly string[];
}

/** A review for which no time was found. */
export interface UnplacedRow {
  readonly review: string;
  readonly initials: string;
  readonly name?: string;
  readonly year: string;
  readonly providerName: string;
  readonly dueBy: SchoolDay;
  /** It may be set aside as not needed; never true of a half-termly one (8.3). */
  readonly maySetAside: boolean;
  readonly because: string;
  /** What would free a time, each alone: "leave out Ms Shah: Thu 10 Dec 10:00". */
  readonly remedies: readonly string[];
}

/** A review of the half term that is booked already: others go round it. */
export interface StandingRow {
  readonly review: string;
  readonly initials: string;
  readonly year: string;
  /** Those without whom it is not held. */
  readonly staff: readonly PlannedStaff[];
  /** The school's wall clock, `2026-12-03T10:00`. */
  readonly start: string;
  readonly end: string;
}

/** A review of the half term that somebody set aside as not needed. */
export interface AsideRow {
  readonly review: string;
  readonly initials: string;
  /** Only for roles that may read it. */
  readonly name?: string;
  readonly year: string;
  readonly kindSays: string;
  /** Why it is not needed, as they said it. */
  readonly because: string;
  readonly seen: string;
}

/** One plan for all reviews due in a half term. */
export interface ReviewPlan {
  readonly halfTerm?: { readonly key: string; readonly name: string; readonly lastDay: SchoolDay };
  /** "14 reviews with a time, 1 without". */
  readonly says: string;
  /** Term dates that are not loaded, calendars that could not be read. */
  readonly troubles: readonly string[];
  readonly rows: readonly PlannedRow[];
  readonly unplaced: readonly UnplacedRow[];
  readonly standing: readonly StandingRow[];
  /** Not needed, and why: each can be taken up again. */
  readonly aside: readonly AsideRow[];
  /** When the staff of these reviews are taken otherwise, as far as their calendars could be read. */
  readonly busy: readonly StaffBusy[];
  /** The half terms that can be planned: this one and the next. */
  readonly halfTerms: readonly { readonly key: string; readonly name: string }[];
  readonly may: { readonly book: boolean };
}

/** The plan of one of several schools that were planned in one go. */
export interface SchoolPlan {
  /** Key of the school, to be named when its reviews are booked. */
  readonly school: string;
  /** "Hillcrest Academy". */
  readonly name: string;
  readonly plan: ReviewPlan;
}
