import type { MeetingPeople } from './meeting-people.ts';

/** A review that a meeting could become. */
export interface OfferedReview {
  /** RecordKey that the review has, or will have. */
  readonly review: string;
  /** "J.S. Y10, Hill Farm: half-termly, due by Fri 18 Dec". */
  readonly says: string;
}

/** What becomes of a meeting when it is made the meeting of one review. */
export interface MeetingOffer {
  /** "AP review – J.S. Y10". */
  readonly subject: string;
  readonly statutory: boolean;
  readonly people: MeetingPeople;
  /** Names of those who get an invitation of their own. */
  readonly apart: readonly string[];
  /** Whom to ring, write to or tell, and why no invitation reaches them. */
  readonly toAsk: readonly string[];
  /** Who is not asked, and why. */
  readonly notAsked: readonly string[];
  /** What keeps the review from this time, in sentences. */
  readonly problems: readonly string[];
  /** True where the invitation of the parents comes late, so that a reason has to be given. */
  readonly asksWhyLate: boolean;
}

/** The reviews that a meeting could become, and what would become of it. */
export interface MeetingOffers {
  readonly due: readonly OfferedReview[];
  /** Why nothing can be said, such as term dates that are not loaded. */
  readonly trouble?: string;
  /** The mailbox in whose calendar meetings are followed. */
  readonly organiser: string;
  /** Only where a review was asked about. */
  readonly offer?: MeetingOffer;
}
