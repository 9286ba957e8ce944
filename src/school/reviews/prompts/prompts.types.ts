import type { SchoolDay } from '../../moment.ts';

/** The reviews of a half term that are to be booked, as one card says it: counts, and the pupils by initials where one review is chosen (P5). */
export interface ReviewPlannerCard {
  /** RecordKey of the half term. */
  readonly halfTerm: string;
  /** "Reviews of Autumn 2". */
  readonly title: string;
  /** "9 reviews are to be booked, the first by Fri 6 Nov." */
  readonly says: string;
  /** Why it comes up again; absent on the first card. */
  readonly why?: string;
  readonly state: 'open' | 'booking' | 'done' | 'over' | 'goes-on';
  /** Reviews without a time. */
  readonly toBook: number;
  /** "3 are booked, 2 were held." */
  readonly beside?: string;
  /** "12 people get an invitation, 5 are to be rung, written to or told." */
  readonly people?: string;
  /** Bookings that wait in the journal and can be undone: the entry, and "4 reviews are being booked." */
  readonly waiting: readonly { readonly entry: string; readonly says: string }[];
  /** The last day in time of the next review to be booked. */
  readonly dueBy?: SchoolDay;
  readonly mayBook: boolean;
  /** Those to be booked, the most pressing first: "J.S. Y10, Hill Farm, by Fri 18 Dec; a parent to be rung or written to". */
  readonly due: readonly { readonly review: string; readonly says: string }[];
  /** One of them may be set aside as not needed: half-termly ones never are (8.3). */
  readonly maySetAside: boolean;
  /** "9 reviews to book": for the notification. */
  readonly notice: string;
}

/** A review that is near, for one of the staff invited: which, when, where; no number, no flag (P6). */
export interface ReviewSoonCard {
  /** RecordKey of the review; its pack stands under it. */
  readonly review: string;
  /** "Review on Thu 3 Dec". */
  readonly title: string;
  /** "J.S. Y10". */
  readonly who: string;
  /** "Thu 3 Dec, 10:00 to 10:45". */
  readonly when: string;
  readonly where?: string;
  /** What has become of it since: moved, cancelled, over. */
  readonly since?: string;
}

/** A review whose day is over and that nobody has written up (P7). */
export interface WriteUpCard {
  readonly review: string;
  /** Version of the review, for the press. */
  readonly seen: string;
  readonly who: string;
  /** "The review was booked for Tue 24 Nov. It was to be written up by Wed 25 Nov." */
  readonly says: string;
  readonly state: 'waits' | 'done';
  /** True where this person may say that it was not held. */
  readonly mayMiss: boolean;
}

/** A review of a direction to which the parents are not invited in writing (P8; reg 5). */
export interface StatutoryInviteCard {
  readonly review: string;
  readonly who: string;
  readonly says: string;
  readonly state: 'waits' | 'late' | 'done';
  /** Those who are to be asked in writing and are not. */
  readonly toAsk: readonly { readonly contact: string; readonly says: string }[];
  /** Where it may be noted: the last day that can be named. */
  readonly today?: SchoolDay;
  /** True where this person may note an invitation, and there is somebody to note it for. */
  readonly mayNote: boolean;
  /** True where nobody is invited because it is not booked, and this person may book it. */
  readonly mayBook: boolean;
  /** The booking that waits, while this person can take it back. */
  readonly undo?: string;
}
